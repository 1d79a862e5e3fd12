package dev.dragoman.runtime.validate.schema;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** The types of JSON Schema (2020-12 validation, section 6.1.1). */
public enum JsonType {
  NULL("null"),
  BOOLEAN("true or false"),
  INTEGER("an integer"),
  NUMBER("a number"),
  STRING("a string"),
  ARRAY("an array"),
  OBJECT("an object");

  public static final Set<JsonType> ALL =
      Collections.unmodifiableSet(EnumSet.allOf(JsonType.class));

  private final String words;

  JsonType(String words) {
    this.words = words;
  }

  /** The type with the given name; empty if there is none. */
  static Optional<JsonType> of(String word) {
    return Arrays.stream(values())
        .filter(type -> type.name().toLowerCase(Locale.ROOT).equals(word))
        .findFirst();
  }

  /** Whether a value is of this type; {@code 1.0} is an integer. */
  boolean isTypeOf(JsonNode value) {
    return switch (this) {
      case NULL -> value.isNull();
      case BOOLEAN -> value.isBoolean();
      case INTEGER -> value.isNumber() && JsonNumbers.isInteger(value);
      case NUMBER -> value.isNumber();
      case STRING -> value.isString();
      case ARRAY -> value.isArray();
      case OBJECT -> value.isObject();
    };
  }

  /** Whether a value is of at least one of the types. */
  public static boolean isAnyTypeOf(Set<JsonType> types, JsonNode value) {
    for (JsonType type : types) {
      if (type.isTypeOf(value)) {
        return true;
      }
    }
    return false;
  }

  /** For messages, e.g. {@code a string or an array}. */
  static String words(Set<JsonType> types) {
    return types.stream()
        .filter(type -> type != INTEGER || !types.contains(NUMBER))
        .sorted(Collections.reverseOrder())
        .map(type -> type.words)
        .collect(Collectors.joining(" or "));
  }
}
