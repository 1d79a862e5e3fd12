package dev.dragoman.runtime.page;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a server shows of itself to whoever can reach it. */
public enum PageMode {
  /** The page; operations are on it if a caller needs no credential to search for them. */
  ON,
  /** The page with the operations, even if callers need a credential. */
  FULL,
  /** No page. */
  OFF;

  /** The name in flags and variables. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The mode with the given name; empty if there is none. */
  public static Optional<PageMode> of(String word) {
    return Arrays.stream(values()).filter(mode -> mode.word().equals(word)).findFirst();
  }

  /** All names. */
  public static List<String> words() {
    return Arrays.stream(values()).map(PageMode::word).toList();
  }
}
