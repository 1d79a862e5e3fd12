package dev.dragoman.runtime.transport.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.Caller;
import dev.dragoman.runtime.mcp.McpCore;
import dev.dragoman.runtime.mcp.ServerInfo;
import dev.dragoman.runtime.metrics.Metrics;
import dev.dragoman.runtime.seal.StateKey;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the headers of a message say about its version and its client's session. */
class EndpointVersionTest {
  private static final String PING = "{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\"ping\"}";

  private Endpoint endpoint = endpoint(StateKey.random());

  private static Endpoint endpoint(@Nullable StateKey key) {
    McpCore core = new McpCore(new ServerInfo("a", "A", "1", ""), List.of(), key);
    return new Endpoint(
        core,
        new Intake(HttpOptions.onPort(0), headers -> Caller.anonymous(), new Metrics()),
        Tags.NONE);
  }

  private RecordedExchange handled(RecordedExchange exchange) {
    endpoint.handle(exchange, EndpointPath.WHOLE);
    return exchange;
  }

  @ParameterizedTest
  @CsvSource({
    "2025-03-26, 200",
    "2025-06-18, 200",
    "2025-11-25, 200",
    "2024-11-05, 400",
    "latest,     400",
    "'',         400"
  })
  void versionsInTheHeader(String version, int status) {
    RecordedExchange exchange =
        handled(RecordedExchange.post(PING).with("MCP-Protocol-Version", version));
    assertThat(exchange.status).isEqualTo(status);
    assertThat(exchange.text().contains("-32022")).isEqualTo(status == 400);
  }

  @Test
  void twoVersionsAreNoVersion() {
    RecordedExchange exchange =
        handled(
            RecordedExchange.post(PING)
                .with("MCP-Protocol-Version", "2025-06-18")
                .with("MCP-Protocol-Version", "2025-06-18"));
    assertThat(exchange.status).isEqualTo(400);
    assertThat(exchange.text()).contains("\"requested\":\"2025-06-18, 2025-06-18\"");
  }

  /** Batches ended with 2025-03-26, which is also the version of clients that declare none. */
  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {"-, 200", "2025-03-26, 200", "2025-06-18, 400"})
  void batches(String version, int status) {
    RecordedExchange exchange = RecordedExchange.post("[" + PING + "]");
    if (version != null) {
      exchange.with("MCP-Protocol-Version", version);
    }
    assertThat(handled(exchange).status).isEqualTo(status);
  }

  @Test
  void aModernRequestMustRepeatItselfInItsHeaders() {
    String body =
        "{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\"tools/list\",\"params\":{\"_meta\":{"
            + "\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\","
            + "\"io.modelcontextprotocol/clientCapabilities\":{}}}}";
    RecordedExchange without = handled(RecordedExchange.post(body));
    assertThat(without.status).isEqualTo(400);
    assertThat(without.text())
        .contains("\"id\":7", "-32020", "MCP-Protocol-Version must be present once.");
    RecordedExchange with =
        handled(
            RecordedExchange.post(body)
                .with("MCP-Protocol-Version", "2026-07-28")
                .with("Mcp-Method", "tools/list"));
    assertThat(with.status).isEqualTo(200);
    assertThat(with.text()).contains("\"resultType\":\"complete\"");
  }

  private static String initialize(String capabilities) {
    return "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":{"
        + "\"protocolVersion\":\"2025-11-25\",\"capabilities\":"
        + capabilities
        + "}}";
  }

  @Test
  void aClientThatCanBeAskedGetsASession() {
    RecordedExchange opened = handled(RecordedExchange.post(initialize("{\"elicitation\":{}}")));
    String id = opened.sentHeader("Mcp-Session-Id").orElseThrow();
    assertThat(handled(RecordedExchange.post(PING).with("Mcp-Session-Id", id)).status)
        .isEqualTo(200);
    assertThat(handled(RecordedExchange.post(PING)).status).as("none is needed").isEqualTo(200);
  }

  @Test
  void aClientThatCannotBeAskedGetsNone() {
    RecordedExchange opened = handled(RecordedExchange.post(initialize("{}")));
    assertThat(opened.status).isEqualTo(200);
    assertThat(opened.sentHeader("Mcp-Session-Id")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"made-up", "xxxxxxxxxx=", "AAAA"})
  void aForeignSessionIsUnknown(String id) {
    RecordedExchange exchange = handled(RecordedExchange.post(PING).with("Mcp-Session-Id", id));
    assertThat(exchange.status).isEqualTo(404);
    assertThat(exchange.text()).contains("\"id\":7", "start again with \\\"initialize\\\"");
  }

  @Test
  void aSessionOfAnotherKeyIsUnknownButInitializeIsNot() {
    RecordedExchange opened = handled(RecordedExchange.post(initialize("{\"roots\":{}}")));
    String id = opened.sentHeader("Mcp-Session-Id").orElseThrow();
    endpoint = endpoint(StateKey.random());
    assertThat(handled(RecordedExchange.post(PING).with("Mcp-Session-Id", id)).status)
        .isEqualTo(404);
    RecordedExchange again =
        handled(RecordedExchange.post(initialize("{\"roots\":{}}")).with("Mcp-Session-Id", id));
    assertThat(again.status).isEqualTo(200);
    assertThat(again.sentHeader("Mcp-Session-Id")).isPresent();
  }

  @Test
  void withoutQuestionsThereAreNoSessions() {
    endpoint = endpoint(null);
    RecordedExchange exchange =
        handled(RecordedExchange.post(PING).with("Mcp-Session-Id", "anything"));
    assertThat(exchange.status).isEqualTo(200);
  }
}
