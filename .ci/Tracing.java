import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/**
 * Starts a server with an agent of OpenTelemetry, makes a call with a trace, and compares the spans
 * that the agent exports with the trace of the request that the API got: java Tracing.java AGENT
 * SERVER OPERATION.
 */
class Tracing {
  private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
  private static final String CLIENT = "b7ad6b7169203331";

  private final List<Span> spans = new CopyOnWriteArrayList<>();
  private final List<String> parents = new CopyOnWriteArrayList<>();

  /** A span as far as it matters here. */
  record Span(String trace, String id, String parent, String name) {}

  public static void main(String[] args) throws Exception {
    int failure = 1;
    try {
      new Tracing().run(args[0], args[1], args[2]);
      failure = 0;
    } catch (IllegalStateException failed) {
      System.out.println("not ok  " + failed.getMessage());
    }
    // The servers have threads of their own.
    System.exit(failure);
  }

  private void run(String agent, String server, String operation) throws Exception {
    URI collector = serve("/v1/traces", this::collect);
    URI api = serve("/", this::answer);
    Path log = Files.createTempFile("tracing", ".log");
    ProcessBuilder command =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-javaagent:" + agent,
            "-jar",
            server,
            "--port=0",
            "--feedback=off",
            "--base-url=" + api);
    command.environment().putAll(environment(collector));
    Process process = command.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    try {
      call(url(process, log), operation);
      judge();
    } finally {
      process.destroy();
      Files.delete(log);
    }
  }

  private static Map<String, String> environment(URI collector) {
    return Map.of(
        "OTEL_SERVICE_NAME", "server",
        "OTEL_EXPORTER_OTLP_ENDPOINT", collector.toString(),
        "OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf",
        "OTEL_METRICS_EXPORTER", "none",
        "OTEL_LOGS_EXPORTER", "none",
        "OTEL_BSP_SCHEDULE_DELAY", "100");
  }

  private interface Handler {
    void handle(HttpExchange exchange) throws IOException;
  }

  private static URI serve(String path, Handler handler) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(path, handler::handle);
    server.start();
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private void answer(HttpExchange exchange) throws IOException {
    parents.addAll(exchange.getRequestHeaders().getOrDefault("traceparent", List.of("none")));
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, 2);
    exchange.getResponseBody().write("{}".getBytes());
    exchange.close();
  }

  private void collect(HttpExchange exchange) throws IOException {
    InputStream body = exchange.getRequestBody();
    boolean packed = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
    byte[] request = (packed ? new GZIPInputStream(body) : body).readAllBytes();
    // ExportTraceServiceRequest, ResourceSpans, ScopeSpans, Span (opentelemetry/proto/trace/v1).
    for (byte[] resource : fields(request, 1)) {
      for (byte[] scope : fields(resource, 2)) {
        for (byte[] span : fields(scope, 2)) {
          spans.add(new Span(hex(span, 1), hex(span, 2), hex(span, 4), text(span, 5)));
        }
      }
    }
    exchange.sendResponseHeaders(200, -1);
    exchange.close();
  }

  private static String hex(byte[] message, int number) throws IOException {
    List<byte[]> found = fields(message, number);
    return found.isEmpty() ? "" : HexFormat.of().formatHex(found.get(0));
  }

  private static String text(byte[] message, int number) throws IOException {
    return new String(fields(message, number).get(0));
  }

  /** The fields of a protobuf message with a length, by their number. */
  private static List<byte[]> fields(byte[] message, int number) throws IOException {
    List<byte[]> found = new ArrayList<>();
    ByteArrayInputStream in = new ByteArrayInputStream(message);
    while (in.available() > 0) {
      long key = varint(in);
      switch ((int) (key & 7)) {
        case 0 -> varint(in);
        case 1 -> in.skipNBytes(8);
        case 5 -> in.skipNBytes(4);
        default -> {
          byte[] value = in.readNBytes((int) varint(in));
          if (key >> 3 == number) {
            found.add(value);
          }
        }
      }
    }
    return found;
  }

  private static long varint(InputStream in) throws IOException {
    long value = 0;
    for (int shift = 0; ; shift += 7) {
      int part = in.read();
      value |= (long) (part & 0x7F) << shift;
      if (part < 0x80) {
        return value;
      }
    }
  }

  private static URI url(Process process, Path log) throws Exception {
    Pattern url = Pattern.compile("http://127\\.0\\.0\\.1:\\d+/mcp\n");
    for (int wait = 0; wait < 600 && process.isAlive(); wait++) {
      Matcher found = url.matcher(Files.readString(log));
      if (found.find()) {
        return URI.create(found.group().strip());
      }
      Thread.sleep(200);
    }
    throw new IllegalStateException("the server does not start: " + Files.readString(log));
  }

  private static void call(URI url, String operation) throws Exception {
    String message =
        """
        {"jsonrpc": "2.0", "id": 1, "method": "tools/call",
         "params": {"name": "execute", "arguments": {"operation": "%s"}}}
        """
            .formatted(operation);
    HttpRequest request =
        HttpRequest.newBuilder(url)
            .header("Content-Type", "application/json")
            .header("Accept", "application/json, text/event-stream")
            .header("MCP-Protocol-Version", "2025-11-25")
            .header("Authorization", "Bearer key")
            .header("traceparent", "00-" + TRACE + "-" + CLIENT + "-01")
            .POST(HttpRequest.BodyPublishers.ofString(message))
            .build();
    String body = HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
    check("the call succeeds", body.contains("\\\"status\\\":200"), body);
  }

  private void judge() throws InterruptedException {
    for (int wait = 0; wait < 50 && spans.stream().filter(Tracing::isOurs).count() < 2; wait++) {
      Thread.sleep(200);
    }
    Map<String, Span> byParent = new HashMap<>();
    spans.stream().filter(Tracing::isOurs).forEach(span -> byParent.put(span.parent(), span));
    Span server = byParent.get(CLIENT);
    check("a span of the server below that of the client", server != null, spans);
    Span upstream = byParent.get(server.id());
    check("a span of the request to the API below that of the server", upstream != null, spans);
    check(
        "the API gets the trace, with the span of the request",
        parents.equals(List.of("00-" + TRACE + "-" + upstream.id() + "-01")),
        parents);
  }

  private static boolean isOurs(Span span) {
    return span.trace().equals(TRACE);
  }

  private static void check(String what, boolean holds, Object otherwise) {
    if (!holds) {
      throw new IllegalStateException(what + ": " + otherwise);
    }
    System.out.println("ok      " + what);
  }
}
