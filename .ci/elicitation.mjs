// The official TypeScript client lets its user be asked, in both eras and over both transports.
//
//   node elicitation.mjs NODE_TOOLS ERA ANSWER TARGET TOOL ARGUMENTS [HEADER...]
//
// ERA is legacy or the revision that must be spoken; ANSWER is accept, decline, cancel, or none for
// a client that does not declare that it can ask; TARGET is a URL, or a command line in a JSON
// array. Prints what the tool answered; exit code 1 unless the user was asked exactly once, or not
// at all where the client cannot ask.

import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { join } from "node:path";

const [tools, era, answer, target, tool, args, ...headers] = process.argv.slice(2);
const resolve = createRequire(join(tools, "package.json")).resolve;
const load = (name) => import(pathToFileURL(resolve(name)));
const { Client, StreamableHTTPClientTransport } = await load("@modelcontextprotocol/client");
const { StdioClientTransport } = await load("@modelcontextprotocol/client/stdio");

function expect(condition, what) {
  if (!condition) throw new Error(what);
}

function transport() {
  if (target.startsWith("[")) {
    const [command, ...rest] = JSON.parse(target);
    return new StdioClientTransport({ command, args: rest, env: process.env });
  }
  const pairs = headers.map((header) => {
    const colon = header.indexOf(":");
    return [header.slice(0, colon).trim(), header.slice(colon + 1).trim()];
  });
  return new StreamableHTTPClientTransport(new URL(target), {
    requestInit: { headers: Object.fromEntries(pairs) },
  });
}

const pinned = /^\d{4}-/.test(era);
const client = new Client(
  { name: "check", version: "1.0.0" },
  {
    capabilities: answer === "none" ? {} : { elicitation: { form: {} } },
    versionNegotiation: { mode: pinned ? { pin: era } : era },
  },
);
let asked = 0;
if (answer !== "none") {
  client.setRequestHandler("elicitation/create", async (request) => {
    asked++;
    expect(request.params.message.length > 0, "a question without words");
    expect(request.params.requestedSchema.type === "object", "a question without a form");
    const names = Object.keys(request.params.requestedSchema.properties);
    const content = Object.fromEntries(names.map((name) => [name, "Ada"]));
    return answer === "accept" ? { action: answer, content } : { action: answer };
  });
}
await client.connect(transport());
const spoken = client.getProtocolEra();
expect(spoken === (pinned ? "modern" : "legacy"), `the ${spoken} era was spoken`);
let text;
try {
  const result = await client.callTool({ name: tool, arguments: JSON.parse(args) });
  text = (result.isError ? "error: " : "") + result.content[0].text;
} catch (error) {
  text = `error ${error.code}: ${error.message}`;
}
await client.close();
console.log(text);
expect(asked === (answer === "none" ? 0 : 1), `the user was asked ${asked} times`);
