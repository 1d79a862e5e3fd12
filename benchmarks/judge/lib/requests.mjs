// Compares what arrived with what the arguments should have become.
import { headerValue, pathValue, percent, pieces } from './serialize.mjs';
import { SECRET } from './security.mjs';

export const BASE = '/base/v1';

/** Headers that the HTTP client and the server add by themselves. */
const OWN_HEADERS = new Set(['host', 'connection', 'content-length', 'content-type', 'accept', 'accept-encoding', 'user-agent', 'cookie', 'authorization']);

const upperTriplets = (text) => text.replace(/%[0-9a-f]{2}/gi, (triplet) => triplet.toUpperCase());
const sorted = (list) => [...list].sort().join('\n');

/** Complaints about method, path, query, headers and cookies; finds the credentials on the way. */
export function compare(operation, plan, request, security) {
  const complaints = [];
  const found = new Set();
  const say = (kind, got, wanted) => complaints.push(`${kind}: got ${got}, expected ${wanted}`);
  const unlessFound = ({ parameter }) => ![...found].some((each) => each.startsWith(`${parameter.in} ${parameter.name} `));
  const of = (place) => plan.given.filter(({ parameter }) => parameter.in === place);
  const [rawPath, ...rest] = request.target.split('?');
  if (request.method !== operation.method) say('method', request.method, operation.method);

  const path = expectedPath(operation, of('path'));
  if (upperTriplets(rawPath) !== path.path) say('path', rawPath, path.path);

  const query = withoutCredential(split(rest.join('?'), '&'), 'query', security, found);
  const wantedQuery = [
    ...path.query,
    ...of('query').filter(unlessFound).flatMap(({ parameter, value }) => pieces(parameter, value)),
  ];
  if (sorted(query.map(upperTriplets)) !== sorted(wantedQuery)) say('query', query.join('&'), wantedQuery.join('&'));
  else if (!inOrder(query, wantedQuery)) say('query order', query.join('&'), wantedQuery.join('&'));

  const cookies = withoutCredential(split(request.headers.cookie ?? '', '; '), 'cookie', security, found);
  const wantedCookies = [
    ...of('header').filter(({ parameter }) => parameter.name.toLowerCase() === 'cookie').flatMap(({ value }) => split(value, '; ')),
    ...of('cookie').filter(unlessFound).flatMap(({ parameter, value }) => cookiePieces(parameter, value)),
  ];
  if (sorted(cookies.map(upperTriplets)) !== sorted(wantedCookies)) say('cookies', cookies.join('; '), wantedCookies.join('; '));

  compareHeaders(operation, of('header'), request, security, found, say);
  const credential = security.complaint(operation, found);
  if (credential) complaints.push(credential);
  if (/[^\x21-\x7e]|["<>\\^`{|}]/.test(request.target)) say('characters', request.target, 'only what RFC 3986 allows');
  return complaints;
}

const split = (text, delimiter) => (text === '' ? [] : text.split(delimiter));

/** Style cookie (3.2) is sent as it is, form is percent-encoded. */
const cookiePieces = (parameter, value) =>
  parameter.style === 'cookie' ? pieces(parameter, value, (text) => text) : pieces(parameter, value);

/** What follows `?` in a path key belongs to every request, what follows `#` to none. */
export function expectedPath(operation, given) {
  const template = operation.path.split('#')[0];
  const [path, ...query] = template.split('?');
  const filled = path.replace(/\{([^{}]+)\}/g, (all, name) => {
    const found = given.find(({ parameter }) => parameter.name === name);
    return found ? pathValue(found.parameter, found.value) : all;
  });
  return { path: BASE + literal(filled), query: split(query.join('?'), '&') };
}

/** Characters of the template itself that may not stand in a path. */
const literal = (path) => path.replace(/[^\x21-\x7e]|["<>\\^`{|}[\] ]/gu, (c) => percent(c));

/** Values of one name keep their order: it is the array's. */
function inOrder(got, wanted) {
  const name = (piece) => piece.split('=')[0];
  return [...new Set(wanted.map(name))].every(
    (each) => got.filter((p) => name(p) === each).join() === wanted.filter((p) => name(p) === each).join(),
  );
}

function withoutCredential(list, place, security, found) {
  return list.filter((piece) => {
    const [name, value] = piece.split('=').map(decoded);
    const isKey = value === SECRET && security.keyNames.has(`${place} ${name}`);
    if (isKey) found.add(`${place} ${name} ${SECRET}`);
    return !isKey;
  });
}

/** A cookie of a header parameter is sent as it is, so that a percent sign in it need not encode anything. */
function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** A write gets a key of its own where the document has a header for it (docs/decisions/retries.md). */
const isOwnKey = (operation, name, value) =>
  ['idempotency-key', 'x-idempotency-key'].includes(name) &&
  !['GET', 'HEAD', 'OPTIONS', 'QUERY'].includes(operation.method) &&
  operation.parameters.some((parameter) => parameter.in === 'header' && parameter.name.toLowerCase() === name) &&
  /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value);

function compareHeaders(operation, given, request, security, found, say) {
  const wanted = new Map(
    given
      .filter(({ parameter }) => !security.isCredential(parameter))
      .map(({ parameter, value }) => [parameter.name.toLowerCase(), headerValue(parameter, value)]),
  );
  const seen = new Map();
  for (const [name, value] of request.headerList) {
    const lower = name.toLowerCase();
    if (seen.has(lower)) say('header twice', lower, 'once');
    seen.set(lower, value);
    const encoded = Buffer.from(`${SECRET}:`).toString('base64');
    if (value.includes(SECRET) && lower !== 'cookie' || value.includes(encoded)) found.add(`header ${lower} ${value}`);
    else if (!OWN_HEADERS.has(lower) && !wanted.has(lower) && !isOwnKey(operation, lower, value)) say('unasked header', `${name}: ${value}`, 'none');
  }
  for (const [name, value] of wanted) {
    if (FORBIDDEN.has(name)) continue;
    if (!(value === '' && !seen.has(name)) && seen.get(name) !== value) say(`header ${name}`, seen.get(name) ?? 'none', value);
  }
}

/** Parameters that the client writes (Fetch, "forbidden header name"); `Cookie` is compared with the cookies. */
const FORBIDDEN = new Set(['host', 'cookie', 'content-length', 'accept-encoding', 'connection']);
