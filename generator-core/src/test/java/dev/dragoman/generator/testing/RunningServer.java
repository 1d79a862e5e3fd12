package dev.dragoman.generator.testing;

import static com.google.testing.compile.CompilationSubject.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.dragoman.generator.SpecInput;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A generated server as a client starts it over standard streams, before an API on loopback. */
public final class RunningServer implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final long PATIENCE_SECONDS = 10;

  private final HttpServer api;
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final Process process;
  private final Writer in;
  private final BufferedReader out;
  private int lastId;

  private RunningServer(GeneratedServer server) throws IOException {
    this.api = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    api.createContext("/", this::answer);
    api.start();
    this.process = start(server);
    this.in = new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8);
    this.out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  /** Generates, compiles and starts the server of a document. */
  public static RunningServer of(Path document, Path folder) throws IOException {
    try (GeneratedServer server = GeneratedServer.of(SpecInput.of(document), folder)) {
      assertThat(server.compilation()).succeededWithoutWarnings();
      return new RunningServer(server).initialized();
    }
  }

  private Process start(GeneratedServer server) throws IOException {
    String classPath =
        String.join(
            File.pathSeparator,
            server.writtenClasses().toString(),
            server.resources().toString(),
            System.getProperty("java.class.path"));
    ProcessBuilder builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath,
                "generated." + server.plan().serverClass(),
                "--stdio",
                "--base-url",
                "http://127.0.0.1:" + api.getAddress().getPort())
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    String access = server.plan().vendor().toUpperCase(java.util.Locale.ROOT) + "_ACCESS_MODE";
    builder.environment().put(access, "full-access");
    return builder.start();
  }

  private void answer(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    URI uri = exchange.getRequestURI();
    requests.add((exchange.getRequestMethod() + " " + uri + " " + body).strip());
    byte[] answer = "{}".getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, answer.length);
    exchange.getResponseBody().write(answer);
    exchange.close();
  }

  private RunningServer initialized() throws IOException {
    var unused =
        request(
            "initialize",
            Map.of(
                "protocolVersion",
                "2025-11-25",
                "capabilities",
                Map.of(),
                "clientInfo",
                Map.of("name", "test", "version", "1")));
    send(Map.of("jsonrpc", "2.0", "method", "notifications/initialized"));
    return this;
  }

  /** What the API has received: method, path with query, body. */
  public List<String> requests() {
    return requests;
  }

  /**
   * Runs an operation.
   *
   * @param call the arguments of {@code execute} as JSON
   * @return the text of the result
   */
  public String execute(String call) throws IOException {
    return call("execute", call);
  }

  /** What search says of an operation in full. */
  public String describe(String operation) throws IOException {
    return call("search", "{\"operation\":\"" + operation + "\"}");
  }

  /** What search finds. */
  public String search(String query) throws IOException {
    return call("search", "{\"query\":\"" + query + "\"}");
  }

  private String call(String tool, String arguments) throws IOException {
    JsonNode result =
        request("tools/call", Map.of("name", tool, "arguments", JSON.readTree(arguments)));
    List<String> parts = new ArrayList<>();
    result.path("content").values().forEach(part -> parts.add(part.path("text").asString("")));
    return String.join("\n", parts);
  }

  private JsonNode request(String method, Map<String, ?> params) throws IOException {
    int id = ++lastId;
    send(Map.of("jsonrpc", "2.0", "id", id, "method", method, "params", params));
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      JsonNode message = JSON.readTree(line);
      if (message.path("id").asInt(0) == id) {
        return message.path("result");
      }
    }
    throw new IOException("the server ended before it answered " + method);
  }

  private void send(Map<String, ?> message) throws IOException {
    in.write(JSON.writeValueAsString(message) + "\n");
    in.flush();
  }

  /** Writes a document into a folder and starts its server. */
  public static RunningServer of(String document, Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("depot.yaml"), document);
    return of(file, folder.resolve("out"));
  }

  /** Ends its input, which ends the server. */
  @Override
  public void close() throws IOException {
    api.stop(0);
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
