package dev.dragoman.runtime.mcp.message;

import dev.dragoman.runtime.json.JsonWriter;
import dev.dragoman.runtime.text.VisibleText;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The outcome of handling a message. */
public sealed interface Reply {

  /** Accepted; there is nothing to send. */
  record Accepted() implements Reply {}

  /**
   * A message for the client.
   *
   * @param scopes the scopes that the call needs, with {@link Outcome#INSUFFICIENT_SCOPE};
   *     otherwise empty
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

  /** The outcome that a transport with status codes expresses in addition to the body. */
  enum Outcome {
    /** The message was understood; the body contains the result. */
    UNDERSTOOD,
    /** The message is invalid. */
    MALFORMED,
    /** Its method does not exist. */
    UNKNOWN_METHOD,
    /** The session was not issued by this server; the client has to initialize again. */
    UNKNOWN_SESSION,
    /** The caller's access token lacks scopes; the body reports it as a failed tool call. */
    INSUFFICIENT_SCOPE
  }

  /** An error about the message itself. */
  static Answer malformed(@Nullable JsonNode id, ErrorCode code, String message) {
    return error(id, code, message, null, Outcome.MALFORMED);
  }

  /** The failure of a valid message. */
  static Answer failed(JsonNode id, ErrorCode code, String message) {
    return error(id, code, message, null, Outcome.UNDERSTOOD);
  }

  /**
   * An error response; without an id if the request's id is unknown. Messages may repeat text from
   * clients and documents, so invisible characters are escaped.
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

  /** A successful response. */
  static Answer result(JsonNode id, ObjectNode result) {
    ObjectNode body = JsonNodeFactory.instance.objectNode().put("jsonrpc", "2.0");
    body.set("id", id);
    body.set("result", result);
    return new Answer(body, Outcome.UNDERSTOOD);
  }
}
