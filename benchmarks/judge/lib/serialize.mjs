// How a value has to be written by style, explode and place: OpenAPI 3.2 "Style Values" and "Style
// Examples", which state the RFC 6570 operator of each. Where OpenAPI leaves a case open, the
// choices of docs/decisions/parameter-encoding.md are taken; they are marked "open".

/** RFC 6570, 3.2.1: all but RFC 3986's unreserved characters become percent triples. */
export const percent = (value) =>
  encodeURIComponent(value).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);

const asIs = (value) => value;

/** The text of a scalar; a container inside a container is open: its JSON. */
export function scalar(value) {
  if (value === null) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

const DEFAULT_STYLE = { path: 'simple', header: 'simple', query: 'form', cookie: 'form' };

export function styleOf(parameter) {
  const style = parameter.style ?? DEFAULT_STYLE[parameter.in];
  const explode = parameter.explode ?? (style === 'form' || style === 'cookie');
  return { style, explode };
}

/** Nulls are undefined for RFC 6570 (2.3), and so are an array and an object without members. */
function isDefined(value) {
  if (value === null) return false;
  return typeof value !== 'object' || Object.values(value).some(isDefined);
}

function members(value) {
  if (Array.isArray(value)) return value.filter(isDefined).map((item) => [undefined, item]);
  return Object.entries(value).filter(([, item]) => isDefined(item));
}

const flat = (pairs, enc) =>
  pairs.flatMap(([key, item]) => (key === undefined ? [enc(scalar(item))] : [enc(key), enc(scalar(item))]));
const assigned = (pairs, enc) =>
  pairs.map(([key, item]) => (key === undefined ? enc(scalar(item)) : `${enc(key)}=${enc(scalar(item))}`));

export function pathValue(parameter, value) {
  const { style, explode } = styleOf(parameter);
  const name = percent(parameter.name);
  if (jsonContent(parameter)) return percent(JSON.stringify(value));
  const container = typeof value === 'object';
  const pairs = container ? members(value) : [[undefined, value]];
  if (style === 'matrix') return matrix(name, pairs, explode, container, value);
  const parts = explode ? assigned(pairs, percent) : flat(pairs, percent);
  if (style === 'label') return `.${parts.join(explode ? '.' : ',')}`;
  return parts.join(',');
}

/** `;name` for an empty string (RFC 6570, 3.2.7). */
function matrix(name, pairs, explode, container, value) {
  if (container && explode) {
    return pairs.map(([key, item]) => `;${key === undefined ? name : percent(key)}=${percent(scalar(item))}`).join('');
  }
  return value === '' ? `;${name}` : `;${name}=${flat(pairs, percent).join(',')}`;
}

export function headerValue(parameter, value) {
  if (jsonContent(parameter)) return JSON.stringify(value);
  if (typeof value !== 'object') return scalar(value);
  const { explode } = styleOf(parameter);
  return (explode ? assigned : flat)(members(value), asIs).join(',');
}

/** The `name=value` pieces of a query, cookie or form field of a style. */
export function pieces(parameter, value, enc = percent) {
  const name = enc(parameter.name);
  if (jsonContent(parameter)) return [`${name}=${enc(JSON.stringify(value))}`];
  if (!isDefined(value)) return [];
  if (typeof value !== 'object') return [`${name}=${enc(scalar(value))}`];
  const pairs = members(value);
  const { style, explode } = styleOf(parameter);
  if (!pairs.length) return [];
  if (style === 'deepObject') return deep(name, value, enc);
  if (explode) {
    return pairs.map(([key, item]) => `${key === undefined ? name : enc(key)}=${enc(scalar(item))}`);
  }
  const delimiter = { spaceDelimited: enc(' '), pipeDelimited: enc('|') }[style] ?? ',';
  return [`${name}=${flat(pairs, enc).join(delimiter)}`];
}

/** `name[key]=value`; deeper levels and arrays are open: one more bracket, arrays by index. */
function deep(name, value, enc) {
  if (value === null) return [];
  if (typeof value !== 'object') return [`${name}=${enc(scalar(value))}`];
  const present = Array.isArray(value) ? value.filter(isDefined) : value;
  return Object.entries(present).flatMap(([key, item]) => deep(`${name}${enc('[')}${enc(key)}${enc(']')}`, item, enc));
}

export const jsonContent = (parameter) => Boolean(parameter.content);

/** application/x-www-form-urlencoded as HTML and RFC 1866 have it: a blank becomes `+`. */
export const formPercent = (value) => percent(value).replaceAll('%20', '+');
