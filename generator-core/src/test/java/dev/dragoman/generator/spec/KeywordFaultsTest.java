package dev.dragoman.generator.spec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.generator.problem.Problem;
import dev.dragoman.generator.problem.Problem.Severity;
import dev.dragoman.generator.problem.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Keywords of a schema that cannot be taken as they stand: each a warning at its place. */
class KeywordFaultsTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      quoteCharacter = '`',
      textBlock =
          """
          {"type":"string","pattern":"^(?=.*x)a"}     ! /pattern ! is not supported
          {"type":"string","pattern":"(a)\\\\1"}    ! /pattern ! is not supported
          {"type":"string","pattern":"["}             ! /pattern ! is not supported
          {"type":"string","pattern":"((a{0,500}){0,500}){0,500}"} ! /pattern ! is not supported
          {"patternProperties":{"(?=x)y":{}}}        ! /patternProperties/(?=x)y ! is not supported
          {"type":"string","pattern":7}               ! /pattern ! should be a string
          {"type":"string","enum":"a"}                ! /enum    ! should be a list
          {"type":"string","enum":[]}                 ! /enum    ! should be a list
          {"type":"strnig"}                           ! /type    ! not a JSON Schema type
          {"type":{}}                                 ! /type    ! not a JSON Schema type
          {"type":["string",5]}                       ! /type/1  ! not a JSON Schema type
          {"type":"string","minLength":"x"}           ! /minLength ! should be a number
          {"type":"object","required":"name"}         ! /required ! should be a list
          """)
  void aKeywordThatCannotBeTakenIsAWarning(String schema, String pointer, String words)
      throws IOException {
    Problems problems = problems(schema);
    assertThat(problems.all())
        .singleElement()
        .satisfies(problem -> assertThat(problem.severity()).isEqualTo(Severity.WARNING))
        .satisfies(problem -> assertThat(problem.message()).contains(words))
        .satisfies(
            problem -> assertThat(problem.location().pointer()).endsWith("/schema" + pointer))
        .extracting(Problem::code)
        .isEqualTo("DRG-SPEC-029");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      quoteCharacter = '`',
      textBlock =
          """
          {"type":"string","pattern":"^[a-z]+$"} ! x
          {"type":["string","null"],"enum":["a",null]} ! x
          {"type":"number","exclusiveMinimum":true,"minimum":0} ! x
          {"type":"array","items":{"type":"string"},"minItems":1} ! x
          """)
  void aKeywordThatIsRightIsNot(String schema, String unused) throws IOException {
    assertThat(problems(schema).all()).isEmpty();
  }

  private Problems problems(String schema) throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("api.json"),
            """
            {"openapi": "3.1.0", "info": {"title": "Depot", "version": "1"}, "paths": {"/a": {"get":
              {"parameters": [{"name": "v", "in": "query", "schema": %s}], "responses": {}}}}}
            """
                .formatted(schema));
    Problems problems = new Problems();
    var unused = SpecReader.read(file, problems);
    return problems;
  }
}
