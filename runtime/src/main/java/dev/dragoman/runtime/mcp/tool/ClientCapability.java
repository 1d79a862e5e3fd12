package dev.dragoman.runtime.mcp.tool;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A capability that a client can declare (MCP, "ClientCapabilities"). */
public enum ClientCapability {
  /** Asking its user, by a form. */
  ELICITATION(1, "elicitation", "elicitation/create"),
  /** Asking its model. Deprecated in 2026-07-28. */
  SAMPLING(2, "sampling", "sampling/createMessage"),
  /** Listing its folders. Deprecated in 2026-07-28. */
  ROOTS(4, "roots", "roots/list");

  private final int flag;
  private final String capability;
  private final String method;

  ClientCapability(int flag, String capability, String method) {
    this.flag = flag;
    this.capability = capability;
    this.method = method;
  }

  /** A unique bit for a compact representation of a set. */
  public int flag() {
    return flag;
  }

  String method() {
    return method;
  }

  /** The capabilities that a client declares. */
  public static Set<ClientCapability> declaredIn(JsonNode capabilities) {
    Set<ClientCapability> declared = EnumSet.noneOf(ClientCapability.class);
    for (ClientCapability feature : values()) {
      if (feature.isIn(capabilities.path(feature.capability))) {
        declared.add(feature);
      }
    }
    return Collections.unmodifiableSet(declared);
  }

  /** Elicitation without a mode means forms (MCP 2025-11-25, "Elicitation", Capabilities). */
  private boolean isIn(JsonNode value) {
    boolean forms = this != ELICITATION || value.isEmpty() || value.has("form");
    return value.isObject() && forms;
  }

  /** The capabilities as a client would have to declare them. */
  public static ObjectNode asCapabilities(Set<ClientCapability> features) {
    ObjectNode capabilities = JsonNodeFactory.instance.objectNode();
    features.forEach(feature -> capabilities.putObject(feature.capability));
    return capabilities;
  }
}
