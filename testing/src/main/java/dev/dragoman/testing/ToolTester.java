package dev.dragoman.testing;

import dev.dragoman.runtime.AccessMode;
import dev.dragoman.runtime.AccessNames;
import dev.dragoman.runtime.ServerDefinition;
import dev.dragoman.runtime.extension.Tool;
import dev.dragoman.runtime.server.McpServer;
import dev.dragoman.runtime.server.RunningServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Calls a tool of one's own as clients do, on a real server with all of its checks, and compares
 * each result with the tool's output schema. Calls are made with full access and the key {@code
 * test-key}, unless they have headers of their own.
 */
public final class ToolTester implements AutoCloseable {
  private final HttpClient http = HttpClient.newHttpClient();
  private final CheckedTool tool;
  private final RunningServer server;
  private final String[] usual;

  private ToolTester(CheckedTool tool, RunningServer server, String[] usual) {
    this.tool = tool;
    this.server = server;
    this.usual = usual;
  }

  /**
   * Starts a server with a tool on a free port.
   *
   * @param flags flags of the server, such as {@code --mock} to respond from the API's document, or
   *     {@code --base-url} and a URL
   */
  public static ToolTester start(ServerDefinition definition, Tool tool, String... flags) {
    List<String> all = new ArrayList<>(List.of("--port", "0", "--open-api", "--stop-delay", "0"));
    all.addAll(List.of("--feedback", "off"));
    all.addAll(List.of(flags));
    CheckedTool checked = new CheckedTool(tool);
    RunningServer server =
        McpServer.builder(definition).tool(checked).build().start(all.toArray(String[]::new));
    String mode = AccessNames.of(definition.vendor()).accessModeHeader();
    return new ToolTester(
        checked,
        server,
        new String[] {"Authorization", "Bearer test-key", mode, AccessMode.FULL_ACCESS.word()});
  }

  /**
   * Calls the tool, which has to succeed with a result that matches the output schema.
   *
   * @param arguments a JSON object
   * @param headers names and values in turn, in place of the usual ones
   * @return the structured content; without an output schema, the tool's text if it is a JSON
   *     object or array, otherwise an object with MCP's {@code content}
   * @throws AssertionError if the call fails, or the result does not match
   */
  public JsonNode call(String arguments, String... headers) {
    HttpResponse<String> response = post(arguments, headers);
    if (response.statusCode() != 200) {
      throw new AssertionError(tool.name() + " failed: " + response.body());
    }
    return JsonMapper.shared().readTree(response.body());
  }

  /**
   * Calls the tool, which has to fail.
   *
   * @return the problem document: {@code status}, {@code detail} as the model reads it, and {@code
   *     errors} in the arguments
   * @throws AssertionError if the call succeeds, or its result does not match the output schema
   */
  public JsonNode failure(String arguments, String... headers) {
    HttpResponse<String> response = post(arguments, headers);
    if (response.statusCode() == 200) {
      throw new AssertionError(tool.name() + " succeeded: " + response.body());
    }
    return JsonMapper.shared().readTree(response.body());
  }

  private HttpResponse<String> post(String arguments, String... headers) {
    HttpRequest request =
        HttpRequest.newBuilder(server.endpoint().resolve("/tools/" + tool.name()))
            .header("Content-Type", "application/json")
            .headers(headers.length == 0 ? usual : headers)
            .POST(BodyPublishers.ofString(arguments))
            .build();
    try {
      HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
      tool.mismatch()
          .ifPresent(
              mismatch -> {
                throw new AssertionError(mismatch);
              });
      return response;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }

  @Override
  public void close() {
    server.close();
  }
}
