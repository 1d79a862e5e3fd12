package dev.dragoman.runtime.validate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dragoman.runtime.Json;
import dev.dragoman.runtime.request.ArgumentProblem;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ObjectNode;

/** Schemas that stand alone: of a tool's input and output, and of a value fixed at build time. */
class StandaloneSchemaTest {

  private static ObjectNode object(String json) {
    return (ObjectNode) Json.of(json.replace('\'', '"'));
  }

  /** References are JSON Pointers in a fragment, percent-encoded (RFC 6901, section 6). */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          #/$defs/Id           | 'x' | a/v: expected an integer, got "x"
          #/$defs/Id           | 5   | ``
          #/$defs/List[Id]     | ['x'] | a/v[0]: expected an integer, got "x"
          #/$defs/List%5BId%5D | ['x'] | a/v[0]: expected an integer, got "x"
          #/$defs/a~1b         | 'x' | a/v: expected an integer, got "x"
          #/$defs/a%20b+c      | 'x' | a/v: expected an integer, got "x"
          #/properties/n       | 'x' | a/v: expected an integer, got "x"
          #                    | 'x' | a/v: expected an object, got "x"
          #                    | {'n':'x'} | a/v/n: expected an integer, got "x"
          #                    | {'v':{'v':{'n':'x'}}} | a/v/v/v/n: expected an integer, got "x"
          #/$defs/Missing      | 'x' | ``
          #/$defs/%ZZ          | 'x' | ``
          other.json#/$defs/Id | 'x' | ``
          #Id                  | 'x' | ``
          """)
  void references(String reference, String value, String problems) {
    ObjectNode schema =
        object(
            "{'type':'object','properties':{'n':{'type':'integer'},'v':{'$ref':'"
                + reference
                + "'}},'$defs':{'Id':{'type':'integer'},'a/b':{'type':'integer'},"
                + "'a b+c':{'type':'integer'},"
                + "'List[Id]':{'type':'array','items':{'$ref':'#/$defs/Id'}}}}");
    assertThat(
            ObjectValidator.of("test", schema).problems("a", object("{'v':" + value + "}")).stream()
                .map(ArgumentProblem::toString)
                .collect(Collectors.joining("; ")))
        .isEqualTo(problems);
  }

  /** Conversions lose nothing, as for the arguments of operations. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {'n':'5'}       | {'n':5}
          {'n':'five'}    | {'n':'five'}
          {'l':7}         | {'l':[7]}
          {'x':'5'}       | {'x':'5'}
          {}              | {}
          """)
  void readsAsTheArgumentsOfOperations(String given, String read) {
    ObjectValidator validator =
        ObjectValidator.of(
            "test",
            object(
                "{'properties':{'n':{'type':'integer'},"
                    + "'l':{'type':'array','items':{'type':'integer'}}}}"));
    assertThat(validator.read(object(given))).hasToString(object(read).toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {'type':'integer'}            | 5        | ``
          {'type':'integer'}            | '5'      | ``
          {'type':'integer'}            | 1.0      | ``
          {'type':'integer'}            | 'five'   | expected an integer, got "five"
          {'type':'integer','minimum':6}| 5        | expected at least 6, got 5
          {'type':'integer'}            | null     | expected an integer (omit it if it has no value), got null
          {'type':'boolean'}            | 'true'   | ``
          {'type':'array','items':{'enum':['a']}} | 'a' | ``
          {'type':'array','items':{'enum':['a']}} | ['b','c'] | expected a, got "b"; expected a, got "c"
          {'type':'object','required':['a']} | {}  | is required
          {}                            | [1,null] | ``
          true                          | 5        | ``
          false                         | 5        | is not allowed here
          """)
  void valuesAreCheckedAtBuildTimeAsInACall(String schema, String value, String problems) {
    assertThat(
            String.join(
                "; ",
                ValueCheck.problems("v", schema.replace('\'', '"'), value.replace('\'', '"'))))
        .isEqualTo(problems);
  }

  @Test
  void aSecretIsNotRepeatedAtBuildTimeEither() {
    assertThat(ValueCheck.problems("api_key", "{\"maxLength\":3}", "\"hunter2\""))
        .singleElement()
        .asString()
        .doesNotContain("hunter2");
    assertThat(ValueCheck.problems("password", "{\"enum\":[\"a\"]}", "\"hunter2\""))
        .containsExactly("expected a, got a string of 7 characters");
  }

  @Test
  void whatIsNotJsonIsAnError() {
    assertThatThrownBy(() -> ValueCheck.problems("v", "{}", "{")).hasMessage("not JSON: {");
  }
}
