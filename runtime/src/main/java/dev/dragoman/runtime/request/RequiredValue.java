package dev.dragoman.runtime.request;

import dev.dragoman.runtime.json.Scalars;
import dev.dragoman.runtime.text.DisplayValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A required value. Each reader records a problem and returns a placeholder if the value is missing
 * or of another type; {@link Arguments#check} then refuses the call.
 *
 * <p>Types are strict except for lossless conversions: a string that spells a number or boolean is
 * read as one and vice versa, and a string that contains a JSON array or object is read as such
 * where one is expected.
 */
public final class RequiredValue {
  private static final int SHOWN_CHOICES = 30;

  private final BiConsumer<String, String> problems;
  private final String place;
  private final @Nullable JsonNode value;

  /**
   * Creates a value.
   *
   * @param problems accepts the location and the message of each problem
   */
  RequiredValue(BiConsumer<String, String> problems, String place, @Nullable JsonNode value) {
    this.problems = problems;
    this.place = place;
    this.value = value;
  }

  /** A string; for a number or boolean, the characters with which it was written. */
  public String asString() {
    return read("a string", Scalars::string, "");
  }

  /** A 32-bit integer; {@code 1.0} is accepted, {@code 1.5} is not. */
  public int asInt() {
    return read("a 32-bit integer", one -> integer(one, 31), BigInteger.ZERO).intValue();
  }

  /** A 64-bit integer; {@code 1.0} is accepted, {@code 1.5} is not. */
  public long asLong() {
    return read("a 64-bit integer", one -> integer(one, 63), BigInteger.ZERO).longValue();
  }

  /** An integer of any size. */
  public BigInteger asBigInteger() {
    return read("an integer", Scalars::integer, BigInteger.ZERO);
  }

  /** A number with its original digits. */
  public BigDecimal asDecimal() {
    return read("a number", Scalars::decimal, BigDecimal.ZERO);
  }

  /** A boolean, or one of the strings {@code "true"} and {@code "false"}. */
  public boolean asBoolean() {
    return read("true or false", Scalars::bool, false);
  }

  /**
   * One of the values of a generated enum.
   *
   * @param values all of them; not empty
   */
  public <E extends WireValue> E asEnum(E[] values) {
    return read(
        "one of " + choices(values),
        one -> Scalars.string(one).flatMap(wire -> withWire(values, wire)),
        values[0]);
  }

  /**
   * A list. A string that contains a JSON array is read as that array, any other scalar as a list
   * of one element.
   *
   * @param element reads one element, e.g. {@code RequiredValue::asString}
   */
  public <T> List<T> asList(Function<RequiredValue, T> element) {
    List<T> elements = new ArrayList<>();
    for (JsonNode one :
        read("a list", Scalars::list, JsonNodeFactory.instance.arrayNode()).values()) {
      String elementPlace = place + "[" + elements.size() + "]";
      elements.add(element.apply(new RequiredValue(problems, elementPlace, one)));
    }
    return List.copyOf(elements);
  }

  /** Any JSON value, unchanged. */
  public JsonNode asJson() {
    return value == null ? JsonNodeFactory.instance.nullNode() : value;
  }

  /** A JSON object, or a string that contains one. */
  public ObjectNode asObject() {
    return read("an object", Scalars::object, JsonNodeFactory.instance.objectNode());
  }

  /**
   * A JSON object, converted to a typed one.
   *
   * @param type creates it, e.g. {@code NewAnimal::new}
   */
  public <T> T asObject(Function<ObjectNode, T> type) {
    return type.apply(asObject());
  }

  /** A JSON array, or a string that contains one. */
  public ArrayNode asArray() {
    return read("an array", Scalars::array, JsonNodeFactory.instance.arrayNode());
  }

  private <T> T read(String expected, Function<JsonNode, Optional<T>> reader, T placeholder) {
    if (value == null) {
      return placeholder;
    }
    Optional<T> found = reader.apply(value);
    if (found.isEmpty()) {
      problems.accept(place, "expected " + expected + ", got " + DisplayValue.of(place, value));
    }
    return found.orElse(placeholder);
  }

  private static Optional<BigInteger> integer(JsonNode value, int bits) {
    return Scalars.integer(value).filter(number -> number.bitLength() <= bits);
  }

  private static <E extends WireValue> Optional<E> withWire(E[] values, String wire) {
    return Arrays.stream(values).filter(candidate -> candidate.wire().equals(wire)).findFirst();
  }

  private static String choices(WireValue[] values) {
    String shown =
        Arrays.stream(values)
            .limit(SHOWN_CHOICES)
            .map(WireValue::wire)
            .collect(Collectors.joining(", "));
    return values.length > SHOWN_CHOICES ? shown + ", … (" + values.length + " values)" : shown;
  }
}
