package dev.dragoman.benchmarks.scale;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.generator.GenerationRequest;
import dev.dragoman.generator.GenerationResult;
import dev.dragoman.generator.Generator;
import dev.dragoman.generator.SpecInput;
import dev.dragoman.generator.options.GenerationOptions;
import dev.dragoman.generator.write.OutputFolders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SyntheticApiTest {
  @TempDir Path folder;

  @Test
  void theGeneratorTakesEveryOperationWithoutAWarning() throws IOException {
    Path document = folder.resolve("api.json");
    SyntheticApi.write(document, 60);
    GenerationResult result =
        Generator.generate(
            new GenerationRequest(
                SpecInput.of(document),
                GenerationOptions.inPackage("server"),
                OutputFolders.below(folder.resolve("out")),
                "test"));
    assertThat(result.operations()).isEqualTo(60);
    assertThat(result.warnings()).isEmpty();
  }

  @Test
  void isTheSameEveryTimeAndBeginsTheSameAtEverySize() throws IOException {
    SyntheticApi.write(folder.resolve("a"), 20);
    SyntheticApi.write(folder.resolve("b"), 20);
    SyntheticApi.write(folder.resolve("c"), 40);
    String small = Files.readString(folder.resolve("a"));
    assertThat(Files.readString(folder.resolve("b"))).isEqualTo(small);
    String paths = small.substring(0, small.indexOf("},\n\"components\""));
    assertThat(Files.readString(folder.resolve("c"))).startsWith(paths.stripTrailing());
  }

  @Test
  void aWideDocumentIsJustAboveItsSize() throws IOException {
    SyntheticApi.writeWide(folder.resolve("a"), 300_000);
    assertThat(Files.size(folder.resolve("a"))).isBetween(300_000L, 400_000L);
  }
}
