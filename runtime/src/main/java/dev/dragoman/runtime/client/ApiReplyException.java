package dev.dragoman.runtime.client;

import java.util.Optional;
import java.util.OptionalInt;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Thrown if the API has responded, but with another status than 2xx or with a body that is not what
 * its document describes.
 */
public final class ApiReplyException extends ApiException {
  private static final long serialVersionUID = 1L;

  private final transient ApiReply reply;

  private ApiReplyException(ApiReply reply, String message) {
    super(reply.operation(), message);
    this.reply = reply;
  }

  /** The exception for a status other than 2xx. */
  public static ApiReplyException ofStatus(ApiReply reply) {
    String problem = ProblemText.of(reply);
    return new ApiReplyException(
        reply,
        reply.operation()
            + ": the API returned status "
            + reply.status()
            + (problem.isEmpty() ? "" : ": " + problem)
            + requestId(reply));
  }

  /** The exception for a body that cannot be read as expected. */
  static ApiReplyException unreadable(ApiReply reply, String why) {
    return new ApiReplyException(
        reply,
        reply.operation()
            + ": the API returned status "
            + reply.status()
            + ", but the body "
            + why
            + requestId(reply));
  }

  private static String requestId(ApiReply reply) {
    return reply.requestId().map(id -> " (request id " + ProblemText.clip(id) + ")").orElse("");
  }

  /** The response. */
  public ApiReply reply() {
    return reply;
  }

  /** The body if it is JSON, e.g. a problem (RFC 9457); otherwise a missing node. */
  public JsonNode problem() {
    return reply.findJson().orElseGet(JsonNodeFactory.instance::missingNode);
  }

  @Override
  public OptionalInt status() {
    return OptionalInt.of(reply.status());
  }

  @Override
  public Optional<String> requestId() {
    return reply.requestId();
  }
}
