package dev.dragoman.runtime.mcp.tool;

import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * A call cannot go on before the client has answered. The tool is then called again with the same
 * arguments, the replies and the state; it keeps nothing in between.
 *
 * @param requests what is asked, by a key of the tool's choosing, in order; at least one
 * @param state what the tool wants to be told again; clients may read it but not change it
 * @param otherwise what is said when the client cannot be asked this
 */
public record InputRequired(Map<String, InputRequest> requests, String state, String otherwise)
    implements ToolResponse {

  public InputRequired {
    requests = Collections.unmodifiableMap(new LinkedHashMap<>(requests));
    Objects.requireNonNull(state);
    Objects.requireNonNull(otherwise);
    if (requests.isEmpty()) {
      throw new IllegalArgumentException("nothing is asked");
    }
  }

  /** All that the client must be able to do. */
  public Set<ClientCapability> features() {
    Set<ClientCapability> features = EnumSet.noneOf(ClientCapability.class);
    requests.values().forEach(request -> features.add(request.feature()));
    return features;
  }
}
