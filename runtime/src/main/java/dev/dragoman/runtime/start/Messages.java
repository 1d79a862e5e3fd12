package dev.dragoman.runtime.start;

/** What a client says in a training run. */
final class Messages {
  static final String INITIALIZE =
      message(
          1,
          "initialize",
          "{\"protocolVersion\":\"2025-11-25\",\"capabilities\":{},"
              + "\"clientInfo\":{\"name\":\"training\",\"version\":\"1\"}}");
  static final String INITIALIZED =
      "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}";
  static final String LIST = message(2, "tools/list", "{}");
  static final String SEARCH = call(3, "search", "{\"query\":\"list get\"}");

  private Messages() {}

  /** Runs an operation; without arguments, so most are refused after they were checked. */
  static String execute(String operation) {
    return call(4, "execute", "{\"operation\":\"" + operation.replaceAll("[\"\\\\]", "") + "\"}");
  }

  private static String call(int id, String tool, String arguments) {
    return message(id, "tools/call", "{\"name\":\"" + tool + "\",\"arguments\":" + arguments + "}");
  }

  private static String message(int id, String method, String params) {
    return "{\"jsonrpc\":\"2.0\",\"id\":"
        + id
        + ",\"method\":\""
        + method
        + "\",\"params\":"
        + params
        + "}";
  }
}
