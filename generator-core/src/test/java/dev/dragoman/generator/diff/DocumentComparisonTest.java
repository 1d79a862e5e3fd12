package dev.dragoman.generator.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.generator.options.GenerationOptions;
import dev.dragoman.generator.plan.ServerPlan;
import dev.dragoman.generator.plan.build.Planner;
import dev.dragoman.generator.problem.Problems;
import dev.dragoman.generator.spec.SpecReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each mutation of a document is found, once, in its place, and classed by direction. */
class DocumentComparisonTest {
  private static final String PATHS =
      """
      info: {title: Lamp API, version: "1"}
      servers: [{url: "https://lamp.example"}]
      paths:
        /lamps:
          post:
            operationId: addLamp
            parameters:
              - {name: dry, in: query, schema: {type: boolean}}
              - {name: limit, in: query, schema: {type: integer, maximum: 10}}
            requestBody:
              required: true
              content: {application/json: {schema: {$ref: "#/components/schemas/NewLamp"}}}
            responses:
              "201":
                description: OK
                content: {application/json: {schema: {$ref: "#/components/schemas/Lamp"}}}
          get:
            operationId: listLamps
            responses:
              "200":
                description: OK
                content:
                  application/json:
                    schema: {type: array, items: {$ref: "#/components/schemas/Lamp"}}
        /fuses/{id}:
          get:
            operationId: getFuse
            parameters: [{name: id, in: path, required: true, schema: {type: string}}]
            responses: {"200": {description: OK}}
      """;
  private static final String OF_3_0 =
      "openapi: 3.0.3\n"
          + PATHS
          + """
          components:
            schemas:
              NewLamp:
                type: object
                required: [name]
                properties:
                  name: {type: string}
                  note: {type: string, nullable: true}
                  color: {type: string, enum: [red, green]}
                  kind: {type: string}
              Lamp:
                type: object
                required: [id]
                properties:
                  id: {type: integer}
                  state: {type: string, enum: ["on", "off"]}
                  room: {type: string, nullable: true}
                  owner: {$ref: "#/components/schemas/Lamp"}
          """;
  private static final String OF_3_1 =
      "openapi: 3.1.0\n"
          + PATHS
          + """
          components:
            schemas:
              NewLamp:
                type: object
                required: [name]
                properties:
                  name: {type: string}
                  note: {type: [string, "null"]}
                  color: {type: string, enum: [red, green]}
                  kind: {type: string}
              Lamp:
                type: object
                required: [id]
                properties:
                  id: {type: integer}
                  state: {type: string, enum: ["on", "off"]}
                  room: {type: [string, "null"]}
                  owner: {$ref: "#/components/schemas/Lamp"}
          """;

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "name: {type: string};name: {type: integer};breaking type-changed: addLamp,"
            + " schema NewLamp (request) /name type was string, is integer",
        "required: [name];required: [name, kind];breaking property-required: addLamp,"
            + " schema NewLamp (request) /kind is required now",
        "required: [name];required: [];widening property-optional: addLamp,"
            + " schema NewLamp (request) /name is no longer required",
        "[red, green];[red];breaking enum-narrowed: addLamp,"
            + " schema NewLamp (request) /color no longer allows \"green\"",
        "[red, green];[red, green, blue];widening enum-widened: addLamp,"
            + " schema NewLamp (request) /color now also allows \"blue\"",
        "kind: {type: string};kind: {type: string, enum: [led]};breaking enum-narrowed: addLamp,"
            + " schema NewLamp (request) /kind allows only \"led\" now",
        "name: dry, in: query;name: dry, in: header;breaking parameter-moved: addLamp,"
            + " parameter header:dry was in query, is in header",
        "name: dry, in: query,;name: dry, in: query, required: true,;"
            + "breaking parameter-required: addLamp, parameter query:dry is required now",
        "maximum: 10;maximum: 5;breaking limit-narrowed: addLamp,"
            + " parameter query:limit maximum was 10, is 5",
        "maximum: 10;maximum: 50;widening limit-widened: addLamp,"
            + " parameter query:limit maximum was 10, is 50",
        "- {name: dry, in: query, schema: {type: boolean}};"
            + "- {name: wet, in: query, schema: {type: boolean}};"
            + "breaking parameter-removed: addLamp, parameter query:dry was removed",
        "operationId: getFuse;operationId: readFuse;"
            + "breaking operation-renamed: readFuse was named getFuse",
        "id: {type: integer};id: {type: number};breaking type-widened: addLamp listLamps,"
            + " schema Lamp (response) /id type was integer, is number",
        "required: [id];required: [];breaking property-optional: addLamp listLamps,"
            + " schema Lamp (response) /id is no longer required",
        "[\"on\", \"off\"];[\"on\"];harmless enum-narrowed: addLamp listLamps,"
            + " schema Lamp (response) /state no longer allows \"off\"",
        "[\"on\", \"off\"];[\"on\", \"off\", dim];breaking enum-widened: addLamp listLamps,"
            + " schema Lamp (response) /state now also allows \"dim\"",
        "description: OK}};description: Fine}};0 changes: 0 breaking",
      })
  void aMutationHasOneClass(String text, String mutated, String line) throws IOException {
    for (String document : new String[] {OF_3_0, OF_3_1}) {
      assertThat(lines(document, text, mutated)).contains(line);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "note: {type: string, nullable: true};note: {type: string}",
        "note: {type: [string, \"null\"]};note: {type: string}",
        "note: {type: [string, \"null\"]};note: {anyOf: [{type: string}]}",
      })
  void nullDroppedFromARequestBreaks(String text, String mutated) throws IOException {
    String document = OF_3_0.contains(text) ? OF_3_0 : OF_3_1;
    assertThat(lines(document, text, mutated))
        .contains("breaking null-dropped: addLamp, schema NewLamp (request) /note");
    assertThat(lines(document.replace(text, mutated), mutated, text))
        .contains("widening null-added: addLamp, schema NewLamp (request) /note");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "room: {type: string, nullable: true};room: {type: string}",
        "room: {type: [string, \"null\"]};room: {type: string}",
      })
  void nullDroppedFromAnAnswerIsHarmless(String text, String mutated) throws IOException {
    String document = OF_3_0.contains(text) ? OF_3_0 : OF_3_1;
    assertThat(lines(document, text, mutated))
        .contains("harmless null-dropped: addLamp listLamps, schema Lamp (response) /room");
    assertThat(lines(document.replace(text, mutated), mutated, text))
        .contains("breaking null-added");
  }

  @Test
  void constIsAnEnumOfOne() throws IOException {
    assertThat(lines(OF_3_1, "kind: {type: string}", "kind: {const: led}"))
        .contains("breaking enum-narrowed: addLamp, schema NewLamp (request) /kind");
    String constant = OF_3_1.replace("kind: {type: string}", "kind: {type: string, const: led}");
    assertThat(lines(constant, "const: led", "const: bulb"))
        .contains("no longer allows \"led\"")
        .contains("now also allows \"bulb\"");
  }

  @Test
  void removedAndAddedOperations() throws IOException {
    String fuse = OF_3_1.substring(OF_3_1.indexOf("  /fuses"), OF_3_1.indexOf("components:"));
    assertThat(lines(OF_3_1, fuse, ""))
        .contains("breaking operation-removed: getFuse GET /fuses/{id} was removed");
    assertThat(lines(OF_3_1.replace(fuse, ""), "components:", fuse + "components:"))
        .contains("widening operation-added: getFuse GET /fuses/{id} is new (read)");
  }

  @Test
  void moreAccessWidens() throws IOException {
    assertThat(
            lines(
                OF_3_0, "get:\n      operationId: getFuse", "delete:\n      operationId: getFuse"))
        .contains("widening access-changed: getFuse was read, is destructive")
        .contains("breaking operation-moved: getFuse was GET /fuses/{id}, is DELETE /fuses/{id}");
  }

  @Test
  void anotherNameOfAPathParameterIsTheSameOperation() throws IOException {
    assertThat(lines(OF_3_0, "/fuses/{id}:\n", "/fuses/{fuse}:\n"))
        .doesNotContain("operation-removed")
        .contains("operation-moved");
  }

  @Test
  void theSameSchemaIn30And31IsTheSame() throws IOException {
    Comparison comparison = DocumentComparison.of(plan("a", OF_3_0), plan("b", OF_3_1));
    assertThat(comparison.changes()).isEmpty();
  }

  @Test
  void readOnlyPropertiesAreNoPartOfARequest() throws IOException {
    String document =
        OF_3_0.replace("kind: {type: string}", "kind: {type: string, readOnly: true}");
    assertThat(lines(document, "kind: {type: string, readOnly: true}", "kind: {type: string}"))
        .contains("widening property-added: addLamp, schema NewLamp (request) /kind is new");
  }

  private String lines(String document, String text, String mutated) throws IOException {
    assertThat(document).contains(text);
    Comparison comparison =
        DocumentComparison.of(
            plan("before", document), plan("after", document.replace(text, mutated)));
    return ComparisonText.of(comparison, ComparisonText.Format.TEXT);
  }

  private ServerPlan plan(String name, String document) throws IOException {
    Path file = Files.writeString(folder.resolve(name + ".yaml"), document);
    Problems problems = new Problems();
    return Planner.plan(
        SpecReader.read(file, problems), GenerationOptions.inPackage("com.example"), problems);
  }
}
