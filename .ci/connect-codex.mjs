// Codex without a model: its app server, which the desktop app and the editors use, connects to the
// configured servers and lists their tools.

import { spawn } from "node:child_process";
import { once } from "node:events";

export class CodexApp {
  constructor(computer) {
    this.computer = computer;
  }

  /** The names of the tools of a server, sorted: Codex does not keep their order. */
  async tools(server) {
    const child = spawn("codex", ["app-server"], {
      cwd: this.computer.project,
      env: this.computer.variables,
      stdio: ["pipe", "pipe", "ignore"],
    });
    const timer = setTimeout(() => child.kill("SIGKILL"), 60_000);
    try {
      const answers = lines(child.stdout);
      const ask = async (id, method, params) => {
        child.stdin.write(`${JSON.stringify({ id, method, params })}\n`);
        for await (const line of answers) {
          const message = JSON.parse(line);
          if (message.id === id) return message.result;
        }
        throw new Error(`${method} was not answered`);
      };
      await ask(1, "initialize", { clientInfo: { name: "check", title: "check", version: "1" } });
      child.stdin.write('{"method":"initialized"}\n');
      const { data } = await ask(2, "mcpServerStatus/list", {});
      const found = data.find((one) => one.name === server);
      if (!found) throw new Error(`no server ${server} in ${JSON.stringify(data)}`);
      return Object.keys(found.tools).sort().join(" ");
    } finally {
      clearTimeout(timer);
      child.stdin.end();
      child.kill();
      if (child.exitCode === null && child.signalCode === null) await once(child, "close");
    }
  }
}

/** The lines of a stream; a loop that ends early leaves the rest for the next one. */
function lines(stream) {
  stream.setEncoding("utf8");
  const waiting = [];
  let rest = "";
  let ended = false;
  let wake = () => {};
  stream.on("data", (data) => {
    const parts = (rest + data).split("\n");
    rest = parts.pop();
    waiting.push(...parts.filter((line) => line));
    wake();
  });
  stream.on("end", () => {
    ended = true;
    wake();
  });
  return {
    async *[Symbol.asyncIterator]() {
      for (;;) {
        if (waiting.length > 0) yield waiting.shift();
        else if (ended) return;
        else await new Promise((done) => (wake = done));
      }
    },
  };
}
