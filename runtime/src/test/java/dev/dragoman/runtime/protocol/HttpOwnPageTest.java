package dev.dragoman.runtime.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.Caller;
import dev.dragoman.runtime.transport.http.HttpOptions;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Requests of the server's own page: a browser sends their origin like that of any other page. */
@DisplayName("S1 The server's own page may call it, and no page that only looks like it")
class HttpOwnPageTest {
  private static final String PING = "{\"jsonrpc\": \"2.0\", \"id\": 1, \"method\": \"ping\"}";

  private static HttpTestServer server;

  @BeforeAll
  static void start() {
    HttpOptions options =
        HttpOptions.builder().allowedHosts(Set.of("mcp.example.com", "only.example:8443")).build();
    server = new HttpTestServer(options, headers -> Caller.anonymous());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "mcp.example.com,       https://mcp.example.com,      same-origin, 200",
        "mcp.example.com,       http://mcp.example.com,       -,           200",
        "mcp.example.com:443,   https://mcp.example.com,      same-origin, 200",
        "mcp.example.com,       https://mcp.example.com:443,  same-origin, 200",
        "mcp.example.com:80,    http://mcp.example.com,       -,           200",
        "MCP.example.com,       https://mcp.EXAMPLE.com,      same-origin, 200",
        "mcp.example.com:9000,  http://mcp.example.com:9000,  -,           200",
        "only.example:8443,     https://only.example:8443,    same-origin, 200",
        "mcp.example.com,       https://mcp.example.com,      -,           403",
        "mcp.example.com,       http://mcp.example.com,       cross-site,  403",
        "mcp.example.com,       http://mcp.example.com,       same-site,   403",
        "mcp.example.com,       https://mcp.example.com,      none,        403",
        "mcp.example.com,       https://mcp.example.com:8443, -,           403",
        "mcp.example.com:8443,  https://mcp.example.com,      -,           403",
        "mcp.example.com:443,   http://mcp.example.com,       -,           403",
        "mcp.example.com,       https://www.mcp.example.com,  same-site,   403",
        "mcp.example.com,       ftp://mcp.example.com,        -,           403",
        "mcp.example.com,       mcp.example.com,              -,           403",
        "mcp.example.com,       https://mcp.example.com/,     -,           403",
        "mcp.example.com,       https://x@mcp.example.com,    -,           403",
        "mcp.example.com,       'null',                       same-origin, 403",
        "evil.example,          https://evil.example,         same-origin, 403",
        "only.example,          https://only.example,         same-origin, 403",
      })
  void ownOrigin(String host, String origin, String site, int status) {
    String headers =
        "Host: "
            + host
            + "\r\nContent-Type: application/json\r\nOrigin: "
            + origin
            + "\r\n"
            + (site == null ? "" : "Sec-Fetch-Site: " + site + "\r\n");
    String response = RawHttp.exchange(server.port(), RawHttp.post("/mcp", headers, PING));
    assertThat(RawHttp.status(response)).as(response).isEqualTo(status);
  }
}
