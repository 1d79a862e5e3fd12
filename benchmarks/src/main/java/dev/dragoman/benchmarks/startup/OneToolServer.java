package dev.dragoman.benchmarks.startup;

import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.transport.StdioServerTransportProvider;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.ServerCapabilities;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import java.util.Map;

/** The Java SDK's server with one tool, over stdio. */
final class OneToolServer {
  private OneToolServer() {}

  public static void main(String[] args) {
    McpJsonMapper json = McpJsonDefaults.getMapper();
    Map<String, Object> schema =
        Map.of("type", "object", "properties", Map.of("text", Map.of("type", "string")));
    McpServer.sync(new StdioServerTransportProvider(json))
        .serverInfo("peer", "1.0.0")
        .capabilities(ServerCapabilities.builder().tools(false).build())
        .toolCall(
            Tool.builder("echo", schema).description("Repeats a text.").build(),
            (exchange, request) ->
                CallToolResult.builder()
                    .addTextContent(String.valueOf(request.arguments().get("text")))
                    .build())
        .build();
  }
}
