package dev.dragoman.generator.emit.resource;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.generator.emit.GeneratedFile;
import dev.dragoman.generator.options.GenerationOptions;
import dev.dragoman.generator.plan.ServerPlan;
import dev.dragoman.generator.plan.build.Planner;
import dev.dragoman.generator.problem.Problems;
import dev.dragoman.generator.spec.SpecReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How operations page, as the runtime reads it from the catalog. */
class PagingInCatalogTest {
  private static final String OK =
      "responses: {'200': {description: OK, content: {application/json: {schema: ";

  @TempDir Path folder;

  @Test
  void numbersHaveTheFirstOne() throws IOException {
    assertThat(
            catalog(
                "parameters: [{name: page, in: query, schema: {type: integer, default: 0}}, {name: per_page,"
                    + " in: query, schema: {type: integer, maximum: 100}}], "
                    + OK
                    + "{properties: {people: {type: array}, total: {type: integer}}}}}}}"))
        .contains(
            "\"paging\":{\"kind\":\"page\",\"in\":\"query\",\"parameter\":\"page\","
                + "\"argument\":\"page\",\"field\":\"\",\"items\":\"people\",\"first\":0,"
                + "\"size\":\"per_page\",\"sizeMax\":100,\"total\":\"total\"}");
  }

  @Test
  void parametersHaveTheNameForAgents() throws IOException {
    assertThat(
            catalog(
                "parameters: [{name: after, in: query, schema: {type: string}}, {name: after, in: header,"
                    + " schema: {type: string}}], "
                    + OK
                    + "{properties: {people: {type: array}, more: {type: boolean}, isLast: {type: boolean},"
                    + " paging: {properties: {next: {properties: {after: {type: string}}}}}}}}}}}"))
        .contains(
            "\"paging\":{\"kind\":\"cursor\",\"in\":\"query\",\"parameter\":\"after\","
                + "\"argument\":\"query.after\",\"field\":\"paging.next.after\",\"items\":\"people\","
                + "\"more\":\"more\",\"last\":\"isLast\"}");
  }

  @Test
  void namesWithDotsAreInAPointer() throws IOException {
    assertThat(
            catalog(
                OK + "{properties: {value: {type: array}, '@odata.nextLink': {type: string}}}}}}}"))
        .contains(
            "\"paging\":{\"kind\":\"url\",\"in\":\"query\",\"parameter\":\"\",\"argument\":\"\","
                + "\"field\":\"/@odata.nextLink\",\"items\":\"value\"}");
  }

  @Test
  void operationsWithoutPagesHaveNone() throws IOException {
    assertThat(catalog(OK + "{type: array}}}}}"))
        .contains("\"responses\"")
        .doesNotContain("paging");
  }

  private String catalog(String operation) throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("api.yaml"),
            "openapi: 3.1.0\ninfo: {title: People, version: '1'}\nservers: [{url: 'https://people.example'}]\n"
                + "paths: {/people: {get: {operationId: listPeople, "
                + operation
                + "}}}\n");
    Problems problems = new Problems();
    ServerPlan plan =
        Planner.plan(
            SpecReader.read(file, problems),
            new GenerationOptions(Optional.empty(), "com.example", Optional.empty()),
            problems);
    assertThat(problems.all()).isEmpty();
    return ResourceEmitter.emit(plan).stream()
        .map(GeneratedFile::bytes)
        .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
        .collect(Collectors.joining("\n"));
  }
}
