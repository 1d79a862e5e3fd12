package dev.dragoman.runtime.request;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A value that may be absent, in which case every reader returns null. A value that is present is
 * read as by {@link RequiredValue}.
 */
public final class OptionalValue {
  private final BiConsumer<String, String> problems;
  private final String place;
  private final @Nullable JsonNode value;

  OptionalValue(BiConsumer<String, String> problems, String place, @Nullable JsonNode value) {
    this.problems = problems;
    this.place = place;
    this.value = value;
  }

  /** A string; for a number or boolean, the characters with which it was written. */
  public @Nullable String asString() {
    return read(RequiredValue::asString);
  }

  /** A 32-bit integer. */
  public @Nullable Integer asInt() {
    return read(RequiredValue::asInt);
  }

  /** A 64-bit integer. */
  public @Nullable Long asLong() {
    return read(RequiredValue::asLong);
  }

  /** An integer of any size. */
  public @Nullable BigInteger asBigInteger() {
    return read(RequiredValue::asBigInteger);
  }

  /** A number with its original digits. */
  public @Nullable BigDecimal asDecimal() {
    return read(RequiredValue::asDecimal);
  }

  /** A boolean, or one of the strings {@code "true"} and {@code "false"}. */
  public @Nullable Boolean asBoolean() {
    return read(RequiredValue::asBoolean);
  }

  /** One of the values of a generated enum. */
  public <E extends WireValue> @Nullable E asEnum(E[] values) {
    return read(required -> required.asEnum(values));
  }

  /** A list; see {@link RequiredValue#asList}. */
  public <T> @Nullable List<T> asList(Function<RequiredValue, T> element) {
    return read(required -> required.asList(element));
  }

  /** Any JSON value, unchanged. */
  public @Nullable JsonNode asJson() {
    return value;
  }

  /** A JSON object, or a string that contains one. */
  public @Nullable ObjectNode asObject() {
    return read(RequiredValue::asObject);
  }

  /** A JSON object, converted to a typed one; see {@link RequiredValue#asObject(Function)}. */
  public <T> @Nullable T asObject(Function<ObjectNode, T> type) {
    return read(required -> required.asObject(type));
  }

  /** A JSON array, or a string that contains one. */
  public @Nullable ArrayNode asArray() {
    return read(RequiredValue::asArray);
  }

  private <T> @Nullable T read(Function<RequiredValue, T> reader) {
    return value == null ? null : reader.apply(new RequiredValue(problems, place, value));
  }
}
