package dev.dragoman.runtime.execute;

import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The API's JSON, read with all its digits. */
final class JsonText {
  private static final int MAX_TOKENS = 700_000;

  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private JsonText() {}

  /**
   * The value; empty when the bytes are no JSON, nested deeper than the parser goes (500), or too
   * many values for a tree: ten megabytes of <code>{},{},…</code> would take hundreds as one.
   */
  static Optional<JsonNode> parse(byte[] bytes) {
    try {
      if (hasTooManyValues(bytes)) {
        return Optional.empty();
      }
      return Optional.of(MAPPER.readTree(bytes)).filter(node -> !node.isMissingNode());
    } catch (JacksonException notJson) {
      return Optional.empty();
    }
  }

  private static boolean hasTooManyValues(byte[] bytes) {
    if (bytes.length <= MAX_TOKENS) {
      return false;
    }
    try (JsonParser parser = MAPPER.createParser(bytes)) {
      int tokens = 0;
      while (parser.nextToken() != null && tokens <= MAX_TOKENS) {
        tokens++;
      }
      return tokens > MAX_TOKENS;
    }
  }

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }
}
