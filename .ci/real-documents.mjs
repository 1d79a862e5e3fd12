// Drives ./run --spec FILE --stdio on real documents: tools/list stays small, search finds the
// operation, execute refuses in read-only mode, and in full-access mode the request is exact.
//
//   node .ci/real-documents.mjs SPECS_FOLDER
//
// Prints a line per check; exit code 1 when one fails.
import { spawn } from 'node:child_process';
import { createServer } from 'node:http';
import { createInterface } from 'node:readline';
import { existsSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(path.dirname(new URL(import.meta.url).pathname), '..');
const specs = process.argv[2];
if (!specs || !existsSync(specs)) {
  console.error('usage: node .ci/real-documents.mjs SPECS_FOLDER');
  process.exit(2);
}

const CASES = [
  {
    spec: 'github.json',
    query: 'create an issue in a repository',
    route: 'POST /repos/{owner}/{repo}/issues',
    call: {
      arguments: { owner: 'octo org', repo: 'hello/world' },
      body: { title: 'Found a bug', labels: ['bug', 'ui'], milestone: null },
    },
    expected: {
      line: 'POST /repos/octo%20org/hello%2Fworld/issues',
      authorization: 'Bearer key-123',
      'content-type': 'application/json',
      body: '{"title":"Found a bug","labels":["bug","ui"],"milestone":null}',
    },
  },
  {
    spec: 'stripe.json',
    query: 'create a customer',
    route: 'POST /v1/customers',
    call: {
      arguments: {},
      body: {
        name: 'Ann & Co',
        address: { city: 'Köln', line1: 'Ring 1' },
        preferred_locales: ['de', 'en'],
      },
    },
    expected: {
      line: 'POST /v1/customers',
      authorization: 'Bearer key-123',
      'content-type': 'application/x-www-form-urlencoded',
      body:
        'name=Ann+%26+Co&address%5Bcity%5D=K%C3%B6ln&address%5Bline1%5D=Ring%201' +
        '&preferred_locales%5B0%5D=de&preferred_locales%5B1%5D=en',
    },
  },
  {
    spec: 'docker_engine.swagger2.yaml',
    query: 'create a container',
    route: 'POST /containers/create',
    call: {
      arguments: { name: 'web_1', platform: 'linux/arm64/v8' },
      body: { Image: 'nginx:1.29', Env: ['A=b c'], HostConfig: { Memory: 9007199254740993 } },
    },
    // The number does not survive JSON.parse; it is put in as text below.
    raw: ['9007199254740992', '9007199254740993'],
    expected: {
      line: 'POST /containers/create?name=web_1&platform=linux%2Farm64%2Fv8',
      authorization: 'Bearer key-123',
      'content-type': 'application/json',
      body: '{"Image":"nginx:1.29","Env":["A=b c"],"HostConfig":{"Memory":9007199254740993}}',
    },
  },
];

let failed = false;
function check(name, ok, detail = '') {
  failed ||= !ok;
  console.log(`${ok ? 'ok   ' : 'FAIL '} ${name}${ok ? '' : `\n      ${detail}`}`);
}

/** An upstream that remembers what it was sent. */
async function upstream() {
  const seen = [];
  const server = createServer((request, response) => {
    const chunks = [];
    request.on('data', (chunk) => chunks.push(chunk));
    request.on('end', () => {
      seen.push({
        ...request.headers,
        line: `${request.method} ${request.url}`,
        body: Buffer.concat(chunks).toString('utf8'),
      });
      response.setHeader('content-type', 'application/json');
      response.end('{"ok":true}');
    });
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { seen, server, url: `http://127.0.0.1:${server.address().port}` };
}

/** A client on the server's standard streams. */
function client(spec, url, environment) {
  const child = spawn(
    path.join(root, 'run'),
    ['--spec', path.join(specs, spec), '--name', 'Probe', '--stdio', '--base-url', url],
    { env: { ...process.env, PROBE_FEEDBACK: 'off', ...environment }, stdio: ['pipe', 'pipe', 'pipe'] },
  );
  let log = '';
  child.stderr.on('data', (chunk) => (log += chunk));
  const waiting = new Map();
  createInterface({ input: child.stdout }).on('line', (line) => {
    try {
      const message = JSON.parse(line);
      waiting.get(message.id)?.({ ...message, bytes: Buffer.byteLength(line) });
    } catch {
      check(`${spec}: standard output carries messages only`, false, line);
    }
  });
  child.on('exit', (code) => waiting.forEach((resolve) => resolve({ error: `exit ${code}\n${log}` })));
  let id = 0;
  const send = (message) => child.stdin.write(JSON.stringify({ jsonrpc: '2.0', ...message }) + '\n');
  const request = (method, params, edit = (text) => text) =>
    new Promise((resolve) => {
      waiting.set(++id, resolve);
      child.stdin.write(edit(JSON.stringify({ jsonrpc: '2.0', id, method, params })) + '\n');
    });
  const tool = async (name, args, edit) => {
    const answer = await request('tools/call', { name, arguments: args }, edit);
    if (!answer.result) return { isError: true, text: JSON.stringify(answer) };
    return { isError: answer.result.isError === true, text: answer.result.content[0].text };
  };
  return { child, request, tool, send };
}

async function connected(spec, url, environment) {
  const one = client(spec, url, environment);
  await one.request('initialize', {
    protocolVersion: '2025-11-25',
    capabilities: {},
    clientInfo: { name: 'check', version: '1' },
  });
  one.send({ method: 'notifications/initialized' });
  return one;
}

async function ended({ child }) {
  child.stdin.end();
  await new Promise((resolve) => (child.exitCode === null ? child.on('exit', resolve) : resolve()));
}

for (const one of CASES) {
  const api = await upstream();
  const reader = await connected(one.spec, api.url, { PROBE_API_KEY: 'key-123' });
  const list = await reader.request('tools/list', {});
  check(`${one.spec}: tools/list is ${Math.ceil(list.bytes / 4)} tokens`, list.bytes <= 4000);
  const found = await reader.tool('search', { query: one.query });
  const routes = found.text.match(/^\S+: [A-Z]+ \/\S*$/gm) ?? [];
  const place = routes.findIndex((line) => line.endsWith(`: ${one.route}`)) + 1;
  check(`${one.spec}: "${one.query}" finds ${one.route} at ${place}`, place >= 1 && place <= 3, found.text);
  const call = { operation: one.route, ...one.call };
  const edit = one.raw && ((text) => text.replace(one.raw[0], one.raw[1]));
  const refused = await reader.tool('execute', call, edit);
  check(
    `${one.spec}: refused in read-only mode, naming header and variable`,
    refused.isError &&
      refused.text.includes('X-Probe-Access-Mode: full-access') &&
      refused.text.includes('PROBE_ACCESS_MODE=full-access') &&
      api.seen.length === 0,
    refused.text,
  );
  await ended(reader);
  const writer = await connected(one.spec, api.url, {
    PROBE_API_KEY: 'key-123',
    PROBE_ACCESS_MODE: 'full-access',
  });
  const answer = await writer.tool('execute', call, edit);
  check(`${one.spec}: runs in full-access mode`, !answer.isError, answer.text);
  const [sent = {}] = api.seen;
  for (const [name, value] of Object.entries(one.expected)) {
    check(`${one.spec}: exact ${name}`, sent[name] === value, `sent ${sent[name]}\n      want ${value}`);
  }
  await ended(writer);
  api.server.close();
}
process.exit(failed ? 1 : 0);
