package dev.dragoman.runtime.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.Caller;
import dev.dragoman.runtime.mcp.message.ClientPeer;
import dev.dragoman.runtime.mcp.message.IncomingMessage;
import dev.dragoman.runtime.mcp.message.MessageContext;
import dev.dragoman.runtime.mcp.message.ProtocolVersion;
import dev.dragoman.runtime.mcp.tool.ClientCapability;
import dev.dragoman.runtime.mcp.tool.InputRequest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class ClientRequestsTest {
  private static final InputRequest ASK = InputRequest.confirmation("Sure?");

  private final List<JsonNode> sent = new CopyOnWriteArrayList<>();
  private final CompletableFuture<JsonNode> first = new CompletableFuture<>();

  private MessageContext client(String name) {
    return new MessageContext(Caller.anonymous(), ProtocolVersion.V2025_11_25, peer(name));
  }

  private ClientPeer peer(String name) {
    record Recorded(String name, ClientRequestsTest test) implements ClientPeer {
      @Override
      public Set<ClientCapability> features() {
        return Set.of(ClientCapability.ELICITATION);
      }

      @Override
      public void send(byte[] message) {
        JsonNode json = JsonMapper.shared().readTree(message);
        test.sent.add(json);
        test.first.complete(json);
      }
    }
    return new Recorded(name, this);
  }

  private static IncomingMessage.Response response(JsonNode id) {
    return new IncomingMessage.Response(
        id, JsonMapper.shared().readTree("{\"action\": \"accept\"}"));
  }

  @Test
  void anAnswerCountsFromTheClientThatWasAskedOnly() throws Exception {
    ClientRequests questions = new ClientRequests(Duration.ofSeconds(20));
    CompletableFuture<Optional<ObjectNode>> answer =
        CompletableFuture.supplyAsync(() -> questions.ask(ASK, client("asked")));
    JsonNode id = first.get(20, TimeUnit.SECONDS).path("id");

    questions.answer(response(id), client("another"));
    questions.answer(response(JsonMapper.shared().readTree("\"guessed\"")), client("asked"));
    questions.answer(new IncomingMessage.Response(null, null), client("asked"));
    assertThat(answer).isNotDone();

    questions.answer(response(id), client("asked"));
    assertThat(answer.get(20, TimeUnit.SECONDS).orElseThrow().path("action").asString())
        .isEqualTo("accept");
    assertThat(sent).hasSize(1);
  }

  @Test
  void anErrorIsNoAnswer() throws Exception {
    ClientRequests questions = new ClientRequests(Duration.ofSeconds(20));
    CompletableFuture<Optional<ObjectNode>> answer =
        CompletableFuture.supplyAsync(() -> questions.ask(ASK, client("asked")));
    JsonNode id = first.get(20, TimeUnit.SECONDS).path("id");

    questions.answer(new IncomingMessage.Response(id, null), client("asked"));

    assertThat(answer.get(20, TimeUnit.SECONDS)).isEmpty();
  }

  @Test
  void patienceEndsAndTheClientIsTold() {
    ClientRequests questions = new ClientRequests(Duration.ofMillis(10));

    assertThat(questions.ask(ASK, client("asked"))).isEmpty();

    assertThat(sent).hasSize(2);
    assertThat(sent.get(1).path("method").asString()).isEqualTo("notifications/cancelled");
    assertThat(sent.get(1).at("/params/requestId")).isEqualTo(sent.get(0).path("id"));
  }

  @Test
  void anInterruptEndsTheQuestion() {
    ClientRequests questions = new ClientRequests(Duration.ofSeconds(20));
    Thread.currentThread().interrupt();

    assertThat(questions.ask(ASK, client("asked"))).isEmpty();

    assertThat(Thread.interrupted()).as("the interrupt is kept").isTrue();
  }
}
