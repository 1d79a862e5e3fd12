// The TypeScript SDK's server with one tool, over stdio.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { StdioServerTransport } from "@modelcontextprotocol/sdk/server/stdio.js";
import { z } from "zod";

const server = new McpServer({ name: "peer", version: "1.0.0" });
server.registerTool(
  "echo",
  { description: "Repeats a text.", inputSchema: { text: z.string() } },
  async (input) => ({ content: [{ type: "text", text: input.text }] }),
);
await server.connect(new StdioServerTransport());
