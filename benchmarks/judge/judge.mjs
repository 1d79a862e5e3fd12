// Drives generated servers over stdio and judges every request they send. See README.md.
import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve as absolute } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import { compareBody } from './lib/bodies.mjs';
import { load, operations, resolver } from './lib/document.mjs';
import { falseAlarms } from './lib/false-alarms.mjs';
import { compareGolden, row } from './lib/golden.mjs';
import { start } from './lib/mcp.mjs';
import { loadPackages } from './lib/packages.mjs';
import { planner } from './lib/plan.mjs';
import { random } from './lib/random.mjs';
import { BASE, compare } from './lib/requests.mjs';
import { SECRET, securityOf } from './lib/security.mjs';
import { upstream } from './lib/upstream.mjs';
import { validator } from './lib/validator.mjs';

const HERE = dirname(fileURLToPath(import.meta.url));
const HOME = absolute(HERE, '../..');

/** The documents with a golden table, and the sets of arguments that it shows. */
const GOLDEN = {
  'readme_parameters-style.json': [0, 1, 2],
  'readme_file-uploads.json': [0, 1, 2],
  'xero_files.yaml': [1],
  'stripe.json': [0],
  'twilio_messaging_v1.yaml': [1],
};

/** How many of the optional members each set of arguments gives. */
const SHARES = [0.15, 0.5, 0.8];

const ATTEMPTS = 12;

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    packages: { type: 'string', default: join(HOME, 'target/node-judge') },
    sets: { type: 'string', default: '3' },
    only: { type: 'string', default: '' },
    'write-golden': { type: 'boolean', default: false },
    show: { type: 'string', default: '5' },
    jobs: { type: 'string', default: '2' },
  },
});
if (positionals.length !== 1) {
  console.error('usage: node judge.mjs SPECS-FOLDER [--only WORD] [--sets 1..3] [--write-golden] [--show N] [--jobs N]');
  process.exit(2);
}
const folder = absolute(positionals[0]);
const alarms = falseAlarms(join(HERE, 'false-alarms.tsv'));

/** Documents of the folder; in a sub-folder, the first one that has paths is the entry. */
function documents() {
  const isSpec = (name) => /\.(json|ya?ml)$/.test(name);
  return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1)).flatMap((entry) => {
    if (entry.isFile()) return isSpec(entry.name) ? [join(folder, entry.name)] : [];
    const inside = ['', 'spec'].map((sub) => join(folder, entry.name, sub)).filter(existsSync);
    return inside.flatMap((dir) => readdirSync(dir).filter((name) => /public|swagger|openapi/i.test(name) && isSpec(name)).map((name) => join(dir, name)));
  }).filter((file) => relative(folder, file).includes(options.only));
}

/** Builds the server when the document or the generator is newer than its jar. */
async function build(file) {
  const name = relative(folder, file);
  const out = join(HOME, 'target/judge', name.replace(/[^\w.-]/g, '_'));
  const jar = join(out, 'server.jar');
  const time = (path) => (existsSync(path) ? statSync(path).mtimeMs : 0);
  if (time(jar) > Math.max(time(file), time(join(HOME, 'target/run.stamp')))) return jar;
  const top = join(folder, name.split('/')[0]);
  const root = dirname(file) === folder ? [] : ['--root', top];
  mkdirSync(out, { recursive: true });
  await promisify(execFile)(join(HOME, 'run'), ['--spec', file, ...root, '--name', 'Probe', '--out', out, '--build-only'], { maxBuffer: 1 << 26 });
  return jar;
}

async function judge(file) {
  const spec = relative(folder, file);
  const summary = { spec, operations: 0, calls: 0, ok: 0, violations: 0, alarms: 0, unreached: 0, excused: 0, notes: [] };
  const jar = await build(file);
  const document = await load(file);
  const resolve = resolver(document);
  const list = operations(document);
  summary.operations = list.length;
  if (!list.length) return summary;
  const security = securityOf(document, resolve);
  for (const operation of list) {
    operation.queryCredential = [...security.keyNames].some((name) => name.startsWith('query '));
  }
  const outside = await validator(document, list);
  const { plan } = planner(resolve, security);
  const api = await upstream();
  const server = await start(jar, `http://127.0.0.1:${api.port}${BASE}`, SECRET);
  const golden = [];
  const tell = (operation, set, complaint, detail, field) => {
    const excused = alarms.excuses(spec, operation.key, complaint);
    summary[excused ? (field === 'unreached' ? 'excused' : 'alarms') : field]++;
    if (excused) return true;
    summary.notes.push(`${spec}\t${operation.key}\tset ${set}\t${complaint}${detail}`);
    return false;
  };
  try {
    for (const [index, operation] of list.entries()) {
      for (let set = 0; set < Number(options.sets); set++) {
        await one(index, operation, set);
      }
    }
  } finally {
    server.stop();
    api.close();
  }
  if (GOLDEN[spec]) {
    const table = join(HERE, 'golden', `${basename(spec).replace(/\.\w+$/, '')}.tsv`);
    const differences = compareGolden(table, golden, options['write-golden']);
    summary.violations += differences.length;
    summary.notes.push(...differences.slice(0, 20));
  }
  return summary;

  /** The first sample that the validator takes; what it rejects always is told after the call. */
  function fitting(index, operation, set) {
    let first;
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const seeded = random(`${spec} ${operation.key} ${set} ${attempt}`);
      const share = attempt < ATTEMPTS - 2 ? SHARES[set] : 0;
      try {
        const planned = plan(operation, seeded, share, attempt ? (count) => seeded.int(0, count - 1) : undefined);
        if (outside.accepts(index, operation, planned)) return planned;
        first ??= planned;
      } catch (error) {
        if (!first && attempt === ATTEMPTS - 1) throw error;
      }
    }
    return first;
  }

  async function one(index, operation, set) {
    summary.calls++;
    let planned;
    try {
      planned = fitting(index, operation, set);
    } catch (error) {
      tell(operation, set, `not sampled: ${error.message}`, '', 'unreached');
      return;
    }
    const asked = `\n    arguments ${JSON.stringify(planned.arguments)} body ${JSON.stringify(planned.body?.value)?.slice(0, 1500)}`;
    const answer = await server.execute(operation.key, planned.arguments, planned.body?.value);
    const requests = api.take();
    if (!requests.length) {
      tell(operation, set, `not sent: ${answer.text.slice(0, 500)}`, asked, 'unreached');
      return;
    }
    const request = requests[0];
    const complaints = [
      ...(requests.length > 1 ? [`${requests.length} requests`] : []),
      ...compare(operation, planned, request, security),
      ...(await compareBody(operation, planned, request)),
      ...outside.check(index, operation, planned, request),
    ];
    const raw = `${asked}\n    ${request.method} ${request.target} ${request.headers['content-type'] ?? ''} ${request.body.toString('utf8').slice(0, 600)}`;
    const open = complaints.filter((complaint) => !tell(operation, set, complaint, raw, 'violations'));
    if (!open.length) summary.ok++;
    if (GOLDEN[spec]?.includes(set)) golden.push(row(operation, planned, { ...request, target: request.target.replace(BASE, '') }));
  }
}

await loadPackages(options.packages);
const began = Date.now();
const files = documents();
const results = [];

/** Judges a document and tells the result, which is also what it says of a document that nobody could judge. */
async function tellOf(file) {
  const spec = relative(folder, file);
  try {
    const result = await judge(file);
    console.error(`${((Date.now() - began) / 1000).toFixed(0)} s\t${spec}\t${result.operations} operations, ${result.ok}/${result.calls} ok, ${result.violations} violations, ${result.unreached} not reached`);
    const shown = result.notes.slice(0, Number(options.show));
    shown.forEach((note) => console.error(`  ${note}`));
    if (shown.length < result.notes.length) console.error(`  … ${result.notes.length - shown.length} more (--show ${result.notes.length})`);
    return result;
  } catch (error) {
    const message = `${error.stderr ?? ''}${error.stack}`.slice(-1500);
    const excused = alarms.excuses(spec, '-', `not judged: ${message}`);
    console.error(`${spec}: not judged: ${message}`);
    return { spec, operations: 0, calls: 0, ok: 0, violations: excused ? 0 : 1, alarms: 0, unreached: 0, excused: excused ? 1 : 0 };
  }
}

// A server is waited for while another document is judged.
const queue = [...files.entries()];
await Promise.all(
  Array.from({ length: Math.max(1, Number(options.jobs)) }, async () => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      const [index, file] = next;
      results[index] = await tellOf(file);
    }
  }),
);

const COLUMNS = ['operations', 'calls', 'ok', 'violations', 'alarms', 'unreached', 'excused'];
const total = { spec: `total of ${results.length}` };
for (const column of COLUMNS) total[column] = results.reduce((sum, result) => sum + result[column], 0);
console.log(['spec', ...COLUMNS].join('\t'));
[...results, total].forEach((result) => console.log([result.spec, ...COLUMNS.map((column) => result[column])].join('\t')));
if (!options.only) {
  alarms.unused().forEach((line) => console.error(`false-alarms.tsv: hits nothing: ${line}`));
}
process.exitCode = total.violations + total.unreached > 0 ? 1 : 0;
