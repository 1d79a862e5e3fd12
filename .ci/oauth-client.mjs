// The official TypeScript client against a server with OAuth: it is refused without a token, finds the
// authorization server by the metadata, gets a token with PKCE, lists the tools, lacks a scope for a
// call, steps up and makes the call. Every answer on the way is compared with what it must be.
//
//   node oauth-client.mjs NODE_TOOLS URL READ_SCOPE WRITE_SCOPE READ WRITE [HEADER...]
//
// READ and WRITE are arguments of execute, JSON objects, that need the one scope or the other.
// OAUTH_CLIENT, OAUTH_USER and OAUTH_PASSWORD name the client and who signs in, where that matters.

import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { join } from "node:path";
import { Browser } from "./browser.mjs";

const [tools, url, readScope, writeScope, read, write, ...headers] = process.argv.slice(2);
const resolve = createRequire(join(tools, "package.json")).resolve;
const { Client, StreamableHTTPClientTransport, UnauthorizedError } = await import(
  pathToFileURL(resolve("@modelcontextprotocol/client"))
);
const REDIRECT = "http://127.0.0.1:1/callback";

function expect(condition, what) {
  if (!condition) throw new Error(what);
  console.log(`ok    ${what}`);
}

const person = new Browser(process.env.OAUTH_USER ?? "", process.env.OAUTH_PASSWORD ?? "");

/** A client's memory; the person signs in at once. */
class Provider {
  redirectUrl = REDIRECT;
  clientMetadata = { client_name: "check", redirect_uris: [REDIRECT] };
  scopes = [];
  clientInformation() {
    return { client_id: process.env.OAUTH_CLIENT ?? "check" };
  }
  saveClientInformation() {}
  tokens() {
    return this.saved;
  }
  saveTokens(tokens) {
    this.saved = tokens;
  }
  saveCodeVerifier(verifier) {
    this.verifier = verifier;
  }
  codeVerifier() {
    return this.verifier;
  }
  saveDiscoveryState(state) {
    this.discovery = state;
  }
  discoveryState() {
    return this.discovery;
  }
  async redirectToAuthorization(address) {
    this.scopes.push(address.searchParams.get("scope"));
    this.resource = address.searchParams.get("resource");
    this.callback = (await person.signIn(address, REDIRECT)).searchParams;
  }
}

const seen = [];
async function watched(address, init) {
  const answer = await fetch(address, init);
  const { pathname } = new URL(address);
  seen.push(`${init?.method ?? "GET"} ${pathname} ${answer.status}`);
  if (answer.headers.has("www-authenticate")) {
    seen.push(`challenge ${answer.headers.get("www-authenticate")}`);
  }
  return answer;
}

const provider = new Provider();
const requestInit = {
  headers: Object.fromEntries(
    headers.map((header) => {
      const colon = header.indexOf(":");
      return [header.slice(0, colon).trim(), header.slice(colon + 1).trim()];
    }),
  ),
};
const newTransport = () =>
  new StreamableHTTPClientTransport(new URL(url), {
    authProvider: provider,
    fetch: watched,
    requestInit,
  });
const newClient = () => new Client({ name: "check", version: "1.0.0" });

let transport = newTransport();
const refused = await newClient()
  .connect(transport)
  .then(() => undefined, (error) => error);
expect(refused instanceof UnauthorizedError, "without a token the client is refused");
expect(seen[0] === "POST /mcp 401", `the first answer is 401 (${seen[0]})`);
const metadata = new URL("/.well-known/oauth-protected-resource/mcp", url).href;
expect(
  seen[1] === `challenge Bearer resource_metadata="${metadata}", scope="${readScope}"`,
  `the challenge names metadata and scope (${seen[1]})`,
);
expect(
  seen.includes("GET /.well-known/oauth-protected-resource/mcp 200"),
  "the client reads the metadata of the resource",
);
expect(provider.scopes[0] === readScope, `the client asks for ${readScope}`);
expect(provider.resource === url, `the client asks for a token for ${url}`);

await transport.finishAuth(provider.callback);
expect(seen.some((line) => /^POST .*\/token 200$/.test(line)), "code and verifier are exchanged for a token");
transport = newTransport();
let client = newClient();
await client.connect(transport);
const listed = await client.listTools();
expect(listed.tools.some(({ name }) => name === "execute"), "with a token the tools are listed");
const first = await client.callTool({ name: "execute", arguments: JSON.parse(read) });
expect(!first.isError, "an operation that reads is run");

seen.length = 0;
const lacking = await client
  .callTool({ name: "execute", arguments: JSON.parse(write) })
  .then(() => undefined, (error) => error);
expect(lacking instanceof UnauthorizedError, "an operation that writes lacks a scope");
expect(seen[0] === "POST /mcp 403", `the answer is 403 (${seen[0]})`);
expect(
  seen[1].startsWith(`challenge Bearer error="insufficient_scope", scope="${writeScope} `),
  `the challenge names all the scopes (${seen[1]})`,
);
expect(
  provider.scopes[1].split(" ").sort().join(" ") === [readScope, writeScope].sort().join(" "),
  `the client asks for ${provider.scopes[1]}`,
);
await transport.finishAuth(provider.callback);
transport = newTransport();
client = newClient();
await client.connect(transport);
const second = await client.callTool({ name: "execute", arguments: JSON.parse(write) });
expect(!second.isError, "after the step-up the operation is run");
const third = await client.callTool({ name: "execute", arguments: JSON.parse(read) });
expect(!third.isError, "the scope that was there before is not lost");
await client.close();
