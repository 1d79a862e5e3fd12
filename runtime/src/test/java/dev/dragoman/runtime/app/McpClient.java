package dev.dragoman.runtime.app;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Speaks MCP over HTTP as a client of 2025-11-25 does. */
public final class McpClient {
  private static final AtomicInteger NEXT_ID = new AtomicInteger(1);

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI url;
  private final String[] headers;

  public McpClient(URI url, String... headers) {
    this.url = url;
    this.headers = headers;
  }

  /** The same client with other headers, names and values in turn. */
  public McpClient with(String... others) {
    return new McpClient(url, others);
  }

  public static String message(String method, ObjectNode params) {
    ObjectNode message = JsonNodeFactory.instance.objectNode();
    message
        .put("jsonrpc", "2.0")
        .put("id", NEXT_ID.getAndIncrement())
        .put("method", method)
        .set("params", params);
    return message.toString();
  }

  public static String call(String tool, String arguments) {
    ObjectNode params = JsonNodeFactory.instance.objectNode();
    params.put("name", tool).set("arguments", JsonMapper.shared().readTree(arguments));
    return message("tools/call", params);
  }

  /** What a client sends over stdio: the handshake, then these lines. */
  public static String initialized(String messages) {
    return "{\"jsonrpc\":\"2.0\",\"id\":0,\"method\":\"initialize\",\"params\":{\"protocolVersion\":"
        + "\"2025-11-25\",\"capabilities\":{},\"clientInfo\":{\"name\":\"t\",\"version\":\"1\"}}}\n"
        + "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}\n"
        + messages;
  }

  public HttpResponse<String> post(String message) throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(url)
            .header("Content-Type", "application/json")
            .header("Accept", "application/json, text/event-stream")
            .header("MCP-Protocol-Version", "2025-11-25")
            .POST(BodyPublishers.ofString(message));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return http.send(request.build(), BodyHandlers.ofString());
  }

  /** Another path of the server. */
  public HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return http.send(HttpRequest.newBuilder(url.resolve(path)).build(), BodyHandlers.ofString());
  }

  /** The result of a request that must succeed as JSON-RPC. */
  public JsonNode result(String message) throws IOException, InterruptedException {
    HttpResponse<String> response = post(message);
    if (response.statusCode() != 200) {
      throw new AssertionError(response.statusCode() + " " + response.body());
    }
    // What takes long comes as an event.
    String json = response.body().replaceFirst("(?s)^.*\ndata: ", "");
    return JsonMapper.shared().readTree(json).required("result");
  }

  /** What a tool answers: {@code error: } in front of a failure. */
  public String tool(String name, String arguments) throws IOException, InterruptedException {
    JsonNode result = result(call(name, arguments));
    String text = result.required("content").required(0).required("text").stringValue();
    return result.path("isError").booleanValue(false) ? "error: " + text : text;
  }
}
