package dev.dragoman.runtime.transport.http.tools;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.mcp.tool.ToolFailure;
import dev.dragoman.runtime.mcp.tool.ToolFailure.Problem;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What is wrong with the arguments of a call, and where. */
class ProblemDocumentTest {

  private static JsonNode problem(ToolFailure failure) {
    ObjectNode problem = ProblemDocument.of(400, "invalid");
    ProblemDocument.addErrors(problem, failure.problems());
    return problem;
  }

  /** RFC 9457, section 3, and RFC 6901 for the pointers. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          arguments                   | #              | must
          arguments/labels[2]         | #/labels/2     | arguments/labels[2]: must
          arguments/a.b_c-d[0][12]    | #/a/b_c-d/0/12 | arguments/a.b_c-d[0][12]: must
          arguments.body.title        | #/body/title   | arguments.body.title: must
          arguments/ein Name          | none           | arguments/ein Name: must
          arguments/a~b               | none           | arguments/a~b: must
          arguments/                  | none           | arguments/: must
          argumentsX                  | none           | argumentsX: must
          body                        | none           | body: must
          """)
  void eachErrorHasItsPlace(String place, String pointer, String detail) {
    ToolFailure failure = ToolFailure.invalid(List.of(new Problem(place, "must")));
    JsonNode error = problem(failure).path("errors").path(0);
    assertThat(error.path("detail").asString()).isEqualTo(detail);
    assertThat(error.path("pointer").asString("none")).isEqualTo(pointer);
  }

  @Test
  void errorsAreFewAndShort() {
    Problem owls = new Problem("arguments", "x".repeat(399) + "🦉".repeat(10));
    ToolFailure failure = ToolFailure.invalid(Collections.nCopies(25, owls));
    JsonNode errors = problem(failure).path("errors");
    assertThat(errors).hasSize(20);
    assertThat(errors.path(0).path("detail").asString()).isEqualTo("x".repeat(399) + "…");
    assertThat(problem(ToolFailure.invalid(List.of())).has("errors")).isFalse();
  }
}
