package dev.dragoman.generator.spec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.generator.model.ApiModel;
import dev.dragoman.generator.model.OperationModel;
import dev.dragoman.generator.model.ParameterModel;
import org.junit.jupiter.api.Test;

class ParametersTest {
  private static final String TEXT = "{\"type\":\"string\"}";
  private static final String LIST = "{\"type\":\"array\",\"items\":{\"type\":\"string\"}}";

  private final ApiModel openApi3 = Specs.read("parameters-openapi3.yaml");
  private final OperationModel get = Specs.operation(openApi3, "GET /a/{id}");
  private final ApiModel swagger2 = Specs.read("parameters-swagger2.yaml");

  @Test
  void openApi3ParametersHaveTheirDefaults() {
    assertThat(get.parameters())
        .extracting(Specs::brief)
        .containsExactly(
            "PATH id SIMPLE required " + TEXT,
            "QUERY shared FORM explode required {\"type\":\"integer\"}",
            "QUERY list FORM explode " + LIST,
            "QUERY commas FORM " + LIST,
            "QUERY pipes PIPE_DELIMITED " + LIST,
            "QUERY deep DEEP_OBJECT explode {\"type\":\"object\"}",
            "QUERY raw FORM explode deprecated reserved empty {}",
            "HEADER X-Trace SIMPLE " + TEXT,
            "COOKIE session FORM explode " + TEXT,
            "QUERY filter FORM explode {\"type\":\"object\"}",
            "QUERY examples FORM explode " + TEXT,
            "HEADER Accept SIMPLE " + TEXT);
  }

  @Test
  void contentParametersHaveAMediaType() {
    assertThat(parameter("filter").contentType()).contains("application/json");
    assertThat(parameter("filter").example()).map(Trees::compact).contains("{\"a\":1}");
  }

  @Test
  void theFirstOfSeveralExamplesIsTaken() {
    assertThat(parameter("examples").example()).map(Trees::compact).contains("\"one\"");
    assertThat(parameter("examples").contentType()).isEmpty();
  }

  @Test
  void pathParametersAreRequiredAndKeepTheirStyles() {
    OperationModel operation = Specs.operation(openApi3, "GET /b/{id}{format}");

    assertThat(operation.parameters())
        .extracting(Specs::brief)
        .containsExactly(
            "PATH id MATRIX explode required " + TEXT,
            "PATH format LABEL required " + TEXT,
            "QUERY shared FORM explode " + TEXT);
    assertThat(operation.parameters().get(2).description()).isEqualTo("beside the reference");
  }

  @Test
  void collectionFormatsBecomeStyles() {
    assertThat(Specs.operation(swagger2, "GET /a/{ids}").parameters())
        .extracting(Specs::brief)
        .containsExactly(
            "PATH ids SIMPLE required " + LIST,
            "QUERY page FORM explode {\"type\":\"integer\",\"format\":\"int32\",\"default\":1}",
            "QUERY plain FORM explode " + TEXT,
            "QUERY csv FORM " + LIST,
            "QUERY ssv SPACE_DELIMITED " + LIST,
            "QUERY tsv TAB_DELIMITED " + LIST,
            "QUERY pipes PIPE_DELIMITED " + LIST,
            "QUERY multi FORM explode " + LIST,
            "HEADER X-Ids SIMPLE " + LIST);
  }

  @Test
  void swagger2ParametersKeepDescriptionAndExample() {
    OperationModel operation = Specs.operation(swagger2, "GET /a/{ids}");

    assertThat(operation.parameters().get(1).description()).isEqualTo("from 1");
    assertThat(operation.parameters().get(2).example()).map(Trees::compact).contains("\"hello\"");
  }

  @Test
  void parametersKnowWhereTheyAreDeclared() {
    assertThat(parameter("shared").location().pointer())
        .isEqualTo("/paths/~1a~1{id}/get/parameters/0");
    assertThat(Specs.operation(swagger2, "GET /a/{ids}").parameters().get(1).location().pointer())
        .isEqualTo("/parameters/Page");
  }

  private ParameterModel parameter(String name) {
    return get.parameters().stream()
        .filter(parameter -> parameter.name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
