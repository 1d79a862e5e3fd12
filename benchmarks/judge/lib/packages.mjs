// The npm packages come from a folder of their own: nothing is installed beside the sources.
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';

export const packages = {};

export async function loadPackages(folder) {
  const require = createRequire(join(folder, 'index.js'));
  const load = async (name) => import(pathToFileURL(require.resolve(name)).href);
  packages.yaml = (await load('js-yaml')).default;
  packages.swagger2openapi = require('swagger2openapi');
  packages.refParser = (await load('@apidevtools/json-schema-ref-parser')).default;
  packages.OpenAPIBackend = require('openapi-backend').OpenAPIBackend;
  packages.busboy = require('busboy');
  packages.RandExp = require('randexp');
}
