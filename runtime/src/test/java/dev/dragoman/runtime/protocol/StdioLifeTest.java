package dev.dragoman.runtime.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.Caller;
import dev.dragoman.runtime.mcp.fixture.FixtureServer;
import dev.dragoman.runtime.transport.stdio.StdioTransport;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls side by side, cancellation, hostile lines and the end of input. */
class StdioLifeTest {
  private static final String PING =
      "{\"jsonrpc\": \"2.0\", \"id\": \"ping\", \"method\": \"ping\"}";
  private static final String PAUSE =
      "{\"jsonrpc\": \"2.0\", \"id\": 1, \"method\": \"tools/call\","
          + " \"params\": {\"name\": \"pause\"}}";
  private static final String CANCEL =
      "{\"jsonrpc\": \"2.0\", \"method\": \"notifications/cancelled\","
          + " \"params\": {\"requestId\": %s}}";

  @Test
  void aLaterQuestionMayBeAnsweredFirst() throws Exception {
    Pause pause = new Pause();
    try (StdioTestServer server = new StdioTestServer(pause)) {
      server.write(PAUSE);
      pause.awaitBegin();
      server.write(PING);
      assertThat(id(server.read())).isEqualTo("ping");
      server.write(PAUSE.replace("\"pause\"", "\"whoami\"").replace("1,", "2,"));
      assertThat(id(server.read())).isEqualTo("2");
      pause.goOn();
      assertThat(id(server.read())).isEqualTo("1");
    }
  }

  @Test
  void aCancelledCallIsInterruptedAndNeverAnswered() throws Exception {
    Pause pause = new Pause();
    try (StdioTestServer server = new StdioTestServer(pause)) {
      server.write(PAUSE);
      pause.awaitBegin();
      server.write(CANCEL.formatted("99"));
      server.write(CANCEL.formatted("null"));
      server.write(CANCEL.formatted("1"));
      pause.awaitInterrupt();
      server.write(PING);
      assertThat(id(server.read())).isEqualTo("ping");
      server.endInput();
      assertThat(server.read()).isEmpty();
    }
  }

  @Test
  void anIdInUseIsRefused() throws Exception {
    Pause pause = new Pause();
    try (StdioTestServer server = new StdioTestServer(pause)) {
      server.write(PAUSE);
      pause.awaitBegin();
      server.write(PAUSE);
      assertThat(Answer.of(0, server.read()).errorCode()).isEqualTo(-32600);
      pause.goOn();
      assertThat(Answer.of(0, server.read()).at("/result/isError").asBoolean(true)).isFalse();
    }
  }

  @Test
  void moreCallsThanCanWaitAreRefused() throws Exception {
    Pause pause = new Pause();
    try (StdioTestServer server = new StdioTestServer(pause)) {
      for (int id = 1; id <= 16 + 256 + 1; id++) {
        server.write(PAUSE.replace("1,", id + ","));
      }
      Answer refused = Answer.of(0, server.read());
      assertThat(refused.errorCode()).isEqualTo(-32600);
      assertThat(refused.at("/id").asInt()).isEqualTo(273);
      pause.goOn();
    }
  }

  @Test
  void bothErasShareOneStream() {
    try (StdioTestServer server = new StdioTestServer()) {
      assertThat(server.send(Message.in("2026-07-28").asks("server/discover")).at("/result"))
          .isNotEmpty();
      assertThat(server.send(Message.in("2025-11-25").asks("tools/list")).at("/result/resultType"))
          .isEmpty();
      assertThat(server.send(Message.in("2026-07-28").asks("tools/list")).at("/result/ttlMs"))
          .isNotNull();
      assertThat(server.send(Message.in("2026-07-28").asks("ping")).errorCode()).isEqualTo(-32601);
      assertThat(server.send(Message.in("2025-11-25").asks("ping")).at("/result")).isEmpty();
    }
  }

  @ParameterizedTest(name = "S17 hostile lines are answered and survived [{index}]")
  @ValueSource(
      strings = {
        "\u0000\u0001\u0002",
        "\u00ff\u00fe",
        "GET / HTTP/1.1",
        "Content-Length: 12",
        "}{",
        "\"\\ud800\"",
        "null",
        "{\"jsonrpc\": \"2.0\", \"id\": \"\\ud800\", \"method\": \"ping\"}",
      })
  @DisplayName("S17 Hostile lines are answered and survived")
  void hostileLinesAreAnsweredAndSurvived(String line) {
    try (StdioTestServer server = new StdioTestServer()) {
      server.writeBytes((line + "\n").getBytes(StandardCharsets.ISO_8859_1));
      assertThat(Answer.of(0, server.read()).at("/jsonrpc").asString()).isEqualTo("2.0");
      server.write(PING);
      assertThat(id(server.read())).isEqualTo("ping");
    }
  }

  @Test
  @DisplayName("S17 a line beyond the bound is thrown away")
  void aLineBeyondTheBoundIsThrownAway() {
    try (StdioTestServer server = new StdioTestServer()) {
      byte[] part = "x".repeat(1024 * 1024).getBytes(StandardCharsets.UTF_8);
      for (int i = 0; i < 5; i++) {
        server.writeBytes(part);
      }
      server.write("");
      Answer refused = Answer.of(0, server.read());
      assertThat(refused.errorCode()).isEqualTo(-32600);
      MessageSchemas.check("2025-11-25", "", refused.message());
      server.write(PING);
      assertThat(id(server.read())).isEqualTo("ping");
    }
  }

  @Test
  void blankLinesAndCarriageReturnsAreNothing() {
    try (StdioTestServer server = new StdioTestServer()) {
      server.write("\n\r\n  \t \r\n" + PING + "\r");
      assertThat(id(server.read())).isEqualTo("ping");
    }
  }

  @Test
  void whatWasAskedBeforeTheEndIsAnswered() throws Exception {
    String call = PAUSE.replace("pause", "whoami");
    List<JsonNode> answers = serve(call + "\n" + PING);
    assertThat(answers).hasSize(2);
  }

  @Test
  @DisplayName("S17 the end of input is not kept waiting")
  void theEndIsNotKeptWaiting() throws Exception {
    Pause pause = new Pause();
    long start = System.nanoTime();
    try (StdioTestServer server = new StdioTestServer(pause)) {
      server.write(PAUSE);
      pause.awaitBegin();
      start = System.nanoTime();
      server.endInput();
      pause.awaitInterrupt();
    }
    // The rule is two seconds; a busy machine gets a little more.
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(4));
  }

  @Test
  void aReaderThatLeftIsNoFault() throws Exception {
    OutputStream gone =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("Broken pipe");
          }
        };
    byte[] input = (PING + "\n" + PING + "\n").getBytes(StandardCharsets.UTF_8);
    StdioTransport.run(
        new ByteArrayInputStream(input), gone, FixtureServer.core(), Caller.anonymous());
  }

  private static List<JsonNode> serve(String input) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    StdioTransport.run(
        new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
        out,
        FixtureServer.core(),
        Caller.anonymous());
    List<JsonNode> answers = new ArrayList<>();
    out.toString(StandardCharsets.UTF_8)
        .lines()
        .forEach(line -> answers.add(JsonMapper.shared().readTree(line)));
    return answers;
  }

  private static String id(String line) {
    return JsonMapper.shared().readTree(line).path("id").asString();
  }
}
