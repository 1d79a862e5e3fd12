import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

const CALL_LIMIT_MS = 60_000;

/** A generated server over stdio, as an agent's client runs it. */
export async function start(jar, baseUrl, secret) {
  const java = process.env.JAVA_HOME ? `${process.env.JAVA_HOME}/bin/java` : 'java';
  const child = spawn(java, ['-XX:TieredStopAtLevel=1', '-jar', jar, '--stdio', '--base-url', baseUrl, '--feedback', 'off'], {
    env: { ...process.env, PROBE_ACCESS_MODE: 'full-access', PROBE_API_KEY: secret },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const waiting = new Map();
  let log = '';
  let next = 0;
  child.stderr.on('data', (chunk) => (log = (log + chunk).slice(-4000)));
  child.on('exit', (code) => {
    for (const { reject } of waiting.values()) reject(new Error(`the server ended with ${code}: ${log}`));
  });
  child.stdin.on('error', () => {});
  createInterface({ input: child.stdout }).on('line', (line) => {
    const message = JSON.parse(line);
    waiting.get(message.id)?.resolve(message);
    waiting.delete(message.id);
  });

  function request(method, params) {
    const id = ++next;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`no answer within a minute; ${log}`)), CALL_LIMIT_MS);
      const done = (settle) => (value) => {
        clearTimeout(timer);
        settle(value);
      };
      waiting.set(id, { resolve: done(resolve), reject: done(reject) });
      child.stdin.write(`${JSON.stringify({ jsonrpc: '2.0', id, method, params })}\n`);
    });
  }

  await request('initialize', { protocolVersion: '2025-06-18', capabilities: {}, clientInfo: { name: 'judge', version: '1' } });
  child.stdin.write('{"jsonrpc":"2.0","method":"notifications/initialized"}\n');

  /** The answer of execute: its text and whether it is an error. */
  async function execute(operation, args, body) {
    const params = { name: 'execute', arguments: { operation, arguments: args, ...(body !== undefined && { body }) } };
    const { result, error } = await request('tools/call', params);
    if (error) return { isError: true, text: `JSON-RPC error ${error.code}: ${error.message}` };
    return { isError: result.isError === true, text: result.content?.[0]?.text ?? '' };
  }

  return { execute, stop: () => child.kill() };
}
