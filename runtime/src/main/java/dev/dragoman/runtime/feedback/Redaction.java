package dev.dragoman.runtime.feedback;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Takes out what looks like a credential. It errs on the side of taking out too much: the text is
 * for people who mend the server, and a lost identifier costs them less than a kept key.
 */
public final class Redaction {
  private static final String MASK = "[redacted]";

  /** Shapes that are credentials whatever stands around them. Each backtracks over one run only. */
  private static final List<Pattern> SHAPES =
      List.of(
          // A JSON Web Token (RFC 7519): its header is a Base64URL object, which begins with eyJ.
          Pattern.compile("\\beyJ[A-Za-z0-9_-]{5,}+\\.[A-Za-z0-9_.-]++"),
          Pattern.compile("(?i)\\bbearer\\s++[A-Za-z0-9._~+/=-]{6,}+"),
          Pattern.compile("(?i)\\bbasic\\s++[A-Za-z0-9+/]{8,}+={0,2}+"),
          Pattern.compile(
              "(?i)\\b[a-z-]{0,20}(?:api[_-]?key|token|secret|password|passwd|authorization)"
                  + "[\"']?\\s{0,3}+[:=]\\s{0,3}+[\"']?[^\\s\"',;]{4,}+"));

  /** {@code sk_live_…}, {@code ghp_…}, {@code xoxb-…}: a short prefix and a long tail. */
  private static final Pattern PREFIXED =
      Pattern.compile("\\b(?:[A-Za-z]{2,10}[_-]){1,3}([A-Za-z0-9]{16,}+)");

  /** A run of characters long enough to be a key; {@link #looksRandom} has the last word. */
  private static final Pattern RUN = Pattern.compile("[A-Za-z0-9+/_-]{24,}+={0,2}+");

  private static final Pattern HEX = Pattern.compile("[0-9a-fA-F]{32,}");

  private Redaction() {}

  /** The text with every token-like part masked. */
  public static String of(String text) {
    String masked = text;
    for (Pattern shape : SHAPES) {
      masked = shape.matcher(masked).replaceAll(MASK);
    }
    masked = PREFIXED.matcher(masked).replaceAll(Redaction::maskIfDigits);
    return RUN.matcher(masked).replaceAll(Redaction::maskIfRandom);
  }

  /** Without a digit in its tail it is a name in snake case. */
  private static String maskIfDigits(MatchResult prefixed) {
    boolean digit = prefixed.group(1).chars().anyMatch(Character::isDigit);
    return digit ? MASK : prefixed.group();
  }

  private static String maskIfRandom(MatchResult run) {
    return looksRandom(run.group()) ? MASK : run.group();
  }

  /** Names and paths of an API are long too, but seldom mix digits with both cases. */
  private static boolean looksRandom(String run) {
    if (HEX.matcher(run).find()) {
      return true;
    }
    boolean digit = run.chars().anyMatch(Character::isDigit);
    boolean upper = run.chars().anyMatch(Character::isUpperCase);
    boolean lower = run.chars().anyMatch(Character::isLowerCase);
    boolean longName = run.length() < 40 || run.indexOf('/') >= 0;
    return digit && ((upper && lower) || !longName);
  }
}
