package dev.dragoman.runtime.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.Caller;
import dev.dragoman.runtime.auth.AccessRefusedException;
import dev.dragoman.runtime.transport.http.HttpOptions;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What browsers ask for and need to see (Fetch Standard, CORS protocol). */
@DisplayName("S1 Pages of allowed origins can call and read the responses, others see nothing")
class HttpCorsTest {
  private static final String APP = "https://app.example.com";
  private static final String METADATA = "/.well-known/oauth-protected-resource";
  private static final String PING = "{\"jsonrpc\": \"2.0\", \"id\": 1, \"method\": \"ping\"}";
  private static final String EXPOSED =
      "WWW-Authenticate, Mcp-Session-Id, MCP-Protocol-Version, Retry-After";

  private static HttpTestServer server;

  @BeforeAll
  static void start() {
    HttpOptions options =
        HttpOptions.builder()
            .allowedOrigins(Set.of(APP))
            .documents(Map.of(METADATA, "{}", METADATA + "/mcp", "{}"))
            .ownHeaders(List.of("X-Acme-"))
            .build();
    server = new HttpTestServer(options, headers -> caller(headers.all("X-Acme-Status")));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static Caller caller(List<String> status) {
    if (!status.isEmpty()) {
      throw new AccessRefusedException(
          Integer.parseInt(status.get(0)), "no", Optional.of("Bearer resource_metadata=\"x\""));
    }
    return Caller.anonymous();
  }

  private static String exchange(String method, String path, String origin, String... more) {
    String body = method.equals("POST") ? PING : "";
    return RawHttp.exchange(
        server.port(),
        method
            + " "
            + path
            + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
            + (origin.isEmpty() ? "" : "Origin: " + origin + "\r\n")
            + (body.isEmpty() || String.join("", more).contains("Content-Type")
                ? ""
                : "Content-Type: application/json\r\n")
            + (body.isEmpty() ? "" : "Content-Length: " + body.length() + "\r\n")
            + (more.length == 0 ? "" : String.join("\r\n", more) + "\r\n")
            + "\r\n"
            + body);
  }

  private static Optional<String> header(String response, String name) {
    Matcher matcher =
        Pattern.compile("(?im)^" + Pattern.quote(name) + ": ?(.*?)\r?$").matcher(response);
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  private static String preflight(String path, String origin, String... more) {
    return exchange("OPTIONS", path, origin, more);
  }

  private static void assertReadable(String response, String origin) {
    assertThat(header(response, "Access-Control-Allow-Origin")).as(response).contains(origin);
    assertThat(header(response, "Access-Control-Expose-Headers")).contains(EXPOSED);
    assertThat(header(response, "Vary")).contains("Origin");
    assertThat(header(response, "Access-Control-Allow-Credentials")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "/mcp, https://app.example.com, POST",
    "/mcp, HTTPS://APP.example.com, POST",
    "/mcp, https://app.example.com:443, POST",
    "/mcp, http://localhost:6274, POST",
    "/mcp, http://127.0.0.1:1, POST",
    "/mcp, http://[::1]:5173, POST",
    "/mcp/, http://localhost:6274, POST",
    "/.well-known/oauth-protected-resource, https://app.example.com, GET",
    "/.well-known/oauth-protected-resource/mcp, http://localhost:6274, GET",
  })
  @DisplayName("S1 a preflight of an allowed origin needs no token")
  void aPreflightIsAnswered(String path, String origin, String method) {
    String response =
        preflight(
            path,
            origin,
            "Access-Control-Request-Method: " + method,
            "Access-Control-Request-Headers: content-type, authorization,mcp-protocol-version,"
                + " x-acme-access-mode");

    assertThat(RawHttp.status(response)).as(response).isEqualTo(204);
    assertReadable(response, origin);
    assertThat(header(response, "Access-Control-Allow-Methods").orElse("")).contains(method);
    assertThat(header(response, "Access-Control-Allow-Headers"))
        .contains("content-type, authorization, mcp-protocol-version, x-acme-access-mode");
    assertThat(header(response, "Access-Control-Max-Age")).contains("600");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "none",
      value = {
        "Accept,Last-Event-ID | Accept, Last-Event-ID",
        "mcp-method,mcp-name,Mcp-Session-Id,Mcp-Param-Operation"
            + " | mcp-method, mcp-name, Mcp-Session-Id, Mcp-Param-Operation",
        "X-ACME-Credential-Key,x-other-key | X-ACME-Credential-Key",
        "cookie,x-forwarded-host,x-acme | none",
        "x-acme-a b,mcp-(x) | none",
        "* | none",
      })
  @DisplayName("S1 only headers that the server knows may be sent")
  void onlyKnownHeaders(String asked, String allowed) {
    String response =
        preflight(
            "/mcp",
            APP,
            "Access-Control-Request-Method: POST",
            "Access-Control-Request-Headers: " + asked);

    assertThat(RawHttp.status(response)).isEqualTo(204);
    assertThat(header(response, "Access-Control-Allow-Headers"))
        .isEqualTo(Optional.ofNullable(allowed));
  }

  @Test
  @DisplayName("S1 a page may call a server of its user's network when its origin is allowed")
  void privateNetworks() {
    String[] asked = {
      "Access-Control-Request-Method: POST", "Access-Control-Request-Private-Network: true"
    };

    assertThat(header(preflight("/mcp", APP, asked), "Access-Control-Allow-Private-Network"))
        .contains("true");
    assertThat(
            header(
                preflight("/mcp", "https://evil.example", asked),
                "Access-Control-Allow-Private-Network"))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "POST | /mcp | 200 | X-None: 1",
        "POST | /mcp | 401 | X-Acme-Status: 401",
        "POST | /mcp | 403 | X-Acme-Status: 403",
        "POST | /mcp | 503 | X-Acme-Status: 503",
        "POST | /mcp | 415 | Content-Type: text/plain",
        "POST | /mcp | 400 | MCP-Protocol-Version: 1999-01-01",
        "GET | /mcp | 405 | X-None: 1",
        "DELETE | /mcp | 405 | X-None: 1",
        "OPTIONS | /mcp | 405 | X-None: 1",
        "GET | /nowhere | 404 | X-None: 1",
        "GET | /.well-known/oauth-protected-resource | 200 | X-None: 1",
        "HEAD | /.well-known/oauth-protected-resource/mcp | 200 | X-None: 1",
        "POST | /.well-known/oauth-protected-resource | 405 | X-None: 1",
      })
  @DisplayName("S1 every response can be read by the page that may call")
  void everyResponse(String method, String path, int status, String header) {
    for (String origin : List.of(APP, "http://localhost:6274")) {
      String response = exchange(method, path, origin, header);

      assertThat(RawHttp.status(response)).as(response).isEqualTo(status);
      assertReadable(response, origin);
      assertThat(header(response, "WWW-Authenticate").isPresent())
          .isEqualTo(header.startsWith("X-Acme-Status"));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example",
        "http://app.example.com",
        "https://app.example.com:8443",
        "https://app.example.com.evil.example",
        "https://app.example.com/path",
        "null",
        "NULL",
        "*",
        "file://",
        "http://localhost.evil.example",
      })
  @DisplayName("S1 pages of other origins are refused and see nothing")
  void otherOrigins(String origin) {
    for (String response :
        List.of(
            preflight("/mcp", origin, "Access-Control-Request-Method: POST"),
            preflight(METADATA, origin, "Access-Control-Request-Method: GET"),
            exchange("POST", "/mcp", origin),
            exchange("POST", "/mcp", origin, "X-Acme-Status: 401"),
            exchange("GET", METADATA + "/mcp", origin))) {
      assertThat(RawHttp.status(response)).isEqualTo(403);
      assertThat(response.toLowerCase(Locale.ROOT)).doesNotContain("access-control");
    }
  }

  @Test
  @DisplayName("S1 who is no page gets none of these headers")
  void withoutAnOrigin() {
    assertThat(exchange("POST", "/mcp", "")).contains(" 200 ").doesNotContain("Access-Control");
    String response = exchange("OPTIONS", "/mcp", "", "Access-Control-Request-Method: POST");
    assertThat(RawHttp.status(response)).isEqualTo(405);
  }
}
