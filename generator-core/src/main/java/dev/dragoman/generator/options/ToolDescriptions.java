package dev.dragoman.generator.options;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How much of the document the descriptions of tools contain, unless one is configured. */
public enum ToolDescriptions {
  /** The summary of the operation. */
  SUMMARY,
  /** The summary and the description. */
  DESCRIPTION,
  /** The summary, the description, and an example that the document marks for models. */
  EXAMPLES;

  /** The word used in configuration. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The value with this word; empty if there is none. */
  public static Optional<ToolDescriptions> of(String word) {
    return Arrays.stream(values()).filter(value -> value.word().equals(word)).findFirst();
  }

  /** The words of all values. */
  public static List<String> words() {
    return Arrays.stream(values()).map(ToolDescriptions::word).toList();
  }
}
