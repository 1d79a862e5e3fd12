package dev.dragoman.script;

import dev.dragoman.runtime.app.McpClient;
import dev.dragoman.runtime.server.McpServer;
import dev.dragoman.runtime.server.RunningServer;
import dev.dragoman.runtime.tool.EchoUpstream;
import dev.dragoman.runtime.tool.TrackerApi;
import dev.dragoman.runtime.tool.TrackerResources;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A whole server with scripts in front of an API that records what it gets. */
final class ScriptServer implements AutoCloseable {
  private static final String[] WRITER = {
    "Authorization", "Bearer key-1", "X-Acme-Access-Mode", "full-access"
  };

  final EchoUpstream api = new EchoUpstream();
  private final RunningServer server;

  ScriptServer(Path folder, String... flags) throws IOException {
    TrackerResources.write(folder);
    List<String> all =
        new ArrayList<>(
            List.of("--port", "0", "--feedback", "off", "--base-url", api.url().toString()));
    all.addAll(List.of(flags));
    server =
        McpServer.builder(TrackerApi.definition(TrackerResources.anchorIn(folder)).build())
            .scripts()
            .build()
            .start(all.toArray(String[]::new));
  }

  URI url() {
    return URI.create(server.endpoint().toString());
  }

  /** A client of a caller with full access. */
  McpClient writer() {
    return new McpClient(url(), WRITER);
  }

  /** A client of a caller who may only read. */
  McpClient reader() {
    return new McpClient(url(), "Authorization", "Bearer key-1");
  }

  static String arguments(String script, boolean dry) {
    ObjectNode arguments = JsonMapper.shared().createObjectNode().put("script", script);
    return (dry ? arguments.put("dry_run", true) : arguments).toString();
  }

  /** The text of a run for a caller with full access. */
  String run(String script) throws IOException, InterruptedException {
    return writer().tool("run_script", arguments(script, false));
  }

  /** The result of a run that succeeds. */
  JsonNode result(String script) throws IOException, InterruptedException {
    return JsonMapper.shared().readTree(run(script)).required("result");
  }

  /** A call by a client of 2026-07-28 that can ask its user. */
  JsonNode asking(String script, String more) throws IOException, InterruptedException {
    String message =
        "{\"jsonrpc\": \"2.0\", \"id\": 1, \"method\": \"tools/call\", \"params\": {\"name\":"
            + " \"run_script\", \"_meta\": {\"io.modelcontextprotocol/protocolVersion\":"
            + " \"2026-07-28\", \"io.modelcontextprotocol/clientCapabilities\": {\"elicitation\":"
            + " {}}}, \"arguments\": "
            + arguments(script, false)
            + more
            + "}}";
    HttpRequest request =
        HttpRequest.newBuilder(url())
            .headers(WRITER)
            .header("Content-Type", "application/json")
            .header("MCP-Protocol-Version", "2026-07-28")
            .header("Mcp-Method", "tools/call")
            .header("Mcp-Name", "run_script")
            .POST(BodyPublishers.ofString(message))
            .build();
    return JsonMapper.shared()
        .readTree(HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body())
        .required("result");
  }

  /** The same call with the answer of the user. */
  JsonNode answered(String script, JsonNode asked, String action)
      throws IOException, InterruptedException {
    return asking(
        script,
        ", \"requestState\": "
            + asked.required("requestState")
            + ", \"inputResponses\": {\"confirm\": {\"action\": \""
            + action
            + "\"}}");
  }

  @Override
  public void close() {
    server.close();
    api.close();
  }
}
