// Makes the names that a script sees, and runs it. Takes what it uses itself from the global object
// before the script can change that. What a script does to its own globals harms nobody else: every
// decision about a call is made outside, in Java.
const invoke = globalThis.java_invoke;
const { parse, stringify } = JSON;
const { apply } = Reflect;
const text = String;
const { slice, toWellFormed } = String.prototype;
const then = Promise.prototype.then;
const NativeProxy = Proxy;
const NativeError = Error;
const has = Object.prototype.hasOwnProperty;
const isArray = Array.isArray;
const AsyncFunction = (async () => {}).constructor;
for (const name of ['java_invoke', 'plugin', 'Javy', 'console', 'gc', 'print', 'std', 'os', 'bjson', 'navigator']) {
  delete globalThis[name];
}

// Java has no words for half a character.
const call = (kind, name, words) => invoke(kind, apply(toWellFormed, name, []), apply(toWellFormed, words, []));

class ApiError extends NativeError {
  constructor(failure) {
    super(failure.message);
    this.name = 'ApiError';
    if (failure.status !== undefined) this.status = failure.status;
    if (failure.body !== undefined) this.body = failure.body;
  }
}

const answer = (reply) => {
  const { value, error, shape, operation } = parse(reply);
  if (error !== undefined) throw new ApiError(error);
  return shape === undefined ? value : observed(value, shape, operation, '');
};

// A dry run notes reads of fields that the document's schema does not have.
function observed(value, shape, operation, path) {
  if (value === null || typeof value !== 'object' || shape === undefined) return value;
  return new NativeProxy(value, {
    get(target, key, receiver) {
      const member = Reflect.get(target, key);
      if (typeof key !== 'string') return member;
      if (isArray(target)) {
        return typeof member === 'function' ? member : observed(member, shape.items, operation, path + '[]');
      }
      const known = shape.fields;
      if (known === undefined) return member;
      if (apply(has, known, [key])) return observed(member, known[key], operation, path + '.' + key);
      if (shape.open !== true && member === undefined && key !== 'then' && key !== 'toJSON') {
        call('field', operation, path + '.' + key);
      }
      return member;
    },
  });
}

const line = (value) => {
  if (typeof value === 'string') return value;
  try {
    return stringify(value) ?? text(value);
  } catch {
    return text(value);
  }
};

const log = (...values) => {
  let words = '';
  for (let i = 0; i < values.length; i++) words += (i === 0 ? '' : ' ') + line(values[i]);
  call('log', '', words);
};
const console = { log, info: log, warn: log, error: log, debug: log };

const search = async (query) => answer(call('search', '', text(query)));

const operations = new Map();
const get = Map.prototype.get;
const set = Map.prototype.set;
const api = new NativeProxy({ __proto__: null }, {
  get(_, name) {
    // A promise that resolves to api must not take it for another promise.
    if (typeof name !== 'string' || name === 'then') return undefined;
    let operation = apply(get, operations, [name]);
    if (operation === undefined) {
      operation = async (args, body) => answer(call('call', name, stringify({ __proto__: null, args, body })));
      apply(set, operations, [name, operation]);
    }
    return operation;
  },
  set() {
    throw new NativeError('api cannot be changed');
  },
  has: () => true,
});

const fail = (kind, thrown) => {
  let message;
  let stack = '';
  try {
    const isError = thrown instanceof NativeError;
    message = isError ? text(thrown.name) + ': ' + text(thrown.message) : 'threw ' + line(thrown);
    stack = isError ? text(thrown.stack) : '';
  } catch {
    message = 'threw a value that cannot be shown';
  }
  call(kind, apply(slice, stack, [0, 2000]), apply(slice, message, [0, 4000]));
};

const done = (value) => {
  let result;
  try {
    result = stringify(value);
  } catch (e) {
    fail('unprintable', e);
  }
  invoke('done', '', result ?? 'null');
};

let script;
try {
  script = new AsyncFunction('api', 'search', 'console', invoke('source', '', ''));
} catch (e) {
  fail('syntax', e);
}
const value = script(api, search, console);
apply(then, value, [done, (thrown) => fail('thrown', thrown)]);
