// The TypeScript SDK's server with one tool, which forwards to the API that the first argument names.
import http from "node:http";
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { StreamableHTTPServerTransport } from "@modelcontextprotocol/sdk/server/streamableHttp.js";
import { z } from "zod";

const api = process.argv[2];

function peer() {
  const mcp = new McpServer({ name: "peer", version: "1.0.0" });
  mcp.registerTool(
    "execute",
    { inputSchema: { operation: z.string(), arguments: z.object({ id: z.string() }) } },
    async (input) => {
      const answer = await fetch(`${api}/api/bulk/syncs/${input.arguments.id}`);
      return { content: [{ type: "text", text: await answer.text() }], isError: !answer.ok };
    },
  );
  return mcp;
}

const server = http.createServer(async (request, response) => {
  const mcp = peer();
  const transport = new StreamableHTTPServerTransport({
    sessionIdGenerator: undefined,
    enableJsonResponse: true,
  });
  response.on("close", () => {
    transport.close();
    mcp.close();
  });
  await mcp.connect(transport);
  await transport.handleRequest(request, response);
});

server.listen(0, "127.0.0.1", () => {
  console.log(`http://127.0.0.1:${server.address().port}/mcp`);
});
