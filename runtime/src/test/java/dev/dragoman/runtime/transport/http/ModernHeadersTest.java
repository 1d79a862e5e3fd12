package dev.dragoman.runtime.transport.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.Json;
import dev.dragoman.runtime.mcp.message.IncomingMessage.Request;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

/** Headers repeat the body: what an intermediary saw must be what is done. */
class ModernHeadersTest {
  private static final String VERSION = "2026-07-28";

  private static Request request(String method, String params) {
    return new Request(Json.of("1"), method, (ObjectNode) Json.of(params));
  }

  private static RecordedExchange headers(String version, String method) {
    return new RecordedExchange("POST", "/mcp")
        .with("MCP-Protocol-Version", version)
        .with("Mcp-Method", method);
  }

  private static String mismatch(RecordedExchange exchange, Request request) {
    return ModernHeaders.mismatch(exchange, request, VERSION).orElse("");
  }

  @Test
  void headersThatMatchAreFine() {
    assertThat(mismatch(headers(VERSION, "tools/list"), request("tools/list", "{}"))).isEmpty();
    assertThat(
            mismatch(
                headers(VERSION, "tools/call").with("Mcp-Name", "search"),
                request("tools/call", "{\"name\": \"search\"}")))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "2025-11-25,    tools/list, MCP-Protocol-Version does not match the body.",
    "2026-07-28 ,   Tools/List, Mcp-Method does not match the body.",
    "2026-07-28,    tools/call, Mcp-Method does not match the body.",
    "2026-07-28,    '',         Mcp-Method does not match the body.",
    "'',            tools/list, MCP-Protocol-Version does not match the body."
  })
  void aDifferentValueIsNamed(String version, String method, String problem) {
    assertThat(mismatch(headers(version, method), request("tools/list", "{}")))
        .isEqualTo("Header mismatch: " + problem);
  }

  @ParameterizedTest
  @ValueSource(strings = {"MCP-Protocol-Version", "Mcp-Method", "Mcp-Name"})
  void eachHeaderMustBePresentOnce(String header) {
    Request call = request("tools/call", "{\"name\": \"search\"}");
    RecordedExchange complete = headers(VERSION, "tools/call").with("Mcp-Name", "search");
    assertThat(mismatch(complete.without(header), call))
        .isEqualTo("Header mismatch: " + header + " must be present once.");
    RecordedExchange twice = headers(VERSION, "tools/call").with("Mcp-Name", "search");
    String again = twice.headers(header).get(0);
    assertThat(mismatch(twice.with(header, again), call))
        .isEqualTo("Header mismatch: " + header + " must be present once.");
  }

  /** Only calls of tools name something; a name that is not text is for the body's own check. */
  @ParameterizedTest
  @CsvSource({
    "tools/list, '{\"name\": \"x\"}', true",
    "tools/call, '{}',                true",
    "tools/call, '{\"name\": 1}',     true",
    "tools/call, '{\"name\": \"\"}',  false",
    "tools/call, '{\"name\": \"x\"}', false"
  })
  void theNameIsNeededWhereTheBodyHasOne(String method, String params, boolean fine) {
    assertThat(mismatch(headers(VERSION, method), request(method, params)).isEmpty())
        .isEqualTo(fine);
  }

  private static String encoded(String text) {
    return "=?base64?"
        + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8))
        + "?=";
  }

  @ParameterizedTest
  @ValueSource(strings = {"search", "größe", "検索", "a b", "=?base64?", "a\r\nb", "👍"})
  void namesThatHeadersCannotContainAreEncoded(String name) {
    Request call =
        new Request(Json.of("1"), "tools/call", ((ObjectNode) Json.of("{}")).put("name", name));
    RecordedExchange exchange = headers(VERSION, "tools/call").with("Mcp-Name", encoded(name));
    assertThat(mismatch(exchange, call)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=?base64??=",
        "=?base64?=",
        "=?base64?%%%?=",
        "=?base64?c2VhcmNo",
        "=?base64?c2VhcmNo?",
        "=?BASE64?c2VhcmNo?=",
        "=?base64?c2VhcmN?=",
        "=?base64?/w==?=",
        "=?utf-8?search?=",
        "c2VhcmNo"
      })
  void anInvalidEncodingNeverMatches(String value) {
    RecordedExchange exchange = headers(VERSION, "tools/call").with("Mcp-Name", value);
    assertThat(mismatch(exchange, request("tools/call", "{\"name\": \"search\"}")))
        .isEqualTo("Header mismatch: Mcp-Name does not match the body.");
  }

  @Test
  void theMethodAndVersionMayBeEncodedToo() {
    assertThat(
            mismatch(headers(encoded(VERSION), encoded("tools/list")), request("tools/list", "{}")))
        .isEmpty();
  }
}
