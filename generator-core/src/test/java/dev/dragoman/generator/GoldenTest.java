package dev.dragoman.generator;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.generator.config.Configuration;
import dev.dragoman.generator.options.GenerationOptions;
import dev.dragoman.generator.options.OperatorChoices;
import dev.dragoman.generator.testing.Compilations;
import dev.dragoman.generator.testing.Trees;
import dev.dragoman.generator.write.OutputFolders;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Generated Java, byte for byte as it stands in {@code src/test/golden}. After a change that is
 * meant: {@code mvn -pl generator-core -am test -Dtest=GoldenTest
 * -Dsurefire.failIfNoSpecifiedTests=false -Ddragoman.golden=refresh}, then read the difference.
 */
class GoldenTest {
  private static final Path GOLDEN = Path.of("src/test/golden");

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "petshop, PetShop, ../sample-specs/petshop.yaml",
    "bodies, Letters, src/test/resources/plan/bodies.yaml"
  })
  void generated(String name, String apiName, Path document) throws IOException {
    OutputFolders folders = OutputFolders.below(folder);
    Generator.generate(
        new GenerationRequest(
            SpecInput.of(document),
            new GenerationOptions(Optional.of(apiName), "com.example." + name, Optional.empty()),
            folders,
            "golden"));
    check(name, folders);
  }

  @Test
  void aTypedClient() throws IOException {
    OutputFolders folders = OutputFolders.below(folder);
    GenerationOptions options =
        new GenerationOptions(Optional.of("Shop"), "com.example.shop", Optional.empty());
    Generator.generate(
        new GenerationRequest(
            SpecInput.of(Path.of("src/test/resources/client/shop.yaml")),
            options.withOperator(OperatorChoices.NONE.withClient()),
            folders,
            "golden"));
    check("shop", folders);
  }

  private static void check(String name, OutputFolders folders) throws IOException {
    Map<String, String> generated = Trees.read(folders.sources());
    if ("refresh".equals(System.getProperty("dragoman.golden"))) {
      Trees.replace(GOLDEN.resolve(name), generated);
    }
    Map<String, String> golden = Trees.read(GOLDEN.resolve(name));
    assertThat(generated.keySet()).isEqualTo(golden.keySet());
    golden.forEach((file, text) -> assertThat(generated.get(file)).as(file).isEqualTo(text));
  }

  @Test
  void whatTheOperatorSays() throws IOException {
    OutputFolders folders = OutputFolders.below(folder);
    Path operator = Path.of("src/test/resources/operator");
    Generator.generate(
        OperatorTest.request(
            operator.resolve("lamps.yaml"),
            Configuration.read(operator.resolve("config.yaml")),
            folders));
    check("lamps", folders);
  }

  @ParameterizedTest
  @ValueSource(strings = {"petshop", "bodies", "lamps", "shop"})
  void theGoldenFilesCompileWithoutAWarning(String name) throws IOException {
    assertThat(Compilations.compile(GOLDEN.resolve(name))).succeededWithoutWarnings();
  }
}
