package dev.dragoman.benchmarks.hostile;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the index expects for a document, parsed from the text in its column.
 *
 * @param mayBeBuilt whether a server is allowed
 * @param mayBeRefused whether an error is allowed
 * @param wantsWarning whether a server must come with a warning about suspicious text
 * @param namesBoth whether that warning has to name two locations
 * @param forbidden ranges of characters that must not occur in tool text: first and last of each
 * @param allValues whether every value of an enum must be accepted, rather than at least one
 * @param neverDefault whether a server is allowed only without the document's own URL, and with a
 *     warning about it
 */
record Expectation(
    boolean mayBeBuilt,
    boolean mayBeRefused,
    boolean wantsWarning,
    boolean namesBoth,
    List<int[]> forbidden,
    boolean allValues,
    boolean neverDefault) {
  private static final Pattern RANGE =
      Pattern.compile("U\\+([0-9A-F]{4,6})(?:-(?:U\\+)?([0-9A-F]{4,6}))?");

  Expectation {
    forbidden = List.copyOf(forbidden);
  }

  static Expectation of(String words) {
    boolean either =
        words.startsWith("EITHER") || words.contains("ERROR or ") || words.contains("or ERROR");
    boolean neverDefault = words.contains("never a silent default");
    either |= neverDefault;
    boolean error = !either && words.startsWith("ERROR");
    return new Expectation(
        !error,
        either || error,
        words.contains("warning") || words.contains("suspicious"),
        words.contains("names both"),
        ranges(words),
        words.matches(".*\\ball [0-9,]+ values accepted.*"),
        neverDefault);
  }

  private static List<int[]> ranges(String words) {
    List<int[]> ranges = new ArrayList<>();
    Matcher matcher = RANGE.matcher(words);
    while (matcher.find()) {
      int first = Integer.parseInt(matcher.group(1), 16);
      String last = matcher.group(2);
      ranges.add(new int[] {first, last == null ? first : Integer.parseInt(last, 16)});
    }
    return ranges;
  }

  /** The first character of a text that the index forbids, or -1. */
  int forbiddenIn(String text) {
    return text.codePoints()
        .filter(
            point -> forbidden.stream().anyMatch(range -> point >= range[0] && point <= range[1]))
        .findFirst()
        .orElse(-1);
  }
}
