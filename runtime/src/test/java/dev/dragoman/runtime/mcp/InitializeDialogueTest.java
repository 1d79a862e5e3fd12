package dev.dragoman.runtime.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.Caller;
import dev.dragoman.runtime.Json;
import dev.dragoman.runtime.mcp.fixture.FixtureTool;
import dev.dragoman.runtime.mcp.message.ClientPeer;
import dev.dragoman.runtime.mcp.message.IncomingMessage;
import dev.dragoman.runtime.mcp.message.MessageContext;
import dev.dragoman.runtime.mcp.message.ProtocolVersion;
import dev.dragoman.runtime.mcp.message.Reply;
import dev.dragoman.runtime.mcp.tool.CallToolResult;
import dev.dragoman.runtime.mcp.tool.ClientCapability;
import dev.dragoman.runtime.mcp.tool.InputRequest;
import dev.dragoman.runtime.mcp.tool.InputRequired;
import dev.dragoman.runtime.mcp.tool.ToolCall;
import dev.dragoman.runtime.mcp.tool.ToolResponse;
import dev.dragoman.runtime.seal.StateKey;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Questions of tools to clients that are asked while their call runs (up to 2025-11-25). */
class InitializeDialogueTest {
  private static final Set<ClientCapability> CAN_ASK = Set.of(ClientCapability.ELICITATION);

  private final List<JsonNode> asked = new ArrayList<>();

  /** A client that answers each question at once; {@code ID} stands for the question's id. */
  private final class Client implements ClientPeer {
    private final Set<ClientCapability> features;
    private final Function<Integer, String> answers;
    private McpCore core;

    Client(Set<ClientCapability> features, Function<Integer, String> answers) {
      this.features = features;
      this.answers = answers;
    }

    @Override
    public Set<ClientCapability> features() {
      return features;
    }

    @Override
    public String name() {
      return "client";
    }

    @Override
    public void send(byte[] message) {
      JsonNode question = Json.of(new String(message, StandardCharsets.UTF_8));
      asked.add(question);
      String answer = answers.apply(asked.size()).replace("ID", question.path("id").toString());
      core.handle(core.read(answer.getBytes(StandardCharsets.UTF_8)), context(this));
    }
  }

  private static MessageContext context(ClientPeer client) {
    return new MessageContext(Caller.anonymous(), ProtocolVersion.V2025_11_25, client);
  }

  private JsonNode result(Client client, Function<ToolCall, ToolResponse> body) {
    McpCore core =
        new McpCore(
            new ServerInfo("a", "A", "1", ""),
            List.of(FixtureTool.named("tool", body)),
            StateKey.random());
    client.core = core;
    IncomingMessage call =
        core.read(
            """
            {"jsonrpc": "2.0", "id": 1, "method": "tools/call", "params": {"name": "tool"}}
            """
                .getBytes(StandardCharsets.UTF_8));
    return ((Reply.Answer) core.handle(call, context(client))).body().path("result");
  }

  private static String text(JsonNode result) {
    return result.at("/content/0/text").asString();
  }

  private static String accepting(int number) {
    return "{\"jsonrpc\": \"2.0\", \"id\": ID, \"result\": {\"action\": \"accept\", \"content\": {\"n\": "
        + number
        + "}}}";
  }

  private static ToolResponse ask(String state, String... keys) {
    Map<String, InputRequest> requests = new LinkedHashMap<>();
    for (String key : keys) {
      requests.put(key, InputRequest.confirmation(key + "?"));
    }
    return new InputRequired(requests, state, "It has to ask and cannot.");
  }

  @Test
  void questionsAreAskedInTheirOrderAndTheToolGoesOnWithTheReplies() {
    JsonNode result =
        result(
            new Client(CAN_ASK, InitializeDialogueTest::accepting),
            call ->
                call.input().state().isEmpty()
                    ? ask("mine", "first", "second")
                    : CallToolResult.text(
                        call.input().state().get()
                            + call.input().replies().get("first").at("/content/n")
                            + call.input().replies().get("second").at("/content/n")));

    assertThat(text(result)).isEqualTo("mine12");
    assertThat(asked)
        .extracting(question -> question.path("method").asString())
        .containsOnly("elicitation/create");
    assertThat(asked)
        .extracting(question -> question.at("/params/message").asString())
        .containsExactly("first?", "second?");
    assertThat(asked).extracting(question -> question.path("id")).doesNotHaveDuplicates();
  }

  @Test
  void aClientThatCannotBeAskedIsToldSo() {
    JsonNode result =
        result(new Client(Set.of(), InitializeDialogueTest::accepting), call -> ask("", "q"));
    assertThat(result.path("isError").asBoolean()).isTrue();
    assertThat(text(result)).isEqualTo("It has to ask and cannot.");
    assertThat(asked).isEmpty();
  }

  /** The second question is not asked after the first has got no reply. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"jsonrpc": "2.0", "id": ID, "error": {"code": -1, "message": "no"}}
          {"jsonrpc": "2.0", "id": ID, "result": "accept"}
          {"jsonrpc": "2.0", "id": ID, "result": null}
          """)
  void withoutAReplyNothingIsDone(String answer) {
    JsonNode result = result(new Client(CAN_ASK, number -> answer), call -> ask("", "q", "r"));
    assertThat(result.path("isError").asBoolean()).isTrue();
    assertThat(text(result)).contains("did not respond", "nothing was done");
    assertThat(asked).hasSize(1);
  }

  /** What the user says is the tool's to understand. */
  @ParameterizedTest
  @CsvSource({"accept", "decline", "cancel", "''"})
  void everyActionIsAReply(String action) {
    String answer =
        "{\"jsonrpc\": \"2.0\", \"id\": ID, \"result\": {\"action\": \"" + action + "\"}}";
    JsonNode result =
        result(
            new Client(CAN_ASK, number -> answer),
            call ->
                call.input().state().isEmpty()
                    ? ask("", "q")
                    : CallToolResult.text(
                        call.input().replies().get("q").path("action").asString()));
    assertThat(text(result)).isEqualTo(action);
  }

  @Test
  void aToolThatAlwaysAsksIsStopped() {
    JsonNode result =
        result(new Client(CAN_ASK, InitializeDialogueTest::accepting), call -> ask("", "q"));
    assertThat(result.path("isError").asBoolean()).isTrue();
    assertThat(text(result)).contains("too many times; nothing was done");
    assertThat(asked).hasSizeBetween(5, 6);
  }

  /** Each question holds a thread: half of them stay free for calls that ask nothing. */
  @Test
  void onlySoManyQuestionsAreOpenAtATime() {
    List<Boolean> outcomes = new ArrayList<>();
    ClientRequests questions = new ClientRequests(Duration.ofSeconds(20));

    outcomes.add(asked(new Nested(questions, outcomes)));

    assertThat(outcomes).hasSize(65).containsOnlyOnce(false).startsWith(false);
    outcomes.clear();
    assertThat(asked(new Nested(questions, outcomes))).as("all places are free again").isTrue();
  }

  private static boolean asked(Nested client) {
    return client.questions.ask(InputRequest.confirmation("?"), context(client)).isPresent();
  }

  /** Asks one more question before it answers one. */
  private record Nested(ClientRequests questions, List<Boolean> outcomes) implements ClientPeer {
    @Override
    public Set<ClientCapability> features() {
      return CAN_ASK;
    }

    @Override
    public String name() {
      return "client";
    }

    @Override
    public void send(byte[] message) {
      outcomes.add(asked(this));
      JsonNode id = Json.of(new String(message, StandardCharsets.UTF_8)).path("id");
      questions.answer(new IncomingMessage.Response(id, Json.of("{}")), context(this));
    }
  }
}
