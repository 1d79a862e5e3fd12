package dev.dragoman.runtime.validate.schema;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The keywords of one schema. A keyword with an invalid value counts as absent and is reported as a
 * fault of the document.
 *
 * @param reader reads nested schemas
 */
record SchemaKeywords(ObjectNode node, SchemaReader reader) {

  /** A non-negative integer. */
  OptionalInt count(String keyword) {
    Optional<BigDecimal> number = decimal(keyword);
    if (number.isEmpty()) {
      return OptionalInt.empty();
    }
    boolean fits =
        number.get().signum() >= 0
            && number.get().compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) <= 0;
    return fits ? OptionalInt.of(number.get().intValue()) : OptionalInt.empty();
  }

  /** A number. */
  Optional<BigDecimal> decimal(String keyword) {
    return of(keyword, JsonNode::isNumber, "a number").flatMap(JsonNumbers::decimal);
  }

  /** A boolean; false if the keyword is absent. */
  boolean flag(String keyword) {
    return node.path(keyword).booleanValue(false);
  }

  /** A string. */
  Optional<String> string(String keyword) {
    return of(keyword, JsonNode::isString, "a string").map(JsonNode::stringValue);
  }

  /** Any value. */
  Optional<JsonNode> value(String keyword) {
    return Optional.ofNullable(node.get(keyword));
  }

  /** The items of a non-empty array. */
  List<JsonNode> array(String keyword) {
    return of(keyword, value -> value.isArray() && !value.isEmpty(), "a non-empty array")
        .map(array -> List.copyOf(array.values()))
        .orElse(List.of());
  }

  /** The strings in an array, each once. */
  List<String> strings(String keyword) {
    return array(keyword).stream()
        .filter(JsonNode::isString)
        .map(JsonNode::stringValue)
        .distinct()
        .toList();
  }

  /** A nested schema. */
  Optional<Schema> schema(String keyword) {
    return of(keyword, SchemaReader::isSchema, "a schema").map(reader::read);
  }

  /** The nested schemas of an array; an invalid one accepts everything. */
  List<Schema> schemas(String keyword) {
    List<Schema> schemas = new ArrayList<>();
    for (JsonNode item : array(keyword)) {
      schemas.add(SchemaReader.isSchema(item) ? reader.read(item) : Schema.ANY);
    }
    return schemas;
  }

  /** Nested schemas by name; an invalid one accepts everything. */
  Map<String, Schema> schemasByName(String keyword) {
    return members(
        keyword, member -> SchemaReader.isSchema(member) ? reader.read(member) : Schema.ANY);
  }

  /** The converted members of an object, in document order. */
  <T> Map<String, T> members(String keyword, Function<JsonNode, T> value) {
    Map<String, T> members = new LinkedHashMap<>();
    of(keyword, JsonNode::isObject, "an object")
        .ifPresent(
            object ->
                object.forEachEntry((name, member) -> members.put(name, value.apply(member))));
    return members;
  }

  /**
   * The value of a keyword if it passes a test; otherwise, its fault is reported once when the
   * schema is read.
   */
  private Optional<JsonNode> of(String keyword, Predicate<JsonNode> test, String expected) {
    JsonNode value = node.get(keyword);
    if (value != null && !test.test(value)) {
      fault(keyword, "it is not " + expected);
      return Optional.empty();
    }
    return Optional.ofNullable(value);
  }

  void fault(String keyword, String why) {
    reader.fault(keyword, why);
  }
}
