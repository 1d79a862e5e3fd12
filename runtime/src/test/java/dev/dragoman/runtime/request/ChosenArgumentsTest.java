package dev.dragoman.runtime.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dragoman.runtime.Json;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

/** What an agent chooses in a call: media types, constants, further parameters, and no body. */
class ChosenArgumentsTest {

  /** A choice among the media types of an operation, and what is sent or said. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          -                        | application/json
          ''                       | application/json
          '  '                     | application/json
          application/json         | application/json
          ' Application/JSON '     | application/json
          text/plain               | text/plain; charset=latin1
          image/png                | image/png
          IMAGE/png; q=1           | IMAGE/png; q=1
          image/*                  | image/*
          text/csv                 | content_type: expected one of application/json, text/plain; charset=latin1, image/*, got text/csv
          json                     | content_type: expected one of application/json, text/plain; charset=latin1, image/*, got json
          """)
  void mediaTypes(@Nullable String chosen, String expected) {
    Arguments arguments = Arguments.of(object("{}"), null, chosen);
    String type = arguments.mediaType("application/json", "text/plain; charset=latin1", "image/*");
    assertThat(expected.startsWith("content_type") ? problem(arguments) : type).isEqualTo(expected);
  }

  @Test
  void aChoiceWithinARangeCannotBreakOutOfItsHeader() {
    Arguments arguments = Arguments.of(object("{}"), null, "image/x\r\nX-Evil: 1");
    arguments.mediaType("image/*");
    assertThat(problem(arguments)).startsWith("content_type: ");
  }

  private enum Word implements WireValue {
    READY,
    IN_PROGRESS
  }

  private record Size(int wide) implements WireValue {
    @Override
    public String toString() {
      return wide + "px";
    }
  }

  @Test
  void aConstantIsSpelledInLowerCaseUnlessItSaysOtherwise() {
    Arguments arguments = Arguments.of(object("{\"a\": \"in_progress\"}"), null);
    assertThat(arguments.required("a").asEnum(Word.values())).isEqualTo(Word.IN_PROGRESS);
    assertThat(ApiRequest.builder("GET", "/x").query("w", Word.IN_PROGRESS).build().rawQuery())
        .isEqualTo("w=in_progress");
    assertThat(ApiRequest.builder("GET", "/x").query("s", new Size(3)).build().rawQuery())
        .isEqualTo("s=3px");
  }

  private record Choice(String wire) implements WireValue {}

  @ParameterizedTest
  @CsvSource({"1,a0", "30,a29", "31,a29"})
  void ofManyConstantsThirtyAreListed(int count, String last) {
    Choice[] all =
        IntStream.range(0, count).mapToObj(i -> new Choice("a" + i)).toArray(Choice[]::new);
    Arguments arguments = Arguments.of(object("{\"x\": \"b\"}"), null);
    arguments.required("x").asEnum(all);
    assertThat(problem(arguments))
        .endsWith(last + (count > 30 ? ", … (" + count + " values)" : "") + ", got \"b\"");
    assertThat(Arrays.stream(all).map(Choice::wire)).hasSize(count).contains(last);
  }

  @Test
  void furtherParametersAreThoseThatArePresentInTheOrderOfTheDocument() {
    Arguments arguments =
        Arguments.of(object("{\"c\": [1], \"a\": 0, \"b\": null, \"d\": 1}"), null);
    assertThat(arguments.others("a", "b", "c", "e"))
        .containsExactly(Map.entry("a", Json.of("0")), Map.entry("c", Json.of("[1]")));
    assertThat(arguments.others()).isEmpty();
    assertThat(problem(arguments)).startsWith("d: is not a parameter of this operation");
  }

  private record Toy(ObjectNode json) {}

  @Test
  void anOptionalObjectMayHaveAType() {
    Arguments arguments = Arguments.of(object("{\"a\": {\"n\": 1}, \"b\": 7}"), null);
    assertThat(arguments.optional("a").asObject(Toy::new)).isEqualTo(new Toy(object("{\"n\": 1}")));
    assertThat(arguments.optional("c").asObject(Toy::new)).isNull();
    assertThat(arguments.optional("b").asObject(Toy::new)).isEqualTo(new Toy(object("{}")));
    assertThat(problem(arguments)).isEqualTo("b: expected an object, got 7");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "[]", "null"})
  void aBodyThatSaysNothingIsNoBody(String body) {
    Arguments.of(object("{}"), Json.of(body)).check();
  }

  @ParameterizedTest
  @ValueSource(strings = {"[null]", "0", "false", "\"\"", "{\"a\":null}"})
  void anyOtherBodyIsRefusedWhereNoneIsAccepted(String body) {
    assertThat(problem(Arguments.of(object("{}"), Json.of(body))))
        .isEqualTo("body: this operation does not accept a body");
  }

  @Test
  void nullIsABodyWhereTheSchemaAllowsIt() {
    Arguments arguments = Arguments.withBody(object("{}"), Json.of("null"), null);
    assertThat(arguments.requiredBody().asJson()).isEqualTo(Json.of("null"));
    arguments.check();
  }

  /** What Java says beyond JSON is sent as text; a number as its digits. */
  @Test
  void valuesOfJava() {
    ApiRequest request =
        ApiRequest.builder("GET", "/x")
            .query("float", 0.1f)
            .query("byte", (byte) -1)
            .query("id", UUID.fromString("f81d4fae-7dec-11d0-a765-00a0c91e6bf6"))
            .query("list", Arrays.asList(1.0, null, List.of()))
            .build();
    assertThat(request.rawQuery())
        .isEqualTo("float=0.1&byte=-1&id=f81d4fae-7dec-11d0-a765-00a0c91e6bf6&list=1.0");
  }

  @Test
  void aBuilderForgetsABodyThatIsSetToNull() {
    class Builder extends RequestBuilder<Builder> {
      boolean hasBody() {
        return read(in -> in.optionalBody().asJson() != null);
      }
    }
    assertThat(new Builder().withBody(List.of(1)).hasBody()).isTrue();
    assertThat(new Builder().withBody(List.of(1)).withBody(null).hasBody()).isFalse();
  }

  private static String problem(Arguments arguments) {
    InvalidArgumentsException refused =
        catchThrowableOfType(InvalidArgumentsException.class, arguments::check);
    return refused.problems().get(0).toString();
  }

  private static ObjectNode object(String json) {
    return (ObjectNode) Json.of(json);
  }
}
