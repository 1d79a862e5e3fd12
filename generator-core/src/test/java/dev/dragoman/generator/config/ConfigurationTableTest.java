package dev.dragoman.generator.config;

import dev.dragoman.generator.problem.GenerationException;
import dev.dragoman.generator.testing.Brief;
import dev.dragoman.generator.testing.Table;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Every setting, the forms it takes, and what is said of any other. */
class ConfigurationTableTest {
  @TempDir Path folder;

  @TestFactory
  Stream<DynamicTest> configurations() {
    return Table.tests(
        "config/settings",
        input -> {
          Path file = Files.writeString(folder.resolve("config.yaml"), input);
          return outcome(file).replace(folder + "/", "");
        });
  }

  private static String outcome(Path file) {
    try {
      return Brief.of(Configuration.read(file));
    } catch (GenerationException e) {
      return e.problems().stream()
          .map(problem -> problem.severity() + " " + problem)
          .collect(Collectors.joining("\n"));
    }
  }
}
