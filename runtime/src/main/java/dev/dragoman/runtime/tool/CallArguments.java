package dev.dragoman.runtime.tool;

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
 */
public record CallArguments(
    ObjectNode arguments, @Nullable JsonNode body, Optional<String> contentType) {}
