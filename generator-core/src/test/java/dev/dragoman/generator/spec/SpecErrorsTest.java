package dev.dragoman.generator.spec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.generator.problem.GenerationException;
import dev.dragoman.generator.problem.Problems;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every document in {@code spec-errors} has a file {@code .errors} beside it with the problems that
 * reading it gives, one a line: severity, place, code, message, hint. To add a case, add the two;
 * {@code -Ddragoman.golden=refresh} writes what is found.
 */
class SpecErrorsTest {
  @TestFactory
  Stream<DynamicTest> problemsAreToldAsExpected() throws IOException, URISyntaxException {
    Path folder = Path.of(Objects.requireNonNull(getClass().getResource("/spec-errors")).toURI());
    List<Path> expected;
    try (Stream<Path> files = Files.list(folder)) {
      expected = files.filter(file -> file.toString().endsWith(".errors")).sorted().toList();
    }
    assertThat(expected).isNotEmpty();
    return expected.stream().map(file -> test(folder, file));
  }

  private static DynamicTest test(Path folder, Path errors) {
    String name = errors.getFileName().toString().replaceFirst("\\.errors$", "");
    return DynamicTest.dynamicTest(
        name,
        () -> {
          String found = problems(folder, folder.resolve(name));
          if ("refresh".equals(System.getProperty("dragoman.golden"))) {
            Path source = Path.of("src/test/resources/spec-errors").resolve(errors.getFileName());
            Files.writeString(source, found + "\n");
          }
          assertThat(found).isEqualTo(Files.readString(errors).strip());
        });
  }

  private static String problems(Path folder, Path document) {
    Problems problems = new Problems();
    try {
      var unused = SpecReader.read(document, problems);
    } catch (GenerationException e) {
      assertThat(e.problems()).isEqualTo(problems.all());
    }
    return String.join(
            "\n",
            problems.all().stream().map(problem -> problem.severity() + " " + problem).toList())
        .replace(folder + "/", "");
  }
}
