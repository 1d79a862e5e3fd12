package dev.dragoman.runtime.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dragoman.runtime.Json;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments.ArgumentSet;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class ArgumentsTest {

  private enum State implements WireValue {
    OPEN("open"),
    ALL("all-of-them");

    private final String wire;

    State(String wire) {
      this.wire = wire;
    }

    @Override
    public String wire() {
      return wire;
    }
  }

  private static Object asState(RequiredValue value) {
    return value.asEnum(State.values());
  }

  private static Object asInts(RequiredValue value) {
    return value.asList(RequiredValue::asInt);
  }

  private static Object asWords(RequiredValue value) {
    return value.asList(RequiredValue::asString);
  }

  static Stream<ArgumentSet> values() {
    return Stream.of(
        good("string", "'abc'", RequiredValue::asString, "abc"),
        good("number as string", "1.50", RequiredValue::asString, "1.50"),
        good("boolean as string", "true", RequiredValue::asString, "true"),
        good("empty string", "''", RequiredValue::asString, ""),
        good("int", "5", RequiredValue::asInt, "5"),
        good("int with a zero fraction", "1.0", RequiredValue::asInt, "1"),
        good("int from string", "'5'", RequiredValue::asInt, "5"),
        good("negative int from string", "'-5'", RequiredValue::asInt, "-5"),
        good("int with exponent", "1e3", RequiredValue::asInt, "1000"),
        good("zero with fraction", "0.00", RequiredValue::asInt, "0"),
        good("greatest int", "2147483647", RequiredValue::asInt, "2147483647"),
        good("long", "9007199254740993", RequiredValue::asLong, "9007199254740993"),
        good("big", "123456789012345678901", RequiredValue::asBigInteger, "123456789012345678901"),
        good("digits kept", "1.10", RequiredValue::asDecimal, "1.10"),
        good(
            "many digits",
            "0.1234567890123456789",
            RequiredValue::asDecimal,
            "0.1234567890123456789"),
        good("decimal from string", "'2.50'", RequiredValue::asDecimal, "2.50"),
        good("boolean", "false", RequiredValue::asBoolean, "false"),
        good("boolean from string", "'true'", RequiredValue::asBoolean, "true"),
        good("enum", "'all-of-them'", ArgumentsTest::asState, "ALL"),
        good("list", "[1, 2]", ArgumentsTest::asInts, "[1, 2]"),
        good("list from string", "'[1, 2]'", ArgumentsTest::asInts, "[1, 2]"),
        good("list of one", "'bug'", ArgumentsTest::asWords, "[bug]"),
        good("list of one number", "7", ArgumentsTest::asInts, "[7]"),
        good("brackets that are no JSON", "'[bug]'", ArgumentsTest::asWords, "[[bug]]"),
        good("empty list", "[]", ArgumentsTest::asInts, "[]"),
        good("JSON as it came", "{'a': [1.0, null]}", RequiredValue::asJson, "{\"a\":[1.0,null]}"),
        good("string stays a string as JSON", "'[1]'", RequiredValue::asJson, "\"[1]\""),
        good("object", "{'a': 1}", RequiredValue::asObject, "{\"a\":1}"),
        good("object from string", "'{\\\"a\\\": 1}'", RequiredValue::asObject, "{\"a\":1}"),
        good("array from string", "'[{}]'", RequiredValue::asArray, "[{}]"));
  }

  @ParameterizedTest
  @MethodSource("values")
  void reads(String json, Function<RequiredValue, Object> reader, String expected) {
    Arguments arguments = arguments("{\"x\": " + quoted(json) + "}");
    assertThat(reader.apply(arguments.required("x"))).hasToString(expected);
    arguments.check();
  }

  static Stream<ArgumentSet> mistakes() {
    return Stream.of(
        bad(
            "word for int",
            "'abc'",
            RequiredValue::asInt,
            "x: expected a 32-bit integer, got \"abc\""),
        bad("fraction", "1.5", RequiredValue::asInt, "x: expected a 32-bit integer, got 1.5"),
        bad(
            "too great",
            "2147483648",
            RequiredValue::asInt,
            "x: expected a 32-bit integer, got 2147483648"),
        bad(
            "greater than long",
            "9223372036854775808",
            RequiredValue::asLong,
            "x: expected a 64-bit integer, got 9223372036854775808"),
        bad(
            "huge exponent",
            "1e999999999",
            RequiredValue::asBigInteger,
            "x: expected an integer, got 1E+999999999"),
        bad(
            "octal look",
            "'007'",
            RequiredValue::asInt,
            "x: expected a 32-bit integer, got \"007\""),
        bad("blank", "' 5'", RequiredValue::asInt, "x: expected a 32-bit integer, got \" 5\""),
        bad(
            "infinity",
            "'Infinity'",
            RequiredValue::asDecimal,
            "x: expected a number, got \"Infinity\""),
        bad(
            "boolean for number",
            "true",
            RequiredValue::asDecimal,
            "x: expected a number, got true"),
        bad("yes", "'yes'", RequiredValue::asBoolean, "x: expected true or false, got \"yes\""),
        bad("one", "1", RequiredValue::asBoolean, "x: expected true or false, got 1"),
        bad(
            "object for string",
            "{'a':1}",
            RequiredValue::asString,
            "x: expected a string, got {\"a\":1}"),
        bad(
            "list for string",
            "['a']",
            RequiredValue::asString,
            "x: expected a string, got [\"a\"]"),
        bad(
            "enum",
            "'closed'",
            ArgumentsTest::asState,
            "x: expected one of open, all-of-them, got \"closed\""),
        bad(
            "element",
            "[1, 'two', 3, 4.5]",
            ArgumentsTest::asInts,
            "x[1]: expected a 32-bit integer, got \"two\"; x[3]: expected a 32-bit integer, got 4.5"),
        bad("null element", "[null]", ArgumentsTest::asWords, "x[0]: expected a string, got null"),
        bad("object for list", "{}", ArgumentsTest::asInts, "x: expected a list, got {}"),
        bad(
            "string for object",
            "'a'",
            RequiredValue::asObject,
            "x: expected an object, got \"a\""),
        bad("array for object", "[]", RequiredValue::asObject, "x: expected an object, got []"),
        bad("scalar for array", "1", RequiredValue::asArray, "x: expected an array, got 1"),
        bad(
            "twice in an object",
            "'{\\\"a\\\":1,\\\"a\\\":2}'",
            RequiredValue::asObject,
            "x: expected an object, got \"{\\\"a\\\":1,\\\"a\\\":2}\""),
        bad("null", "null", RequiredValue::asString, "x: is required"));
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void names(String json, Function<RequiredValue, Object> reader, String message) {
    Arguments arguments = arguments("{\"x\": " + quoted(json) + "}");
    assertThat(reader.apply(arguments.required("x"))).as("placeholder").isNotNull();
    assertThatThrownBy(arguments::check)
        .isInstanceOf(InvalidArgumentsException.class)
        .hasMessage(message);
  }

  @Test
  void namesEveryProblemOfTheCallAtOnce() {
    Arguments arguments =
        arguments("{\"page\": \"x\", \"labels\": [{}], \"per_pge\": 3, \"zzz\": 1}");
    arguments.required("owner").asString();
    arguments.optional("page").asInt();
    arguments.optional("labels").asList(RequiredValue::asString);
    arguments.optional("per_page").asInt();
    InvalidArgumentsException refused =
        catchThrowableOfType(InvalidArgumentsException.class, arguments::check);
    assertThat(refused.problems())
        .extracting(ArgumentProblem::toString)
        .containsExactly(
            "owner: is required",
            "page: expected a 32-bit integer, got \"x\"",
            "labels[0]: expected a string, got {}",
            "per_pge: is not a parameter of this operation; did you mean per_page?",
            "zzz: is not a parameter of this operation; its parameters are owner, page, labels, per_page");
  }

  @ParameterizedTest
  @CsvSource({"pageSize,page_size", "PAGE,page", "ownr,owner", "issue-number,issue_number"})
  void suggests(String mistaken, String known) {
    Arguments arguments = arguments("{\"" + mistaken + "\": 1}");
    arguments.optional(known);
    arguments.optional("something_else");
    assertThatThrownBy(arguments::check).hasMessageContaining("did you mean " + known + "?");
  }

  @Test
  void numbersThatJsonCannotSayAreNone() {
    ObjectNode values = object("{}").put("a", Double.NaN).put("b", Float.NEGATIVE_INFINITY);
    Arguments arguments = Arguments.of(values, null);
    arguments.required("a").asDecimal();
    arguments.required("b").asInt();
    assertThatThrownBy(arguments::check)
        .hasMessageContaining("a: expected a number")
        .hasMessageContaining("b: expected a 32-bit integer");
  }

  @Test
  void anOperationWithoutParametersSaysSo() {
    assertThatThrownBy(() -> arguments("{\"a\": 1}").check())
        .hasMessageEndingWith("; it has no parameters");
  }

  @Test
  void absentAndNullAreAbsentForOptionalValues() {
    Arguments arguments = arguments("{\"a\": null}");
    for (String name : List.of("a", "b")) {
      OptionalValue value = arguments.optional(name);
      assertThat(value.asString()).isNull();
      assertThat(value.asInt()).isNull();
      assertThat(value.asLong()).isNull();
      assertThat(value.asBigInteger()).isNull();
      assertThat(value.asDecimal()).isNull();
      assertThat(value.asBoolean()).isNull();
      assertThat(value.asEnum(State.values())).isNull();
      assertThat(value.asList(RequiredValue::asString)).isNull();
      assertThat(value.asJson()).isNull();
      assertThat(value.asObject()).isNull();
      assertThat(value.asArray()).isNull();
    }
    arguments.check();
  }

  @Test
  void readsOptionalValuesThatAreThere() {
    Arguments arguments = arguments("{\"a\": \"4\", \"o\": {}, \"l\": [1]}");
    OptionalValue value = arguments.optional("a");
    assertThat(value.asString()).isEqualTo("4");
    assertThat(value.asInt()).isEqualTo(4);
    assertThat(value.asLong()).isEqualTo(4L);
    assertThat(value.asBigInteger()).isEqualTo("4");
    assertThat(value.asDecimal()).isEqualTo("4");
    assertThat(arguments.optional("o").asObject()).isEmpty();
    assertThat(arguments.optional("l").asArray()).hasSize(1);
    arguments.check();
  }

  @Test
  void aMissingBodyIsAProblemOnlyWhereItIsRequired() {
    Arguments optional = Arguments.of(object("{}"), null);
    assertThat(optional.optionalBody().asJson()).isNull();
    optional.check();
    Arguments required = Arguments.of(object("{}"), Json.of("null"));
    assertThat(required.requiredBody().asJson().isNull()).isTrue();
    assertThatThrownBy(required::check).hasMessage("body: is required");
  }

  @Test
  void aBodyNobodyAskedForIsAProblemUnlessItSaysNothing() {
    Arguments.of(object("{}"), Json.of("{}")).check();
    Arguments arguments = Arguments.of(object("{}"), Json.of("{\"a\":1}"));
    assertThatThrownBy(arguments::check).hasMessage("body: this operation does not accept a body");
  }

  @Test
  void fieldsOfTheBodyAmongTheParametersAreToldWhereToGo() {
    Arguments arguments = Arguments.of(object("{\"title\": \"x\"}"), Json.of("{}"));
    arguments.required("owner");
    arguments.requiredBody().asObject();
    assertThatThrownBy(arguments::check)
        .hasMessageContaining("(fields of the request body belong in body)");
  }

  @Test
  void longValuesAndLongListsOfNamesAreCut() {
    Arguments arguments = arguments("{\"x\": [\"" + "y".repeat(500) + "\"], \"qqqqqq\": 1}");
    arguments.required("x").asInt();
    for (int i = 0; i < 50; i++) {
      arguments.optional("parameter" + i);
    }
    assertThatThrownBy(arguments::check)
        .hasMessageContaining("…")
        .hasMessageContaining("and 21 more")
        .message()
        .hasSizeLessThan(700);
  }

  private static ArgumentSet good(
      String name, String json, Function<RequiredValue, Object> reader, String expected) {
    return org.junit.jupiter.params.provider.Arguments.argumentSet(name, json, reader, expected);
  }

  private static ArgumentSet bad(
      String name, String json, Function<RequiredValue, Object> reader, String message) {
    return org.junit.jupiter.params.provider.Arguments.argumentSet(name, json, reader, message);
  }

  private static String quoted(String json) {
    return json.replace('\'', '"');
  }

  private static Arguments arguments(String json) {
    return Arguments.of(object(json), (@Nullable JsonNode) null);
  }

  private static ObjectNode object(String json) {
    return (ObjectNode) Json.of(json);
  }
}
