import { createServer } from 'node:http';

/** A loopback API that keeps every request and answers each with an empty object. */
export async function upstream() {
  let requests = [];
  const server = createServer((incoming, response) => {
    const chunks = [];
    incoming.on('data', (chunk) => chunks.push(chunk));
    incoming.on('end', () => {
      const raw = incoming.rawHeaders;
      const headerList = raw.filter((_, i) => i % 2 === 0).map((name, i) => [name, raw[2 * i + 1]]);
      requests.push({ method: incoming.method, target: incoming.url, headers: incoming.headers, headerList, body: Buffer.concat(chunks) });
      response.writeHead(200, { 'Content-Type': 'application/json' });
      response.end('{}');
    });
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const take = () => requests.splice(0);
  return { port: server.address().port, take, close: () => server.close() || server.closeAllConnections() };
}
