package dev.dragoman.runtime.app;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.AccessNames;
import dev.dragoman.runtime.app.flag.Flag;
import dev.dragoman.runtime.app.flag.Help;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code docs/reference/flags.md}; {@code -Ddragoman.golden=refresh} writes it anew. */
class FlagsPageTest {
  private static final Path PAGE = Path.of("../docs/reference/flags.md");
  private static final AccessNames NAMES = AccessNames.of("Acme");

  private static final String INTRODUCTION =
      """
      # Flags, variables and headers

      Reference, generated from the code: the same texts as in `--help`. `Acme` stands for the name of your API; the names of
      your server are in its `--help` and in its README. How they work together: [running a server](../operations.md),
      [who may call, and what they may do](../authentication.md), [credentials](../configuration.md#credentials-at-run-time).

      - A flag takes precedence over its variable. As variables, switches are `true` or `false`.
      - A variable whose value is `${user_config.NAME}`, a blank field of a bundle, is ignored.
      - Unknown flags, unknown values and flags that exclude each other are reported all at once; the exit code is then 2.
      - Secrets have a variable but no flag, because other users of the machine can see flags in the list of processes.
      - A server of several APIs has most of these for each of them, as `--acme-base-url` and `ACME_BASE_URL`: see
        [Several APIs in one server](../several-apis.md).
      """;

  @Test
  void thePageIsThatOfTheCode() throws IOException {
    String page = page();
    if ("refresh".equals(System.getProperty("dragoman.golden"))) {
      Files.createDirectories(PAGE.getParent());
      Files.writeString(PAGE, page);
    }
    assertThat(Files.readString(PAGE))
        .as("run this test with -Ddragoman.golden=refresh after an intended change")
        .isEqualTo(page);
  }

  @ParameterizedTest
  @EnumSource(Flag.class)
  void everyFlagIsOnThePageOnce(Flag flag) {
    String name = flag.isSecret() ? flag.variable(NAMES) : flag.dashed();
    assertThat(page().lines())
        .filteredOn(line -> line.matches("\\| .*`" + name + "[` ].*\\| \\S.* \\|"))
        .as(name)
        .hasSize(1);
  }

  private static String page() {
    List<Help.Row> all = Help.flags(NAMES);
    Stream<Help.Row> flags = all.stream().filter(row -> !row.first().equals(Help.NO_FLAG));
    Stream<Help.Row> secrets = all.stream().filter(row -> row.first().equals(Help.NO_FLAG));
    return INTRODUCTION
        + table("Flags", "flag | variable | default | meaning", flags, FlagsPageTest::flag)
        + table(
            "Variables without a flag",
            "variable | default | meaning",
            secrets,
            row -> List.of(code(row.second()), code(row.otherwise()), row.text()))
        + "\n## Settings of a caller\n\n"
        + "Over HTTP, each request states them as headers; over stdio, they are variables of the"
        + " process.\n\n"
        + rows(
            "header | variable | default | meaning",
            Help.callers(NAMES).stream(),
            row ->
                List.of(code(row.second()), code(row.first()), code(row.otherwise()), row.text()));
  }

  private static List<String> flag(Help.Row row) {
    return List.of(code(row.first()), code(row.second()), code(row.otherwise()), row.text());
  }

  private static String table(
      String title, String head, Stream<Help.Row> rows, Function<Help.Row, List<String>> cells) {
    return "\n## " + title + "\n\n" + rows(head, rows, cells);
  }

  private static String rows(
      String head, Stream<Help.Row> rows, Function<Help.Row, List<String>> cells) {
    String line = "|" + "---|".repeat(head.split("\\|").length);
    return "| "
        + head
        + " |\n"
        + line
        + "\n"
        + rows.map(row -> "| " + String.join(" | ", cells.apply(row)) + " |")
            .map(row -> row.replaceAll(" {2,}", " "))
            .collect(joining("\n", "", "\n"));
  }

  private static String code(String text) {
    return text.isEmpty() ? "" : "`" + text + "`";
  }
}
