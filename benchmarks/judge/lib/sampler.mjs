// Values for parameters and bodies, derived from their schemas. Seeded: the same operation and set
// give the same values.
import { flatten, isNullable, typeOf } from './schemas.mjs';
import { NoSample } from './no-sample.mjs';
import { text } from './text.mjs';

const MAX_DEPTH = 5;

/** Numbers stay where doubles are exact. */
const SPREAD = 100_000;

/**
 * @param resolve follows references
 * @param random seeded numbers
 * @param share how many of the optional members are given, 0 to 1
 * @param choose which branch of a oneOf or anyOf is taken
 */
export function sampler(resolve, random, share, choose) {
  /** place: path, query, header, cookie or body; flat: no arrays or objects inside. */
  function value(schema, place, depth = 0, options = {}) {
    const flat = flatten(resolve, schema, choose);
    if (flat.const !== undefined) return flat.const;
    if (Array.isArray(flat.enum)) return fromEnum(flat, place);
    if (place === 'body' && depth > 0 && isNullable(flat) && random.chance(0.1)) return null;
    switch (typeOf(flat)) {
      case 'object': return object(flat, place, depth, options);
      case 'array': return array(flat, place, depth, options);
      case 'integer': return integer(flat);
      case 'number': return number(flat);
      case 'boolean': return random.chance(0.5);
      case 'null': return null;
      default: return text(flat, place, random, options);
    }
  }

  function fromEnum(schema, place) {
    const usable = schema.enum.filter((item) => item !== null && !(place === 'path' && item === ''));
    if (!usable.length) throw new NoSample('an enum without usable values');
    const wanted = usable.filter((item) => fits(typeOf(schema), item));
    if (!wanted.length) throw new NoSample('an enum of another type than its schema');
    return random.pick(wanted);
  }

  const fits = (type, item) =>
    type === 'any' || type === (Array.isArray(item) ? 'array' : typeof item) || (type === 'integer' && Number.isInteger(item));

  function integer(schema) {
    const [low, high] = range(schema, 1);
    const step = schema.multipleOf ?? 1;
    const value = Math.ceil(random.int(Math.ceil(low), Math.floor(high)) / step) * step;
    return Math.min(value, Math.floor(high)) + 0;
  }

  function number(schema) {
    const [low, high] = range(schema, 0.5);
    if (schema.multipleOf) return Math.ceil(low / schema.multipleOf) * schema.multipleOf;
    const rounded = Math.round((low + random.next() * (high - low)) * 4) / 4;
    return Math.min(Math.max(rounded, low), high) + 0;
  }

  /** Lower and upper bound; 3.0 has booleans for the exclusive ones, 3.1 numbers. */
  function range(schema, step) {
    let low = schema.minimum;
    let high = schema.maximum;
    if (schema.exclusiveMinimum === true) low += step;
    else if (typeof schema.exclusiveMinimum === 'number') low = Math.max(low ?? -Infinity, schema.exclusiveMinimum + step);
    if (schema.exclusiveMaximum === true) high -= step;
    else if (typeof schema.exclusiveMaximum === 'number') high = Math.min(high ?? Infinity, schema.exclusiveMaximum - step);
    low ??= high === undefined ? 0 : Math.min(0, high);
    high ??= Math.max(low, 0) + 1000;
    low = Math.max(low, Math.min(high, 0) - SPREAD);
    return [low, Math.min(high, Math.max(low, 0) + SPREAD)];
  }

  function array(schema, place, depth, options) {
    const least = Math.max(schema.minItems ?? 0, options.least ?? 0);
    const most = Math.max(least, Math.min(schema.maxItems ?? 3, least + 3, depth > MAX_DEPTH ? least : 99));
    const size = random.int(least, most);
    const items = [];
    for (let i = 0; i < size; i++) {
      const item = value(schema.prefixItems?.[i] ?? schema.items ?? {}, place, depth + 1, { ...options, item: true });
      const twin = schema.uniqueItems && items.some((other) => JSON.stringify(other) === JSON.stringify(item));
      if (!twin) items.push(item);
    }
    if (items.length < (schema.minItems ?? 0)) throw new NoSample('not enough different items');
    return items;
  }

  function object(schema, place, depth, options) {
    if (depth > 14) throw new NoSample('a schema that never ends');
    const required = new Set(Array.isArray(schema.required) ? schema.required : []);
    const result = {};
    const sure = depth === 1 && options.least ? random.pick(Object.keys(schema.properties ?? { x: 1 })) : undefined;
    for (const [name, member] of Object.entries(schema.properties ?? {})) {
      if (member === false || resolve(member)?.readOnly === true) continue;
      const wanted = required.has(name) || name === sure || (depth < MAX_DEPTH && random.chance(depth ? share / 2 : share));
      if (!wanted || (options.flat && isContainer(member))) continue;
      optional(required.has(name), () => {
        result[name] = value(member, place, depth + 1, options);
      });
    }
    for (const name of required) {
      if (!(name in result) && !schema.properties?.[name]) {
        result[name] = value(extra(schema) ?? {}, place, depth + 1, options);
      }
    }
    freeMembers(schema, place, depth, options, result);
    return result;
  }

  const extra = (schema) =>
    typeof schema.additionalProperties === 'object' ? schema.additionalProperties : undefined;

  const isContainer = (schema) => ['object', 'array'].includes(typeOf(flatten(resolve, schema, choose)));

  /** Members that the schema does not name: where it has no others or wants some. */
  function freeMembers(schema, place, depth, options, result) {
    const declared = Object.keys(schema.properties ?? {}).length;
    const closed = schema.additionalProperties === false || schema.patternProperties;
    const wanted = Math.max(schema.minProperties ?? 0, declared || depth >= MAX_DEPTH || options.closed ? 0 : 1);
    const names = ['alpha', 'beta key', 'gamma'];
    while (!closed && Object.keys(result).length < wanted && names.length) {
      if (options.flat && extra(schema) && isContainer(extra(schema))) break;
      const name = names.shift();
      optional((schema.minProperties ?? 0) > 0, () => {
        result[name] = value(extra(schema) ?? { type: 'string' }, place, depth + 1, options);
      });
    }
  }

  function optional(needed, assign) {
    try {
      assign();
    } catch (error) {
      if (needed || !(error instanceof NoSample)) throw error;
    }
  }

  return { value, isContainer };
}
