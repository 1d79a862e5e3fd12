package dev.dragoman.runtime.search.text;

import java.util.List;
import java.util.regex.Pattern;

/** Splits a long request into its steps. */
public final class ClauseSplitter {
  /** Maximum number of steps; more than any real request contains. */
  private static final int MOST = 16;

  private static final Pattern SEPARATOR =
      Pattern.compile(
          "[.!?;]+(?=\\s|$)|\\n|,?\\s+(?:and|then|also|next|finally|after that|plus)\\s+|,\\s+",
          Pattern.CASE_INSENSITIVE);

  private ClauseSplitter() {}

  /** The steps of a request, in order. */
  public static List<String> split(String text) {
    return SEPARATOR.splitAsStream(text).filter(part -> !part.isBlank()).limit(MOST).toList();
  }
}
