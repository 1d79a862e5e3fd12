package dev.dragoman.runtime.transport.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.Caller;
import dev.dragoman.runtime.mcp.McpCore;
import dev.dragoman.runtime.mcp.ServerInfo;
import dev.dragoman.runtime.transport.http.page.PageDocument;
import dev.dragoman.runtime.transport.http.page.PageSource;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Documents for people: who gets them, and what a browser at the endpoint is told. */
class PageEndpointTest {

  /** Documents that say which address they were rendered for. */
  private record Addresses(List<String> paths) implements PageSource {
    @Override
    public Optional<PageDocument> document(String path, URI server) {
      return path.equals("/gone")
          ? Optional.empty()
          : Optional.of(PageDocument.of("text/html", path + " at " + server, Map.of("X-Own", "1")));
    }
  }

  private static RecordedExchange handled(RecordedExchange exchange, String... paths) {
    HttpOptions options =
        HttpOptions.builder()
            .allowedHosts(Set.of("gw.test"))
            .pages(Optional.of(new Addresses(List.of(paths))))
            .build();
    McpCore core = new McpCore(new ServerInfo("a", "A", "1", ""), List.of());
    new HttpService(options, core, headers -> Caller.anonymous(), HttpLifecycle.defaults())
        .handle(exchange);
    assertThat(exchange.ended).isTrue();
    return exchange;
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /about, 200",
    "HEAD, /about, 200",
    "GET, /about/, 200",
    "POST, /about, 405",
    "DELETE, /about, 405",
    "OPTIONS, /about, 405",
    "GET, /About, 404",
    "GET, /gone, 404",
    "GET, /, 404"
  })
  void documentsAreRead(String method, String path, int status) {
    RecordedExchange exchange =
        handled(new RecordedExchange(method, path).with("Host", "localhost"), "/about", "/gone");
    assertThat(exchange.status).isEqualTo(status);
    if (status == 405) {
      assertThat(exchange.sentHeader("Allow")).contains("GET, HEAD");
    }
  }

  /** A cache must keep apart what differs: the address in the document is that of the client. */
  @Test
  void theDocumentIsForTheAddressOfTheClient() {
    RecordedExchange exchange =
        handled(
            RecordedExchange.get("/about")
                .with("X-Forwarded-Host", "gw.test")
                .with("Forwarded", "proto=https"),
            "/about");
    assertThat(exchange.text()).isEqualTo("/about at https://gw.test");
    assertThat(exchange.sentHeader("X-Own")).contains("1");
    assertThat(exchange.sentHeader("Cache-Control")).contains("no-cache");
    assertThat(exchange.sentHeader("Vary").orElseThrow().split(", "))
        .contains(
            "Accept-Encoding", "Origin", "Forwarded", "X-Forwarded-Host", "X-Forwarded-Proto");
  }

  @Test
  void anUnchangedDocumentIsNotSentAgain() {
    String tag = handled(RecordedExchange.get("/about"), "/about").sentHeader("ETag").orElseThrow();
    RecordedExchange again =
        handled(RecordedExchange.get("/about").with("If-None-Match", tag), "/about");
    assertThat(again.status).isEqualTo(304);
    assertThat(again.text()).isEmpty();
    RecordedExchange zipped =
        handled(
            RecordedExchange.get("/about")
                .with("If-None-Match", tag)
                .with("Accept-Encoding", "gzip"),
            "/about");
    assertThat(zipped.status).as("another representation").isEqualTo(200);
    assertThat(zipped.sentHeader("Content-Encoding")).contains("gzip");
  }

  /** Clients of MCP ask for JSON or an event stream; browsers ask for HTML. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          GET    | text/html,application/xhtml+xml,*/*;q=0.8   | 303
          HEAD   | text/html                                   | 303
          POST   | text/html                                   | 415
          GET    | text/html, text/event-stream                | 405
          GET    | text/event-stream                           | 405
          GET    | application/json                            | 405
          GET    | */*                                         | 405
          DELETE | text/html                                   | 405
          """)
  void aBrowserAtTheEndpointIsSentToThePage(String method, String accept, int status) {
    RecordedExchange exchange =
        handled(
            new RecordedExchange(method, "/mcp").with("Host", "localhost").with("Accept", accept),
            "/about",
            "/x");
    assertThat(exchange.status).isEqualTo(status);
    if (status == 303) {
      assertThat(exchange.sentHeader("Location")).contains("./about");
      assertThat(exchange.sentHeader("Vary").orElseThrow()).contains("Accept,");
    } else {
      assertThat(exchange.sentHeader("Location")).isEmpty();
    }
  }

  /** A gateway may have removed a prefix: the way is relative to the path that the browser has. */
  @ParameterizedTest
  @CsvSource({
    "/mcp,   /,        ./",
    "/mcp,   /about,   ./about",
    "/mcp/,  /about,   ../about",
    "//mcp,  /about,   ../about",
    "/mcp//, /a/b,     ../../a/b"
  })
  void theWayToThePageIsRelative(String path, String page, String location) {
    assertThat(
            handled(RecordedExchange.get(path).with("Accept", "text/html"), page)
                .sentHeader("Location"))
        .contains(location);
  }

  @Test
  void otherHostsAndPagesGetNothing() {
    RecordedExchange host =
        handled(RecordedExchange.get("/about").without("Host").with("Host", "evil.test"), "/about");
    RecordedExchange origin =
        handled(RecordedExchange.get("/about").with("Origin", "https://evil.test"), "/about");
    assertThat(List.of(host.status, origin.status)).containsExactly(403, 403);
    assertThat(host.text() + origin.text()).doesNotContain("/about at");
  }

  @Test
  void thePathsOfAServerAreThoseThatItServes() {
    HttpOptions options =
        HttpOptions.builder()
            .documents(Map.of("/doc", "{}"))
            .pages(Optional.of(new Addresses(List.of("/about"))))
            .build();
    McpCore core = new McpCore(new ServerInfo("a", "A", "1", ""), List.of());
    HttpService service =
        new HttpService(options, core, headers -> Caller.anonymous(), HttpLifecycle.defaults());
    assertThat(service.paths())
        .containsExactly("/mcp", "/mcp/readonly", "/mcp/t/*", "/doc", "/about");
    assertThat(service.running()).isZero();
    assertThat(service.maxInFlight()).isEqualTo(options.maxInFlight());
  }

  /** What the HTTP server refuses by itself is JSON as well, and a page can read it. */
  @Test
  void aRequestThatTheHttpServerRefusesIsAnsweredLikeOthers() {
    McpCore core = new McpCore(new ServerInfo("a", "A", "1", ""), List.of());
    HttpService service =
        new HttpService(
            HttpOptions.builder().build(),
            core,
            headers -> Caller.anonymous(),
            HttpLifecycle.defaults());
    RecordedExchange exchange = RecordedExchange.get("/").with("Origin", "http://localhost:3000");
    service.refuse(exchange, 431, "Request Header Fields Too Large");
    assertThat(exchange.status).isEqualTo(431);
    assertThat(exchange.text()).isEqualTo("{\"error\":\"Request Header Fields Too Large\"}");
    assertThat(exchange.sentHeader("Access-Control-Allow-Origin"))
        .contains("http://localhost:3000");
  }
}
