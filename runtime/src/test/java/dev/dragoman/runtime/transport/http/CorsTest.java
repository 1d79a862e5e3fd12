package dev.dragoman.runtime.transport.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What pages in a browser are told (Fetch Standard, "CORS protocol"). */
class CorsTest {
  private static final String PAGE = "https://app.example.com";

  private static Cors cors(String ownHeaders) {
    return new Cors(
        new SourcePolicy(Set.of(), Set.of(PAGE)),
        ownHeaders.isEmpty() ? List.of() : List.of(ownHeaders));
  }

  private static RecordedExchange preflight(String... headers) {
    RecordedExchange exchange =
        new RecordedExchange("OPTIONS", "/mcp")
            .with("Host", "localhost")
            .with("Origin", PAGE)
            .with("Access-Control-Request-Method", "POST");
    for (String value : headers) {
      exchange.with("Access-Control-Request-Headers", value);
    }
    return exchange;
  }

  @Test
  void anAllowedPageMayReadTheResponseAndItsHeaders() {
    RecordedExchange exchange = RecordedExchange.post("{}").with("Origin", PAGE);
    cors("").admit(exchange);
    assertThat(exchange.sentHeader("Access-Control-Allow-Origin")).hasValue(PAGE);
    assertThat(exchange.sentHeader("Access-Control-Expose-Headers"))
        .hasValue("WWW-Authenticate, Mcp-Session-Id, MCP-Protocol-Version, Retry-After");
    assertThat(exchange.sentHeader("Access-Control-Allow-Credentials")).isEmpty();
  }

  /** Caches must not hand one origin's response to another, not even a refused one. */
  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {"-", "https://evil.example", "null"})
  void otherPagesGetVaryAndNothingElse(String origin) {
    RecordedExchange exchange = RecordedExchange.post("{}");
    if (origin != null) {
      exchange.with("Origin", origin);
    }
    cors("").admit(exchange);
    assertThat(exchange.sentHeaders()).containsOnlyKeys("vary").containsEntry("vary", "Origin");
  }

  @Test
  void thePageIsNamedAsItNamedItself() {
    RecordedExchange exchange =
        RecordedExchange.post("{}").with("Origin", "https://APP.example.com:443");
    cors("").admit(exchange);
    assertThat(exchange.sentHeader("Access-Control-Allow-Origin"))
        .hasValue("https://APP.example.com:443");
  }

  @ParameterizedTest
  @CsvSource({
    "OPTIONS, true,  true,  true",
    "OPTIONS, false, true,  false",
    "OPTIONS, true,  false, false",
    "OPTIONS, false, false, false",
    "POST,    true,  true,  false",
    "GET,     true,  true,  false",
    "options, true,  true,  false"
  })
  void whatAPreflightIs(String method, boolean origin, boolean asks, boolean preflight) {
    RecordedExchange exchange = new RecordedExchange(method, "/mcp");
    if (origin) {
      exchange.with("Origin", PAGE);
    }
    if (asks) {
      exchange.with("Access-Control-Request-Method", "POST");
    }
    assertThat(cors("").isPreflight(exchange)).isEqualTo(preflight);
  }

  @ParameterizedTest
  @CsvSource({"true, 'POST, GET, DELETE'", "false, 'GET, HEAD'"})
  void theMethodsOfTheEndpointAndOfDocuments(boolean endpoint, String methods) {
    RecordedExchange exchange = preflight();
    cors("").answerPreflight(exchange, endpoint);
    assertThat(exchange.status).isEqualTo(204);
    assertThat(exchange.text()).isEmpty();
    assertThat(exchange.ended).isTrue();
    assertThat(exchange.sentHeader("Access-Control-Allow-Methods")).hasValue(methods);
    assertThat(exchange.sentHeader("Access-Control-Max-Age")).hasValue("600");
  }

  /** Only what a client of MCP needs: a page must not choose among a proxy's headers. */
  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "content-type,                      content-type",
        "Content-Type,                      Content-Type",
        "'authorization,content-type',      'authorization, content-type'",
        "' accept ,  last-event-id ',       'accept, last-event-id'",
        "mcp-session-id,                    mcp-session-id",
        "MCP-Protocol-Version,              MCP-Protocol-Version",
        "mcp-,                              mcp-",
        "'traceparent,tracestate',          'traceparent, tracestate'",
        "mcp,                               -",
        "x-mcp-session-id,                  -",
        "cookie,                            -",
        "x-forwarded-for,                   -",
        "'content-type,cookie,accept',      'content-type, accept'",
        "polar-api-key,                     -",
        "mcp-a b,                           -",
        "'mcp-a\r\nx: y',                   -",
        "mcp-ä,                             -",
        "'',                                -",
        "*,                                 -"
      })
  void theHeadersThatAPageMaySend(String asked, String allowed) {
    RecordedExchange exchange = preflight(asked);
    cors("").answerPreflight(exchange, true);
    assertThat(exchange.sentHeader("Access-Control-Allow-Headers").orElse(null)).isEqualTo(allowed);
  }

  @Test
  void severalFieldsOfAskedHeadersAreOneList() {
    RecordedExchange exchange = preflight("accept", "mcp-name, cookie", "content-type");
    cors("").answerPreflight(exchange, true);
    assertThat(exchange.sentHeader("Access-Control-Allow-Headers"))
        .hasValue("accept, mcp-name, content-type");
  }

  @ParameterizedTest
  @CsvSource({
    "polar-api-key, true",
    "Polar-Api-Key, true",
    "polar-,        true",
    "polarx,        false",
    "x-polar-key,   false",
    "mcp-name,      true"
  })
  void theServersOwnHeadersAreAllowedByTheirPrefix(String header, boolean allowed) {
    RecordedExchange exchange = preflight(header);
    cors("Polar-").answerPreflight(exchange, true);
    assertThat(exchange.sentHeader("Access-Control-Allow-Headers").isPresent()).isEqualTo(allowed);
  }

  @ParameterizedTest
  @CsvSource({"true, true", "false, false", "True, false", "1, false"})
  void aPageOfTheInternetMayCallThisMachineIfItAsks(String asked, boolean allowed) {
    RecordedExchange exchange = preflight().with("Access-Control-Request-Private-Network", asked);
    cors("").answerPreflight(exchange, true);
    assertThat(exchange.sentHeader("Access-Control-Allow-Private-Network").isPresent())
        .isEqualTo(allowed);
  }
}
