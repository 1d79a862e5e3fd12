// One call: the arguments and the body an agent would give for an operation.
import { flatten, typeOf } from './schemas.mjs';
import { kindOf, preferred } from './media.mjs';
import { sampler } from './sampler.mjs';
import { styleOf } from './serialize.mjs';

const IGNORED_HEADERS = ['accept', 'content-type', 'authorization'];

/** OpenAPI, Parameter Object, "name": these header parameters shall be ignored. */
export const isIgnored = (parameter) =>
  parameter.in === 'header' && IGNORED_HEADERS.includes(parameter.name.toLowerCase());

export function planner(resolve, security) {
  function plan(operation, random, share, choose) {
    const make = sampler(resolve, random, share, choose);
    const given = [];
    for (const parameter of operation.parameters.filter((item) => !isIgnored(item))) {
      const needed = parameter.required === true || parameter.in === 'path';
      if (!needed && (security.isCredential(parameter) || !random.chance(Math.max(share, 0.3)))) continue;
      try {
        given.push({ parameter, value: parameterValue(make, parameter, needed) });
      } catch (error) {
        if (needed) throw error;
      }
    }
    const body = operation.body && bodyOf(make, operation, random, share);
    return { given, body, arguments: argumentsOf(operation, given) };
  }

  function parameterValue(make, parameter, needed) {
    const content = Object.values(parameter.content ?? {})[0];
    if (content) return make.value(content.schema ?? {}, parameter.in === 'header' ? 'header' : 'body', 1);
    const { style, explode } = styleOf(parameter);
    const nested = style === 'deepObject';
    const without = { spaceDelimited: ' ', pipeDelimited: '|' }[style];
    return make.value(parameter.schema ?? {}, parameter.in, 1, {
      flat: !nested,
      least: needed ? 1 : 0,
      without: !explode || parameter.in === 'header' ? (without ?? (parameter.in === 'header' ? ',' : undefined)) : undefined,
    });
  }

  function bodyOf(make, operation, random, share) {
    const type = preferred(operation.body.content);
    if (!type || (!operation.body.required && !random.chance(share < 0.5 ? 0.5 : 1))) return undefined;
    const media = operation.body.content[type];
    return { type, media, value: bodyValue(make, kindOf(type), media, random) };
  }

  function bodyValue(make, kind, media, random) {
    if (kind === 'text') return '<note id="1">né & more</note>\n';
    if (kind === 'binary') return Buffer.from([0, 255, 10, 13, random.int(0, 255), 128]).toString('base64');
    if (kind === 'lines') return [{ a: 1 }, { b: 'two\nlines' }];
    if (kind === 'multipart') return multipart(make, media, random);
    return make.value(media.schema ?? {}, 'body');
  }

  function multipart(make, media, random) {
    const value = make.value(media.schema ?? {}, 'body');
    if (typeof value !== 'object') return { file: file(random) };
    const schema = flatten(resolve, media.schema ?? {});
    for (const [name, member] of Object.entries(schema.properties ?? {})) {
      const flat = flatten(resolve, member);
      if (name in value && isFile(flat)) value[name] = file(random, media.encoding?.[name]);
      if (name in value && typeOf(flat) === 'array' && isFile(flatten(resolve, flat.items ?? {}))) {
        value[name] = [file(random, media.encoding?.[name]), file(random, media.encoding?.[name])];
      }
    }
    return value;
  }

  return { plan };
}

/** A file of a form: `format: binary` in 3.0, `contentMediaType` alone in 3.1. */
export function isFile(schema) {
  const string = typeOf(schema) === 'string' || typeOf(schema) === 'any';
  return string && (schema.format === 'binary' || (schema.contentMediaType && !schema.contentEncoding));
}

function file(random, encoding) {
  const types = (encoding?.contentType ?? 'image/png').split(',').map((type) => type.trim());
  const type = types[0].includes('*') ? types[0].replace('*/*', 'image/png').replace('*', 'png') : types[0];
  const bytes = Buffer.from(['P'.charCodeAt(0), 0, 13, 10, random.int(0, 255), 255]);
  return { filename: `né "a" ${random.int(1, 9)}.png`, contentType: type, base64: bytes.toString('base64') };
}

/** By name; `in.name` where several places have that name. */
function argumentsOf(operation, given) {
  const seen = operation.parameters.filter((parameter) => !isIgnored(parameter)).map((item) => item.name);
  const result = {};
  for (const { parameter, value } of given) {
    const shared = seen.filter((name) => name === parameter.name).length > 1;
    result[shared ? `${parameter.in}.${parameter.name}` : parameter.name] = value;
  }
  return result;
}
