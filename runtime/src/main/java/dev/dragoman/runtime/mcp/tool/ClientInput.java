package dev.dragoman.runtime.mcp.tool;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a client can be asked in a call, and what it answered.
 *
 * @param features what it declared; nothing else may be asked
 * @param replies results by the key of the request, as the client sent them
 * @param state of the {@link InputRequired} that the replies belong to, proven to be of this
 *     server, caller, tool and arguments; empty when there is none, and then the replies, too, are
 *     nothing but the client's word
 */
public record ClientInput(
    Set<ClientCapability> features, Map<String, ObjectNode> replies, Optional<String> state) {

  public ClientInput {
    features = Set.copyOf(features);
    replies = Map.copyOf(replies);
    Objects.requireNonNull(state);
  }

  /** A client that cannot be asked anything. */
  public static ClientInput none() {
    return of(Set.of());
  }

  /** A client that was not asked yet. */
  public static ClientInput of(Set<ClientCapability> features) {
    return new ClientInput(features, Map.of(), Optional.empty());
  }

  /** The same client, having answered. */
  public ClientInput answered(Map<String, ObjectNode> given, String toState) {
    return new ClientInput(features, new LinkedHashMap<>(given), Optional.of(toState));
  }
}
