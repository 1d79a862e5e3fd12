package dev.dragoman.benchmarks.tasks;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.dragoman.benchmarks.server.StdioServer;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls tools as an agent does, and counts what the calls cost. */
final class Agent {
  private static final double BYTES_PER_TOKEN = 3.5;
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final int SHOWN = 300;

  private final StdioServer server;
  private int calls;
  private long bytes;

  Agent(StdioServer server) {
    this.server = server;
  }

  /** Thrown if a call that a task needs does not succeed. */
  static final class FailedCallException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    FailedCallException(String message) {
      super(message);
    }
  }

  int calls() {
    return calls;
  }

  /** Arguments and results of all calls. */
  long tokens() {
    return Math.round(bytes / BYTES_PER_TOKEN);
  }

  /** Searches once, with a query for each step of a task. */
  void search(String... queries) {
    String text = call("search", Map.of("queries", List.of(queries), "limit", 3));
    if (text.isEmpty()) {
      throw new FailedCallException("search found nothing");
    }
  }

  /** The body of a whole response. */
  JsonNode execute(String operation, Map<String, ?> arguments) {
    return execute(operation, arguments, Map.of());
  }

  /** The body of a whole response to a call with a body. */
  JsonNode send(String operation, Map<String, ?> arguments, Map<String, ?> body) {
    return execute(operation, arguments, Map.of("body", body));
  }

  /**
   * The body of a response.
   *
   * @param more further arguments of the tool
   */
  JsonNode execute(String operation, Map<String, ?> arguments, Map<String, ?> more) {
    Map<String, Object> call = new LinkedHashMap<>();
    call.put("operation", operation);
    if (!arguments.isEmpty()) {
      call.put("arguments", arguments);
    }
    call.putAll(more);
    return JSON.readTree(call("execute", call)).path("body");
  }

  /** What a script returns. */
  String script(String text) {
    return call("run_script", Map.of("script", text));
  }

  private String call(String tool, Map<String, ?> arguments) {
    calls++;
    JsonNode result;
    try {
      result = server.call(tool, arguments);
    } catch (IOException e) {
      throw new FailedCallException(String.valueOf(e.getMessage()));
    }
    String text = StdioServer.text(result);
    bytes += JSON.writeValueAsString(arguments).getBytes(UTF_8).length;
    bytes += text.getBytes(UTF_8).length;
    if (result.path("isError").asBoolean(false)) {
      String shown = text.substring(0, Math.min(SHOWN, text.length())).replace('\n', ' ');
      throw new FailedCallException(tool + " " + arguments + ": " + shown);
    }
    return text;
  }
}
