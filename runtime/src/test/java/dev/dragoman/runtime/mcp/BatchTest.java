package dev.dragoman.runtime.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.Caller;
import dev.dragoman.runtime.mcp.fixture.FixtureTool;
import dev.dragoman.runtime.mcp.message.MessageContext;
import dev.dragoman.runtime.mcp.message.ProtocolVersion;
import dev.dragoman.runtime.mcp.message.Reply;
import dev.dragoman.runtime.mcp.tool.InsufficientScopeException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Batches of messages, which exist in 2025-03-26 only. */
class BatchTest {
  private final McpCore core =
      new McpCore(
          new ServerInfo("n", "T", "1", ""),
          List.of(
              FixtureTool.named(
                  "strict",
                  call -> {
                    throw new InsufficientScopeException("Needs more.", List.of("a"));
                  })));

  private static String request(String method, String params) {
    return "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"" + method + "\",\"params\":" + params + "}";
  }

  private Reply handled(String json, ProtocolVersion version) {
    return core.handle(
        core.read(json.getBytes(StandardCharsets.UTF_8)),
        new MessageContext(Caller.anonymous(), version));
  }

  private Reply.Answer answer(String json, ProtocolVersion version) {
    return (Reply.Answer) handled(json, version);
  }

  private JsonNode batch(String... messages) {
    return answer("[" + String.join(",", messages) + "]", ProtocolVersion.V2025_03_26).body();
  }

  @Test
  void aBatchIsAnsweredInItsOrder() {
    JsonNode answers =
        batch(
            request("ping", "{}"),
            "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/x\"}",
            "1",
            request("tools/call", "{\"name\":\"strict\"}"));
    assertThat(answers.size()).isEqualTo(3);
    assertThat(answers.path(0).has("result")).isTrue();
    assertThat(answers.path(1).path("error").path("code").intValue()).isEqualTo(-32600);
    assertThat(answers.path(2).path("result").path("isError").booleanValue()).isTrue();
  }

  @Test
  void aBatchOfNotificationsHasNoAnswer() {
    assertThat(handled("[{\"jsonrpc\":\"2.0\",\"method\":\"x\"}]", ProtocolVersion.V2025_03_26))
        .isEqualTo(new Reply.Accepted());
  }

  @Test
  void someMessagesAreNotAllowedInABatch() {
    for (String message :
        List.of(
            request("initialize", "{\"protocolVersion\":\"2025-03-26\"}"),
            request("server/discover", "{}"),
            request(
                "tools/list",
                "{\"_meta\":{\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\"}}"))) {
      JsonNode error = batch(message).path(0).path("error");
      assertThat(error.path("message").asString())
          .isEqualTo("Invalid request: not allowed in a batch.");
    }
  }

  /** A whole batch that lacks scopes would be sent again, with the calls that were made. */
  @Test
  void aBatchIsNeverRefusedForScopes() {
    Reply.Answer answer =
        answer(
            "[" + request("tools/call", "{\"name\":\"strict\"}") + "]",
            ProtocolVersion.V2025_03_26);
    assertThat(answer.outcome()).isEqualTo(Reply.Outcome.UNDERSTOOD);
    assertThat(answer.scopes()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"2025-06-18", "2025-11-25", "2026-07-28"})
  void laterVersionsHaveNoBatches(String version) {
    Reply.Answer answer =
        answer("[" + request("ping", "{}") + "]", ProtocolVersion.of(version).orElseThrow());
    assertThat(answer.outcome()).isEqualTo(Reply.Outcome.MALFORMED);
    assertThat(answer.body().path("error").path("message").asString())
        .contains("does not support batches");
  }
}
