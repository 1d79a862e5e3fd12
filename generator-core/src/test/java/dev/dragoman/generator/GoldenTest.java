package dev.dragoman.generator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.generator.plan.GenerationOptions;
import dev.dragoman.generator.testing.Compiler;
import dev.dragoman.generator.testing.Trees;
import dev.dragoman.generator.write.OutputFolders;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The Java of the pet shop's server, byte for byte as it stands in {@code src/test/golden}. After a
 * change that is meant: {@code mvn -pl generator-core -am test -Dtest=GoldenTest
 * -Dsurefire.failIfNoSpecifiedTests=false -Ddragoman.golden=refresh}, then read the difference.
 */
class GoldenTest {
  private static final Path GOLDEN = Path.of("src/test/golden/petshop");

  @TempDir Path folder;

  @Test
  void petShop() throws IOException {
    OutputFolders folders = OutputFolders.below(folder);
    Generator.generate(
        new GenerationRequest(
            SpecInput.of(Path.of("../sample-specs/petshop.yaml")),
            new GenerationOptions(Optional.of("PetShop"), "com.example.petshop", Optional.empty()),
            folders,
            "golden"));
    Map<String, String> generated = Trees.read(folders.sources());
    if ("refresh".equals(System.getProperty("dragoman.golden"))) {
      Trees.replace(GOLDEN, generated);
    }
    Map<String, String> golden = Trees.read(GOLDEN);
    assertThat(generated.keySet()).isEqualTo(golden.keySet());
    golden.forEach((file, text) -> assertThat(generated.get(file)).as(file).isEqualTo(text));
  }

  @Test
  void theGoldenFilesCompileWithoutAWarning() throws IOException {
    assertThat(Compiler.compile(GOLDEN, folder)).isEmpty();
  }
}
