package dev.dragoman.runtime.json;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ContainerNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Builds the tree of a value from the tokens of a parser. Numbers keep their digits: those with a
 * fraction or an exponent are decimals of any precision.
 *
 * <p>Jackson's own mapper would do the same, but making one takes a fifth of the time until a
 * server's first answer: it brings formats of dates, locales and serializers that trees do not
 * need.
 */
final class JsonTree {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final JsonParser parser;
  private final boolean uniqueKeys;

  private JsonTree(JsonParser parser, boolean uniqueKeys) {
    this.parser = parser;
    this.uniqueKeys = uniqueKeys;
  }

  /**
   * Reads the only value of a text and closes the parser.
   *
   * @param uniqueKeys whether a key that occurs twice in an object is an error; otherwise the last
   *     one wins, at the place of the first
   * @return a missing node if there is no value
   * @throws JsonStructureException for such a key, or if something follows the value
   * @throws tools.jackson.core.JacksonException if the text is not JSON
   */
  static JsonNode read(JsonParser parser, boolean uniqueKeys) {
    try (parser) {
      JsonToken first = parser.nextToken();
      if (first == null) {
        return NODES.missingNode();
      }
      JsonNode value = new JsonTree(parser, uniqueKeys).value(first);
      if (parser.nextToken() != null) {
        throw new JsonStructureException(parser, "text follows the JSON");
      }
      return value;
    }
  }

  private JsonNode value(JsonToken token) {
    JsonNode value = node(token);
    if (value instanceof ContainerNode<?> container) {
      fill(container);
    }
    return value;
  }

  /** Without recursion: the depth of a text is bounded by the parser, not by the stack. */
  private void fill(ContainerNode<?> root) {
    Deque<ContainerNode<?>> outer = new ArrayDeque<>();
    ContainerNode<?> current = root;
    while (current != null) {
      JsonNode added =
          current instanceof ObjectNode object ? member(object) : item((ArrayNode) current);
      if (added == null) {
        current = outer.poll();
      } else if (added instanceof ContainerNode<?> inner) {
        outer.push(current);
        current = inner;
      }
    }
  }

  /** Adds the next member; null at the end of the object. */
  private @Nullable JsonNode member(ObjectNode object) {
    String key = parser.nextName();
    if (key == null) {
      return null;
    }
    if (uniqueKeys && object.has(key)) {
      throw new JsonStructureException(parser, "an object contains a duplicate key");
    }
    JsonNode value = node(parser.nextToken());
    object.set(key, value);
    return value;
  }

  /** Adds the next item; null at the end of the array. */
  private @Nullable JsonNode item(ArrayNode array) {
    JsonToken token = parser.nextToken();
    if (token == JsonToken.END_ARRAY) {
      return null;
    }
    JsonNode value = node(token);
    array.add(value);
    return value;
  }

  private JsonNode node(JsonToken token) {
    return switch (token) {
      case START_OBJECT -> NODES.objectNode();
      case START_ARRAY -> NODES.arrayNode();
      case VALUE_STRING -> NODES.stringNode(parser.getString());
      case VALUE_NUMBER_INT -> integer();
      case VALUE_NUMBER_FLOAT -> NODES.numberNode(parser.getDecimalValue());
      case VALUE_TRUE -> NODES.booleanNode(true);
      case VALUE_FALSE -> NODES.booleanNode(false);
      case VALUE_NULL -> NODES.nullNode();
      default -> throw new IllegalStateException("no value begins with " + token);
    };
  }

  private JsonNode integer() {
    return switch (parser.getNumberType()) {
      case INT -> NODES.numberNode(parser.getIntValue());
      case LONG -> NODES.numberNode(parser.getLongValue());
      default -> NODES.numberNode(parser.getBigIntegerValue());
    };
  }
}
