package dev.dragoman.generator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.generator.testing.WireTests;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The generated tests pass on the generated handlers, and notice a handler that is broken. */
class WireTestsTest {
  private static final String GROUPS = "com/example/petshop/operations/";

  private static final Path PETSHOP = Path.of("../sample-specs/petshop.yaml");

  @TempDir Path folder;

  @Test
  void everyOperationHasATestAndEachPasses() throws Exception {
    WireTests tests = WireTests.generate(PETSHOP, folder).compile();
    assertThat(tests.failures()).isEmpty();
    assertThat(tests.count()).isEqualTo(12);
  }

  /** What the document wants and what the runtime writes are computed apart, and agree. */
  @ParameterizedTest
  @CsvSource({
    "../sample-specs/clinic.yaml, 20",
    "../sample-specs/harbor.json, 21",
    "../sample-specs/library.yaml, 18",
    "../sample-specs/polar.yaml, 10",
    "../sample-specs/polytomic.yaml, 128",
    "src/test/resources/plan/bodies.yaml, 5",
  })
  void documentAndRuntimeAgree(Path document, int count) throws Exception {
    WireTests tests = WireTests.generate(document, folder).compile();
    assertThat(tests.failures()).isEmpty();
    assertThat(tests.count()).isEqualTo(count);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "AnimalsOperations | .query(\"limit\", in.optional(\"limit\").asLong()) | ' '",
        "AnimalsOperations | .query(\"after\" | .query(\"next\"",
        "AnimalsOperations | ParameterStyle.FORM) | ParameterStyle.FORM.exploded())",
        "AnimalsOperations | .header( | .query(",
        "AnimalsOperations | \"DELETE\" | \"GET\"",
        "AnimalsOperations | CATS, | KATS,",
        "AnimalsOperations | .body(\"application/json\" | .body(\"application/xml\"",
        "BranchesOperations | in.required(\"path.branch\") | in.required(\"query.branch\")",
        "GroomingOperations | in.required(\"day\").asString() | \"2026-01-01\"",
      })
  void aBrokenHandlerIsNoticed(String group, String right, String wrong) throws Exception {
    WireTests tests = WireTests.generate(PETSHOP, folder);
    String file = GROUPS + group.strip() + ".java";
    String source = tests.sources().get(file);
    assertThat(source).contains(right);
    tests.sources().put(file, source.replace(right, wrong.isBlank() ? "" : wrong));
    assertThat(tests.compile().failures()).isNotEmpty();
  }
}
