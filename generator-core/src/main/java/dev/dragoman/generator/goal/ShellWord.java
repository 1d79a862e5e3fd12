package dev.dragoman.generator.goal;

/** Texts as words of a command line. */
public final class ShellWord {
  private ShellWord() {}

  /** Quotes a text for a POSIX shell, unless it needs no quotes. */
  public static String quoted(String word) {
    return word.matches("[A-Za-z0-9_./:@,=+-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
