package dev.dragoman.runtime;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * A value that must be there. Each reader notes a problem and returns a placeholder when the value
 * is missing or of another type; {@link Arguments#check} then refuses the call.
 */
public final class RequiredValue {
  private final Arguments arguments;
  private final String place;
  private final @Nullable JsonNode value;

  RequiredValue(Arguments arguments, String place, @Nullable JsonNode value) {
    this.arguments = arguments;
    this.place = place;
    this.value = value;
  }

  public String asString() {
    return value == null ? "" : value.asString();
  }

  public int asInt() {
    return value == null ? 0 : value.asInt();
  }

  public long asLong() {
    return value == null ? 0 : value.asLong();
  }

  /** An integer of any size. */
  public BigInteger asBigInteger() {
    return value == null ? BigInteger.ZERO : value.bigIntegerValue();
  }

  /** A number with the digits it came with. */
  public BigDecimal asDecimal() {
    return value == null ? BigDecimal.ZERO : value.decimalValue();
  }

  public boolean asBoolean() {
    return value != null && value.asBoolean();
  }

  /**
   * One of the values of a generated enum.
   *
   * @param values all of them; not empty
   */
  public <E extends WireValue> E asEnum(E[] values) {
    for (E candidate : values) {
      if (value != null && candidate.wire().equals(value.asString())) {
        return candidate;
      }
    }
    arguments.problem(place, "is not one of the allowed values");
    return values[0];
  }

  /**
   * A list; a string that holds a JSON array is read as that array.
   *
   * @param element reads one element, e.g. {@code RequiredValue::asString}
   */
  public <T> List<T> asList(Function<RequiredValue, T> element) {
    return value == null
        ? List.of()
        : value.values().stream()
            .map(one -> element.apply(new RequiredValue(arguments, place, one)))
            .toList();
  }

  /** Any JSON value, as it came. */
  public JsonNode asJson() {
    return value == null ? JsonNodeFactory.instance.nullNode() : value;
  }
}
