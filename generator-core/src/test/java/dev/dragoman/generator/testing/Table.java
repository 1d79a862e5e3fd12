package dev.dragoman.generator.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * Cases with what is expected of each beside it, as files {@code *.table} of the test resources. A
 * case is a line {@code === title}, its input, a line {@code ---} and the expected text; lines
 * before the first case are comments. {@code -Ddragoman.golden=refresh} writes what is found in
 * place of what is expected.
 */
public final class Table {
  private static final Path TABLES = Path.of("src/test/resources/tables");
  private static final String TITLE = "=== ";
  private static final String SEPARATOR = "---";

  /** One case; the input ends with a line break. */
  private record Case(String title, String input, String expected) {}

  /** What a case gives. */
  @FunctionalInterface
  public interface Result {
    /** The text that is compared with the expected one, with or without a line break at its end. */
    String of(String input) throws Exception;
  }

  private Table() {}

  /**
   * A test for every case of a table.
   *
   * @param name its file below {@code src/test/resources/tables}, without the ending
   */
  public static Stream<DynamicTest> tests(String name, Result result) {
    Path file = TABLES.resolve(name + ".table");
    try {
      if ("refresh".equals(System.getProperty("dragoman.golden"))) {
        refresh(file, result);
      }
      List<Case> cases = cases(Files.readString(file));
      assertThat(cases).isNotEmpty();
      return cases.stream()
          .map(
              one ->
                  DynamicTest.dynamicTest(
                      one.title(),
                      () ->
                          assertThat(found(one, result))
                              .as(one.title())
                              .isEqualTo(one.expected())));
    } catch (Exception e) {
      throw new IllegalStateException(file.toString(), e);
    }
  }

  private static String found(Case one, Result result) throws Exception {
    return result.of(one.input()).stripTrailing();
  }

  private static List<Case> cases(String text) {
    List<Case> cases = new ArrayList<>();
    for (String block : text.substring(head(text).length()).split("(?m)^" + TITLE, -1)) {
      if (!block.isEmpty()) {
        int end = block.indexOf('\n');
        String[] parts = block.substring(end + 1).split("(?m)^" + SEPARATOR + "\n", -1);
        assertThat(parts).as("parts of %s", block).hasSize(2);
        cases.add(new Case(block.substring(0, end), parts[0], parts[1].stripTrailing()));
      }
    }
    return cases;
  }

  /** The comments. */
  private static String head(String text) {
    int first = text.startsWith(TITLE) ? 0 : text.indexOf("\n" + TITLE) + 1;
    return text.substring(0, first);
  }

  private static void refresh(Path file, Result result) throws Exception {
    String text = Files.readString(file);
    List<String> blocks = new ArrayList<>();
    for (Case one : cases(text)) {
      blocks.add(
          TITLE + one.title() + "\n" + one.input() + SEPARATOR + "\n" + found(one, result) + "\n");
    }
    Files.writeString(file, head(text) + blocks.stream().collect(Collectors.joining("\n")));
  }
}
