package dev.dragoman.runtime.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.Caller;
import dev.dragoman.runtime.transport.http.HttpOptions;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A browser client behind the gateways that people use, at addresses as people type them. */
@DisplayName("S1 What gateways add and people type does not keep an allowed page from calling")
class HttpGatewayTest {
  private static final String PING = "{\"jsonrpc\": \"2.0\", \"id\": 1, \"method\": \"ping\"}";
  private static final String APP = "https://app.example.com";

  /** What each gateway sends for https://mcp.example.com/mcp, in its default configuration. */
  private static final List<List<String>> GATEWAYS =
      List.of(
          List.of("Host: mcp.example.com"),
          List.of(
              "Host: mcp.example.com",
              "X-Real-IP: 203.0.113.7",
              "X-Forwarded-For: 203.0.113.7",
              "X-Forwarded-Proto: https"),
          List.of(
              "Host: mcp.example.com:443",
              "X-Forwarded-For: 203.0.113.7, 10.0.0.1",
              "X-Forwarded-Host: mcp.example.com",
              "X-Forwarded-Port: 443",
              "X-Forwarded-Proto: https",
              "X-Forwarded-Server: traefik-7d9",
              "X-Forwarded-Prefix: /tools"),
          List.of(
              "Host: MCP.Example.COM.",
              "Forwarded: for=203.0.113.7;host=mcp.example.com;proto=https",
              "Via: 1.1 gateway"),
          List.of(
              "Host: mcp.example.com",
              "CF-Connecting-IP: 203.0.113.7",
              "CF-Ray: 8a1b-AMS",
              "CF-Visitor: {\"scheme\":\"https\"}",
              "CDN-Loop: cloudflare",
              "X-Forwarded-Proto: https"),
          List.of(
              "Host: mcp.example.com",
              "X-Amzn-Trace-Id: Root=1-67891233-abcdef012345678912345678",
              "X-Forwarded-Port: 443"),
          List.of(
              "Host: 127.0.0.1:8080",
              "X-Original-Host: mcp.example.com",
              "X-Envoy-Expected-Rq-Timeout-Ms: 15000",
              "X-Request-Id: 7a"),
          List.of("Host: [::1]:8080", "X-Forwarded-Host: mcp.example.com"));

  private static final List<String> TARGETS =
      List.of("/mcp", "/mcp/", "//mcp", "/mcp?", "/mcp?session=1&x=%2F", "/%6Dcp//");

  private static final List<String> ORIGINS =
      List.of(APP, APP + ":443", "HTTPS://APP.EXAMPLE.COM", "http://[::1]:5173");

  private static HttpTestServer server;

  @BeforeAll
  static void start() {
    server =
        new HttpTestServer(
            HttpOptions.builder()
                .allowedHosts(Set.of("mcp.example.com"))
                .allowedOrigins(Set.of(APP))
                .build(),
            headers -> Caller.anonymous());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  static Stream<Arguments> requests() {
    return GATEWAYS.stream()
        .flatMap(
            gateway ->
                TARGETS.stream()
                    .flatMap(
                        target ->
                            ORIGINS.stream().map(origin -> Arguments.of(gateway, target, origin))));
  }

  private static String head(List<String> gateway, String origin) {
    return String.join("\r\n", gateway) + "\r\nOrigin: " + origin + "\r\n";
  }

  @ParameterizedTest
  @MethodSource("requests")
  void theCallAndItsPreflight(List<String> gateway, String target, String origin) {
    String head = head(gateway, origin);
    String call =
        RawHttp.exchange(
            server.port(), RawHttp.post(target, head + "Content-Type: application/json\r\n", PING));
    String preflight =
        RawHttp.exchange(
            server.port(),
            "OPTIONS "
                + target
                + " HTTP/1.1\r\n"
                + head
                + "Access-Control-Request-Method: POST\r\n"
                + "Access-Control-Request-Headers: content-type,mcp-protocol-version\r\n"
                + "Connection: close\r\n\r\n");
    assertThat(RawHttp.status(call)).as(call).isEqualTo(200);
    assertThat(RawHttp.status(preflight)).as(preflight).isEqualTo(204);
    for (String response : List.of(call, preflight)) {
      assertThat(response)
          .contains("Access-Control-Allow-Origin: " + origin + "\r\n")
          .contains("Access-Control-Expose-Headers: WWW-Authenticate");
    }
  }

  /** A gateway's word for another host or origin lets nobody in. */
  @ParameterizedTest
  @MethodSource("requests")
  void forgedHeadersLetNobodyIn(List<String> gateway, String target, String origin) {
    String head =
        head(gateway, "https://evil.example")
            + "X-Forwarded-Origin: "
            + origin
            + "\r\nX-Forwarded-Host: evil.example\r\nContent-Type: application/json\r\n";
    String response = RawHttp.exchange(server.port(), RawHttp.post(target, head, PING));
    assertThat(RawHttp.status(response)).isEqualTo(403);
    assertThat(response).doesNotContain("Access-Control");
  }
}
