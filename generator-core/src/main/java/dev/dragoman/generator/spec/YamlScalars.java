package dev.dragoman.generator.spec;

import dev.dragoman.generator.model.Json;
import dev.dragoman.generator.problem.Location;
import java.math.BigInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a plain YAML scalar means: the core schema of YAML 1.2.2, section 10.3.2. There {@code no},
 * {@code on} and dates are strings. Infinity and NaN, which JSON cannot say, stay strings too.
 */
final class YamlScalars {
  private static final Pattern DECIMAL =
      Pattern.compile("([-+]?)([0-9]*)(?:\\.([0-9]*))?([eE][-+]?[0-9]+)?");

  private YamlScalars() {}

  static Json plain(String text, Location location) {
    return switch (text) {
      case "", "~", "null", "Null", "NULL" -> new Json.Null(location);
      case "true", "True", "TRUE" -> new Json.Bool(true, location);
      case "false", "False", "FALSE" -> new Json.Bool(false, location);
      default -> numberOrText(text, location);
    };
  }

  private static Json numberOrText(String text, Location location) {
    char first = text.charAt(0);
    if (first > '9' || first < '+') {
      return new Json.Str(text, location);
    }
    if (text.matches("0o[0-7]+")) {
      return new Json.Num(new BigInteger(text.substring(2), 8).toString(), location);
    }
    if (text.matches("0x[0-9a-fA-F]+")) {
      return new Json.Num(new BigInteger(text.substring(2), 16).toString(), location);
    }
    Matcher decimal = DECIMAL.matcher(text);
    return decimal.matches() && hasDigits(decimal)
        ? new Json.Num(jsonSpelling(decimal), location)
        : new Json.Str(text, location);
  }

  private static boolean hasDigits(Matcher decimal) {
    String fraction = decimal.group(3);
    return !decimal.group(2).isEmpty() || (fraction != null && !fraction.isEmpty());
  }

  /** JSON has no plus sign, no leading zeros and no bare point (RFC 8259, section 6). */
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
