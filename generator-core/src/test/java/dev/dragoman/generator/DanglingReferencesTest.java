package dev.dragoman.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dragoman.generator.model.OperationModel;
import dev.dragoman.generator.model.ParameterModel;
import dev.dragoman.generator.problem.GenerationException;
import dev.dragoman.generator.problem.Problem;
import dev.dragoman.generator.problem.Problem.Severity;
import dev.dragoman.generator.problem.Problems;
import dev.dragoman.generator.spec.SpecReader;
import dev.dragoman.generator.testing.GeneratedServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A reference that cannot be resolved costs what it stands for, with a warning, and no more. */
class DanglingReferencesTest {
  @TempDir private Path folder;

  private static final String DOCUMENT =
      """
      openapi: 3.1.0
      info: {title: Depot, version: "1"}
      paths:
        /other:
          get: {operationId: other, responses: {"200": {description: ok}}}
        /things/{id}:
          post:
            operationId: put
            parameters:
              - {name: id, in: path, required: true, schema: {type: integer}}
              - {name: "on", in: query, schema: {type: boolean}}
            requestBody:
              content:
                application/json:
                  schema: {$ref: "#/components/schemas/Thing"}
                  examples: {one: {value: {name: a}}}
            responses:
              "200":
                description: ok
                headers: {X-Rate: {schema: {type: integer}}}
                links: {again: {operationId: other}}
                content: {application/json: {schema: {$ref: "#/components/schemas/Thing"}}}
              default: {description: error}
            callbacks: {done: {"{$request.query.url}": {}}}
            security: [{key: []}]
      components:
        securitySchemes:
          key: {type: apiKey, in: header, name: X-Key}
        schemas:
          Thing:
            type: object
            properties:
              name: {type: string}
              parts: {type: array, items: {type: string}}
              shape:
                oneOf: [{$ref: "#/components/schemas/Part"}]
                discriminator: {propertyName: kind, mapping: {part: "#/components/schemas/Part"}}
          Part: {type: object, properties: {kind: {type: string}}}
      """;

  /** What is written in place of what, and the JSON pointer of the warning. */
  @ParameterizedTest(name = "{2}")
  @CsvSource(
      delimiter = '>',
      quoteCharacter = '`',
      textBlock =
          """
          name: {type: string} > name: GONE > /components/schemas/Thing/properties/name/$ref
          items: {type: string} > items: GONE > /components/schemas/Thing/properties/parts/items/$ref
          oneOf: [{$ref: "#/components/schemas/Part"}] > oneOf: [GONE] > /components/schemas/Thing/properties/shape/oneOf/0/$ref
          mapping: {part: "#/components/schemas/Part"} > mapping: {part: "#/gone"} > /components/schemas/Thing/properties/shape/discriminator/mapping/part
          - {name: "on", in: query, schema: {type: boolean}} > - GONE > /paths/~1things~1{id}/post/parameters/1/$ref
          - {name: id, in: path, required: true, schema: {type: integer}} > - GONE > /paths/~1things~1{id}/post/parameters/0/$ref
          schema: {type: boolean} > schema: GONE > /paths/~1things~1{id}/post/parameters/1/schema/$ref
          {one: {value: {name: a}}} > {one: GONE} > /paths/~1things~1{id}/post/requestBody/content/application~1json/examples/one/$ref
          {X-Rate: {schema: {type: integer}}} > {X-Rate: GONE} > /paths/~1things~1{id}/post/responses/200/headers/X-Rate/$ref
          {again: {operationId: other}} > {again: GONE} > /paths/~1things~1{id}/post/responses/200/links/again/$ref
          {description: error} > GONE > /paths/~1things~1{id}/post/responses/default/$ref
          {done: {"{$request.query.url}": {}}} > {done: GONE} > /paths/~1things~1{id}/post/callbacks/done/$ref
          {type: apiKey, in: header, name: X-Key} > GONE > /components/securitySchemes/key/$ref
          name: {type: string} > name: {$ref: "none.yaml#/x"} > /components/schemas/Thing/properties/name/$ref
          name: {type: string} > name: {$ref: "#nowhere"} > /components/schemas/Thing/properties/name/$ref
          name: {type: string} > name: {$ref: "urn:example:nowhere"} > /components/schemas/Thing/properties/name/$ref
          """)
  void theOperationStaysAndAWarningNamesThePlace(String written, String broken, String pointer)
      throws IOException {
    assertThat(DOCUMENT).contains(written);
    String reference = "{$ref: \"#/components/gone\"}";
    Path file = write(DOCUMENT.replace(written, broken.replace("GONE", reference)));
    Problems problems = new Problems();
    List<OperationModel> operations = SpecReader.read(file, problems).operations();
    assertThat(operations).extracting(OperationModel::route).contains("GET /other");
    assertThat(operations).extracting(OperationModel::route).contains("POST /things/{id}");
    assertThat(problems.all())
        .allSatisfy(problem -> assertThat(problem.severity()).isEqualTo(Severity.WARNING))
        .extracting(problem -> problem.location().pointer())
        .contains(pointer);
    assertThat(operations.get(1).parameters()).extracting(ParameterModel::name).contains("id");
    try (GeneratedServer server = GeneratedServer.of(SpecInput.of(file), folder.resolve("out"))) {
      assertThat(server.messages()).isEmpty();
      assertThat(server.plan().operations()).hasSize(2);
      assertThat(report()).contains(pointer);
    }
  }

  /** What cannot be known is sent as an agent writes it. */
  @Test
  void aBodyThatCannotBeKnownIsAnyJson() throws IOException {
    Path file =
        write(
            """
            openapi: 3.0.3
            info: {title: Depot, version: "1"}
            paths:
              /a: {put: {requestBody: {$ref: "#/components/requestBodies/Gone"}, responses: {}}}
            """);
    Problems problems = new Problems();
    OperationModel operation = SpecReader.read(file, problems).operations().get(0);
    assertThat(operation.body().orElseThrow().content())
        .singleElement()
        .satisfies(media -> assertThat(media.name()).isEqualTo("application/json"));
    assertThat(problems.all()).extracting(Problem::code).containsExactly("DRG-SPEC-011");
  }

  @Test
  void aResponseThatCannotBeKnownKeepsItsStatus() throws IOException {
    Path file =
        write(
            """
            swagger: "2.0"
            info: {title: Depot, version: "1"}
            paths:
              /a: {get: {responses: {201: {$ref: "#/responses/Gone"}}}}
              /b: {$ref: "#/x-paths/gone"}
            """);
    Problems problems = new Problems();
    List<OperationModel> operations = SpecReader.read(file, problems).operations();
    assertThat(operations).hasSize(1);
    assertThat(operations.get(0).responses())
        .singleElement()
        .satisfies(response -> assertThat(response.status()).isEqualTo("201"));
    assertThat(problems.all())
        .extracting(problem -> problem.location().pointer())
        .containsExactlyInAnyOrder("/paths/~1a/get/responses/201/$ref", "/paths/~1b/$ref");
  }

  @Test
  void aFileThatCannotBeReadCostsWhatRefersToIt() throws IOException {
    Files.writeString(folder.resolve("broken.yaml"), "Name: {type: string");
    Path file =
        write(
            """
            openapi: 3.0.3
            info: {title: Depot, version: "1"}
            paths:
              /a:
                get:
                  parameters: [{name: q, in: query, schema: {$ref: "broken.yaml#/Name"}}]
                  responses: {}
            """);
    Problems problems = new Problems();
    OperationModel operation = SpecReader.read(file, problems).operations().get(0);
    assertThat(operation.parameters()).extracting(ParameterModel::name).containsExactly("q");
    assertThat(problems.all())
        .singleElement()
        .satisfies(problem -> assertThat(problem.location().file()).endsWith("broken.yaml"));
  }

  @Test
  void strictMakesErrorsOfAllWarnings() throws IOException {
    Path file = write(DOCUMENT.replace("name: {type: string}", "name: {$ref: \"#/gone\"}"));
    SpecInput input = SpecInput.of(file).withStrict(true);
    assertThatThrownBy(() -> GeneratedServer.of(input, folder.resolve("out")))
        .isInstanceOfSatisfying(
            GenerationException.class,
            e ->
                assertThat(e.problems())
                    .allMatch(problem -> problem.severity() == Severity.ERROR)
                    .extracting(Problem::code)
                    .containsExactly("DRG-SPEC-011", "DRG-PLAN-002"));
    assertThat(folder.resolve("out")).doesNotExist();
  }

  private String report() throws IOException {
    try (var files = Files.walk(folder.resolve("out"))) {
      Path report =
          files
              .filter(path -> path.getFileName().toString().endsWith(".md"))
              .findFirst()
              .orElseThrow();
      return Files.readString(report).replaceAll("\\\\(?=[^\\\\])", "");
    }
  }

  private Path write(String text) throws IOException {
    return Files.writeString(folder.resolve("depot.yaml"), text);
  }
}
