package dev.dragoman.runtime.mcp.tool;

import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The call cannot continue before the client has responded. The tool is then called again with the
 * same arguments, the responses and the state; it keeps nothing in between.
 *
 * @param requests the requests by a key chosen by the tool, in order; at least one
 * @param state passed to the tool again; clients can read but not change it
 * @param otherwise the message if the client lacks a capability for the requests
 */
public record InputRequired(Map<String, InputRequest> requests, String state, String otherwise)
    implements ToolResponse {

  public InputRequired {
    requests = Collections.unmodifiableMap(new LinkedHashMap<>(requests));
    Objects.requireNonNull(state);
    Objects.requireNonNull(otherwise);
    if (requests.isEmpty()) {
      throw new IllegalArgumentException("requests must not be empty");
    }
  }

  /** All capabilities that the client must have. */
  public Set<ClientCapability> features() {
    Set<ClientCapability> features = EnumSet.noneOf(ClientCapability.class);
    requests.values().forEach(request -> features.add(request.feature()));
    return features;
  }
}
