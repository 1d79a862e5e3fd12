package dev.dragoman.runtime.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.Caller;
import dev.dragoman.runtime.Json;
import dev.dragoman.runtime.mcp.message.ClientPeer;
import dev.dragoman.runtime.mcp.message.IncomingMessage.Request;
import dev.dragoman.runtime.mcp.message.MessageContext;
import dev.dragoman.runtime.mcp.message.ProtocolVersion;
import dev.dragoman.runtime.mcp.tool.ClientCapability;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Who is told of the progress of a call (MCP, "Progress"), and in which words. */
class ProgressNotificationsTest {
  private final List<JsonNode> sent = new ArrayList<>();

  private ProgressNotifications notifications(String params) {
    record Recorder(List<JsonNode> sent) implements ClientPeer {
      @Override
      public Set<ClientCapability> features() {
        return Set.of();
      }

      @Override
      public String name() {
        return "client";
      }

      @Override
      public void send(byte[] message) {
        sent.add(Json.of(new String(message, StandardCharsets.UTF_8)));
      }
    }
    return ProgressNotifications.of(
        new Request(Json.of("1"), "tools/call", (ObjectNode) Json.of(params)),
        new MessageContext(Caller.anonymous(), ProtocolVersion.V2025_11_25, new Recorder(sent)));
  }

  private ProgressNotifications wanted() {
    return notifications("{\"_meta\": {\"progressToken\": \"t\"}}");
  }

  /** A token is a string or an integer, and is returned as it is. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"_meta": {"progressToken": "t"}}        | "t"
          {"_meta": {"progressToken": ""}}         | ""
          {"_meta": {"progressToken": 0}}          | 0
          {"_meta": {"progressToken": 90071992547409930}} | 90071992547409930
          {"_meta": {"progressToken": 1.5}}        | none
          {"_meta": {"progressToken": null}}       | none
          {"_meta": {"progressToken": true}}       | none
          {"_meta": {"progressToken": {"a": 1}}}   | none
          {"_meta": []}                            | none
          {"progressToken": "t"}                   | none
          {}                                       | none
          """)
  void onlyWhoAsksIsTold(String params, String token) {
    notifications(params).report(1, OptionalDouble.empty(), "");
    if (token.equals("none")) {
      assertThat(sent).isEmpty();
    } else {
      assertThat(sent.get(0).at("/params/progressToken")).isEqualTo(Json.of(token));
    }
  }

  @Test
  void aNotificationIsAsTheProtocolHasIt() {
    wanted().report(1.5, OptionalDouble.of(3), "  two\nlines\u202e ");
    assertThat(sent)
        .containsExactly(
            Json.of(
                """
                {"jsonrpc": "2.0", "method": "notifications/progress",
                 "params": {"progressToken": "t", "progress": 1.5, "total": 3.0,
                            "message": "two lines\\\\u202E"}}
                """));
  }

  @Test
  void whatIsUnknownIsLeftOut() {
    wanted().report(1, OptionalDouble.of(Double.POSITIVE_INFINITY), " ");
    assertThat(sent.get(0).path("params").propertyNames())
        .containsExactly("progressToken", "progress");
  }

  /** MCP: the value must increase with each notification. */
  @Test
  void valuesIncrease() {
    ProgressNotifications progress = wanted();
    for (double value : new double[] {Double.NaN, Double.NEGATIVE_INFINITY, 2, 2, 1, 2.5, 9, 9}) {
      progress.report(value, OptionalDouble.of(value), "");
    }
    assertThat(sent)
        .extracting(message -> message.at("/params/progress").asDouble())
        .containsExactly(2.0, 2.5, 9.0);
  }

  /** Within a tenth of a second only the first and the end are told. */
  @Test
  void aFloodIsHeldBackButNotItsEnd() {
    ProgressNotifications progress = wanted();
    for (int step = 1; step <= 1_000; step++) {
      progress.report(step, OptionalDouble.of(1_000), "");
    }
    assertThat(sent).hasSizeBetween(2, 100);
    assertThat(sent.get(0).at("/params/progress").asDouble()).isEqualTo(1);
    assertThat(sent.get(sent.size() - 1).at("/params/progress").asDouble()).isEqualTo(1_000);
  }

  @Test
  void afterTheEndOfTheCallNothingIsTold() {
    ProgressNotifications progress = wanted();
    progress.close();
    progress.report(1, OptionalDouble.empty(), "late");
    assertThat(sent).isEmpty();
  }

  /** A character beyond the BMP is two units, which belong together. */
  @ParameterizedTest
  @CsvSource({"197, 199", "198, 198", "199, 199"})
  void aLongMessageIsCutBetweenCharacters(int before, int kept) {
    wanted().report(1, OptionalDouble.empty(), "x".repeat(before) + "🦉" + "y".repeat(500));
    String message = sent.get(0).at("/params/message").asString();
    assertThat(message).hasSize(kept + 1).endsWith("…").doesNotContain("?");
  }
}
