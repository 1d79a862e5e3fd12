package dev.dragoman.runtime.mcp.message;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A message that a client sent. */
public sealed interface IncomingMessage {

  /**
   * Wants an answer.
   *
   * @param id a string or an integer
   * @param params empty when the client sent none
   */
  record Request(JsonNode id, String method, ObjectNode params) implements IncomingMessage {
    public Request {
      Objects.requireNonNull(id);
      Objects.requireNonNull(method);
      Objects.requireNonNull(params);
    }

    /** The protocol version the request says of itself, where it does (2026-07-28, "_meta"). */
    public Optional<String> declaredVersion() {
      return Optional.of(params.path("_meta").path(Meta.PROTOCOL_VERSION))
          .filter(JsonNode::isString)
          .map(JsonNode::stringValue);
    }

    /** The value of {@code params.name}, where it is a string. */
    public Optional<String> name() {
      return Optional.of(params.path("name")).filter(JsonNode::isString).map(JsonNode::stringValue);
    }

    /** Whether the request can only be meant for a modern server. */
    public boolean looksModern() {
      JsonNode meta = params.path("_meta");
      return meta.has(Meta.PROTOCOL_VERSION)
          || meta.has(Meta.CLIENT_CAPABILITIES)
          || method.equals("server/discover");
    }
  }

  /** Wants no answer. */
  record Notification(String method, ObjectNode params) implements IncomingMessage {
    public Notification {
      Objects.requireNonNull(method);
      Objects.requireNonNull(params);
    }
  }

  /**
   * A response to a request of ours.
   *
   * @param id of that request; null where it is none
   * @param result null when the client answered with an error
   */
  record Response(@Nullable JsonNode id, @Nullable JsonNode result) implements IncomingMessage {}

  /** Several messages at once (2025-03-26 only). */
  record Batch(List<IncomingMessage> messages) implements IncomingMessage {
    public Batch {
      messages = List.copyOf(messages);
    }
  }

  /**
   * No message at all.
   *
   * @param id of the request it was meant to be, where it can be told
   */
  record Broken(@Nullable JsonNode id, ErrorCode code, String message) implements IncomingMessage {
    public Broken {
      Objects.requireNonNull(code);
      Objects.requireNonNull(message);
    }
  }
}
