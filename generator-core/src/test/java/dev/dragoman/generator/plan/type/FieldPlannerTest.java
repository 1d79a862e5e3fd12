package dev.dragoman.generator.plan.type;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.generator.options.GenerationOptions;
import dev.dragoman.generator.plan.BodyPlan.Field;
import dev.dragoman.generator.plan.ServerPlan;
import dev.dragoman.generator.plan.build.Planner;
import dev.dragoman.generator.problem.Problems;
import dev.dragoman.generator.spec.SpecReader;
import dev.dragoman.generator.spec.source.ReadOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which media type the part of a file has: of the encoding, else of the schema. */
class FieldPlannerTest {
  @TempDir private Path folder;

  private Field field(String form, String encoding) throws IOException {
    Path file = folder.resolve("api.json");
    Files.writeString(
        file,
        """
        {"openapi": "3.1.0", "info": {"title": "Depot", "version": "1"},
         "paths": {"/things": {"post": {"operationId": "put",
           "requestBody": {"content": {"multipart/form-data": {
             "schema": %s, "encoding": {"f": %s}}}},
           "responses": {"200": {"description": "ok"}}}}}}
        """
            .formatted(form, encoding));
    Problems problems = new Problems();
    ServerPlan plan =
        Planner.plan(
            SpecReader.read(file, ReadOptions.DEFAULT, problems).model(),
            GenerationOptions.inPackage("depot"),
            problems);
    return plan.operations().get(0).body().orElseThrow().encodings().get("f");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"type":"string","format":"binary"}               | {}                                       | ``
          {"type":"string","format":"binary"}               | {"contentType":"image/png"}              | image/png
          {"type":"string","format":"binary"}               | {"contentType":"image/png, image/jpeg"}  | image/png, image/jpeg
          {"type":"string","format":"binary"}               | {"contentType":"image/*"}                | image/*
          {"type":"string","contentMediaType":"image/png"}  | {}                                       | image/png
          {"type":"string","contentMediaType":"image/*"}    | {}                                       | ``
          {"type":"string","contentMediaType":"image/png"}  | {"contentType":"image/gif"}              | image/gif
          {"type":"string","contentMediaType":"image/png"}  | {"headers":{}}                           | image/png
          {"type":"array","items":{"type":"string","contentMediaType":"image/png"}} | {}               | image/png
          """)
  void theTypeOfAFile(String schema, String encoding, String type) throws IOException {
    Field field = field("{\"type\":\"object\",\"properties\":{\"f\":" + schema + "}}", encoding);
    assertThat(field.binary()).isTrue();
    assertThat(field.contentType().orElse("")).isEqualTo(type);
  }

  /** A file that only one of the alternatives has is sent as bytes, too. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"oneOf\":[{\"properties\":{\"g\":{}}},{\"properties\":{\"f\":FILE}}]}",
        "{\"anyOf\":[{\"allOf\":[{\"oneOf\":[{\"properties\":{\"f\":FILE}}]}]},{}]}",
        "{\"type\":\"object\",\"properties\":{\"g\":{}},\"anyOf\":[{\"properties\":{\"f\":FILE}}]}"
      })
  void filesOfAlternatives(String form) throws IOException {
    String file = "{\"type\":\"string\",\"format\":\"binary\"}";
    assertThat(field(form.replace("FILE", file), "{}").binary()).isTrue();
  }
}
