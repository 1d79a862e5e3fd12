// What .ci/keycloak runs against a real Keycloak: makes a realm, starts servers of the Polytomic example
// and lets callers with its tokens go through them.
//
//   node keycloak.mjs NODE_TOOLS JAR KEYCLOAK REALM_FOLDER
//
// Prints a line per check, "ok" or "not ok"; exit code 1 when one fails.

import { execFile, spawn } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { createServer } from "node:http";
import { createServer as createSocket } from "node:net";
import { readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { Browser } from "./browser.mjs";
import { Realm } from "./keycloak-realm.mjs";

const [tools, jar, keycloak, work] = process.argv.slice(2);
const here = dirname(fileURLToPath(import.meta.url));
const CALLBACK = "http://127.0.0.1:1/callback";
const ID = "248df4b7-aa70-47b8-a036-33ac447e668d";
const children = [];
let failed = 0;

async function check(name, test) {
  try {
    await test();
    console.log(`ok      ${name}`);
  } catch (error) {
    failed = 1;
    console.log(`not ok  ${name}: ${String(error.message ?? error).slice(0, 400)}`);
  }
}

function expect(condition, what) {
  if (!condition) throw new Error(what);
}

const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

function freePort() {
  return new Promise((resolve) => {
    const socket = createSocket().listen(0, "127.0.0.1", () => {
      const { port } = socket.address();
      socket.close(() => resolve(port));
    });
  });
}

/** An API that keeps what it gets. */
const sent = [];
const upstream = createServer((request, response) => {
  sent.push({ url: request.url, authorization: request.headers.authorization ?? "" });
  response.setHeader("content-type", "application/json").end('{"data":[]}');
});
await new Promise((resolve) => upstream.listen(0, "127.0.0.1", resolve));
const api = `http://127.0.0.1:${upstream.address().port}`;

const mainPort = await freePort();
const resource = `http://127.0.0.1:${mainPort}/mcp`;
const realm = await Realm.create(keycloak, "polytomic", resource);
const issuer = realm.issuer;

/** A server of the example; what it says goes to a file. */
async function serve(name, port, flags, variables = {}) {
  const log = join(work, `${name}.log`);
  const child = spawn(
    "java",
    ["-Xmx256m", "-jar", jar, "--http", "--port", String(port), "--feedback", "off"].concat(
      ["--public-url", resource, "--oauth-issuer", issuer],
      flags,
    ),
    { env: { ...process.env, ...variables }, stdio: ["ignore", "ignore", "pipe"] },
  );
  children.push(child);
  const said = [];
  child.stderr.on("data", (text) => said.push(text));
  child.on("exit", () => writeFile(log, said.join("")));
  for (let time = 0; time < 300; time++) {
    const ready = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => undefined);
    if (ready?.ok) return `http://127.0.0.1:${port}/mcp`;
    await sleep(100);
  }
  throw new Error(`${name} is not ready: ${said.join("")}`);
}

/** An access token of a person: code with PKCE and a resource. */
async function token(person, scope) {
  const verifier = randomBytes(32).toString("base64url");
  const address = new URL(`${issuer}/protocol/openid-connect/auth`);
  address.search = new URLSearchParams({
    response_type: "code",
    client_id: realm.client,
    redirect_uri: CALLBACK,
    scope,
    resource,
    state: "s",
    code_challenge: createHash("sha256").update(verifier).digest("base64url"),
    code_challenge_method: "S256",
  });
  const back = await person.signIn(address, CALLBACK);
  const answer = await fetch(`${issuer}/protocol/openid-connect/token`, {
    method: "POST",
    body: new URLSearchParams({
      grant_type: "authorization_code",
      client_id: realm.client,
      code: back.searchParams.get("code"),
      redirect_uri: CALLBACK,
      code_verifier: verifier,
      resource,
    }),
  });
  const json = await answer.json();
  if (!answer.ok) throw new Error(`no token: ${answer.status} ${JSON.stringify(json)}`);
  return json;
}

const claims = (jwt) => JSON.parse(Buffer.from(jwt.split(".")[1], "base64url"));

async function execute(url, bearer, operation, args = {}, headers = {}) {
  const answer = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${bearer}`, ...headers },
    body: JSON.stringify({
      jsonrpc: "2.0",
      id: 1,
      method: "tools/call",
      params: { name: "execute", arguments: { operation, arguments: args } },
    }),
  });
  const text = await answer.text();
  return { status: answer.status, text, headers: answer.headers };
}

/** The official client goes the whole way; its own lines say how far it came. */
function typeScriptClient(url) {
  return new Promise((resolve, reject) => {
    execFile(
      process.execPath,
      [
        join(here, "oauth-client.mjs"), tools, url, "polytomic:read", "polytomic:write",
        '{"operation":"connections_list"}',
        `{"operation":"schemas_refresh","arguments":{"id":"${ID}"}}`,
        "X-Polytomic-Access-Mode: full-access",
      ],
      {
        timeout: 120_000,
        env: {
          ...process.env,
          OAUTH_CLIENT: realm.client,
          OAUTH_USER: "ada",
          OAUTH_PASSWORD: "ada",
        },
      },
      (error, out, err) => {
        process.stdout.write(out.replace(/^ok  /gm, "ok      TypeScript client:"));
        if (error) reject(new Error(err.split("\n").find((line) => /Error/.test(line)) ?? err));
        else resolve();
      },
    );
  });
}

function claude(args, more = {}, terminal = false) {
  const command = [join(tools, "node_modules/.bin/claude"), "mcp", ...args];
  // A sign-in wants a terminal.
  const [program, ...rest] = terminal
    ? ["script", "-qefc", command.map((word) => `'${word}'`).join(" "), "/dev/null"]
    : command;
  let child;
  const ended = new Promise((resolve) => {
    child = execFile(
      program,
      rest,
      { cwd: work, timeout: 120_000, env: { ...process.env, HOME: work, ...more } },
      (error, out, err) => resolve({ code: error ? (error.code ?? 1) : 0, text: out + err }),
    );
  });
  const said = [];
  child.stdout.on("data", (text) => said.push(text));
  return { ended, child, said };
}

/** Claude Code signs in with a browser that is this script, and then connects with its token. */
async function claudeSignsIn(url) {
  const opened = join(work, "opened");
  const browser = join(work, "browser");
  await writeFile(browser, `#!/bin/sh\nprintf '%s' "$1" > '${opened}'\n`, { mode: 0o755 });
  const port = await freePort();
  const added = await claude([
    "add", "--transport", "http", "--client-id", realm.client, "--callback-port", String(port),
    "polytomic", url, "--header", "X-Polytomic-Access-Mode: full-access",
  ]).ended;
  expect(added.code === 0, `claude mcp add: ${added.text}`);
  const login = claude(["login", "polytomic"], { BROWSER: browser, DISPLAY: ":0" }, true);
  let address = "";
  for (let time = 0; time < 300 && !address; time++) {
    await sleep(100);
    address = await readFile(opened, "utf8").catch(() => "");
  }
  if (!address) throw new Error(`claude mcp login opened no browser: ${login.said.join("")}`);
  const asked = new URL(address).searchParams;
  expect(asked.get("resource") === url, `asks for ${asked.get("resource")}`);
  expect(asked.get("code_challenge_method") === "S256", "uses PKCE");
  const redirect = asked.get("redirect_uri");
  const back = await new Browser("ada", "ada").signIn(address, redirect);
  const arrived = await fetch(back);
  expect(arrived.ok, `the callback of claude mcp login: ${arrived.status}`);
  const done = await login.ended;
  expect(done.code === 0, `claude mcp login: ${done.text}`);
  const listed = await claude(["list"]).ended;
  expect(/polytomic.*Connected/.test(listed.text), `claude mcp list: ${listed.text}`);
}

async function all() {
  const main = await serve("main", mainPort, [
    "--mock", "--oauth-scopes", "polytomic:read",
    "--oauth-level-scopes", "read=polytomic:read,write=polytomic:write,destructive=polytomic:admin",
  ]);
  const ada = new Browser("ada", "ada");
  await check("TypeScript client: sign-in and step-up", () => typeScriptClient(main));
  await check("Claude Code: sign-in, connected", () => claudeSignsIn(main));

  const first = await token(ada, "openid polytomic:read");
  await check("an access token is taken, the ID token beside it is not", async () => {
    const good = await execute(main, first.access_token, "connections_list");
    expect(good.status === 200, `access token: ${good.status} ${good.text}`);
    const bad = await execute(main, first.id_token, "connections_list");
    expect(bad.status === 401, `ID token: ${bad.status}`);
    const refresh = await execute(main, first.refresh_token, "connections_list");
    expect(refresh.status === 401, `refresh token: ${refresh.status}`);
  });

  await check("key rotation: a new key at its first use, the old one still", async () => {
    await realm.rotate();
    const second = await token(ada, "polytomic:read");
    const kid = (jwt) => JSON.parse(Buffer.from(jwt.split(".")[0], "base64url")).kid;
    expect(kid(second.access_token) !== kid(first.access_token), "Keycloak did not rotate");
    for (const one of [second, first]) {
      const answer = await execute(main, one.access_token, "connections_list");
      expect(answer.status === 200, `${answer.status} ${answer.text}`);
    }
  });

  const operators = { POLYTOMIC_UPSTREAM_CREDENTIAL: "operator" };
  const tenant = await serve(
    "organization", await freePort(),
    ["--base-url", api, "--oauth-organization-claim", "organization"], operators,
  );
  await check("organization claim: fills what is left out", async () => {
    const one = await token(ada, "polytomic:read organization");
    const answer = await execute(tenant, one.access_token, "events_list");
    expect(answer.status === 200, `${answer.status} ${answer.text}`);
    const id = realm.organizations.acme;
    expect(sent.at(-1)?.url.endsWith(`organization_id=${id}`), JSON.stringify(sent.at(-1)));
    const before = sent.length;
    const args = { organization_id: "99999999-5b01-4e01-9d01-7f01a1b2c3d4" };
    const other = await execute(tenant, one.access_token, "events_list", args);
    expect(/Refused by this server/.test(other.text), other.text);
    expect(sent.length === before, "another organization was sent");
  });
  await check("organization claim: of several the header chooses", async () => {
    const two = await token(new Browser("grace", "grace"), "polytomic:read organization:*");
    const open = await execute(tenant, two.access_token, "events_list");
    expect(/one of acme, globex/.test(open.text), open.text);
    const header = { "X-Polytomic-Partner-Org-Id": "globex" };
    const chosen = await execute(tenant, two.access_token, "events_list", {}, header);
    expect(chosen.status === 200, `${chosen.status} ${chosen.text}`);
    const id = realm.organizations.globex;
    expect(sent.at(-1)?.url.endsWith(`organization_id=${id}`), JSON.stringify(sent.at(-1)));
  });

  const secret = {
    POLYTOMIC_TOKEN_CLIENT_ID: resource,
    POLYTOMIC_TOKEN_CLIENT_SECRET: realm.secret,
    POLYTOMIC_OAUTH_CLIENT_ID: resource,
    POLYTOMIC_OAUTH_CLIENT_SECRET: realm.secret,
  };
  await check("token exchange: the API gets a token of its own", async () => {
    const exchange = await serve(
      "exchange", await freePort(),
      [
        "--base-url", api, "--upstream-auth", "token-exchange",
        "--token-endpoint", `${issuer}/protocol/openid-connect/token`,
        "--token-audience", "polytomic-api",
      ],
      { ...secret, POLYTOMIC_OAUTH_CLIENT_ID: "", POLYTOMIC_OAUTH_CLIENT_SECRET: "" },
    );
    const mine = await token(ada, "polytomic:read");
    const answer = await execute(exchange, mine.access_token, "connections_list");
    expect(answer.status === 200 && !/isError":true/.test(answer.text), answer.text);
    const bearer = sent.at(-1).authorization.replace("Bearer ", "");
    expect(bearer !== mine.access_token, "the caller's token went to the API");
    expect(claims(bearer).aud === "polytomic-api", `exchanged for ${claims(bearer).aud}`);
    expect(claims(bearer).sub === claims(mine.access_token).sub, "exchanged for somebody else");
  });

  await check("introspection: active until the session ends", async () => {
    const asking = await serve(
      "introspection", await freePort(),
      ["--mock", "--oauth-introspection", `${issuer}/protocol/openid-connect/token/introspect`],
      { ...secret, POLYTOMIC_TOKEN_CLIENT_ID: "", POLYTOMIC_TOKEN_CLIENT_SECRET: "" },
    );
    const mine = await token(ada, "polytomic:read");
    const good = await execute(asking, mine.access_token, "connections_list");
    expect(good.status === 200, `${good.status} ${good.text}`);
    const refused = await execute(asking, mine.refresh_token, "connections_list");
    expect(refused.status === 401, `refresh token: ${refused.status}`);
    const late = await token(ada, "polytomic:read");
    await realm.endSessions("ada");
    const ended = await execute(asking, late.access_token, "connections_list");
    expect(ended.status === 401, `after the session: ${ended.status}`);
  });
  await check("no token of a caller reached the API", async () => {
    const ours = sent.filter(({ authorization }) => {
      const bearer = authorization.replace("Bearer ", "");
      return bearer.split(".").length === 3 && [claims(bearer).aud].flat().includes(resource);
    });
    expect(ours.length === 0, `${ours.length} did`);
  });
}

try {
  await all();
} catch (error) {
  failed = 1;
  console.log(`not ok  ${error.stack}`);
}
children.forEach((child) => child.kill());
upstream.close();
process.exitCode = failed;
setTimeout(() => process.exit(failed), 3000).unref();
