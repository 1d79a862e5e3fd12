package dev.dragoman.runtime.protocol;

import java.util.Optional;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A message of a client.
 *
 * @param version the revision the client speaks
 * @param method empty where the text is no single message
 * @param text what goes over the wire
 * @param answered whether something must come back
 */
record Message(String version, String method, String text, boolean answered) {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();
  private static final String META =
      """
      {"io.modelcontextprotocol/protocolVersion": "%s",
       "io.modelcontextprotocol/clientCapabilities": {},
       "io.modelcontextprotocol/clientInfo": {"name": "test", "version": "1"}}
      """;

  /** A client that speaks this revision. */
  static Speaker in(String version) {
    return new Speaker(version);
  }

  boolean isModern() {
    return version.compareTo("2026-07-28") >= 0;
  }

  /** The tool of a call. */
  Optional<String> tool() {
    return method.equals("tools/call")
        ? Optional.of(JSON.readTree(text).at("/params/name").asString(""))
        : Optional.empty();
  }

  /** Makes messages of one revision. */
  record Speaker(String version) {

    Message asks(String method) {
      return asks(method, "{}");
    }

    /** A request; a modern one with all that modern requests need. */
    Message asks(String method, String params) {
      ObjectNode json = JSON.createObjectNode().put("jsonrpc", "2.0").put("id", 7);
      json.put("method", method).set("params", withMeta(params));
      return new Message(version, method, JSON.writeValueAsString(json), true);
    }

    Message calls(String tool, String arguments) {
      return asks("tools/call", "{\"name\": \"%s\", \"arguments\": %s}".formatted(tool, arguments));
    }

    Message notifies(String method) {
      return silently(method, "{\"jsonrpc\": \"2.0\", \"method\": \"" + method + "\"}");
    }

    /** A text that must be answered, as it stands but for line breaks. */
    Message says(String text) {
      return new Message(version, "", text.replace("\n", " "), true);
    }

    /** A text that must not be answered. */
    Message silently(String method, String text) {
      return new Message(version, method, text, false);
    }

    private JsonNode withMeta(String params) {
      ObjectNode json = (ObjectNode) JSON.readTree(params);
      if (version.compareTo("2026-07-28") >= 0 && !json.has("_meta")) {
        json.set("_meta", JSON.readTree(META.formatted(version)));
      }
      return json;
    }
  }
}
