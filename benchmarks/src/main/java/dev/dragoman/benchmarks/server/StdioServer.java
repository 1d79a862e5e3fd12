package dev.dragoman.benchmarks.server;

import dev.dragoman.benchmarks.measure.Jvm;
import dev.dragoman.benchmarks.measure.Stopwatch;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A server started over stdio, as a client of the Model Context Protocol does, with one request at
 * a time.
 */
public final class StdioServer implements AutoCloseable {
  private static final JsonMapper JSON = new JsonMapper();
  private static final long PATIENCE_SECONDS = 10;

  private final Process process;
  private final Writer in;
  private final BufferedReader out;
  private final Stopwatch sinceStart;
  private int lastId;

  private StdioServer(Process process, Stopwatch sinceStart) {
    this.process = process;
    this.sinceStart = sinceStart;
    this.in = new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8);
    this.out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  /** Starts any program that supports MCP over stdio. Its log is discarded. */
  public static StdioServer start(List<String> command, Map<String, String> environment)
      throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().putAll(environment);
    Stopwatch watch = new Stopwatch();
    return new StdioServer(builder.start(), watch);
  }

  /** Starts a generated server whose API is unreachable. */
  public static StdioServer start(Path jar) throws IOException {
    return start(jar, Map.of());
  }

  /** Starts a generated server with environment variables in addition to those of this process. */
  public static StdioServer start(Path jar, Map<String, String> environment) throws IOException {
    return start(
        List.of(
            Jvm.program(), "-jar", jar.toString(), "--stdio", "--base-url", "http://127.0.0.1:9"),
        environment);
  }

  /** Milliseconds since the process was started. */
  public double millisSinceStart() {
    return sinceStart.millis();
  }

  public Process process() {
    return process;
  }

  /** Initializes the connection, as every client does first. */
  public StdioServer initialized() throws IOException {
    request(
        "initialize",
        Map.of(
            "protocolVersion",
            "2025-11-25",
            "capabilities",
            Map.of(),
            "clientInfo",
            Map.of("name", "bench", "version", "1")));
    send(Map.of("jsonrpc", "2.0", "method", "notifications/initialized"));
    return this;
  }

  /**
   * The result of a request.
   *
   * @throws IOException if the server has exited or responds with an error
   */
  public JsonNode request(String method, Map<String, ?> params) throws IOException {
    int id = ++lastId;
    send(Map.of("jsonrpc", "2.0", "id", id, "method", method, "params", params));
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      JsonNode message = JSON.readTree(line);
      if (message.path("id").asInt(0) == id) {
        return result(method, message);
      }
    }
    throw new IOException("the server ended before it answered " + method);
  }

  private static JsonNode result(String method, JsonNode message) throws IOException {
    JsonNode result = message.get("result");
    if (result == null) {
      throw new IOException(method + " was answered with " + message.path("error"));
    }
    return result;
  }

  /** Calls a tool. */
  public JsonNode call(String tool, Map<String, ?> arguments) throws IOException {
    return request("tools/call", Map.of("name", tool, "arguments", arguments));
  }

  /** The text of a tool's result. */
  public static String text(JsonNode result) {
    List<String> parts = new ArrayList<>();
    result.path("content").values().forEach(part -> parts.add(part.path("text").asString("")));
    return String.join("\n", parts);
  }

  private void send(Map<String, ?> message) throws IOException {
    in.write(JSON.writeValueAsString(message) + "\n");
    in.flush();
  }

  /** Closes its input, which stops the server. */
  @Override
  public void close() throws IOException {
    in.close();
    try {
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
    }
  }
}
