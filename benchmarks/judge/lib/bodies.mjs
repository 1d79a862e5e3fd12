// Compares the bytes of a body with the value the agent gave.
import { isDeepStrictEqual } from 'node:util';
import { packages } from './packages.mjs';
import { covers, kindOf } from './media.mjs';
import { formPercent, pieces, scalar } from './serialize.mjs';

const json = (value) => JSON.stringify(value);
const sorted = (list) => [...list].sort().join('\n');

export async function compareBody(operation, plan, request) {
  const sent = request.headers['content-type'];
  if (plan.body === undefined) {
    if (request.body.length) return [`body: got ${request.body.length} bytes, expected none`];
    return sent ? [`content type: got ${sent} without a body`] : [];
  }
  const { value } = plan.body;
  if (!sent) return [`content type: none for a body, expected ${plan.body.type}`];
  const declared = Object.keys(operation.body.content).find((type) => covers(type, sent));
  if (!declared) return [`content type: got ${sent}, declared ${Object.keys(operation.body.content)}`];
  const kind = kindOf(sent);
  const text = request.body.toString('utf8');
  const wrong = (wanted) => [`body (${kind}): got ${clip(text)}, expected ${clip(wanted)}`];
  switch (kind) {
    case 'json': return isDeepStrictEqual(parsed(text), value) ? [] : wrong(json(value));
    case 'lines': return isDeepStrictEqual(text.trimEnd().split('\n').map(parsed), value) ? [] : wrong(json(value));
    case 'form': return compareForm(operation.body.content[declared], value, text, wrong);
    case 'multipart': return compareMultipart(operation.body.content[declared], value, request);
    case 'text': return text === scalar(value) ? [] : wrong(scalar(value));
    default: return request.body.equals(Buffer.from(String(value), 'base64')) ? [] : wrong(String(value));
  }
}

const clip = (text) => (text.length > 700 ? `${text.slice(0, 700)}…` : text);

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch (error) {
    return { 'not JSON': error.message };
  }
}

/**
 * The pairs of a form. Encoding Object: with style, explode or allowReserved as a query parameter of
 * that style; else by contentType: scalars as text, items of an array one by one, objects as JSON.
 */
export function fieldsOf(media, value, enc) {
  return Object.entries(value).flatMap(([name, member]) => {
    if (member === null) return [];
    const encoding = media.encoding?.[name] ?? {};
    if (encoding.style !== undefined || encoding.explode !== undefined) {
      return pieces({ name, in: 'query', style: encoding.style, explode: encoding.explode }, member, enc);
    }
    return [member].flat().filter((item) => item !== null).map((item) => `${enc(name)}=${enc(scalar(item))}`);
  });
}

function compareForm(media, value, text, wrong) {
  const wanted = fieldsOf(media, value, formPercent);
  const got = text === '' ? [] : text.split('&');
  if (sorted(got.map(alike)) === sorted(wanted.map(alike))) return [];
  return wrong(wanted.join('&'));
}

/** WHATWG encodes `~`, leaves `*` and writes a blank as `+`; RFC 6570 does not: servers read both alike. */
const alike = (field) => field.replaceAll('%7E', '~').replaceAll('*', '%2A').replaceAll('+', '%20');

async function compareMultipart(media, value, request) {
  const complaints = [];
  let parts;
  try {
    parts = await parseMultipart(request);
  } catch (error) {
    return [`body (multipart): cannot be parsed: ${error.message}`];
  }
  const wanted = wantedParts(media, value);
  const view = (part) => json({ name: part.name, value: part.value, ...(part.file && { filename: part.filename }) });
  if (sorted(parts.map(view)) !== sorted(wanted.map(view))) {
    complaints.push(`body (multipart): got ${clip(parts.map(view).join())}, expected ${clip(wanted.map(view).join())}`);
  }
  for (const part of parts) {
    const types = wanted.find((other) => other.name === part.name)?.types;
    if (types && !types.some((type) => covers(type, part.type))) {
      complaints.push(`part ${part.name}: content type ${part.type}, expected ${types}`);
    }
  }
  return complaints;
}

/** Encoding Object, "contentType": text/plain for scalars, JSON for objects, unless said otherwise. */
function wantedParts(media, value) {
  return Object.entries(value).flatMap(([name, member]) => {
    if (member === null) return [];
    const encoding = media.encoding?.[name] ?? {};
    if (encoding.style !== undefined || encoding.explode !== undefined) {
      const parameter = { name, in: 'query', style: encoding.style, explode: encoding.explode };
      return pieces(parameter, member, (text) => text.replaceAll('=', '\u0000')).map((piece) => {
        const at = piece.indexOf('=');
        return { name: plain(piece.slice(0, at)), value: plain(piece.slice(at + 1)), types: ['text/plain'] };
      });
    }
    return [member].flat().filter((item) => item !== null).map((item) => part(name, item, encoding.contentType));
  });
}

const plain = (text) => text.replaceAll('\u0000', '=');

function part(name, item, contentType) {
  const declared = contentType?.split(',').map((type) => type.trim());
  if (item?.base64 !== undefined) {
    const value = Buffer.from(item.base64, 'base64').toString('latin1');
    return { name, value, file: true, filename: item.filename, types: declared ?? [item.contentType] };
  }
  const object = typeof item === 'object';
  return { name, value: scalar(item), types: declared ?? [object ? 'application/json' : 'text/plain'] };
}

/** Busboy takes a part for a file when it has a file name. */
function parseMultipart(request) {
  return new Promise((resolve, reject) => {
    const parts = [];
    const parser = packages.busboy({ headers: request.headers, defParamCharset: 'utf8', preservePath: true });
    parser.on('field', (name, value, info) => parts.push({ name, value, type: info.mimeType }));
    parser.on('file', (name, stream, info) => {
      const chunks = [];
      stream.on('data', (chunk) => chunks.push(chunk));
      stream.on('end', () => {
        const value = Buffer.concat(chunks).toString('latin1');
        parts.push({ name, value, file: true, filename: unquoted(info.filename), type: info.mimeType });
      });
    });
    parser.on('error', reject);
    parser.on('close', () => resolve(parts));
    parser.end(request.body);
  });
}

/** As browsers write quotes in file names (WHATWG HTML, multipart/form-data encoding algorithm). */
const unquoted = (name) => name?.replaceAll('%22', '"');
