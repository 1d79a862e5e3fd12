package dev.dragoman.benchmarks.serving;

import java.io.IOException;
import java.util.UUID;

/** Calls of the example's tools over one connection. */
public final class ExampleCalls implements AutoCloseable {
  private static final String HEADERS =
      String.join(
          "\r\n",
          "Content-Type: application/json",
          "MCP-Protocol-Version: 2025-11-25",
          "Authorization: Bearer bench-key-0123456789",
          "");
  private static final String FULL_ACCESS = "X-Polytomic-Access-Mode: full-access\r\n";

  private final HttpLine line;
  private final String headers;

  /** Creates a caller that accepts complete responses only. */
  public ExampleCalls(int port) {
    this(port, "application/json");
  }

  /** Creates a caller that accepts these media types. */
  public ExampleCalls(int port, String accept) {
    this.line = new HttpLine(port);
    this.headers = HEADERS + "Accept: " + accept + "\r\n";
  }

  /** Runs {@code GET /api/bulk/syncs/ID}. */
  public HttpLine.Reply read(UUID id) throws IOException {
    return line.send("POST", "/mcp", headers, execute("bulkSync_get", id));
  }

  /** Runs {@code POST /api/bulk/syncs/ID/cancel}. */
  public HttpLine.Reply write(UUID id) throws IOException {
    return line.send("POST", "/mcp", headers + FULL_ACCESS, execute("bulkSync_cancel", id));
  }

  /** Runs a search, which does not call the API. */
  public HttpLine.Reply search() throws IOException {
    return line.send(
        "POST", "/mcp", headers, call("search", "{\"query\":\"list bulk syncs\",\"limit\":1}"));
  }

  /** Sends a GET request for a path. */
  public HttpLine.Reply get(String path) throws IOException {
    return line.send("GET", path, "", "");
  }

  private static String execute(String operation, UUID id) {
    return call(
        "execute", "{\"operation\":\"" + operation + "\",\"arguments\":{\"id\":\"" + id + "\"}}");
  }

  private static String call(String tool, String arguments) {
    return "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\""
        + tool
        + "\",\"arguments\":"
        + arguments
        + "}}";
  }

  /** Whether a call was successful. */
  public static boolean isSuccess(HttpLine.Reply reply) {
    return reply.status() == 200
        && reply.body().contains("\"result\"")
        && !reply.body().contains("\"isError\":true");
  }

  @Override
  public void close() {
    line.close();
  }
}
