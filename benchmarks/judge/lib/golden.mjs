import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

const HEAD = ['operation', 'arguments', 'request', 'headers', 'content type', 'body'].join('\t');

const cell = (text) => text.replace(/[\\\t\n\r\x00-\x1f\x7f-\u00a0]/g, (c) => JSON.stringify(c).slice(1, -1).replace(/^[^\\]$/, (d) => `\\u${d.charCodeAt(0).toString(16).padStart(4, '0')}`));

/** One line: what was asked, and the request it became. */
export function row(operation, plan, request) {
  const asked = JSON.stringify({ ...plan.arguments, ...(plan.body && { body: plan.body.value }) });
  const named = plan.given.filter(({ parameter }) => ['header', 'cookie'].includes(parameter.in)).map(({ parameter }) => (parameter.in === 'cookie' ? 'cookie' : parameter.name.toLowerCase()));
  const headers = [...new Set(named)].map((name) => `${name}: ${request.headers[name] ?? ''}`).join(' | ');
  const body = Buffer.from(request.body.toString('utf8')).equals(request.body) ? request.body.toString('utf8') : `base64:${request.body.toString('base64')}`;
  return [operation.key, asked, `${request.method} ${request.target}`, headers, request.headers['content-type'] ?? '', body].map(cell).join('\t');
}

/** Lines that differ from the table; writes the table instead when told to. */
export function compareGolden(file, rows, write) {
  if (write) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `${[HEAD, ...rows].join('\n')}\n`);
    return [];
  }
  if (!existsSync(file)) return [`${file} is missing; write it with --write-golden`];
  const kept = readFileSync(file, 'utf8').replace(/\n$/, '').split('\n').slice(1);
  const differing = rows.filter((line) => !kept.includes(line)).map((line) => `golden + ${line}`);
  return [...differing, ...kept.filter((line) => !rows.includes(line)).map((line) => `golden - ${line}`)];
}
