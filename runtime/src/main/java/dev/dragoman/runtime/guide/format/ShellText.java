package dev.dragoman.runtime.guide.format;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Words of POSIX shell commands (IEEE 1003.1, section 2.2). */
public final class ShellText {
  private ShellText() {}

  /** A word as the shell passes it on, without expansion; single-quoted if necessary. */
  public static String word(String value) {
    return value.matches("[A-Za-z0-9_@%+=:,./-]+")
        ? value
        : "'" + value.replace("'", "'\\''") + "'";
  }

  /** A command whose words are passed on literally. */
  public static String command(String... words) {
    return Arrays.stream(words).map(ShellText::word).collect(Collectors.joining(" "));
  }
}
