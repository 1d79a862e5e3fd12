package dev.dragoman.runtime.mcp;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a client can be asked for, if it declared that it can (MCP, "ClientCapabilities"). */
public enum ClientFeature {
  /** Its user, by a form. */
  ELICITATION(1, "elicitation", "elicitation/create"),
  /** Its model. Deprecated in 2026-07-28. */
  SAMPLING(2, "sampling", "sampling/createMessage"),
  /** Its folders. Deprecated in 2026-07-28. */
  ROOTS(4, "roots", "roots/list");

  private final int flag;
  private final String capability;
  private final String method;

  ClientFeature(int flag, String capability, String method) {
    this.flag = flag;
    this.capability = capability;
    this.method = method;
  }

  /** A bit of its own, for a compact form of a set. */
  int flag() {
    return flag;
  }

  String method() {
    return method;
  }

  /** What a client declares to have. */
  static Set<ClientFeature> declaredIn(JsonNode capabilities) {
    Set<ClientFeature> declared = EnumSet.noneOf(ClientFeature.class);
    for (ClientFeature feature : values()) {
      if (feature.isIn(capabilities.path(feature.capability))) {
        declared.add(feature);
      }
    }
    return Collections.unmodifiableSet(declared);
  }

  /** Elicitation that names no mode means forms (MCP 2025-11-25, "Elicitation", Capabilities). */
  private boolean isIn(JsonNode value) {
    boolean forms = this != ELICITATION || value.isEmpty() || value.has("form");
    return value.isObject() && forms;
  }

  /** The capabilities a client would have to declare. */
  static ObjectNode asCapabilities(Set<ClientFeature> features) {
    ObjectNode capabilities = Json.object();
    features.forEach(feature -> capabilities.putObject(feature.capability));
    return capabilities;
  }
}
