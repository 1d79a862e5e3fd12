package dev.dragoman.runtime.execute;

import dev.dragoman.runtime.json.JsonReader;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The API's JSON, read with all its digits. */
final class JsonText {
  private static final JsonReader READER = JsonReader.forResponses();

  private JsonText() {}

  /** The value; empty if the bytes are not JSON or are beyond the bounds of the reader. */
  static Optional<JsonNode> parse(byte[] bytes) {
    return READER.find(bytes);
  }

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }
}
