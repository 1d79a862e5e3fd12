package dev.dragoman.runtime.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The table of flags in docs/operations.md; {@code -Ddragoman.golden=refresh} writes it anew. */
class FlagsPageTest {
  private static final Path PAGE = Path.of("../docs/operations.md");
  private static final String HEAD = "| flag | default | |\n|---|---|---|\n";

  @Test
  void thePageHasEveryFlag() throws IOException {
    String page = Files.readString(PAGE);
    String table =
        Arrays.stream(Flag.values())
            .map(FlagsPageTest::row)
            .collect(Collectors.joining("\n", HEAD, "\n"));
    if ("refresh".equals(System.getProperty("dragoman.golden"))) {
      int start = page.indexOf(HEAD);
      int end = page.indexOf("\n\n", start) + 1;
      Files.writeString(PAGE, page.substring(0, start) + table + page.substring(end));
      return;
    }

    assertThat(page).contains(table);
  }

  private static String row(Flag flag) {
    String name =
        flag.isSecret()
            ? "variable `*_" + flag.name() + "`"
            : "`" + (flag.dashed() + " " + flag.value()).strip() + "`";
    String otherwise = flag.otherwise().isEmpty() ? "" : "`" + flag.otherwise() + "`";
    return ("| " + name + " | " + otherwise + " | " + flag.help() + " |").replace("|  |", "| |");
  }
}
