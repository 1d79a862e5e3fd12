// Media types: which kind of body each is, and which of several a caller may expect.

export const essence = (type) => type.split(';')[0].trim().toLowerCase();

export function kindOf(type) {
  const bare = essence(type);
  if (bare === 'application/x-www-form-urlencoded') return 'form';
  if (bare.startsWith('multipart/')) return 'multipart';
  if (/ndjson|jsonl/.test(bare)) return 'lines';
  if (bare.endsWith('/json') || bare.endsWith('+json')) return 'json';
  if (bare.endsWith('*')) return 'any';
  if (bare.startsWith('text/') || bare.startsWith('message/') || /[/+](xml|yaml|sdp)$/.test(bare)) return 'text';
  return 'binary';
}

const ORDER = ['json', 'any', 'form', 'multipart', 'text', 'lines', 'binary'];

/** The one a caller plans for: application/json, other JSON, forms, the rest. */
export function preferred(content) {
  const types = Object.keys(content ?? {});
  const rank = (type) => (essence(type) === 'application/json' ? -1 : ORDER.indexOf(kindOf(type)));
  return types.sort((a, b) => rank(a) - rank(b))[0];
}

export function covers(declared, sent) {
  const [wanted, got] = [essence(declared), essence(sent)];
  return wanted === got || wanted === '*/*' || (wanted.endsWith('/*') && got.startsWith(wanted.slice(0, -1)));
}
