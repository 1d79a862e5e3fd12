package dev.dragoman.generator.options;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Which tools a server has. */
public enum ToolMode {
  /** {@code search} and {@code execute}, whatever the number of operations. */
  SEARCH,
  /** One tool per operation, for small APIs. */
  OPERATIONS,
  /** Both. */
  BOTH;

  /** The word used in configuration. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The mode with this word; empty if there is none. */
  public static Optional<ToolMode> of(String word) {
    return Arrays.stream(values()).filter(mode -> mode.word().equals(word)).findFirst();
  }

  /** The words of all modes. */
  public static List<String> words() {
    return Arrays.stream(values()).map(ToolMode::word).toList();
  }

  /** Whether operations are found by search and run by execute. */
  public boolean searches() {
    return this != OPERATIONS;
  }

  /** Whether every operation is a tool. */
  public boolean listsOperations() {
    return this != SEARCH;
  }
}
