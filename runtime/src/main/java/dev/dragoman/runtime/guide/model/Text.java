package dev.dragoman.runtime.guide.model;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A sentence or a few, in which parts may be code: names, paths and values to be set in a
 * monospaced font. Contains no markup, so a renderer escapes each run for its own format.
 *
 * @param runs in reading order; neighbors differ in {@link Run#isCode()}, and none is empty
 */
public record Text(List<Run> runs) {

  /**
   * A part of a text.
   *
   * @param text plain characters, without line breaks
   */
  public record Run(String text, boolean isCode) {}

  public Text {
    runs = List.copyOf(runs);
  }

  /**
   * A text from a template of this project. Backticks in the template enclose code; each {@code {}}
   * is replaced by an argument, which is taken literally: text from a document cannot start or end
   * code.
   */
  public static Text of(String template, Object... arguments) {
    Parts parts = new Parts();
    int next = 0;
    for (int i = 0; i < template.length(); i++) {
      if (template.charAt(i) == '`') {
        parts.toggle();
      } else if (template.startsWith("{}", i)) {
        parts.append(String.valueOf(arguments[next++]));
        i++;
      } else {
        parts.append(String.valueOf(template.charAt(i)));
      }
    }
    return new Text(parts.end());
  }

  /** The text without distinction of code. */
  public String plain() {
    return runs.stream().map(Run::text).collect(Collectors.joining());
  }

  private static final class Parts {
    private final List<Run> runs = new ArrayList<>();
    private final StringBuilder current = new StringBuilder();
    private boolean code;

    void append(String text) {
      current.append(text.replaceAll("\\R", " "));
    }

    void toggle() {
      if (current.length() > 0) {
        runs.add(new Run(current.toString(), code));
        current.setLength(0);
      }
      code = !code;
    }

    List<Run> end() {
      toggle();
      return runs;
    }
  }
}
