// Puts the files and commands of the goal "clients" where their guide says, starts the real clients and
// looks at what they say, and at what arrives at the server. The same for commands of a running server's
// page.
//
//   node connect.mjs MODULES LATER CLIENTS PORT JAR
//
// MODULES is a folder node_modules with the clients, LATER one with a later Claude Code, CLIENTS the folder of the goal; its URL has PORT.

import { spawn } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { Relay } from "./connect-relay.mjs";
import { CodexApp } from "./connect-codex.mjs";

const [modules, later, clients, port, jar] = process.argv.slice(2);
const KEY = "ptk_connect_1234567890";
const NAME = "polytomic";
const work = fs.mkdtempSync(path.join(os.tmpdir(), "connect-"));
const tools = ["search", "execute", "submit_mcp_feedback"];
let failed = false;

const text = (file) => fs.readFileSync(path.join(clients, file), "utf8");

function write(file, content, mode = 0o644) {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, content, { mode });
}

/** A person's computer: a home, a project, programs on the path, and the key in a variable. */
class Computer {
  constructor(programs, variables = {}) {
    this.home = fs.mkdtempSync(path.join(work, "home-"));
    this.project = path.join(this.home, "project");
    this.started = path.join(this.home, "started");
    const bin = path.join(this.home, "bin");
    fs.mkdirSync(this.project);
    for (const [name, target] of Object.entries(programs)) {
      write(path.join(bin, name), `#!/bin/sh\nexec "${target}" "$@"\n`, 0o755);
    }
    // Notes what a server over stdio gets, and that its command line does not contain the key.
    write(
      path.join(bin, "java"),
      `#!/bin/sh\necho "$POLYTOMIC_API_KEY $POLYTOMIC_ACCESS_MODE $*" >> "${this.started}"\nexec "${javaProgram()}" "$@"\n`,
      0o755,
    );
    this.variables = {
      PATH: `${bin}:${process.env.PATH}`,
      HOME: this.home,
      TMPDIR: this.home,
      LANG: "C.UTF-8",
      POLYTOMIC_API_KEY: KEY,
      ...variables,
    };
  }

  /** Runs a program; its output, of both streams, and its exit code. */
  run(program, ...words) {
    return new Promise((resolve, reject) => {
      const child = spawn(program, words, {
        cwd: this.project,
        env: this.variables,
        stdio: ["ignore", "pipe", "pipe"],
      });
      const timer = setTimeout(() => child.kill("SIGKILL"), 60_000);
      let output = "";
      for (const stream of [child.stdout, child.stderr]) {
        stream.on("data", (data) => (output += data));
      }
      child.on("error", reject);
      child.on("close", (code) => {
        clearTimeout(timer);
        resolve({ output, code });
      });
    });
  }

  /** Runs a snippet as people do who paste it. */
  async paste(file) {
    const { output, code } = await this.run("bash", "-c", text(file));
    if (code !== 0) throw new Error(`${file} exits with ${code}: ${output}`);
    return output;
  }

  /** Saves a snippet under a path of the home or, if relative, of the project. */
  save(file, target, change = (content) => content) {
    const root = target.startsWith("~/") ? this.home : this.project;
    write(path.join(root, target.replace("~/", "")), change(text(file)));
  }

  /** What the server over stdio got: key, access mode, and the command line. */
  starts() {
    return fs.existsSync(this.started) ? fs.readFileSync(this.started, "utf8").trim().split("\n") : [];
  }

  /** No file that a client wrote contains the key. */
  keepsNoKey() {
    const found = fs
      .readdirSync(this.home, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name !== "started")
      .map((entry) => path.join(entry.parentPath, entry.name))
      .filter((file) => fs.existsSync(file) && fs.readFileSync(file).includes(KEY));
    if (found.length > 0) throw new Error(`the key is in ${found}`);
  }
}

function javaProgram() {
  const folders = (process.env.PATH ?? "").split(":");
  if (process.env.JAVA_HOME) folders.unshift(path.join(process.env.JAVA_HOME, "bin"));
  return folders.map((folder) => path.join(folder, "java")).find((file) => fs.existsSync(file));
}

async function check(name, body) {
  relay.taken();
  try {
    await body();
    console.log(`ok     ${name}`);
  } catch (error) {
    failed = true;
    console.log(`not ok ${name}: ${String(error.message).slice(0, 1500)}`);
  }
}

function expect(output, pattern) {
  if (!pattern.test(output)) throw new Error(`${pattern} is not in: ${output}`);
}

/** Requests arrive with the key, and with the access mode if the snippet states it. */
function arrived(relay, mode) {
  const requests = relay.taken();
  if (requests.length === 0) throw new Error("no request arrived");
  for (const request of requests) {
    if (request.authorization !== `Bearer ${KEY}`) {
      throw new Error(`Authorization was ${request.authorization}`);
    }
    if (request["x-polytomic-access-mode"] !== mode) {
      throw new Error(`the access mode was ${request["x-polytomic-access-mode"]}`);
    }
  }
}

/** A server over stdio got key and mode as variables. */
function startedOverStdio(computer, mode = "read-only") {
  const starts = computer.starts();
  if (starts.length === 0) throw new Error("no server was started");
  for (const line of starts) {
    const wanted = `${KEY} ${mode} -jar ${jar} --stdio`;
    if (line !== wanted) throw new Error(`started as: ${line}`);
  }
}

function claudes() {
  const program = "@anthropic-ai/claude-code/bin/claude.exe";
  const newer = path.join(later, program);
  return [
    ["Claude Code 2.1.197", path.join(modules, program), {}],
    ["Claude Code 2.1.332, first generation", newer, { MCP_SDK_GENERATION: "v1" }],
    [
      "Claude Code 2.1.332, second generation",
      newer,
      { MCP_SDK_GENERATION: "v2", MCP_PROTOCOL_NEGOTIATION: "auto" },
    ],
  ];
}

async function claudeCode(relay) {
  for (const [name, program, variables] of claudes()) {
    for (const way of ["api-key", "stdio"]) {
      await check(`${name}, ${way}: the command`, async () => {
        const computer = new Computer({ claude: program }, variables);
        await computer.paste(`claude-code/${way}/command.sh`);
        expect((await computer.run("claude", "mcp", "list")).output, /polytomic: .*✔ Connected/);
        expect((await computer.run("claude", "mcp", "get", NAME)).output, /Status: ✔ Connected/);
        if (way === "stdio") startedOverStdio(computer, "");
        else arrived(relay);
        computer.keepsNoKey();
      });
      await check(`${name}, ${way}: .mcp.json`, async () => {
        const computer = new Computer({ claude: program }, variables);
        computer.save(`claude-code/${way}/.mcp.json`, ".mcp.json");
        // What Claude Code notes when the user approves the file.
        const approved = { hasTrustDialogAccepted: true, enabledMcpjsonServers: [NAME] };
        const projects = { [computer.project]: approved };
        write(path.join(computer.home, ".claude.json"), JSON.stringify({ projects }));
        expect((await computer.run("claude", "mcp", "list")).output, /polytomic: .*✔ Connected/);
        if (way === "stdio") startedOverStdio(computer);
        else arrived(relay, "read-only");
        computer.keepsNoKey();
      });
    }
  }
}

async function codex(relay) {
  const program = path.join(modules, ".bin/codex");
  await check("Codex, api-key: the command", async () => {
    const computer = new Computer({ codex: program });
    await computer.paste("codex/api-key/command.sh");
    expect((await computer.run("codex", "mcp", "list")).output, /polytomic.*POLYTOMIC_API_KEY/);
    expect((await computer.run("codex", "mcp", "get", NAME)).output, /enabled: true/);
    expect(await new CodexApp(computer).tools(NAME), new RegExp(`^${[...tools].sort().join(" ")}$`));
    arrived(relay);
    computer.keepsNoKey();
  });
  for (const client of ["codex", "codex-app"]) {
    for (const way of client === "codex" ? ["api-key", "stdio"] : ["stdio"]) {
      await check(`Codex, ${way}: config.toml of ${client}`, async () => {
        const computer = new Computer({ codex: program });
        computer.save(`${client}/${way}/config.toml`, "~/.codex/config.toml");
        expect((await computer.run("codex", "mcp", "get", NAME)).output, /enabled: true/);
        expect(await new CodexApp(computer).tools(NAME), new RegExp(`^${[...tools].sort().join(" ")}$`));
        if (way === "stdio") startedOverStdio(computer);
        else arrived(relay, "read-only");
        computer.keepsNoKey();
      });
    }
  }
}

async function gemini(relay) {
  const program = path.join(modules, ".bin/gemini");
  const trusted = { GEMINI_CLI_TRUST_WORKSPACE: "true" };
  const connects = async (name, prepare, verify) =>
    check(`Gemini CLI, ${name}`, async () => {
      const computer = new Computer({ gemini: program }, trusted);
      await prepare(computer);
      expect((await computer.run("gemini", "mcp", "list")).output, /✓ polytomic: .*Connected/);
      verify(computer);
      computer.keepsNoKey();
    });
  await connects(
    "api-key: the command",
    (computer) => computer.paste("gemini-cli/api-key/command.sh"),
    () => arrived(relay),
  );
  await connects(
    "api-key: settings.json",
    (computer) => computer.save("gemini-cli/api-key/settings.json", "~/.gemini/settings.json"),
    () => arrived(relay, "read-only"),
  );
  await connects(
    "stdio: settings.json",
    (computer) => computer.save("gemini-cli/stdio/settings.json", "~/.gemini/settings.json"),
    (computer) => startedOverStdio(computer),
  );
}

/** The Inspector replaces no variables: the guide tells people to write the value themselves. */
async function inspector(relay) {
  // Not the link in .bin, which another version of the Inspector may have taken.
  const inspectors = path.join(modules, "@modelcontextprotocol/inspector");
  const { bin } = JSON.parse(fs.readFileSync(path.join(inspectors, "package.json"), "utf8"));
  const program = path.join(inspectors, bin["mcp-inspector"]);
  const filled = (content) =>
    content.replace("${POLYTOMIC_API_KEY}", KEY).replace("YOUR_POLYTOMIC_API_KEY", KEY);
  const files = {
    "other/api-key/mcp.json": () => arrived(relay, "read-only"),
    "other/stdio/mcp.json": startedOverStdio,
    "claude-desktop/stdio/claude_desktop_config.json": startedOverStdio,
  };
  for (const [file, verify] of Object.entries(files)) {
    await check(`Inspector: ${file}`, async () => {
      const computer = new Computer({ "mcp-inspector": program });
      computer.save(file, "mcp.json", filled);
      const { output } = await computer.run(
        "mcp-inspector",
        ...["--cli", "--config", "mcp.json", "--server", NAME, "--method", "tools/list"],
      );
      for (const tool of tools) expect(output, new RegExp(`"name": "${tool}"`));
      verify(computer);
    });
  }
}

async function programs(relay) {
  await check("curl", async () => {
    const output = await new Computer({}).paste("programs/api-key/curl.sh");
    const names = JSON.parse(output).result.tools.map((tool) => tool.name);
    expect(names.join(" "), new RegExp(`^${tools.join(" ")}$`));
    arrived(relay);
  });
  for (const [program, file] of [
    ["python3", "list_tools.py"],
    ["node", "list-tools.mjs"],
  ]) {
    await check(program, async () => {
      const computer = new Computer({});
      computer.save(`programs/api-key/${file}`, file);
      const { output } = await computer.run(program, file);
      if (output !== `${tools.join("\n")}\n`) throw new Error(`it prints ${output}`);
      arrived(relay);
    });
  }
}

/** The page of a running server in mock mode, which needs no key: its commands, as they are there. */
async function runningPage(relay) {
  const page = await (await fetch(new URL("/index.md", relay.target))).text();
  const commands = [...page.matchAll(/^```sh\n([^]*?)\n```$/gm)].map(([, command]) => command);
  const connected = { claude: /polytomic: .*✔ Connected/, codex: /polytomic.*enabled/, curl: /"search"/ };
  const targets = {
    claude: path.join(modules, "@anthropic-ai/claude-code/bin/claude.exe"),
    codex: path.join(modules, ".bin/codex"),
  };
  for (const [program, pattern] of Object.entries(connected)) {
    await check(`/index.md of a running server: ${program}`, async () => {
      const command = commands.find((one) => one.startsWith(`${program} `));
      if (!command) throw new Error(`there is no command in: ${page}`);
      const computer = new Computer(targets, { POLYTOMIC_API_KEY: "" });
      const { output, code } = await computer.run("bash", "-c", command);
      if (code !== 0) throw new Error(output);
      const list = program === "curl" ? { output } : await computer.run(program, "mcp", "list");
      expect(list.output, pattern);
    });
  }
}

const relay = await Relay.start(Number(port), javaProgram(), jar, work);
try {
  await programs(relay);
  await runningPage(relay);
  await claudeCode(relay);
  await codex(relay);
  await gemini(relay);
  await inspector(relay);
} finally {
  relay.stop();
  fs.rmSync(work, { recursive: true, force: true });
}
process.exit(failed ? 1 : 0);
