package dev.dragoman.runtime.json;

import java.util.Collection;
import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.NumericNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** The forms in which a tree is written. */
enum JsonForm {
  /** Members in their order, numbers as Jackson writes them. */
  AS_IS,
  /** Members in the order of their names' UTF-16 code units. */
  SORTED,
  /** Members in their order, numbers with the digits that {@link JsonWriter#plain} describes. */
  PLAIN_NUMBERS;

  /** The order of the questions is that of their frequency. */
  void write(JsonNode value, JsonGenerator generator) {
    if (value instanceof StringNode) {
      generator.writeString(value.stringValue());
    } else if (value instanceof ObjectNode) {
      object(value, generator);
    } else if (value instanceof NumericNode) {
      number(value, generator);
    } else if (value instanceof ArrayNode) {
      generator.writeStartArray();
      value.values().forEach(item -> write(item, generator));
      generator.writeEndArray();
    } else if (value instanceof BooleanNode) {
      generator.writeBoolean(value.booleanValue());
    } else if (value.isNull() || value.isMissingNode()) {
      generator.writeNull();
    } else {
      // Never read from JSON: only an embedding program makes such nodes.
      generator.writeRawValue(JsonMapper.shared().writeValueAsString(value));
    }
  }

  private void object(JsonNode object, JsonGenerator generator) {
    generator.writeStartObject();
    for (Map.Entry<String, JsonNode> member : members(object)) {
      generator.writeName(member.getKey());
      write(member.getValue(), generator);
    }
    generator.writeEndObject();
  }

  private Collection<Map.Entry<String, JsonNode>> members(JsonNode object) {
    return this == SORTED
        ? object.properties().stream().sorted(Map.Entry.comparingByKey()).toList()
        : object.properties();
  }

  private void number(JsonNode number, JsonGenerator generator) {
    if (this == PLAIN_NUMBERS && JsonWriter.isFinite(number)) {
      generator.writeNumber(JsonWriter.number(number));
      return;
    }
    switch (number.numberType()) {
      case INT -> generator.writeNumber(number.intValue());
      case LONG -> generator.writeNumber(number.longValue());
      case BIG_INTEGER -> generator.writeNumber(number.bigIntegerValue());
      case FLOAT -> generator.writeNumber(number.floatValue());
      case DOUBLE -> generator.writeNumber(number.doubleValue());
      case BIG_DECIMAL -> generator.writeNumber(number.decimalValue());
    }
  }
}
