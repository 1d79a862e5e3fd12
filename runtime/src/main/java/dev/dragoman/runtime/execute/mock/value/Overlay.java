package dev.dragoman.runtime.execute.mock.value;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Puts the values of a request into a sample of a response. A response often represents a value
 * differently: form fields are text, names have another spelling, and a label that is given by its
 * name comes back as an object. Values keep the form that the sample has.
 */
public final class Overlay {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final List<String> TEXT_KEYS = List.of("login", "name", "key", "id", "value");
  private static final List<String> NUMBER_KEYS = List.of("number", "id", "value");

  private Overlay() {}

  /**
   * Sets values in a sample.
   *
   * @param shape says which properties may be added that the sample lacks
   */
  public static void apply(ObjectNode sample, JsonNode values, Shape shape) {
    boolean open = sample.isEmpty();
    values.forEachEntry(
        (name, value) -> {
          Optional<String> known = Names.property(sample, name);
          if (known.isPresent()) {
            String property = known.get();
            sample.set(property, like(sample.path(property), value, shape.member(property)));
          } else if (open || shape.allows(name)) {
            sample.set(name, value.deepCopy());
          }
        });
  }

  /** Replaces members of an object; a member with another spelling of a name is the same one. */
  public static ObjectNode merged(ObjectNode before, JsonNode changes) {
    ObjectNode merged = before.deepCopy();
    changes.forEachEntry(
        (name, value) -> {
          String member = Names.property(merged, name).orElse(name);
          boolean both = merged.path(member).isObject() && value.isObject();
          merged.set(
              member, both ? merged((ObjectNode) merged.path(member), value) : value.deepCopy());
        });
    return merged;
  }

  /** A value in the form of a sample; the sample if the value cannot be represented that way. */
  public static JsonNode like(JsonNode sample, JsonNode value) {
    return like(sample, value, Shape.UNKNOWN);
  }

  private static JsonNode like(JsonNode sample, JsonNode value, Shape shape) {
    if (value.isNull() || sample.isNull() || sample.isMissingNode()) {
      return value.deepCopy();
    } else if (sample instanceof ObjectNode object) {
      return object(object.deepCopy(), value, shape);
    } else if (sample instanceof ArrayNode array) {
      return array(array, value, shape);
    } else if (sample.isString()) {
      return value.isValueNode() ? NODES.stringNode(value.asString()) : sample;
    } else if (sample.isNumber()) {
      return number(sample, value);
    }
    return bool(sample, value);
  }

  private static JsonNode object(ObjectNode sample, JsonNode value, Shape shape) {
    if (value.isObject() && shape.isMap()) {
      return map(sample, value, shape);
    } else if (value.isObject()) {
      apply(sample, value, shape);
    } else {
      sample.setAll(reference(sample, value));
    }
    return sample;
  }

  /** The members of a sample of a map only show the form of its values. */
  private static ObjectNode map(ObjectNode sample, JsonNode values, Shape shape) {
    JsonNode form = sample.valueStream().findFirst().orElseGet(NODES::missingNode);
    ObjectNode map = NODES.objectNode();
    values.forEachEntry((name, value) -> map.set(name, like(form, value, shape.member(name))));
    return map;
  }

  /** The member of an object by which a scalar refers to it; none if there is no such member. */
  public static ObjectNode reference(ObjectNode sample, JsonNode value) {
    ObjectNode reference = NODES.objectNode();
    String key = value.isValueNode() ? key(sample, value) : null;
    if (key != null) {
      reference.set(key, like(sample.path(key), value));
    }
    return reference;
  }

  /** The property by which a scalar refers to an object. */
  private static @Nullable String key(ObjectNode sample, JsonNode value) {
    List<String> keys = value.isNumber() ? NUMBER_KEYS : TEXT_KEYS;
    for (String key : keys) {
      Optional<String> property = Names.property(sample, key);
      if (property.isPresent() && sample.path(property.get()).isNumber() == value.isNumber()) {
        return property.get();
      }
    }
    return null;
  }

  private static JsonNode array(ArrayNode sample, JsonNode value, Shape shape) {
    ArrayNode array = NODES.arrayNode();
    for (JsonNode item : value.isArray() ? value.values() : List.of(value)) {
      array.add(like(sample.path(0), item, shape.item()));
    }
    return array;
  }

  private static JsonNode number(JsonNode sample, JsonNode value) {
    if (value.isNumber()) {
      return value;
    }
    String text = value.isString() ? value.stringValue() : "";
    return text.matches("-?[0-9]{1,18}(\\.[0-9]{1,9})?")
        ? NODES.numberNode(new BigDecimal(text))
        : sample;
  }

  private static JsonNode bool(JsonNode sample, JsonNode value) {
    if (value.isBoolean()) {
      return value;
    }
    String text = value.asString("");
    return text.equals("true") || text.equals("false")
        ? NODES.booleanNode(text.equals("true"))
        : sample;
  }
}
