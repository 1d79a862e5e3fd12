package dev.dragoman.generator.spec.keyword;

import dev.dragoman.generator.model.Json;
import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Numbers in text: which ones are valid in JSON, and which ones of YAML's core schema may have been
 * intended.
 */
public final class Numerals {
  /** Maximum number of digits, and maximum exponent, of numbers used in calculations. */
  public static final int MOST_DIGITS = 1_000;

  private static final Pattern JSON =
      Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE]([-+]?[0-9]+))?");
  private static final Pattern DECIMAL =
      Pattern.compile("([-+]?)([0-9]*)(?:\\.([0-9]*))?([eE][-+]?[0-9]+)?");

  private Numerals() {}

  /** Whether a text is a JSON number (RFC 8259, section 6), of any size. */
  public static boolean isJson(String text) {
    return JSON.matcher(text).matches();
  }

  /**
   * Whether a JSON number can be written with at most {@link #MOST_DIGITS} digits, so that
   * calculating with it takes little memory and time. {@code 1e999999999} is short but is not
   * small.
   */
  public static boolean isSmall(String digits) {
    Matcher matcher = JSON.matcher(digits);
    if (digits.length() > MOST_DIGITS || !matcher.matches()) {
      return false;
    }
    String exponent = matcher.group(4);
    String power = exponent == null ? "0" : exponent.replaceFirst("^[-+]?0*", "");
    return power.length() <= 4 && (power.isEmpty() || Integer.parseInt(power) <= MOST_DIGITS);
  }

  /**
   * The number represented by a text in YAML's core schema (YAML 1.2.2, section 10.3.2), in JSON
   * notation: {@code .5}, {@code +1}, {@code 0x1F}. Empty for other texts and for large numbers.
   */
  public static Optional<Json> number(Json.Str text) {
    return spelling(text.value().strip())
        .filter(Numerals::isSmall)
        .map(digits -> new Json.Num(digits, text.location()));
  }

  private static Optional<String> spelling(String text) {
    if (text.length() > MOST_DIGITS) {
      return Optional.empty();
    }
    if (text.matches("0o[0-7]+")) {
      return Optional.of(new BigInteger(text.substring(2), 8).toString());
    }
    if (text.matches("0x[0-9a-fA-F]+")) {
      return Optional.of(new BigInteger(text.substring(2), 16).toString());
    }
    Matcher decimal = DECIMAL.matcher(text);
    return decimal.matches() && hasDigits(decimal)
        ? Optional.of(jsonSpelling(decimal))
        : Optional.empty();
  }

  private static boolean hasDigits(Matcher decimal) {
    String fraction = decimal.group(3);
    return !decimal.group(2).isEmpty() || (fraction != null && !fraction.isEmpty());
  }

  /** JSON does not allow a plus sign, leading zeros or a bare decimal point. */
  private static String jsonSpelling(Matcher decimal) {
    String whole = decimal.group(2).replaceFirst("^0+(?=[0-9])", "");
    String fraction = decimal.group(3);
    String exponent = decimal.group(4);
    return ("-".equals(decimal.group(1)) ? "-" : "")
        + (whole.isEmpty() ? "0" : whole)
        + (fraction == null ? "" : "." + (fraction.isEmpty() ? "0" : fraction))
        + (exponent == null ? "" : exponent);
  }
}
