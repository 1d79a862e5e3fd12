package dev.dragoman.runtime.transport.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.dragoman.runtime.Caller;
import dev.dragoman.runtime.mcp.McpCore;
import dev.dragoman.runtime.mcp.ServerInfo;
import dev.dragoman.runtime.metrics.Metrics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which path leads where, for whom, and with which methods. */
class RouterTest {
  private static final String DOCUMENT = "/.well-known/oauth-protected-resource";

  private static final HttpOptions OPTIONS =
      HttpOptions.builder()
          .documents(Map.of(DOCUMENT, "{\"resource\":\"x\"}", "/a", "{}"))
          .allowedOrigins(Set.of("https://app.example.com"))
          .build();

  private final AtomicReference<Optional<String>> obstacle =
      new AtomicReference<>(Optional.empty());
  private final HttpService service = service(true);

  private HttpService service(boolean showsMetrics) {
    McpCore core = new McpCore(new ServerInfo("a", "A", "1", ""), List.of());
    Metrics metrics = new Metrics();
    return new HttpService(
        OPTIONS,
        core,
        headers -> Caller.anonymous(),
        new HttpLifecycle(Duration.ZERO, metrics, showsMetrics, obstacle::get));
  }

  private RecordedExchange handled(RecordedExchange exchange) {
    service.handle(exchange);
    return exchange;
  }

  @ParameterizedTest
  @CsvSource({
    "GET,    /healthz,  200",
    "HEAD,   /healthz,  200",
    "GET,    /healthz/, 200",
    "GET,    //healthz, 200",
    "GET,    /readyz,   200",
    "POST,   /healthz,  405",
    "DELETE, /readyz,   405",
    "GET,    /Healthz,  404",
    "GET,    /health,   404",
    "GET,    /metrics,  200",
    "HEAD,   /metrics,  200",
    "POST,   /metrics,  405",
    "GET,    /mcp,      405",
    "DELETE, /mcp,      405",
    "PUT,    /mcp,      405",
    "OPTIONS,/mcp,      405",
    "GET,    /a,        200",
    "HEAD,   /a,        200",
    "GET,    /a/,       200",
    "GET,    /%61,      200",
    "POST,   /a,        405",
    "OPTIONS,/a,        405",
    "GET,    /A,        404",
    "GET,    /a/b,      404",
    "GET,    /,         404",
    "GET,    '',        404",
    "GET,    /mcp2,     404",
    "POST,   /MCP,      404",
    "POST,   /mcp/x,    404",
    "POST,   /mcp%2F,   404",
    "POST,   /mcp;a=1,  404"
  })
  void routes(String method, String path, int status) {
    RecordedExchange exchange =
        handled(new RecordedExchange(method, path).with("Host", "localhost"));
    assertThat(exchange.status).isEqualTo(status);
    assertThat(exchange.ended).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"POST, /healthz, 'GET, HEAD'", "PUT, /a, 'GET, HEAD'", "GET, /mcp, POST"})
  void aWrongMethodIsToldTheRightOnes(String method, String path, String allow) {
    RecordedExchange exchange =
        handled(new RecordedExchange(method, path).with("Host", "localhost"));
    assertThat(exchange.status).isEqualTo(405);
    assertThat(exchange.sentHeader("Allow")).hasValue(allow);
    assertThat(exchange.text()).isEqualTo("{\"error\":\"Method Not Allowed\"}");
  }

  /** A probe may use any name of its platform; everything else only an allowed one. */
  @ParameterizedTest
  @CsvSource({
    "/healthz, 200",
    "/readyz,  200",
    "/metrics, 403",
    "/mcp,     403",
    "/a,       403",
    "/unknown, 403"
  })
  void underAnotherHostName(String path, int status) {
    RecordedExchange exchange =
        handled(new RecordedExchange("GET", path).with("Host", "10.1.2.3:8080"));
    assertThat(exchange.status).isEqualTo(status);
    assertThat(exchange.sentHeader("Access-Control-Allow-Origin")).isEmpty();
  }

  @Test
  void aPageOfAnotherOriginLearnsNothing() {
    RecordedExchange exchange =
        handled(RecordedExchange.get("/a").with("Origin", "https://evil.example"));
    assertThat(exchange.status).isEqualTo(403);
    assertThat(exchange.text()).startsWith("{\"error\":\"Forbidden\",\"detail\":");
    assertThat(exchange.sentHeaders()).doesNotContainKey("access-control-allow-origin");
  }

  @ParameterizedTest
  @CsvSource({
    "/mcp,     204, 'POST, GET, DELETE'",
    "/a,       204, 'GET, HEAD'",
    "/metrics, 204, 'GET, HEAD'",
    "/unknown, 404, ''",
    "/healthz, 405, ''"
  })
  void preflights(String path, int status, String methods) {
    RecordedExchange exchange =
        handled(
            new RecordedExchange("OPTIONS", path)
                .with("Host", "localhost")
                .with("Origin", "https://app.example.com")
                .with("Access-Control-Request-Method", "POST"));
    assertThat(exchange.status).isEqualTo(status);
    assertThat(exchange.sentHeader("Access-Control-Allow-Methods").orElse("")).isEqualTo(methods);
  }

  /** An error that a page cannot read is a network error to it. */
  @Test
  void anAllowedPageMayReadErrorsToo() {
    RecordedExchange exchange =
        handled(RecordedExchange.get("/unknown").with("Origin", "https://app.example.com"));
    assertThat(exchange.status).isEqualTo(404);
    assertThat(exchange.sentHeader("Access-Control-Allow-Origin"))
        .hasValue("https://app.example.com");
  }

  @Test
  void aRefusalOfTheHttpServerIsReadableToo() {
    RecordedExchange exchange =
        RecordedExchange.get("/mcp").with("Origin", "https://app.example.com");
    service.refuse(exchange, 431, "Request Header Fields Too Large");
    assertThat(exchange.status).isEqualTo(431);
    assertThat(exchange.text()).isEqualTo("{\"error\":\"Request Header Fields Too Large\"}");
    assertThat(exchange.sentHeader("Access-Control-Allow-Origin")).isPresent();
  }

  @Test
  void documentsAreJson() {
    RecordedExchange exchange = handled(RecordedExchange.get(DOCUMENT));
    assertThat(exchange.text()).isEqualTo("{\"resource\":\"x\"}");
    assertThat(exchange.sentHeader("Content-Type")).hasValue("application/json");
    assertThat(exchange.sentHeader("X-Content-Type-Options")).hasValue("nosniff");
    assertThat(service.paths())
        .containsExactly("/mcp", "/mcp/readonly", "/mcp/t/*", DOCUMENT, "/a");
  }

  @Test
  void metricsAreServedOnlyIfConfigured() {
    assertThat(handled(RecordedExchange.get("/metrics")).sentHeader("Content-Type"))
        .hasValue(Metrics.CONTENT_TYPE);
    assertThat(handled(RecordedExchange.get("/metrics")).text())
        .contains("dragoman_http_in_flight 0");
    RecordedExchange hidden = RecordedExchange.get("/metrics");
    service(false).handle(hidden);
    assertThat(hidden.status).isEqualTo(404);
    assertThat(hidden.text()).isEqualTo("{\"error\":\"Not Found\"}");
  }

  /** A server that cannot serve yet is alive: restarting it would not help. */
  @Test
  void anObstacleMakesTheServerNotReadyButAlive() {
    obstacle.set(Optional.of("no keys yet"));
    RecordedExchange ready = handled(RecordedExchange.get("/readyz"));
    assertThat(ready.status).isEqualTo(503);
    assertThat(ready.text()).isEqualTo("no keys yet");
    assertThat(ready.sentHeader("Retry-After")).hasValue("10");
    assertThat(handled(RecordedExchange.get("/healthz")).text()).isEqualTo("ok");
    obstacle.set(Optional.empty());
    RecordedExchange again = handled(RecordedExchange.get("/readyz"));
    assertThat(again.status).isEqualTo(200);
    assertThat(again.sentHeader("Retry-After")).isEmpty();
  }

  @Test
  void aStoppingServerSaysSoAndStillServes() {
    service.shutdown(() -> 0).announce(() -> true);
    RecordedExchange ready = handled(RecordedExchange.get("/readyz"));
    assertThat(ready.status).isEqualTo(503);
    assertThat(ready.text()).isEqualTo("stopping");
    assertThat(handled(RecordedExchange.get("/healthz")).status).isEqualTo(200);
    RecordedExchange served = handled(RecordedExchange.get("/a"));
    assertThat(served.status).isEqualTo(200);
    assertThat(served.sentHeader("Connection")).hasValue("close");
  }

  @Test
  void aRunningServerKeepsConnections() {
    assertThat(handled(RecordedExchange.get("/a")).sentHeader("Connection")).isEmpty();
  }

  @Test
  void aShutdownWaitsForCallsUntilTheyEnd() {
    AtomicLong left = new AtomicLong(3);
    service.shutdown(left::getAndDecrement).awaitCalls();
    assertThat(left.get()).isEqualTo(-1);
  }

  /** Three quarters of the time are for calls, the rest is for sending their responses. */
  @ParameterizedTest
  @CsvSource({"40, 10", "4000, 1000", "4800, 1200", "4804, 1200", "60000, 1200", "0, 0"})
  void theRestOfTheTimeIsForResponses(long timeout, long rest) {
    HttpOptions options = OPTIONS.toBuilder().stopTimeout(Duration.ofMillis(timeout)).build();
    HttpLifecycle life = HttpLifecycle.defaults();
    assertThat(new Shutdown(options, life, new Probes(life), () -> 0).rest())
        .isEqualTo(Duration.ofMillis(rest));
  }

  @Test
  void aHurriedShutdownDoesNotWait() {
    Thread.currentThread().interrupt();
    service.shutdown(() -> 1).awaitCalls();
    assertThat(Thread.interrupted()).as("the interrupt is kept").isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1})
  void limitsMustBePositive(int value) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> HttpOptions.builder().maxBodyBytes(value).build());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> HttpOptions.builder().maxInFlight(value).build());
  }

  @Test
  void optionsAreCopiedAsAWhole() {
    HttpOptions options =
        HttpOptions.builder()
            .host("::1")
            .port(1)
            .allowedHosts(Set.of("h"))
            .allowedOrigins(Set.of("o"))
            .maxBodyBytes(2)
            .maxHeaderBytes(3)
            .maxInFlight(4)
            .receiveTimeout(Duration.ofSeconds(5))
            .heartbeat(Duration.ofSeconds(6))
            .stopTimeout(Duration.ofSeconds(7))
            .documents(Map.of("/d", "{}"))
            .ownHeaders(List.of("x-"))
            .build();
    assertThat(options.toBuilder().build()).isEqualTo(options);
    assertThat(options).isNotEqualTo(HttpOptions.onPort(1));
  }

  @ParameterizedTest
  @CsvSource({
    "400, Bad Request",
    "401, Unauthorized",
    "408, Request Timeout",
    "413, Payload Too Large",
    "415, Unsupported Media Type",
    "429, Too Many Requests",
    "500, Server Error",
    "503, Service Unavailable",
    "418, 418"
  })
  void statusesInWords(int status, String words) {
    RecordedExchange exchange = RecordedExchange.get("/");
    HttpResponses.status(exchange, status);
    assertThat(exchange.status).isEqualTo(status);
    assertThat(exchange.text()).isEqualTo("{\"error\":\"" + words + "\"}");
  }
}
