package dev.dragoman.generator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.generator.problem.Problem;
import dev.dragoman.generator.problem.Problem.Severity;
import dev.dragoman.generator.problem.Problems;
import dev.dragoman.generator.spec.SpecReader;
import dev.dragoman.generator.testing.GeneratedServer;
import dev.dragoman.generator.testing.RunningServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Values as the document spells them: one rule for what a hit shows, what a call may have and what
 * is sent.
 */
class LiteralsTest {
  private static final String DOCUMENT =
      """
      openapi: 3.0.3
      info: {title: Depot, version: 1.10}
      paths:
        /things:
          get:
            operationId: list
            parameters:
              - {name: v, in: query, schema: %s}
            responses:
              200: {description: ok}
              4XX: {description: no}
      """;

  @TempDir private Path folder;

  /** A name in {@code required} is that of the property spelt so, quoted or not. */
  @ParameterizedTest
  @ValueSource(strings = {"1.10", "200", "true"})
  void requiredNamesAreSpeltLikeProperties(String name) throws IOException {
    String schema =
        "{type: object, required: [%s], properties: {%s: {type: string}}}".formatted(name, name);
    try (RunningServer server = RunningServer.of(DOCUMENT.formatted(schema), folder)) {
      String answer = server.execute("{\"operation\":\"list\",\"arguments\":{\"v\":{\"z\":1}}}");
      assertThat(answer).contains("v/" + name + ": is required");
      assertThat(server.requests()).isEmpty();
    }
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '!',
      textBlock =
          """
          {type: string, enum: [a, 012]}                 ! "012"        ! 012        ! "12"
          {type: string, enum: [a, 0o17]}                ! "0o17"       ! 0o17       ! "15"
          {type: string, enum: [a, 1e3]}                 ! "1e3"        ! 1e3        ! "1000"
          {type: string, enum: [a, 1_000]}               ! "1_000"      ! 1_000      ! "1000"
          {type: string, enum: [a, .5]}                  ! ".5"         ! .5         ! "0.5"
          {type: string, enum: [a, +1]}                  ! "+1"         ! %2B1       ! "1"
          {type: string, enum: [a, 1.10]}                ! "1.10"       ! 1.10       ! "1.1"
          {type: string, enum: [a, 0x1F]}                ! "0x1F"       ! 0x1F       ! "31"
          {type: string, enum: [a, 2024-01-31]}          ! "2024-01-31" ! 2024-01-31 ! "2024"
          {type: string, enum: [yes, no]}                ! "yes"        ! yes        ! "true"
          {type: string, enum: [a, True]}                ! "True"       ! True       ! "true"
          {type: string, enum: [a, 1e999999999]}         ! "1e999999999" ! 1e999999999 ! "1"
          {type: integer, enum: ["1", "2"]}              ! 2            ! 2          ! 3
          {type: String, enum: [a, b]}                   ! "a"          ! a          ! "c"
          {type: int, maximum: "5"}                      ! 5            ! 5          ! 6
          {type: number, minimum: .5}                    ! 0.5          ! 0.5        ! 0.4
          """)
  void whatIsSpeltIsAllowedAndSent(String schema, String good, String sent, String bad)
      throws IOException {
    try (RunningServer server = RunningServer.of(DOCUMENT.formatted(schema), folder)) {
      String answer =
          server.execute("{\"operation\":\"list\",\"arguments\":{\"v\":%s}}".formatted(good));
      assertThat(server.requests()).as(answer).containsExactly("GET /things?v=" + sent);
      String refusal =
          server.execute("{\"operation\":\"list\",\"arguments\":{\"v\":%s}}".formatted(bad));
      assertThat(server.requests()).as(refusal).hasSize(1);
      if (schema.contains("enum")) {
        String shown = good.replace("\"", "");
        assertThat(refusal).contains(shown);
        assertThat(server.search("list things")).contains(shown);
        assertThat(server.describe("list")).contains(shown);
      }
    }
  }

  @Test
  void aMemberThatIsNoStringIsAWarning() throws IOException {
    Problems problems = problems(DOCUMENT.formatted("{type: string, enum: [a, 1e3], default: 7}"));
    assertThat(problems.all())
        .extracting(problem -> problem.location().pointer())
        .containsExactlyInAnyOrder(
            "/paths/~1things/get/parameters/0/schema/enum/1",
            "/paths/~1things/get/parameters/0/schema/default");
  }

  /** Nothing that calculates with a number meets one that fills the memory when written out. */
  @ParameterizedTest
  @Timeout(30)
  @ValueSource(
      strings = {
        "{type: integer, maximum: 1e999999999}",
        "{type: integer, minimum: -1e999999999, default: 1e999999999}",
        "{type: integer, enum: [1, 1E+99999999999999999999]}",
        "{type: string, maxLength: 1e999999999}",
        "{type: array, items: {type: number, multipleOf: 1e-999999999}, maxItems: 1e99999999}",
        "{type: number, example: 1e999999999}",
        "{type: number, const: 1e999999999}"
      })
  void aNumberOfAnySizeCostsOnlyItself(String schema) throws IOException {
    for (String extra : new String[] {"", " "}) {
      // The second one is JSON.
      String document =
          extra.isEmpty()
              ? DOCUMENT.formatted(schema)
              : """
                {"openapi": "3.0.3", "info": {"title": "Depot", "version": "1"},
                 "paths": {"/things": {"get": {"operationId": "list", "parameters":
                   [{"name": "v", "in": "query", "schema": %s}], "responses": {}}}}}
                """
                  .formatted(schema.replaceAll("([a-z][A-Za-z]*)(?=[:,}])", "\"$1\""));
      Problems problems = problems(document);
      assertThat(problems.all())
          .isNotEmpty()
          .allMatch(problem -> problem.severity() == Severity.WARNING)
          .extracting(Problem::code)
          .contains("DRG-SPEC-003");
      Path out = Files.createTempDirectory(folder, "out");
      try (GeneratedServer server = GeneratedServer.of(SpecInput.of(file()), out)) {
        assertThat(server.messages()).isEmpty();
        assertThat(server.plan().operations()).hasSize(1);
      }
    }
  }

  private Problems problems(String document) throws IOException {
    Files.writeString(file(), document);
    Problems problems = new Problems();
    var unused = SpecReader.read(file(), problems);
    return problems;
  }

  private Path file() {
    return folder.resolve("depot.yaml");
  }
}
