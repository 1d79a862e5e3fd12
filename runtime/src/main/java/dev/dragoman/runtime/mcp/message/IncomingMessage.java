package dev.dragoman.runtime.mcp.message;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A message from a client. */
public sealed interface IncomingMessage {

  /**
   * A request, which expects a response.
   *
   * @param id a string or an integer
   * @param params empty if the client sent none
   */
  record Request(JsonNode id, String method, ObjectNode params) implements IncomingMessage {
    public Request {
      Objects.requireNonNull(id);
      Objects.requireNonNull(method);
      Objects.requireNonNull(params);
    }

    /** The protocol version that the request declares, if any (2026-07-28, "_meta"). */
    public Optional<String> declaredVersion() {
      return Optional.of(params.path("_meta").path(Meta.PROTOCOL_VERSION))
          .filter(JsonNode::isString)
          .map(JsonNode::stringValue);
    }

    /** The value of {@code params.name} if it is a string. */
    public Optional<String> name() {
      return Optional.of(params.path("name")).filter(JsonNode::isString).map(JsonNode::stringValue);
    }

    /** Whether the request can only be intended for a modern server. */
    public boolean looksModern() {
      JsonNode meta = params.path("_meta");
      return meta.has(Meta.PROTOCOL_VERSION)
          || meta.has(Meta.CLIENT_CAPABILITIES)
          || method.equals("server/discover");
    }
  }

  /** A notification, which expects no response. */
  record Notification(String method, ObjectNode params) implements IncomingMessage {
    public Notification {
      Objects.requireNonNull(method);
      Objects.requireNonNull(params);
    }
  }

  /**
   * A response to a request from this server.
   *
   * @param id the id of that request; null if it is invalid
   * @param result null if the client responded with an error
   */
  record Response(@Nullable JsonNode id, @Nullable JsonNode result) implements IncomingMessage {}

  /** A batch of messages (2025-03-26 only). */
  record Batch(List<IncomingMessage> messages) implements IncomingMessage {
    public Batch {
      messages = List.copyOf(messages);
    }
  }

  /**
   * An invalid message.
   *
   * @param id the id of the intended request, if it can be determined
   */
  record Broken(@Nullable JsonNode id, ErrorCode code, String message) implements IncomingMessage {
    public Broken {
      Objects.requireNonNull(code);
      Objects.requireNonNull(message);
    }
  }
}
