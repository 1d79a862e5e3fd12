package dev.dragoman.templates;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TemplatesTest {
  private static final Path MAIN = Path.of("src/main");

  @Test
  void noTemplateLeavesAValueUnescaped() throws IOException {
    List<Path> templates = files(MAIN.resolve("resources"));
    assertThat(templates).isNotEmpty();
    for (Path template : templates) {
      assertThat(Files.readString(template)).as("%s", template).doesNotContain("{{{", "{{&", "{{=");
    }
  }

  @Test
  void theModuleKnowsNothing() throws IOException {
    assertThat(files(MAIN)).noneMatch(file -> file.toString().endsWith(".java"));
  }

  private static List<Path> files(Path root) throws IOException {
    try (Stream<Path> all = Files.walk(root)) {
      return all.filter(Files::isRegularFile).toList();
    }
  }
}
