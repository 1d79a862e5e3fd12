package dev.dragoman.benchmarks.throughput.load;

import java.util.Map;

/** The kinds of request that are measured. */
public enum Kind {
  /** Runs one operation, for which the server calls the API. */
  EXECUTE(
      "execute",
      call(
          "execute",
          "{\"operation\":\"bulkSync_get\",\"arguments\":{\"id\":\"" + Kind.SYNC + "\"}}"),
      "xxxxxxxx"),
  /** Searches by words, with the default number of hits. */
  SEARCH("search", call("search", "{\"query\":\"list bulk syncs\"}"), "bulkSync_list"),
  /** Lists the tools. */
  LIST("tools/list", message("tools/list", ""), "\"inputSchema\"");

  private static final String SYNC = "00000000-0000-4000-8000-000000000001";

  private final String title;
  private final String body;
  private final String sign;

  Kind(String title, String body, String sign) {
    this.title = title;
    this.body = body;
    this.sign = sign;
  }

  /** The name in tables. */
  public String title() {
    return title;
  }

  /** A text that the body of every right response contains. */
  public String sign() {
    return sign;
  }

  /**
   * The request to an MCP server. It needs no session, because the server has no tool that asks for
   * input.
   */
  public Request request() {
    return new Request(
        "POST",
        "/mcp",
        Map.of(
            "Content-Type",
            "application/json",
            // The TypeScript SDK's server requires both media types.
            "Accept",
            "application/json, text/event-stream",
            "MCP-Protocol-Version",
            "2025-11-25",
            "Authorization",
            "Bearer bench-key-0123456789"),
        body);
  }

  /** The request that the server sends to the API for {@link #EXECUTE}, sent directly. */
  public static Request direct() {
    return new Request("GET", "/api/bulk/syncs/" + SYNC, Map.of("Accept", "application/json"), "");
  }

  private static String call(String tool, String arguments) {
    return message(
        "tools/call", ",\"params\":{\"name\":\"" + tool + "\",\"arguments\":" + arguments + "}");
  }

  private static String message(String method, String params) {
    return "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"" + method + "\"" + params + "}";
  }
}
