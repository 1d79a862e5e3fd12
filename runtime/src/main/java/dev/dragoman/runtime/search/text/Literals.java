package dev.dragoman.runtime.search.text;

import java.util.regex.Pattern;

/** The parts of a request that are data, not words about the API. */
public final class Literals {
  private static final Pattern LITERAL =
      Pattern.compile(
          String.join(
              "|",
              "\\b[a-z][a-z0-9+.-]{1,20}://\\S+",
              "\\bwww\\.\\S+",
              "\\S{1,80}@\\S{1,80}\\.\\S{1,80}",
              "\"[^\"]{0,300}\"",
              "“[^”]{0,300}”",
              "`[^`]{0,300}`",
              "(?<![\\p{L}\\p{N}])['‘][^'’]{0,300}['’](?![\\p{L}\\p{N}])",
              "<[^<>]{0,100}>"),
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private Literals() {}

  /** The text with each literal replaced by a space. */
  public static String masked(String text) {
    return LITERAL.matcher(text).replaceAll(" ");
  }
}
