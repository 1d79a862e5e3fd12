// The server under test in mock mode, behind a relay that notes the headers of each request.

import { spawn } from "node:child_process";
import http from "node:http";

export class Relay {
  /** Starts both; the relay listens on the port. */
  static async start(port, java, jar, folder) {
    const relay = new Relay();
    const target = new URL(await relay.#serve(java, jar, folder));
    relay.target = target;
    relay.requests = [];
    relay.server = http.createServer((request, response) => {
      if (request.url === "/mcp") relay.requests.push(request.headers);
      const forwarded = http.request(
        {
          host: target.hostname,
          port: target.port,
          path: request.url,
          method: request.method,
          headers: { ...request.headers, host: target.host },
        },
        (answer) => {
          response.writeHead(answer.statusCode, answer.headers);
          answer.pipe(response);
        },
      );
      forwarded.on("error", () => response.destroy());
      request.pipe(forwarded);
    });
    await new Promise((done) => relay.server.listen(port, "127.0.0.1", done));
    return relay;
  }

  /** Starts the server; its URL. */
  #serve(java, jar, folder) {
    this.process = spawn(java, ["-jar", jar, "--port", "0", "--mock"], {
      cwd: folder,
      stdio: ["ignore", "ignore", "pipe"],
    });
    return new Promise((done, fail) => {
      let output = "";
      this.process.stderr.on("data", (data) => {
        output += data;
        const url = /http:\/\/127\.0\.0\.1:\d+\/mcp/.exec(output)?.[0];
        if (url) done(url);
      });
      this.process.on("exit", () => fail(new Error(`the server did not start: ${output}`)));
    });
  }

  /** The headers of the requests since the last call. */
  taken() {
    const taken = this.requests;
    this.requests = [];
    return taken;
  }

  stop() {
    this.server.close();
    this.server.closeAllConnections();
    this.process.kill();
  }
}
