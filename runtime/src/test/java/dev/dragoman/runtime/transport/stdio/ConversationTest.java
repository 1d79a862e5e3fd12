package dev.dragoman.runtime.transport.stdio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.Await;
import dev.dragoman.runtime.Caller;
import dev.dragoman.runtime.Json;
import dev.dragoman.runtime.mcp.McpCore;
import dev.dragoman.runtime.mcp.ServerInfo;
import dev.dragoman.runtime.mcp.fixture.FixtureTool;
import dev.dragoman.runtime.mcp.tool.CallToolResult;
import dev.dragoman.runtime.mcp.tool.McpTool;
import dev.dragoman.runtime.mcp.tool.ToolCall;
import dev.dragoman.runtime.seal.StateKey;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What a client on the other end of two pipes gets for its lines. */
class ConversationTest {
  private static final String PING = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}";

  /** The lines that a server writes for these, until the end of input. */
  private static List<String> replies(List<McpTool> tools, String... lines) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    McpCore core = new McpCore(new ServerInfo("a", "A", "1", ""), tools, StateKey.random());
    byte[] in = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    StdioTransport.run(new ByteArrayInputStream(in), out, core, Caller.anonymous());
    String text = out.toString(StandardCharsets.UTF_8);
    assertThat(text)
        .satisfiesAnyOf(all -> assertThat(all).isEmpty(), all -> assertThat(all).endsWith("\n"));
    return text.isEmpty() ? List.of() : Arrays.asList(text.strip().split("\n", -1));
  }

  private static String call(int id, String tool) {
    return "{\"jsonrpc\":\"2.0\",\"id\":"
        + id
        + ",\"method\":\"tools/call\",\"params\":{\"name\":\""
        + tool
        + "\"}}";
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''                                        | 0",
        "'  '                                      | 0",
        "'\t\r'                                    | 0",
        "{\"jsonrpc\":\"2.0\",\"method\":\"x\"}    | 0",
        "{\"jsonrpc\":\"2.0\",\"result\":1}        | 0",
        "{                                         | 1",
        "[]                                        | 1"
      })
  void howManyLinesALineIsAnsweredWith(String line, int count) throws IOException {
    assertThat(replies(List.of(), line)).hasSize(count);
  }

  @Test
  void replies() throws IOException {
    assertThat(replies(List.of(), PING, "{", PING))
        .containsExactly(
            "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{}}",
            "{\"jsonrpc\":\"2.0\",\"error\":{\"code\":-32700,\"message\":\"Parse error: the message"
                + " is not JSON.\"}}",
            "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{}}");
  }

  /** Batches exist in one version, which applies after initialize only. */
  @ParameterizedTest
  @CsvSource({"2025-03-26, true", "2025-06-18, false"})
  void theVersionOfInitializeHoldsFromThenOn(String version, boolean batches) throws IOException {
    String initialize =
        "{\"jsonrpc\":\"2.0\",\"id\":0,\"method\":\"initialize\",\"params\":{\"protocolVersion\":\""
            + version
            + "\"}}";
    List<String> replies = replies(List.of(), "[" + PING + "]", initialize, "[" + PING + "]");
    assertThat(replies.get(0)).contains("does not support batches");
    assertThat(replies.get(2).startsWith("[")).isEqualTo(batches);
  }

  @Test
  void aFailedInitializeChangesNothing() throws IOException {
    String good =
        "{\"jsonrpc\":\"2.0\",\"id\":0,\"method\":\"initialize\","
            + "\"params\":{\"protocolVersion\":\"2025-03-26\"}}";
    String bad = "{\"jsonrpc\":\"2.0\",\"id\":0,\"method\":\"initialize\"}";
    assertThat(replies(List.of(), good, bad, "[" + PING + "]").get(2)).startsWith("[");
  }

  @Test
  void initializeSaysWhatTheClientCanBeAsked() throws IOException {
    McpTool looks =
        FixtureTool.named("looks", call -> CallToolResult.text(call.input().features().toString()));
    String initialize =
        "{\"jsonrpc\":\"2.0\",\"id\":0,\"method\":\"initialize\",\"params\":{\"protocolVersion\":"
            + "\"2025-06-18\",\"capabilities\":{\"elicitation\":{}}}}";
    assertThat(replies(List.of(looks), initialize, call(1, "looks")).get(1))
        .contains("[ELICITATION]");
    assertThat(replies(List.of(looks), call(1, "looks")).get(0)).contains("\"[]\"");
  }

  static Stream<Arguments> deaths() {
    return Stream.of(
        Arguments.of(new IllegalStateException("secret")),
        Arguments.of(new NoClassDefFoundError("secret")),
        Arguments.of(new StackOverflowError("secret")),
        Arguments.of(new AssertionError("secret")),
        Arguments.of(new OutOfMemoryError("secret")),
        Arguments.of(new ExceptionInInitializerError("secret")));
  }

  /** However a tool dies, the client gets an answer: it would wait for ever otherwise. */
  @ParameterizedTest
  @MethodSource("deaths")
  void aCallThatDiesIsAnswered(Throwable death) throws IOException {
    McpTool dies =
        FixtureTool.named(
            "dies",
            call -> {
              if (death instanceof RuntimeException failure) {
                throw failure;
              }
              throw (Error) death;
            });
    List<String> replies = replies(List.of(dies), call(7, "dies"), PING);
    assertThat(replies).hasSize(2).noneMatch(line -> line.contains("secret"));
    assertThat(replies).anyMatch(line -> line.contains("\"id\":7") && line.contains("-32603"));
  }

  @Test
  void aCallCanBeCancelledByItsId() throws Exception {
    CountDownLatch started = new CountDownLatch(1);
    AtomicBoolean interrupted = new AtomicBoolean();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    RunningCalls calls = new RunningCalls(new LineWriter(out));
    McpCore core =
        new McpCore(
            new ServerInfo("a", "A", "1", ""),
            List.of(FixtureTool.named("waits", call -> waits(call, started, interrupted))));
    Conversation conversation =
        new Conversation(core, Caller.anonymous(), new LineWriter(out), calls, () -> {});
    conversation.accept(call(1, "waits").getBytes(StandardCharsets.UTF_8));
    assertThat(started.await(30, TimeUnit.SECONDS)).isTrue();
    for (String id : List.of("2", "\"1\"", "null", "{}")) {
      conversation.accept(cancellation(id));
    }
    assertThat(interrupted).isFalse();
    conversation.accept(cancellation("1"));
    Await.until("the call is interrupted", interrupted::get);
    calls.close(Duration.ofSeconds(30));
    assertThat(out.size()).as("a cancelled call is not answered").isZero();
  }

  private static byte[] cancellation(String id) {
    return ("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":{\"requestId\":"
            + id
            + "}}")
        .getBytes(StandardCharsets.UTF_8);
  }

  private static CallToolResult waits(
      ToolCall call, CountDownLatch started, AtomicBoolean interrupted) {
    started.countDown();
    try {
      new CountDownLatch(1).await(30, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      interrupted.set(true);
    }
    return CallToolResult.text(call.arguments().toString());
  }

  /** Sixteen run, 256 wait: the next one is refused, and its id is free again. */
  @Test
  void theCallsThatRunAndWaitAreBounded() throws Exception {
    CountDownLatch go = new CountDownLatch(1);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    RunningCalls calls = new RunningCalls(new LineWriter(out));
    Callable<byte[]> waiting =
        () -> {
          go.await();
          return new byte[] {'x'};
        };
    List<Integer> refused = new ArrayList<>();
    for (int id = 0; id < 275; id++) {
      if (!calls.start(Json.of(String.valueOf(id)), waiting)) {
        refused.add(id);
      }
    }
    assertThat(refused).containsExactly(272, 273, 274);
    assertThat(calls.start(Json.of("0"), waiting)).as("an id in use").isFalse();
    go.countDown();
    Await.until("there is room again", () -> calls.start(Json.of("272"), waiting));
    calls.close(Duration.ofSeconds(30));
    assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("x\n".repeat(273));
  }

  @Test
  void anIdIsFreeOnceItsCallHasBeenAnswered() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    RunningCalls calls = new RunningCalls(new LineWriter(out));
    assertThat(calls.start(Json.of("1"), () -> new byte[] {'a'})).isTrue();
    Await.until("the id is free", () -> calls.start(Json.of("1"), () -> new byte[] {'b'}));
    calls.close(Duration.ofSeconds(30));
    assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("a\nb\n");
  }

  @Test
  void whatDoesNotEndInTimeIsInterrupted() throws Exception {
    CountDownLatch started = new CountDownLatch(1);
    CountDownLatch ended = new CountDownLatch(1);
    RunningCalls calls = new RunningCalls(new LineWriter(new ByteArrayOutputStream()));
    calls.start(
        Json.of("1"),
        () -> {
          started.countDown();
          try {
            new CountDownLatch(1).await();
          } finally {
            ended.countDown();
          }
          return new byte[0];
        });
    assertThat(started.await(30, TimeUnit.SECONDS)).isTrue();
    calls.close(Duration.ofMillis(1));
    assertThat(ended.await(30, TimeUnit.SECONDS)).isTrue();
    assertThat(calls.start(Json.of("2"), () -> new byte[0])).as("after closing").isFalse();
  }
}
