// Reads an OpenAPI document for the judge: parsed, converted when it is Swagger 2, with its
// operations listed. Shares nothing with the generator.
import { readFileSync } from 'node:fs';
import { packages } from './packages.mjs';

const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace', 'query'];

export async function load(file) {
  const text = readFileSync(file, 'utf8');
  let document = file.endsWith('.json')
    ? JSON.parse(text)
    : packages.yaml.load(text, { schema: packages.yaml.CORE_SCHEMA });
  if (hasExternalReference(document)) {
    document = withoutCycles(await packages.refParser.dereference(file));
  }
  if (document.swagger) {
    const options = { patch: true, warnOnly: true, anchors: true };
    document = (await packages.swagger2openapi.convertObj(document, options)).openapi;
  }
  return document;
}

function hasExternalReference(node) {
  if (node === null || typeof node !== 'object') return false;
  if (typeof node.$ref === 'string' && !node.$ref.startsWith('#')) return true;
  return Object.values(node).some(hasExternalReference);
}

/** The same document with references in place of objects that hold themselves. */
function withoutCycles(document) {
  const names = new Map();
  const open = new Set();
  const done = new Set();
  (function find(node) {
    if (node === null || typeof node !== 'object' || done.has(node)) return;
    if (open.has(node)) {
      if (!names.has(node)) names.set(node, `cycle${names.size}`);
      return;
    }
    open.add(node);
    Object.values(node).forEach(find);
    open.delete(node);
    done.add(node);
  })(document);

  const copies = new Map();
  const copy = (node) => (names.has(node) ? { $ref: `#/cycles/${names.get(node)}` } : copyOf(node));
  function copyOf(node) {
    if (node === null || typeof node !== 'object') return node;
    if (!copies.has(node)) {
      const entries = Object.entries(node).map(([key, value]) => [key, copy(value)]);
      copies.set(node, Array.isArray(node) ? entries.map(([, value]) => value) : Object.fromEntries(entries));
    }
    return copies.get(node);
  }
  const cycles = Object.fromEntries([...names].map(([node, name]) => [name, copyOf(node)]));
  return { ...copyOf(document), cycles };
}

/** Follows references; returns the node, and the last reference's name for discriminators. */
export function resolver(document) {
  const byPointer = new Map();
  const at = (pointer) => {
    if (!byPointer.has(pointer)) {
      const steps = decodeURIComponent(pointer.replace(/^#\/?/, '')).split('/');
      const found = steps.reduce(
        (node, step) => node?.[step.replaceAll('~1', '/').replaceAll('~0', '~')],
        document,
      );
      byPointer.set(pointer, found);
    }
    return byPointer.get(pointer);
  };
  return (node) => {
    let current = node;
    for (let hops = 0; hops < 30 && typeof current?.$ref === 'string'; hops++) {
      const { $ref, ...siblings } = current;
      const target = at($ref);
      const merges = Object.keys(siblings).some((key) => !['description', 'summary'].includes(key));
      current = merges && target ? { ...target, ...siblings } : target;
    }
    return current;
  };
}

/** A name in a path that the document forgot to describe needs a value all the same. */
const undeclared = (name) => ({ name, in: 'path', required: true, schema: { type: 'string' } });

/** Every operation with its parameters merged: those of the operation win (Path Item Object). */
export function operations(document) {
  const resolve = resolver(document);
  const found = [];
  for (const [path, raw] of Object.entries(document.paths ?? {})) {
    const item = resolve(raw);
    for (const method of METHODS.filter((name) => item?.[name])) {
      const operation = resolve(item[method]);
      const merged = new Map();
      for (const list of [item.parameters ?? [], operation.parameters ?? []]) {
        for (const parameter of list.map(resolve).filter(Boolean)) {
          merged.set(`${parameter.in} ${parameter.name}`, parameter);
        }
      }
      for (const [, name] of path.split(/[?#]/)[0].matchAll(/\{([^{}]+)\}/g)) {
        if (!merged.has(`path ${name}`)) merged.set(`path ${name}`, undeclared(name));
      }
      found.push({
        key: `${method.toUpperCase()} ${path}`,
        method: method.toUpperCase(),
        path,
        operation,
        parameters: [...merged.values()],
        body: resolve(operation.requestBody),
        security: operation.security ?? document.security ?? [],
      });
    }
  }
  return found;
}
