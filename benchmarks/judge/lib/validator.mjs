// openapi-backend as the judge of routing and schemas.
//
// Its holes, and what is done about each before it sees the document or a request:
// - it validates operations with an operationId only: each gets one;
// - path item parameters are added to those of the operation, not overridden: merged before;
// - it wants readOnly members that are required: in a request they are not;
// - Ajv refuses 3.0's boolean exclusive bounds and nullable without type: rewritten, dropped;
// - it checks header parameters that OpenAPI ignores (Accept, Content-Type): left out;
// - it knows nothing of `?` and `#` in path keys: the route counts without what follows them;
// - it does not undo percent-encoding in paths, styles other than form, and commas in values of
//   explode: false: such values are handed over decoded, after the raw text was compared with
//   what OpenAPI wants (requests.mjs).
import { packages } from './packages.mjs';
import { styleOf, scalar } from './serialize.mjs';
import { BASE } from './requests.mjs';
import { kindOf } from './media.mjs';
import { isIgnored } from './plan.mjs';

const TEXT_FORMATS = ['binary', 'byte', 'password'];

export async function validator(document, operations) {
  const definition = prepared(document, operations);
  const backend = new packages.OpenAPIBackend({
    definition,
    quick: true,
    apiRoot: BASE,
    ignoreTrailingSlashes: false,
    ajvOpts: { logger: false, validateFormats: false, validateSchema: false, unicodeRegExp: false, allErrors: true, discriminator: false },
  });
  await backend.init();
  const all = backend.router.getOperations();
  backend.router.getOperations = () => all;
  const original = backend.router.parseRequest.bind(backend.router);
  let decoded;
  backend.router.parseRequest = (request, operation) => {
    const result = original(request, operation);
    if (!operation || !decoded) return result;
    result.params = decoded.path ?? result.params;
    result.query = decoded.query ?? result.query;
    result.cookies = decoded.cookie ?? result.cookies;
    for (const [name, value] of Object.entries(decoded.header)) result.headers[name] = value;
    return result;
  };

  /** What it says about a request: complaints, none when it is content. */
  function check(index, operation, plan, request) {
    const subject = { method: request.method, path: request.target, headers: request.headers, body: bodyFor(plan, request) };
    const found = backend.router.matchOperation(subject);
    const other = operations[Number(found?.operationId?.slice(2))];
    if (!other || !sameRoute(other, operation)) return [`validator route: ${other ? other.key : 'no match'}`];
    return validate(index, operation, plan, subject);
  }

  function validate(index, operation, plan, subject, valuesOnly = false) {
    decoded = decodedValues(operation, plan, valuesOnly);
    try {
      const { errors } = backend.validator.validateRequest(subject, backend.router.getOperation(`op${index}`));
      return (errors ?? []).slice(0, 3).map((error) => `validator: ${error.instancePath} ${error.message} ${JSON.stringify(error.params)}`);
    } catch (error) {
      return [`validator crash: ${error.message.slice(0, 160)}`];
    } finally {
      decoded = undefined;
    }
  }

  /** What it would say of the values alone, before anything is sent. */
  function accepts(index, operation, plan) {
    const headers = plan.body ? { 'content-type': plan.body.type } : {};
    for (const { parameter, value } of plan.given) {
      if (parameter.in === 'header') headers[parameter.name.toLowerCase()] = scalar(value);
    }
    const body = Buffer.from(JSON.stringify(plan.body?.value ?? null));
    const subject = { method: operation.method, path: BASE, query: {}, headers, body: bodyFor(plan, { headers, body }) };
    return !validate(index, operation, plan, subject, true).length;
  }

  return { check, accepts };
}

const route = (operation) => `${operation.method} ${operation.path.split(/[?#]/)[0]}`;
const sameRoute = (one, other) => route(one) === route(other);

/** JSON goes in as the bytes that came; forms as the value, whose text was compared before. */
function bodyFor(plan, request) {
  if (!plan.body) return undefined;
  const kind = kindOf(request.headers['content-type'] ?? '');
  if (kind === 'json') return request.body.toString('utf8');
  if (kind === 'form' || kind === 'multipart') return withoutFiles(plan.body.value);
  return undefined;
}

function withoutFiles(value) {
  const one = (item) => (item?.base64 !== undefined ? item.base64 : item);
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [name, Array.isArray(member) ? member.map(one) : one(member)]),
  );
}

const texts = (value) => {
  if (Array.isArray(value)) return value.map(texts);
  if (value !== null && typeof value === 'object') {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, texts(item)]));
  }
  return scalar(value);
};

function decodedValues(operation, plan, valuesOnly) {
  const place = (name) => plan.given.filter(({ parameter }) => parameter.in === name);
  const values = (list) =>
    Object.fromEntries(list.map(({ parameter, value }) => [parameter.name, parameter.content ? value : texts(value)]));
  const raw = place('query').every(({ parameter, value }) => selfParsed(parameter, value)) && !operation.path.includes('?');
  const header = Object.fromEntries(
    place('header').filter(({ value }) => typeof value === 'object').map(({ parameter, value }) => [parameter.name.toLowerCase(), parameter.content ? value : texts(value)]),
  );
  return {
    path: values(place('path')),
    query: raw && !valuesOnly && !operation.queryCredential ? undefined : values(place('query')),
    cookie: values(place('cookie')),
    header,
  };
}

/** Whether the validator's own reading of the raw query is right for this value. */
function selfParsed(parameter, value) {
  const { style } = styleOf(parameter);
  const simple = style === 'form' && parameter.explode !== false && !parameter.content;
  const scalars = Array.isArray(value) ? value.every((item) => typeof item !== 'object') : typeof value !== 'object';
  return simple && scalars && /^[\w-]+$/.test(parameter.name);
}

function prepared(document, operations) {
  const paths = {};
  operations.forEach((operation, index) => {
    const path = operation.path.split(/[?#]/)[0];
    const method = operation.method.toLowerCase();
    const item = (paths[path] ??= {});
    const key = item[method] ? operation.path : path;
    const parameters = operation.parameters.filter((parameter) => !isIgnored(parameter)).map(({ style, explode, ...rest }) => rest);
    (paths[key] ??= {})[method] = {
      operationId: `op${index}`,
      parameters,
      ...(operation.body && { requestBody: operation.body }),
      responses: {},
    };
  });
  const { schemas, parameters, requestBodies } = document.components ?? {};
  const components = JSON.parse(JSON.stringify({ ...document.components, schemas, parameters, requestBodies }));
  return repaired({ openapi: '3.0.3', info: { title: 't', version: '1' }, paths: JSON.parse(JSON.stringify(paths)), components, ...definitions(document) });
}

/** Documents refer to whatever they like: other top-level members come along. */
function definitions(document) {
  const known = ['openapi', 'info', 'paths', 'components', 'servers', 'security', 'tags', 'webhooks'];
  return Object.fromEntries(Object.entries(document).filter(([key]) => !known.includes(key) && !key.startsWith('x-')));
}

function repaired(node, isMap = false) {
  if (Array.isArray(node)) return node.map((item) => repaired(item));
  if (node === null || typeof node !== 'object') return node;
  const result = {};
  for (const [key, value] of Object.entries(node)) result[key] = repaired(value, key === 'properties' && !isMap);
  if (!isMap) repairSchema(result);
  return result;
}

function repairSchema(schema) {
  for (const [bound, exclusive] of [['minimum', 'exclusiveMinimum'], ['maximum', 'exclusiveMaximum']]) {
    if (typeof schema[exclusive] !== 'boolean') continue;
    if (schema[exclusive] && schema[bound] !== undefined) {
      schema[exclusive] = schema[bound];
      delete schema[bound];
    } else delete schema[exclusive];
  }
  if ('nullable' in schema && (!schema.type || typeof schema.nullable !== 'boolean')) delete schema.nullable;
  if (schema.nullable === true && Array.isArray(schema.enum) && !schema.enum.includes(null)) schema.enum = [...schema.enum, null];
  if (typeof schema.required === 'boolean' && !schema.in && !schema.content) delete schema.required;
  if (Array.isArray(schema.required) && schema.properties) {
    schema.required = schema.required.filter((name) => schema.properties[name]?.readOnly !== true);
  }
  if (typeof schema.format === 'string' && !TEXT_FORMATS.includes(schema.format)) delete schema.format;
  if (schema.type === 'file') schema.type = 'string';
  delete schema.discriminator;
}
