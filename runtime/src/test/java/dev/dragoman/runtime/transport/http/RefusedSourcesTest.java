package dev.dragoman.runtime.transport.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What somebody learns whose host or origin is not allowed. */
class RefusedSourcesTest {
  private static final SourcePolicy SOURCES =
      new SourcePolicy(Set.of("mcp.example.com"), Set.of("https://app.example.com"));

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "localhost,       https://evil.example,    --allowed-origin",
        "mcp.example.com, http://app.example.com,  --allowed-origin",
        "mcp.example.com, 'null',                  --allowed-origin",
        "mcp.example.com, '<script>',              --allowed-origin",
        "evil.example,    -,                       --allowed-host",
        "evil.example,    https://evil.example,    --allowed-host",
        "10.1.2.3:8080,   https://app.example.com, --allowed-host",
        "'\"},{\"',       -,                       --allowed-host",
        "-,               -,                       --allowed-host",
      })
  void theFlagThatWouldAllowIt(String host, String origin, String flag) {
    RecordedExchange exchange = new RecordedExchange("POST", "/mcp");
    if (host != null) {
      exchange.with("Host", host);
    }
    if (origin != null) {
      exchange.with("Origin", origin);
    }
    assertThat(SOURCES.allows(exchange)).isFalse();
    new RefusedSources(SOURCES).refuse(exchange);
    assertThat(exchange.status).isEqualTo(403);
    assertThat(exchange.text())
        .startsWith("{\"error\":\"Forbidden\",\"detail\":\"")
        .endsWith(flag + ".\"}")
        .doesNotContain("evil", "script", "10.1.2.3");
    assertThat(exchange.sentHeaders())
        .containsOnlyKeys("content-type", "cache-control", "x-content-type-options");
  }
}
