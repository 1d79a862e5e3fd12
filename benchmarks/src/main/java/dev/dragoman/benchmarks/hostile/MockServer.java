package dev.dragoman.benchmarks.hostile;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A generated server in mock mode, seen by a client on standard streams. */
final class MockServer implements Closeable {
  private static final int PATIENCE_SECONDS = 60;
  private static final JsonMapper JSON = JsonMapper.shared();

  private final Process process;
  private final BufferedWriter requests;
  private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();
  private int lastId;

  /**
   * Starts a server.
   *
   * @param folder a folder for its files
   * @param environment variables to set
   */
  MockServer(Path jar, Path folder, Map<String, String> environment) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:-UsePerfData",
                "-jar",
                jar.toString(),
                "--stdio",
                "--mock",
                "--feedback",
                "feedback.jsonl"));
    builder.environment().putAll(environment);
    process =
        builder
            .directory(folder.toFile())
            .redirectError(folder.resolve("server.txt").toFile())
            .start();
    requests = process.outputWriter(StandardCharsets.UTF_8);
    Thread reader = new Thread(this::read, "answers");
    reader.setDaemon(true);
    reader.start();
  }

  private void read() {
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        answers.add(line);
      }
    } catch (IOException e) {
      // The process has exited, which is reported when a response is awaited.
    }
  }

  /** The server's description of itself. */
  JsonNode initialize() throws IOException, InterruptedException {
    ObjectNode parameters = JSON.createObjectNode();
    parameters.put("protocolVersion", "2025-11-25");
    parameters.putObject("capabilities");
    parameters.putObject("clientInfo").put("name", "bench").put("version", "1");
    JsonNode result = request("initialize", parameters);
    send(JSON.createObjectNode().put("method", "notifications/initialized"));
    return result;
  }

  JsonNode tools() throws IOException, InterruptedException {
    return request("tools/list", JSON.createObjectNode()).path("tools");
  }

  /** The text of a tool's result, whether it is an error or not. */
  String call(String tool, ObjectNode arguments) throws IOException, InterruptedException {
    ObjectNode parameters = JSON.createObjectNode().put("name", tool);
    parameters.set("arguments", arguments);
    return request("tools/call", parameters).path("content").path(0).path("text").asString("");
  }

  private JsonNode request(String method, ObjectNode parameters)
      throws IOException, InterruptedException {
    lastId++;
    ObjectNode message = JSON.createObjectNode().put("id", lastId).put("method", method);
    message.set("params", parameters);
    send(message);
    String line = answers.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
    if (line == null) {
      throw new IOException("no answer to " + method + " within " + PATIENCE_SECONDS + " s");
    }
    JsonNode answer = JSON.readTree(line);
    if (answer.path("id").asInt(0) != lastId || !answer.has("result")) {
      throw new IOException("not the answer to " + method + ": " + line);
    }
    return answer.path("result");
  }

  private void send(ObjectNode message) throws IOException {
    requests.write(JSON.writeValueAsString(message.put("jsonrpc", "2.0")));
    requests.write('\n');
    requests.flush();
  }

  @Override
  public void close() throws IOException {
    requests.close();
    try {
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
