package dev.dragoman.runtime.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.Caller;
import dev.dragoman.runtime.transport.http.HttpOptions;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may reach the endpoint at all: hosts, origins, content types, paths, methods. */
@DisplayName("S1 Only allowed hosts and origins, and only JSON, come as far as the protocol")
class HttpSourceTest {
  private static final String PING = "{\"jsonrpc\": \"2.0\", \"id\": 1, \"method\": \"ping\"}";
  private static final String JSON = "Content-Type: application/json\r\n";
  private static final AtomicInteger reached = new AtomicInteger();

  private static HttpTestServer server;

  @BeforeAll
  static void start() {
    HttpOptions options =
        HttpOptions.builder()
            .allowedHosts(Set.of("mcp.example.com", "only.example.com:8443"))
            .allowedOrigins(Set.of("https://app.example.com", "https://slash.example.com:443/"))
            .build();
    server =
        new HttpTestServer(
            options,
            headers -> {
              reached.incrementAndGet();
              return Caller.anonymous();
            });
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest
  @CsvSource({
    "localhost, , 200",
    "LOCALHOST:8080, , 200",
    "127.0.0.1:1, , 200",
    "[::1]:9000, , 200",
    "mcp.example.com, , 200",
    "mcp.example.com:444, , 200",
    "only.example.com:8443, , 200",
    "only.example.com, , 403",
    "only.example.com:8444, , 403",
    "localhost., , 200",
    "LOCALHOST.:8080, , 200",
    "127.0.0.1:80, , 200",
    "mcp.example.com., , 200",
    "MCP.Example.COM:443, , 200",
    "mcp.example.com:80, , 200",
    "only.example.com.:8443, , 200",
    "localhost.., , 403",
    "mcp.example.com.evil.example., , 403",
    "evil.example, , 403",
    "localhost.evil.example, , 403",
    "evil.example#localhost, , 400",
    "user@localhost, , 400",
    "127.0.0.2, , 403",
    "localhost, http://localhost:3000, 200",
    "localhost, https://127.0.0.1, 200",
    "localhost, http://[::1]:5173, 200",
    "localhost, https://app.example.com, 200",
    "localhost, HTTPS://APP.EXAMPLE.COM, 200",
    "localhost, https://app.example.com:443, 200",
    "localhost, https://slash.example.com, 200",
    "localhost, https://slash.example.com:443, 200",
    "localhost, https://slash.example.com:444, 403",
    "localhost, https://app.example.com:80, 403",
    "localhost, https://app.example.com., 403",
    "localhost, http://app.example.com, 403",
    "localhost, https://app.example.com:8443, 403",
    "localhost, https://app.example.com.evil.example, 403",
    "localhost, http://localhost.evil.example, 403",
    "localhost, http://localhost@evil.example, 403",
    "localhost, http://evil.example/localhost, 403",
    "localhost, null, 403",
    "localhost, file://, 403",
    "localhost, localhost, 403",
    "evil.example, http://evil.example, 403",
  })
  void hostAndOrigin(String host, String origin, int status) {
    String headers = "Host: " + host + "\r\n" + JSON;
    if (origin != null) {
      headers += "Origin: " + origin + "\r\n";
    }
    assertStatus(RawHttp.post("/mcp", headers, PING), status);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "none",
      delimiter = '|',
      value = {
        "application/json | 200",
        "Application/JSON; charset=UTF-8 | 200",
        "application/json;charset=\"utf-8\" | 200",
        "none | 415",
        "text/plain | 415",
        "application/json-patch+json | 415",
        "application/x-www-form-urlencoded | 415",
        "multipart/form-data; boundary=x | 415",
        "application/json; charset=utf-16 | 415",
        "text/plain, application/json | 415",
        "text/plain; a=application/json | 415",
      })
  void contentType(String type, int status) {
    String headers = "Host: localhost\r\n" + (type == null ? "" : "Content-Type: " + type + "\r\n");
    assertStatus(RawHttp.post("/mcp", headers, PING), status);
  }

  @Test
  void twoOriginsTwoTypesOrACompressedBodyAreRefused() {
    String host = "Host: localhost\r\n";
    String origin = "Origin: http://localhost\r\n";
    assertStatus(RawHttp.post("/mcp", host + JSON + origin + origin, PING), 403);
    assertStatus(RawHttp.post("/mcp", host + JSON + JSON, PING), 415);
    assertStatus(RawHttp.post("/mcp", host + JSON + "Content-Encoding: gzip\r\n", PING), 415);
  }

  @Test
  void aTargetThatNamesAnotherHostIsRefused() {
    String response =
        RawHttp.exchange(
            server.port(),
            RawHttp.post("http://evil.example/mcp", "Host: evil.example\r\n" + JSON, PING));
    assertThat(RawHttp.status(response)).isEqualTo(403);
    response =
        RawHttp.exchange(
            server.port(),
            RawHttp.post("http://evil.example/mcp", "Host: localhost\r\n" + JSON, PING));
    assertThat(RawHttp.status(response)).isIn(400, 403);
  }

  @ParameterizedTest
  @CsvSource({
    "/mcp, 200",
    "/mcp?x=1, 200",
    "/mcp?, 200",
    "/mcp?next=/.well-known/a%2Fb&x=%ff, 200",
    "/mcp/, 200",
    "/mcp//, 200",
    "//mcp, 200",
    "///mcp/?x, 200",
    "/%6dcp, 200",
    "/%6D%63%70, 200",
    "http://localhost/mcp/, 200",
    "/MCP, 404",
    "/%4DCP, 404",
    "/mcp.json, 404",
    "/mcp/x, 404",
    "/x/mcp, 404",
    "/mcp/., 404",
    "/./mcp, 404",
    "/mcp/../mcp, 404",
    "/x/../mcp, 404",
    "/mcp;a=b, 404",
    "/mcp;, 404",
    "/mcp%2F, 404",
    "/%2Fmcp, 404",
    "/mc%2570, 404",
    "/mcp%00, 404",
    "/mcp%20, 404",
    "/%E4%BC%8Dmcp, 404",
    "/.well-known/oauth-protected-resource/mcp, 404",
    "/.well-known/oauth-protected-resource/mcp/, 404",
    "//.well-known/mcp, 404",
    "/, 404",
    "//, 404",
  })
  void onlyThePathInItsNormalForm(String target, int status) {
    String response =
        RawHttp.exchange(server.port(), RawHttp.post(target, "Host: localhost\r\n" + JSON, PING));
    // What Jetty itself finds ambiguous it refuses as a bad request.
    assertThat(RawHttp.status(response)).isIn(status, status == 404 ? 400 : status);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "X-Forwarded-Host: evil.example | 200",
        "X-Forwarded-Proto: javascript | 200",
        "X-Forwarded-For: 10.0.0.1, evil | 200",
        "X-Forwarded-Prefix: /admin | 200",
        "X-Original-URL: /metrics | 200",
        "X-Rewrite-URL: /metrics | 200",
        "Forwarded: host=evil.example;proto=https;for=\"[::1]\" | 200",
        "X-HTTP-Method-Override: DELETE | 200",
      })
  void whatAProxySaysChangesNothing(String header, int status) {
    String post = RawHttp.post("/mcp", "Host: localhost\r\n" + JSON + header + "\r\n", PING);
    assertStatus(post, status);
    String foreign = RawHttp.post("/mcp", "Host: evil.example\r\n" + JSON, PING);
    assertStatus(
        foreign.replace("Content-Length", "X-Forwarded-Host: localhost\r\nContent-Length"), 403);
  }

  @ParameterizedTest
  @CsvSource({"GET", "DELETE", "PUT", "HEAD", "OPTIONS", "PATCH", "TRACE"})
  void onlyPost(String method) {
    String response =
        RawHttp.exchange(
            server.port(),
            method + " /mcp HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    assertThat(RawHttp.status(response)).isEqualTo(405);
    assertThat(response).contains("Allow: POST");
  }

  private static void assertStatus(String request, int status) {
    int before = reached.get();
    String response = RawHttp.exchange(server.port(), request);
    assertThat(RawHttp.status(response)).as(response).isEqualTo(status);
    assertThat(reached.get() - before).as("reached").isEqualTo(status == 200 ? 1 : 0);
  }
}
