package dev.dragoman.runtime.tool.custom;

import dev.dragoman.runtime.digest.Sha256;
import dev.dragoman.runtime.extension.RefusedException;
import dev.dragoman.runtime.json.JsonReader;
import dev.dragoman.runtime.mcp.tool.ClientCapability;
import dev.dragoman.runtime.mcp.tool.ClientInput;
import dev.dragoman.runtime.mcp.tool.InputRequest;
import dev.dragoman.runtime.mcp.tool.InputRequired;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The questions of one call of a tool. The server keeps nothing between two runs: the answers given
 * so far, each with the digest of its question, are the state that the client brings back, sealed
 * for this caller, tool and arguments. A question that is not the one answered is asked again.
 */
final class Questions {
  private static final int MAX_QUESTIONS = 5;
  private static final String KEY = "question";

  private final String tool;
  private final ClientInput input;
  private final ArrayNode answered;
  private int asked;

  Questions(String tool, ClientInput input) {
    this.tool = tool;
    this.input = input;
    this.answered = answered(input);
  }

  /** What the state holds, and the reply to the question that it ends with. */
  private static ArrayNode answered(ClientInput input) {
    ArrayNode known = JsonNodeFactory.instance.arrayNode();
    JsonNode state =
        input
            .state()
            .flatMap(text -> JsonReader.forClients().find(text))
            .orElseGet(JsonNodeFactory.instance::missingNode);
    for (JsonNode one : state.values()) {
      JsonNode reply = one.has("reply") ? one.get("reply") : input.replies().get(KEY);
      if (reply == null) {
        break;
      }
      ObjectNode answer = known.addObject().put("digest", one.path("digest").asString(""));
      answer.set("reply", reply);
    }
    return known;
  }

  boolean canAsk() {
    return input.features().contains(ClientCapability.ELICITATION);
  }

  /** Whether the user agrees. */
  boolean isConfirmed(String question) {
    return isAccepted(ask(question, Optional.empty()));
  }

  /** Whether a reply is not a refusal (MCP, "Elicitation", Response Actions). */
  static boolean isAccepted(JsonNode reply) {
    return reply.path("action").asString("").equals("accept");
  }

  /** The reply to the next question of the run: an action and, if it was accepted, content. */
  JsonNode ask(String question, Optional<ObjectNode> form) {
    if (!canAsk()) {
      throw new RefusedException(
          "The tool "
              + tool
              + " has to ask the user, and this client cannot: it does not declare the capability"
              + " \"elicitation\".");
    }
    String digest = digest(question, form);
    int index = asked++;
    if (index < answered.size() && answered.get(index).path("digest").asString("").equals(digest)) {
      return answered.get(index).get("reply");
    }
    if (index >= MAX_QUESTIONS) {
      throw new RefusedException("The tool " + tool + " asks too many questions.");
    }
    throw new InputNeededException(required(question, form, digest, index));
  }

  private InputRequired required(
      String question, Optional<ObjectNode> form, String digest, int index) {
    ArrayNode state = JsonNodeFactory.instance.arrayNode();
    for (int i = 0; i < index; i++) {
      state.add(answered.get(i));
    }
    state.addObject().put("digest", digest);
    InputRequest request =
        form.map(schema -> InputRequest.elicitation(question, schema))
            .orElseGet(() -> InputRequest.confirmation(question));
    return new InputRequired(
        Map.of(KEY, request),
        state.toString(),
        "The tool " + tool + " has to ask the user, and this client cannot.");
  }

  private static String digest(String question, Optional<ObjectNode> form) {
    String text = question + "\n" + form.map(ObjectNode::toString).orElse("");
    return HexFormat.of()
        .formatHex(Sha256.start().digest(text.getBytes(StandardCharsets.UTF_8)), 0, 16);
  }
}
