package dev.dragoman.runtime.validate.schema;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * The formats that are checked (2020-12 validation, section 7.3; the OpenAPI format registry), each
 * leniently: APIs accept more than their documents say, and a call refused for its format cannot be
 * made at all. Other formats are ignored.
 */
enum FormatAssertions {
  DATE("a date such as 2026-11-21"),
  DATE_TIME("a date and time such as 2026-11-21T09:30:00Z"),
  UUID("a UUID"),
  EMAIL("an e-mail address"),
  URI("a URL"),
  IPV4("an IPv4 address"),
  IPV6("an IPv6 address"),
  INT32("a 32-bit integer"),
  INT64("a 64-bit integer");

  private static final int MAX_LENGTH = 10_000;

  private final String words;

  FormatAssertions(String words) {
    this.words = words;
  }

  /** The format with the given name; empty if it is not checked. */
  static Optional<FormatAssertions> of(String name) {
    String constant = name.equals("url") ? "URI" : name.replace('-', '_').toUpperCase(Locale.ROOT);
    return Arrays.stream(values()).filter(format -> format.name().equals(constant)).findFirst();
  }

  /** The expected format in words. */
  String words() {
    return words;
  }

  /** Minimum number of characters in this format; 0 if it is not limited. */
  int shortest() {
    return switch (this) {
      case UUID -> 32;
      case DATE, DATE_TIME -> 10;
      default -> 0;
    };
  }

  /** Whether a value has the format; values of other types always match. */
  boolean fits(JsonNode value) {
    if (value.isString()) {
      String text = value.stringValue();
      return text.length() > MAX_LENGTH || isWritten(text);
    }
    return switch (this) {
      case INT32 -> isWithin(value, 31);
      case INT64 -> isWithin(value, 63);
      default -> true;
    };
  }

  private static boolean isWithin(JsonNode value, int bits) {
    Optional<BigDecimal> number = JsonNumbers.decimal(value);
    BigDecimal bound = new BigDecimal(BigInteger.ONE.shiftLeft(bits));
    return number.isEmpty()
        || (number.get().compareTo(bound) < 0 && number.get().compareTo(bound.negate()) >= 0);
  }

  private boolean isWritten(String text) {
    return switch (this) {
      case DATE -> isDate(text);
      case DATE_TIME -> isDateTime(text);
      case UUID -> Texts.UUID.matcher(text).matches();
      case EMAIL -> Texts.EMAIL.matcher(text).matches();
      case URI -> Texts.URI.matcher(text).matches();
      case IPV4 -> Texts.IPV4.matcher(text).matches();
      case IPV6 -> isIpv6(text);
      case INT32, INT64 -> true;
    };
  }

  private static boolean isDate(String text) {
    if (!Texts.DATE.matcher(text).matches()) {
      return false;
    }
    try {
      LocalDate.parse(text);
      return true;
    } catch (DateTimeException noSuchDay) {
      return false;
    }
  }

  /** RFC 3339; offset, seconds and time are optional, and a space may replace the T. */
  private static boolean isDateTime(String text) {
    return text.length() >= 10
        && isDate(text.substring(0, 10))
        && Texts.TIME.matcher(text.substring(10)).matches();
  }

  /** RFC 4291, section 2.2, with an optional zone or prefix length. */
  private static boolean isIpv6(String text) {
    String address = text.replaceFirst("[%/].*", "");
    String groups = Texts.EMBEDDED_IPV4.matcher(address).replaceFirst(":0:0");
    int gap = groups.indexOf("::");
    if (gap < 0) {
      return groups(groups) == 8;
    }
    int before = groups(groups.substring(0, gap));
    int after = groups(groups.substring(gap + 2));
    return before >= 0 && after >= 0 && before + after <= 7;
  }

  /** The number of groups of hexadecimal digits; -1 if the text is not a list of groups. */
  private static int groups(String text) {
    if (text.isEmpty()) {
      return 0;
    }
    return Texts.HEX_GROUPS.matcher(text).matches() ? text.split(":").length : -1;
  }

  /** Compiled when the first such format is checked. */
  private static final class Texts {
    static final Pattern UUID =
        Pattern.compile("(?i)(urn:uuid:)?\\{?[0-9a-f]{8}-?([0-9a-f]{4}-?){3}[0-9a-f]{12}}?");
    static final Pattern EMAIL =
        Pattern.compile("[^\\s@]+@[^\\s@]+|\".+\"@[^\\s@]+|[^<>]*<[^\\s@]+@[^\\s@]+>");
    static final Pattern URI = Pattern.compile("(?i)([a-z][a-z0-9+.-]*:|/)[^\\s\\p{Cntrl}]*");
    static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    static final Pattern TIME =
        Pattern.compile(
            "([Tt ]([01][0-9]|2[0-3]):[0-5][0-9](:([0-5][0-9]|60)([.,][0-9]+)?)?"
                + "( ?[Zz]| ?[+-]([01][0-9]|2[0-3])(:?[0-5][0-9])?)?)?");
    static final Pattern IPV4 =
        Pattern.compile(
            "((25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])(\\.(?!$|/)|(?=$|/))){4}(/[0-9]{1,2})?");
    static final Pattern EMBEDDED_IPV4 =
        Pattern.compile(
            ":(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])"
                + "(\\.(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])){3}$");
    static final Pattern HEX_GROUPS = Pattern.compile("[0-9A-Fa-f]{1,4}(:[0-9A-Fa-f]{1,4})*");
  }
}
