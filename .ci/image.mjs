// What .ci/image knows of an image that jib has written, and asks of the server that runs from it.
//
//   node image.mjs layers|variables|entrypoint FOLDER   prints them, a line each
//   node image.mjs config FOLDER                        checks user, ports, labels
//   node image.mjs check PID                            checks the server on 127.0.0.1:8080
//
// Checks print a line each, "ok" or "not ok"; exit code 1 when one fails.

import { readFileSync, readlinkSync } from "node:fs";
import { createServer, request } from "node:http";
import { join } from "node:path";

const [command, argument] = process.argv.slice(2);
const json = (name) => JSON.parse(readFileSync(join(argument, name), "utf8"));
let failed = 0;

async function check(name, test) {
  try {
    await Promise.race([test(), sleep(20_000).then(() => Promise.reject(new Error("no answer in 20 s")))]);
    console.log(`ok      ${name}`);
  } catch (error) {
    failed = 1;
    console.log(`not ok  ${name}: ${String(error.message ?? error).slice(0, 400)}`);
  }
}

function expect(condition, what) {
  if (!condition) throw new Error(what);
}

function same(actual, expected) {
  expect(JSON.stringify(actual) === JSON.stringify(expected),
    `${JSON.stringify(actual)} instead of ${JSON.stringify(expected)}`);
}

const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Sends a request with a Host header of its own, which fetch does not allow. */
function send(method, path, headers = {}, body = undefined) {
  return new Promise((resolve, reject) => {
    const sent = request({ host: "127.0.0.1", port: 8080, method, path, headers, agent: false }, (response) => {
      let text = "";
      response.on("data", (part) => (text += part));
      response.on("end", () => resolve({ status: response.statusCode, text }));
      response.on("error", reject);
    });
    sent.on("error", reject);
    sent.end(body);
  });
}

let id = 0;
async function call(method, params, headers = {}) {
  const response = await send("POST", "/mcp", {
    host: "mcp.example.com",
    "content-type": "application/json",
    accept: "application/json, text/event-stream",
    "mcp-protocol-version": "2025-06-18",
    ...headers,
  }, JSON.stringify({ jsonrpc: "2.0", id: ++id, method, params }));
  return response;
}

const tool = (name, args) => call("tools/call", { name, arguments: args }, { authorization: "Bearer key-of-caller" });

async function config() {
  const manifest = json("manifest.json")[0];
  const { architecture, os, config: container } = json(manifest.Config);
  await check("linux, one architecture, not root, port 8080", () => {
    same([os, container.User, Object.keys(container.ExposedPorts)], ["linux", "65532:65532", ["8080/tcp"]]);
    expect(["amd64", "arm64"].includes(architecture), architecture);
  });
  await check("flags of the JVM, no flags of the server", () => {
    for (const flag of ["-XX:MaxRAMPercentage=75", "-XX:+ExitOnOutOfMemoryError"]) {
      expect(container.Entrypoint.includes(flag), container.Entrypoint.join(" "));
    }
    expect(container.Entrypoint.at(-1).endsWith("PolytomicServer"), container.Entrypoint.join(" "));
  });
  await check("title, version and a fixed time", () => {
    same(container.Labels["org.opencontainers.image.title"], "Polytomic MCP server");
    same(container.Labels["org.opencontainers.image.version"], "0.1.0-SNAPSHOT");
    same(json(manifest.Config).created, "2026-01-01T00:00:00Z");
  });
}

async function checkServer(pid) {
  const started = Date.now();
  while (!(await send("GET", "/readyz").catch(() => undefined))) {
    expect(Date.now() - started < 60_000, "not ready after a minute");
    await sleep(50);
  }
  let arrived;
  const received = new Promise((resolve) => (arrived = resolve));
  createServer((incoming, response) => {
    arrived(incoming.headers.authorization);
    setTimeout(() => response.setHeader("content-type", "application/json").end('{"data":[]}'), 1500);
  }).listen(9999, "127.0.0.1");

  await check("runs as 65532 without capabilities, on a read-only file system", () => {
    const status = readFileSync(`/proc/${pid}/status`, "utf8");
    expect(/^Uid:\s+65532\s+65532/m.test(status), "uid");
    expect(/^CapEff:\s+0+$/m.test(status) && /^NoNewPrivs:\s+1$/m.test(status), "capabilities");
    const root = readlinkSync(`/proc/${pid}/root`);
    const mount = readFileSync(`/proc/${pid}/mountinfo`, "utf8").split("\n")
      .find((line) => line.split(" ")[4] === "/");
    expect(mount?.split(" ")[5].split(",").includes("ro"), `${root}: ${mount}`);
  });
  await check("probes with an address as the host", async () => {
    same((await send("GET", "/healthz", { host: "10.1.2.3:8080" })).status, 200);
    same((await send("GET", "/readyz", { host: "10.1.2.3:8080" })).status, 200);
  });
  await check("only hosts that are allowed", async () => {
    same((await call("tools/list", {}, { host: "other.example.com" })).status, 403);
    same((await call("tools/list", {})).status, 200);
    same((await send("GET", "/metrics", { host: "mcp.example.com" })).status, 200);
  });
  await check("no feedback tool without a place for it", async () => {
    const { result } = JSON.parse((await call("tools/list", {})).text);
    same(result.tools.map(({ name }) => name), ["search", "execute"]);
  });
  await check("searches", async () => {
    expect((await tool("search", { query: "list connections" })).text.includes("connections_list"), "no operation");
  });
  await check("a call in progress at SIGTERM is answered, and nobody is sent here any more", async () => {
    const answer = tool("execute", { operation: "connections_list" });
    same(await received, "Bearer key-of-caller");
    process.kill(pid, "SIGTERM");
    await sleep(300);
    same((await send("GET", "/readyz")).status, 503);
    const { status, text } = await answer;
    expect(status === 200 && !text.includes('"isError":true'), text);
  });
}

const manifest = () => json("manifest.json")[0];
const container = () => json(manifest().Config).config;
switch (command) {
  case "layers": console.log(manifest().Layers.join("\n")); break;
  case "variables": console.log(container().Env.join("\n")); break;
  case "entrypoint": console.log(container().Entrypoint.join("\n")); break;
  case "config": await config(); break;
  default: await checkServer(Number(argument));
}
process.exit(failed);
