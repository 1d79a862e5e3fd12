package dev.dragoman.runtime.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.Caller;
import dev.dragoman.runtime.mcp.ServerInfo;
import dev.dragoman.runtime.mcp.fixture.FixtureTool;
import dev.dragoman.runtime.mcp.tool.CallToolResult;
import dev.dragoman.runtime.mcp.tool.McpTool;
import dev.dragoman.runtime.transport.http.HttpOptions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Words of a client come back to it in messages: nothing in them is invisible. */
class VisibleMessagesTest {
  private static final String HIDDEN = "a\\u202eb\\u200b\\u0000\\ufe0f\\u3164\\ue000";

  private static final String HEAD = "Host: localhost\r\nContent-Type: application/json\r\n";
  private static final String META =
      """
      {"io.modelcontextprotocol/protocolVersion": "2026-07-28",
       "io.modelcontextprotocol/clientCapabilities": {}}
      """;
  private static final String CALL =
      """
      {"jsonrpc": "2.0", "id": 7, "method": "%s", "params": %s}
      """;

  @ParameterizedTest(name = "S11 {0}: invisible characters are spelled out")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "a tool     | 2025-11-25 | tools/call | {\"name\": \"HIDDEN\"}",
        "a tool     | 2026-07-28 | tools/call | {\"name\": \"HIDDEN\", \"_meta\": META}",
        "a version  | 2026-07-28 | tools/list | {\"_meta\": {\"io.modelcontextprotocol/protocolVersion\": \"HIDDEN\", \"io.modelcontextprotocol/clientCapabilities\": {}}}",
        "an error   | 2025-11-25 | tools/call | {\"name\": \"repeat\", \"arguments\": {\"text\": \"HIDDEN\"}}"
      })
  void wordsOfClients(String what, String version, String method, String params) {
    String filled = params.replace("HIDDEN", HIDDEN).replace("META", META);
    String message = CALL.formatted(method, filled);
    try (StdioTestServer server = new StdioTestServer(repeating())) {
      String answer = server.send(Message.in(version).says(message)).toString();
      assertNothingHidden(answer);
      assertThat(answer).contains("202E", "200B");
    }
  }

  @Test
  @DisplayName("S11 a version in a header that nobody has is spelled out as well")
  void headers() {
    try (HttpTestServer server =
        new HttpTestServer(HttpOptions.onPort(0), headers -> Caller.anonymous(), repeating())) {
      Message ping = Message.in("2025-11-25").asks("ping");
      String request =
          RawHttp.post("/mcp", HEAD + "MCP-Protocol-Version: 2025\u202e-\u200b\r\n", ping.text());
      assertNothingHidden(RawHttp.exchange(server.port(), request));
    }
  }

  @Test
  @DisplayName("S11 what a server says of itself is visible")
  void whatTheServerSays() {
    ServerInfo info = new ServerInfo("n\u200b", "T\u202eitle", "1\u2028", "Do\u200b\nthis.");

    assertThat(info).isEqualTo(new ServerInfo("n\\u200B", "T\\u202Eitle", "1", "Do\\u200B\nthis."));
  }

  private static McpTool repeating() {
    return FixtureTool.named(
        "repeat",
        call -> CallToolResult.error("No: " + call.arguments().path("text").asString("")));
  }

  private static void assertNothingHidden(String text) {
    String plain = text;
    int begin = text.indexOf("{\"jsonrpc\"");
    if (begin >= 0) {
      JsonNode json =
          JsonMapper.shared().readTree(text.substring(begin, text.lastIndexOf('}') + 1));
      plain = strings(json);
    }
    assertThat(plain).doesNotContain("\u202e", "\u200b", "\u0000", "\ufe0f", "\u3164", "\ue000");
  }

  private static String strings(JsonNode json) {
    StringBuilder all = new StringBuilder(json.isString() ? json.stringValue() : "");
    json.values().forEach(value -> all.append(strings(value)));
    return all.toString();
  }
}
