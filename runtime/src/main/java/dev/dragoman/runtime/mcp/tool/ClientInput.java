package dev.dragoman.runtime.mcp.tool;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/**
 * The capabilities of a call's client, and its responses to requests.
 *
 * @param features the capabilities that it declared; no others may be used
 * @param replies results by the key of the request, as sent by the client
 * @param state the state of the {@link InputRequired} to which the replies belong, verified to be
 *     for this server, caller, tool and arguments; empty if there is none, in which case the
 *     replies are not verified either
 */
public record ClientInput(
    Set<ClientCapability> features, Map<String, ObjectNode> replies, Optional<String> state) {

  public ClientInput {
    features = Set.copyOf(features);
    replies = Map.copyOf(replies);
    Objects.requireNonNull(state);
  }

  /** A client without capabilities. */
  public static ClientInput none() {
    return of(Set.of());
  }

  /** A client that has not been asked yet. */
  public static ClientInput of(Set<ClientCapability> features) {
    return new ClientInput(features, Map.of(), Optional.empty());
  }

  /** This client with its responses. */
  public ClientInput answered(Map<String, ObjectNode> given, String toState) {
    return new ClientInput(features, new LinkedHashMap<>(given), Optional.of(toState));
  }
}
