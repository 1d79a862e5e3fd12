package dev.dragoman.benchmarks.startup;

import dev.dragoman.benchmarks.Home;
import dev.dragoman.benchmarks.measure.Jdk;
import dev.dragoman.benchmarks.server.BuiltServer;
import dev.dragoman.benchmarks.serving.ServerProcess;
import dev.dragoman.generator.SpecInput;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;

/** Measures the time from the start of a process to its list of tools, and its idle memory. */
final class FirstList {
  private static final String INITIALIZE =
      "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":{\"protocolVersion\":"
          + "\"2025-06-18\",\"capabilities\":{},\"clientInfo\":{\"name\":\"b\",\"version\":\"1\"}}}";
  private static final String INITIALIZED =
      "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}";
  private static final String LIST = "{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"tools/list\"}";

  private final List<Contender> contenders;
  private final long idleMillis;
  private final StartupTable table = new StartupTable();

  private FirstList(List<Contender> contenders, long idleMillis) {
    this.contenders = contenders;
    this.idleMillis = idleMillis;
  }

  /**
   * Builds the server of a document and starts all servers in turns.
   *
   * @return 1 if the server with its archive is too slow or too large
   */
  static int run(Path document, List<Jdk> javas, boolean quick)
      throws IOException, InterruptedException {
    Path out = Home.emptyFolder("startup");
    System.err.println("startup: building the server of " + document.getFileName());
    BuiltServer server = BuiltServer.of(SpecInput.of(document), out);
    List<Contender> contenders = Contenders.of(server.jar(), javas);
    FirstList measured = new FirstList(contenders, quick ? 3_000 : 10_000);
    measured.rounds(quick ? 5 : 21);
    measured.memory();
    List<String> shortcomings = measured.table.print();
    Home.delete(out);
    shortcomings.forEach(line -> System.out.println("SHORT: " + line));
    return shortcomings.isEmpty() ? 0 : 1;
  }

  /** One round more than counts: the first one reads files that are not in memory yet. */
  private void rounds(int rounds) throws IOException {
    for (int round = 0; round <= rounds; round++) {
      System.err.println("startup: round " + round);
      for (Contender contender : contenders) {
        try (StdioProcess process = new StdioProcess(contender.stdio())) {
          double millis = list(process);
          if (round > 0) {
            table.time(contender, millis);
          }
        }
      }
    }
  }

  private static double list(StdioProcess process) throws IOException {
    process.send(INITIALIZE);
    process.await("\"serverInfo\"");
    process.send(INITIALIZED);
    process.send(LIST);
    return process.await("\"tools\"");
  }

  private void memory() throws IOException, InterruptedException {
    for (Contender contender : contenders) {
      System.err.println("startup: memory of " + contender.name());
      try (StdioProcess process = new StdioProcess(contender.stdio())) {
        list(process);
        Thread.sleep(idleMillis);
        table.stdio(contender, Footprint.of(process.pid()));
      }
      if (contender.http().isPresent()) {
        try (ServerProcess process = ServerProcess.start(contender.http().get())) {
          post(process.port());
          Thread.sleep(idleMillis);
          table.http(contender, Footprint.of(process.pid()));
        }
      }
    }
  }

  private static void post(int port) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/mcp"))
            .header("Content-Type", "application/json")
            .header("Accept", "application/json, text/event-stream")
            .POST(HttpRequest.BodyPublishers.ofString(LIST))
            .build();
    HttpResponse<String> response =
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    if (!response.body().contains("\"tools\"")) {
      throw new IOException("expected tools in: " + response.body());
    }
  }
}
