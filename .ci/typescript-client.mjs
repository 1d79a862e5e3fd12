// The official TypeScript client: connects, lists the tools and calls one.
//
//   node typescript-client.mjs NODE_TOOLS ERA URL TOOL ARGUMENTS [HEADER...]
//
// ERA is legacy, auto, or the revision that must be spoken.

import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { join } from "node:path";

const [tools, era, url, tool, args, ...headers] = process.argv.slice(2);
const resolve = createRequire(join(tools, "package.json")).resolve;
const { Client, StreamableHTTPClientTransport } = await import(
  pathToFileURL(resolve("@modelcontextprotocol/client"))
);

const pinned = /^\d{4}-/.test(era);
const client = new Client(
  { name: "check", version: "1.0.0" },
  { versionNegotiation: { mode: pinned ? { pin: era } : era } },
);
const requestInit = {
  headers: Object.fromEntries(
    headers.map((header) => {
      const colon = header.indexOf(":");
      return [header.slice(0, colon).trim(), header.slice(colon + 1).trim()];
    }),
  ),
};
await client.connect(new StreamableHTTPClientTransport(new URL(url), { requestInit }));

function expect(condition, what) {
  if (!condition) throw new Error(what);
}
const spoken = client.getProtocolEra();
expect(spoken === (era === "legacy" ? "legacy" : "modern"), `the ${spoken} era was spoken`);
const listed = await client.listTools();
expect(listed.tools.some(({ name }) => name === tool), `no tool ${tool} in the list`);
const result = await client.callTool({ name: tool, arguments: JSON.parse(args) });
expect(result.content.length > 0, "an answer without content");
expect(!result.isError, `an error: ${JSON.stringify(result.content)}`);
await client.callTool({ name: "no_such_tool", arguments: {} }).then(
  () => expect(false, "a tool that does not exist was called"),
  (error) => expect(error.code === -32602, `${error.code} for a tool that does not exist`),
);
await client.close();
