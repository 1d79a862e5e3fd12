package dev.dragoman.runtime;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A value that may be absent; then every reader returns null. */
public final class OptionalValue {
  private final Arguments arguments;
  private final String place;
  private final @Nullable JsonNode value;

  OptionalValue(Arguments arguments, String place, @Nullable JsonNode value) {
    this.arguments = arguments;
    this.place = place;
    this.value = value;
  }

  public @Nullable String asString() {
    return read(RequiredValue::asString);
  }

  public @Nullable Integer asInt() {
    return read(RequiredValue::asInt);
  }

  public @Nullable Long asLong() {
    return read(RequiredValue::asLong);
  }

  /** An integer of any size. */
  public @Nullable BigInteger asBigInteger() {
    return read(RequiredValue::asBigInteger);
  }

  /** A number with the digits it came with. */
  public @Nullable BigDecimal asDecimal() {
    return read(RequiredValue::asDecimal);
  }

  public @Nullable Boolean asBoolean() {
    return read(RequiredValue::asBoolean);
  }

  /** One of the values of a generated enum. */
  public <E extends WireValue> @Nullable E asEnum(E[] values) {
    return read(required -> required.asEnum(values));
  }

  /** A list; a string that holds a JSON array is read as that array. */
  public <T> @Nullable List<T> asList(Function<RequiredValue, T> element) {
    return read(required -> required.asList(element));
  }

  /** Any JSON value, as it came. */
  public @Nullable JsonNode asJson() {
    return value;
  }

  private <T> @Nullable T read(Function<RequiredValue, T> reader) {
    return value == null ? null : reader.apply(new RequiredValue(arguments, place, value));
  }
}
