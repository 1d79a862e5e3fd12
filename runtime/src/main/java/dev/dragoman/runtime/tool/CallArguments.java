package dev.dragoman.runtime.tool;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The arguments of one call of an operation, as sent by the agent.
 *
 * @param arguments parameter values by name
 * @param body the request body; null if the call has none
 * @param contentType the media type that the agent chose for the body
 * @param more what the API's own URL of this page adds to the query, percent-encoded; empty except
 *     for later pages. Agents cannot write it: it comes from a response, or from this server's seal
 */
public record CallArguments(
    ObjectNode arguments, @Nullable JsonNode body, Optional<String> contentType, String more) {
  public CallArguments {
    Objects.requireNonNull(arguments);
    Objects.requireNonNull(contentType);
    Objects.requireNonNull(more);
  }

  /** Arguments that name everything that is sent. */
  public CallArguments(
      ObjectNode arguments, @Nullable JsonNode body, Optional<String> contentType) {
    this(arguments, body, contentType, "");
  }

  /** The same call with other values. */
  public CallArguments with(ObjectNode others, @Nullable JsonNode otherBody) {
    return new CallArguments(others, otherBody, contentType, more);
  }

  /** The same call with another addition to the query. */
  public CallArguments withMore(String query) {
    return new CallArguments(arguments, body, contentType, query);
  }
}
