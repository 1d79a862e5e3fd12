// Does what a desktop app does with an unpacked bundle; see .ci/bundle.
import { spawn } from "node:child_process";
import { readFileSync, readdirSync, existsSync, mkdtempSync } from "node:fs";
import { createServer } from "node:http";
import { createInterface } from "node:readline";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [tools, extensionPath] = process.argv.slice(2);
const library = join(tools, "node_modules/@anthropic-ai/mcpb/dist/index.js");
const { getMcpConfigForManifest } = await import(pathToFileURL(library));
const manifest = JSON.parse(readFileSync(join(extensionPath, "manifest.json"), "utf8"));
const KEY = "key-of-the-bundle-check";
const WRITE = {
  operation: "connections_delete",
  arguments: { id: "248df4b7-aa70-47b8-a036-33ac447e668d" },
};
let failed = false;

function check(name, passes, detail = "") {
  failed ||= !passes;
  console.log(`${passes ? "ok   " : "FAIL "} ${name}${passes ? "" : `: ${String(detail).slice(0, 600)}`}`);
}

// What an app that was started from the desktop has; no JAVA_HOME, and the PATH of launchd or of a session.
const home = mkdtempSync(join(tmpdir(), "home-"));
const desktop = { HOME: home, USER: "user", PATH: "/usr/bin:/bin:/usr/sbin:/sbin", TMPDIR: tmpdir() };

async function config(userConfig) {
  return getMcpConfigForManifest({
    manifest,
    extensionPath,
    systemDirs: { HOME: home },
    userConfig,
    pathSeparator: "/",
  });
}

/** The command lines of a process and of all that it started. */
function commandLines(pid) {
  const own = readFileSync(`/proc/${pid}/cmdline`, "utf8");
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").split(" ").filter(Boolean);
  return [own, ...children.map(commandLines)].join("\n");
}

class Server {
  #waiting = new Map();
  #next = 1;
  err = "";

  constructor({ command, args, env }) {
    this.process = spawn(command, args, { env: { ...desktop, ...env }, cwd: "/" });
    this.process.stderr.on("data", (part) => (this.err += part));
    this.ended = new Promise((done) => this.process.on("exit", done));
    createInterface({ input: this.process.stdout }).on("line", (line) => {
      const message = JSON.parse(line);
      this.#waiting.get(message.id)?.(message);
    });
  }

  request(method, params = {}) {
    const id = this.#next++;
    this.send({ id, method, params });
    return new Promise((answer, fail) => {
      this.#waiting.set(id, answer);
      setTimeout(() => fail(new Error(`no answer to ${method}: ${this.err}`)), 30_000).unref();
      this.ended.then((code) => fail(new Error(`ended with ${code}: ${this.err}`)));
    });
  }

  send(message) {
    this.process.stdin.write(JSON.stringify({ jsonrpc: "2.0", ...message }) + "\n");
  }

  async open() {
    const params = { protocolVersion: "2025-11-25", capabilities: {}, clientInfo: { name: "app", version: "1" } };
    const answer = await this.request("initialize", params);
    this.send({ method: "notifications/initialized" });
    return answer.result;
  }

  async call(name, args) {
    const answer = await this.request("tools/call", { name, arguments: args });
    return { error: answer.result?.isError === true, text: JSON.stringify(answer.result ?? answer.error) };
  }

  async close() {
    this.process.stdin.end();
    return this.ended;
  }
}

// The API.
const requests = [];
const upstream = createServer((request, response) => {
  requests.push(`${request.method} ${request.url} ${request.headers.authorization}`);
  response.writeHead(200, { "Content-Type": "application/json" }).end('{"data":{}}');
});
await new Promise((ready) => upstream.listen(0, "127.0.0.1", ready));
const url = `http://127.0.0.1:${upstream.address().port}`;

check("without the key there is nothing to start", (await config({})) === undefined);

const blank = await config({ api_key: KEY });
check("blank fields stay as they are in the manifest", blank.env.POLYTOMIC_BASE_URL === "${user_config.base_url}", blank.env.POLYTOMIC_BASE_URL);
check("the key is not an argument", !JSON.stringify([blank.command, blank.args]).includes(KEY));
const first = new Server(blank);
const hello = await first.open();
check("initialize, with blank fields", hello?.serverInfo?.name === manifest.name, JSON.stringify(hello));
const listed = (await first.request("tools/list")).result.tools.map((tool) => tool.name);
const declared = manifest.tools.map((tool) => tool.name);
check("tools/list has the tools of the manifest", listed.join() === declared.join(), listed);
const found = await first.call("search", { query: "delete a connection – löschen" });
check("tools/call search", !found.error && found.text.includes("connections_delete"), found.text);
const seen = commandLines(first.process.pid);
check("the key is in no command line", seen.includes("--stdio") && !seen.includes(KEY), seen);
check("nothing else is on the error stream", first.err === "" || first.err.split("\n").every((line) => !line || line.includes(" INFO ")), first.err);
check("the server ends with its input", (await first.close()) === 0, first.err);

const ticked = new Server(await config({ api_key: KEY, base_url: url }));
await ticked.open();
const refused = await ticked.call("execute", WRITE);
check("read only, as it is at first: a write is refused", refused.error && refused.text.includes("Refused"), refused.text);
check("and nothing was sent", requests.length === 0, requests);
const read = await ticked.call("execute", { operation: "connections_list" });
check("a read is sent with the key", !read.error && requests.length === 1 && requests[0].endsWith(` Bearer ${KEY}`), read.text + requests);
await ticked.close();

requests.length = 0;
const unticked = new Server(await config({ api_key: KEY, base_url: url, read_only: false }));
await unticked.open();
const allowed = await unticked.call("execute", WRITE);
check("not read only: a write is sent", !allowed.error && requests.length === 1 && requests[0].startsWith("DELETE "), allowed.text + requests);
await unticked.close();

const emptied = new Server(await config({ api_key: KEY, base_url: "", partner_organization: "", auth_mode: "" }));
check("fields that were emptied are blank, too", (await emptied.open())?.serverInfo?.name === manifest.name, emptied.err);
await emptied.close();

const partner = new Server(
  await config({ api_key: KEY, base_url: url, auth_mode: "partner", partner_organization: "org-1" }));
check("a partner's organization is accepted", (await partner.open())?.serverInfo?.name === manifest.name, partner.err);
await partner.close();

const wrong = new Server(await config({ api_key: KEY, base_url: "not a url" }));
const exit = await wrong.ended;
check("a wrong field is said on the error stream, without the key",
  exit !== 0 && wrong.err.includes("POLYTOMIC_BASE_URL") && !wrong.err.includes(KEY), wrong.err);

check("nothing was left in the user's folder", readdirSync(home).length === 0, readdirSync(home));
check("nothing was left in the bundle", !existsSync(join(extensionPath, "server/dragoman-feedback.jsonl")));
upstream.close();
process.exit(failed ? 1 : 0);
