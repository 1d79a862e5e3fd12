// Strings for a schema: formats and patterns where there are some, else words that need encoding.
import { packages } from './packages.mjs';
import { NoSample } from './no-sample.mjs';

const ANYWHERE = [
  'plain', 'two words', 'a/b', 'a&b=c', '1+1', '100%', '%41', 'né ü', '日本 語', '"quoted"', "it's",
  'semi;colon', 'a,b', 'a|b', 'x?y#z', '{curly}', '[square]', '~tilde-._', '<tag>', 'back\\slash',
  '@:!$()*', '😀',
];
const HEADER = ['plain', 'two words', 'a/b', 'a&b=c', '1+1', '100%', '"quoted"', "it's", '{curly}', '~t-._', '@:!$()*'];
const BODY = [...ANYWHERE, 'line\nbreak', 'tab\there', ''];

const FORMATS = {
  date: '2024-02-29',
  'date-time': '2024-02-29T12:30:45Z',
  time: '12:30:45Z',
  duration: 'P3D',
  uuid: '6f1e0d5c-3c2b-4a19-8877-665544332211',
  email: 'first.last+tag@example.com',
  'idn-email': 'first.last@example.com',
  uri: 'https://example.com/a%20b?c=d&e=f',
  url: 'https://example.com/a%20b?c=d&e=f',
  'uri-reference': '/a/b?c=d',
  hostname: 'host.example.com',
  ipv4: '192.0.2.1',
  ip: '192.0.2.1',
  ipv6: '2001:db8::1',
  byte: 'aGVsbG8gd29ybGQ/Pw==',
  base64: 'aGVsbG8gd29ybGQ/Pw==',
  int32: '7',
  int64: '7',
  decimal: '12.5',
  'json-pointer': '/a/b',
  regex: '^a+$',
};

export function text(schema, place, random, options = {}) {
  const least = schema.minLength ?? 0;
  const most = schema.maxLength ?? Infinity;
  if (schema.pattern) return fromPattern(schema, place, random, least, most);
  const format = FORMATS[schema.format];
  if (format !== undefined && length(format) >= least && length(format) <= most) return format;
  const words = wordsFor(place, options.without);
  for (let attempt = 0; attempt < 40; attempt++) {
    const word = fit(random.pick(words), least, most);
    if (word !== undefined && usable(word, place)) return word;
  }
  return fit('x', least, most) ?? '';
}

const length = (word) => [...word].length;

function wordsFor(place, without) {
  const words = place === 'body' ? BODY : place === 'header' ? HEADER : ANYWHERE;
  return without ? words.filter((word) => !word.includes(without)) : words;
}

function fit(word, least, most) {
  const points = [...word];
  if (points.length > most) return points.slice(0, most).join('').replace(/^ | $/g, 'x') || undefined;
  return points.length < least ? word + 'x'.repeat(least - points.length) : word;
}

function usable(word, place) {
  if (place === 'body') return true;
  return word !== '' && word !== '.' && word !== '..' && word === word.trim();
}

function fromPattern(schema, place, random, least, most) {
  let expression;
  try {
    expression = new RegExp(schema.pattern, 'u');
  } catch {
    try {
      expression = new RegExp(schema.pattern);
    } catch {
      throw new NoSample(`the pattern ${schema.pattern}`);
    }
  }
  const known = [FORMATS[schema.format], schema.example, schema.default].filter((item) => typeof item === 'string');
  for (const word of known) {
    if (fitsAll(word, expression, place, least, most)) return word;
  }
  for (let attempt = 0; attempt < 60; attempt++) {
    const word = generated(schema.pattern, random, attempt, most);
    if (word !== undefined && fitsAll(word, expression, place, least, most)) return word;
  }
  throw new NoSample(`the pattern ${schema.pattern}`);
}

function fitsAll(word, expression, place, least, most) {
  const inside = length(word) >= least && length(word) <= most;
  const sendable = place !== 'header' || /^[\x20-\x7e]*$/.test(word);
  return inside && expression.test(word) && usable(word, place) && sendable;
}

function generated(pattern, random, attempt, most) {
  try {
    const maker = new packages.RandExp(pattern);
    maker.max = Math.min(attempt < 30 ? 8 : 40, most);
    maker.defaultRange.subtract(33, 47);
    maker.randInt = (low, high) => random.int(low, high);
    return maker.gen();
  } catch {
    return undefined;
  }
}
