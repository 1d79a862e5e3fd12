package dev.dragoman.runtime.request;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/** What must not be sent where, and why: each check returns the problem, if there is one. */
final class RequestRules {
  /** A header or cookie name: {@code token} of RFC 9110, section 5.6.2. */
  private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

  private static final Pattern SEPARATORS = Pattern.compile("[/\\\\]");

  static final String NOT_UNICODE = "is not valid Unicode text";

  private RequestRules() {}

  /**
   * Keeps a path value inside its segment. Encoding does not help against dot segments: clients and
   * servers remove them, some of them after decoding {@code %2F}.
   */
  static Optional<String> inPath(String value) {
    if (value.isEmpty()) {
      return Optional.of("must not be empty because it is part of the path");
    }
    return hasDotSegment(PercentEncoding.decode(value))
        ? Optional.of("must not contain the path segments . and .. because it is part of the path")
        : Optional.empty();
  }

  /** Whether any segment, as servers with either separator see them, is {@code .} or {@code ..}. */
  private static boolean hasDotSegment(String path) {
    return mayHaveDots(path) && SEPARATORS.splitAsStream(path).anyMatch(RequestRules::isDotSegment);
  }

  /** Whether a text can contain a dot, percent-encoded or not. */
  static boolean mayHaveDots(String text) {
    return text.indexOf('.') >= 0 || text.indexOf('%') >= 0;
  }

  /** Whether a path segment, percent-encoded or not, refers to another segment. */
  static boolean isDotSegment(String segment) {
    String decoded = PercentEncoding.decode(segment);
    int parameters = decoded.indexOf(';');
    String name = parameters < 0 ? decoded : decoded.substring(0, parameters);
    return name.equals(".") || name.equals("..");
  }

  /** An unpaired surrogate is not valid text and has no UTF-8 encoding. */
  static Optional<String> text(String value) {
    for (int index = 0; index < value.length(); index++) {
      if (Character.isSurrogate(value.charAt(index))) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(value)
            ? Optional.empty()
            : Optional.of(NOT_UNICODE);
      }
    }
    return Optional.empty();
  }

  /**
   * A header value consists of visible ASCII characters, spaces and tabs (RFC 9110, section 5.5).
   */
  static Optional<String> inHeader(String value) {
    return value.chars().allMatch(unit -> unit == '\t' || (unit >= ' ' && unit < 0x7F))
        ? Optional.empty()
        : Optional.of(
            "must not contain line breaks, control characters or non-ASCII characters because it"
                + " is sent as a header");
  }

  /** A cookie value must not contain the end of a cookie either (RFC 6265, section 4.1.1). */
  static Optional<String> inCookie(String value) {
    return value.indexOf(';') >= 0
        ? Optional.of("must not contain a semicolon because it is sent as a cookie")
        : inHeader(value);
  }

  static Optional<String> name(String name) {
    return TOKEN.matcher(name).matches()
        ? Optional.empty()
        : Optional.of("is not a valid header or cookie name");
  }
}
