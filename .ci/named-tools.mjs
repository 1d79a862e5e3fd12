// Each list of tools through the official TypeScript client and the Inspector, each schema through Ajv.
//
//   node named-tools.mjs NODE_TOOLS FOLDER

import { createRequire } from "node:module";
import { execFile } from "node:child_process";
import { createServer } from "node:http";
import { readdirSync, readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { join } from "node:path";
import { promisify } from "node:util";

const [tools, folder] = process.argv.slice(2);
const require = createRequire(join(tools, "package.json"));
const { Client, StreamableHTTPClientTransport } = await import(
  pathToFileURL(require.resolve("@modelcontextprotocol/client"))
);
const Ajv = require("ajv/dist/2020").default;

// A server that answers with what was written: the client cannot tell the difference.
let list = {};
const server = createServer(async (request, response) => {
  if (request.method !== "POST") return response.writeHead(405).end();
  let text = "";
  for await (const chunk of request) text += chunk;
  const { id, method } = JSON.parse(text);
  if (id === undefined) return response.writeHead(202).end();
  const result =
    method === "initialize"
      ? {
          protocolVersion: "2025-11-25",
          capabilities: { tools: {} },
          serverInfo: { name: "lists", version: "1" },
        }
      : list;
  response.writeHead(200, { "Content-Type": "application/json" });
  response.end(JSON.stringify({ jsonrpc: "2.0", id, result }));
});
// Compiling many schemas takes longer than an idle connection lives.
server.keepAliveTimeout = 0;
await new Promise((done) => server.listen(0, "127.0.0.1", done));
const url = new URL(`http://127.0.0.1:${server.address().port}/mcp`);

async function throughClient(expected) {
  const client = new Client(
    { name: "check", version: "1.0.0" },
    { versionNegotiation: { mode: "legacy" } },
  );
  await client.connect(new StreamableHTTPClientTransport(url));
  const listed = await client.listTools();
  await client.close();
  if (listed.tools.length !== expected)
    throw new Error(`the client has ${listed.tools.length} of ${expected} tools`);
}

async function throughInspector(expected) {
  const inspector = join(tools, "node_modules/.bin/mcp-inspector");
  const flags = ["--cli", url.href, "--transport", "http", "--method", "tools/list", "--strict"];
  const { stdout } = await promisify(execFile)(inspector, flags, {
    maxBuffer: 64 * 1024 * 1024,
    timeout: 60_000,
  });
  const shown = JSON.parse(stdout).tools.length;
  if (shown !== expected) throw new Error(`the Inspector has ${shown} of ${expected} tools`);
}

function schemas(all) {
  const ajv = new Ajv({
    strict: true,
    strictRequired: false,
    strictTypes: false,
    validateFormats: false,
    unicodeRegExp: true,
  });
  for (const tool of all) {
    for (const name of ["inputSchema", "outputSchema"]) {
      if (!(name in tool)) continue;
      try {
        if (!ajv.validateSchema(tool[name])) throw new Error(ajv.errorsText());
        new Ajv({ ...ajv.opts }).compile(tool[name]);
      } catch (error) {
        throw new Error(`${tool.name}, ${name}: ${error.message}`);
      }
    }
  }
}

let failed = 0;
let total = 0;
for (const file of readdirSync(folder).sort()) {
  list = JSON.parse(readFileSync(join(folder, file), "utf8"));
  try {
    await throughClient(list.tools.length);
    await throughInspector(list.tools.length);
    schemas(list.tools);
    total += list.tools.length;
    console.log(`ok    ${file.replace(/\.json$/, "")}: ${list.tools.length} tools`);
  } catch (error) {
    failed++;
    console.log(`FAIL  ${file.replace(/\.json$/, "")}: ${error.message}`);
  }
}
server.close();
console.log(`${total} tools accepted, ${failed} lists refused`);
process.exit(failed ? 1 : 0);
