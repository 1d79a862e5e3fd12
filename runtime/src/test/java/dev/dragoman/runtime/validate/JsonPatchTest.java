package dev.dragoman.runtime.validate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.Json;
import dev.dragoman.runtime.request.ArgumentProblem;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The operations of a JSON Patch (RFC 6902, section 4). Apostrophes are quotation marks. */
class JsonPatchTest {
  private static List<String> problems(String body, String... others) {
    return JsonPatch.problems(Json.of(body.replace('\'', '"')), List.of(others)).stream()
        .map(ArgumentProblem::toString)
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {'op':'add','path':'/a','value':1}       |
          {'op':'add','path':'','value':null}      |
          {'op':'add','path':'/a'}                 | requires "value" for add
          {'op':'add','value':1}                   | requires "path", a JSON Pointer
          {'op':'replace','path':'/a','value':{}}  |
          {'op':'replace','path':'/a'}             | requires "value" for replace
          {'op':'test','path':'/a','value':[]}     |
          {'op':'test','path':'/a'}                | requires "value" for test
          {'op':'remove','path':'/a'}              |
          {'op':'remove'}                          | requires "path", a JSON Pointer
          {'op':'remove','path':5}                 | requires "path", a JSON Pointer
          {'op':'move','path':'/a','from':'/b'}    |
          {'op':'move','path':'/a'}                | requires "from", a JSON Pointer, for move
          {'op':'move','path':'/a','from':1}       | requires "from", a JSON Pointer, for move
          {'op':'copy','path':'/a','from':'/b'}    |
          {'op':'copy','path':'/a','value':1}      | requires "from", a JSON Pointer, for copy
          {'op':'erase','path':'/a'}               | requires "op": add, remove, replace, move, copy or test
          {'op':'ADD','path':'/a','value':1}       | requires "op": add, remove, replace, move, copy or test
          {'path':'/a','value':1}                  | requires "op": add, remove, replace, move, copy or test
          {}                                       | requires "op": add, remove, replace, move, copy or test
          5                                        | requires "op": add, remove, replace, move, copy or test
          """)
  void operations(String operation, String problem) {
    assertThat(problems("[" + operation + "]"))
        .isEqualTo(
            problem == null
                ? List.of()
                : List.of("body[0]: " + problem + " (RFC 6902, section 4)"));
  }

  @Test
  void allOperationsAreChecked() {
    assertThat(problems("[{'op':'remove'},{'op':'remove','path':'/a'},{'op':'add','path':''}]"))
        .containsExactly(
            "body[0]: requires \"path\", a JSON Pointer (RFC 6902, section 4)",
            "body[2]: requires \"value\" for add (RFC 6902, section 4)");
    assertThat(problems("[]")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"{}, an object", "5, a number", "'''x''', a string of 1 characters", "null, null"})
  void anythingElseIsNotAPatch(String body, String described) {
    String words =
        "body: expected a JSON Patch, an array of operations (RFC 6902, section 3), got "
            + described;
    assertThat(problems(body)).containsExactly(words);
    assertThat(problems(body, "application/json", "text/json"))
        .containsExactly(
            words + "; to send an object, use content_type application/json or text/json");
  }
}
