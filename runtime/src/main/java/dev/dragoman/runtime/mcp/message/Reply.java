package dev.dragoman.runtime.mcp.message;

import dev.dragoman.runtime.json.JsonWriter;
import dev.dragoman.runtime.text.VisibleText;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What becomes of a message. */
public sealed interface Reply {

  /** Taken; there is nothing to send. */
  record Accepted() implements Reply {}

  /**
   * A message for the client.
   *
   * @param scopes what the call needs, with {@link Outcome#INSUFFICIENT_SCOPE}; else empty
   */
  record Answer(JsonNode body, Outcome outcome, List<String> scopes) implements Reply {
    public Answer {
      Objects.requireNonNull(body);
      Objects.requireNonNull(outcome);
      scopes = List.copyOf(scopes);
    }

    public Answer(JsonNode body, Outcome outcome) {
      this(body, outcome, List.of());
    }

    /** The message in UTF-8, on one line. */
    public byte[] bytes() {
      return JsonWriter.bytes(body);
    }
  }

  /** What a transport with a status of its own says beside the body. */
  enum Outcome {
    /** The message was understood; the body says the rest. */
    UNDERSTOOD,
    /** It was not a message that can be handled. */
    MALFORMED,
    /** Its method does not exist. */
    UNKNOWN_METHOD,
    /** It is of a session that is not of this server; the client has to initialize anew. */
    UNKNOWN_SESSION,
    /** The caller's access token lacks scopes; the body says so as a failed call of a tool. */
    INSUFFICIENT_SCOPE
  }

  /** An error about the message itself. */
  static Answer malformed(@Nullable JsonNode id, ErrorCode code, String message) {
    return error(id, code, message, null, Outcome.MALFORMED);
  }

  /** A failure of an understood message. */
  static Answer failed(JsonNode id, ErrorCode code, String message) {
    return error(id, code, message, null, Outcome.UNDERSTOOD);
  }

  /**
   * An error response; without an id where the request's is not known. Messages repeat words of
   * clients and documents: nothing in them is invisible.
   */
  static Answer error(
      @Nullable JsonNode id,
      ErrorCode code,
      String message,
      @Nullable ObjectNode data,
      Outcome outcome) {
    ObjectNode body = JsonNodeFactory.instance.objectNode().put("jsonrpc", "2.0");
    if (id != null) {
      body.set("id", id);
    }
    ObjectNode error = body.putObject("error").put("code", code.number());
    error.put("message", VisibleText.line(message));
    if (data != null) {
      error.set("data", data);
    }
    return new Answer(body, outcome);
  }

  /** A success. */
  static Answer result(JsonNode id, ObjectNode result) {
    ObjectNode body = JsonNodeFactory.instance.objectNode().put("jsonrpc", "2.0");
    body.set("id", id);
    body.set("result", result);
    return new Answer(body, Outcome.UNDERSTOOD);
  }
}
