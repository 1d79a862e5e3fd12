package dev.dragoman.runtime.transport.http.page;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which representation of a document a client wants, and whether it has it (RFC 9110). */
public final class Representation {
  private static final Pattern TAG = Pattern.compile("(?:W/)?(\"[\\x21\\x23-\\x7E\\x80-\\xFF]*\")");

  private static final Pattern CODING =
      Pattern.compile(
          "(?:x-)?gzip(?:\\s*;\\s*q\\s*=\\s*(?:1(?:\\.0{0,3})?|0\\.\\d{0,2}[1-9]\\d{0,2}))?",
          Pattern.CASE_INSENSITIVE);

  private Representation() {}

  /**
   * Whether the client has this representation already (RFC 9110, section 13.1.2).
   *
   * @param ifNoneMatch the values of {@code If-None-Match}
   * @param tag the entity tag of the representation
   */
  public static boolean matches(List<String> ifNoneMatch, String tag) {
    return ifNoneMatch.stream()
        .anyMatch(
            value ->
                value.strip().equals("*")
                    || TAG.matcher(value)
                        .results()
                        .map(found -> found.group(1))
                        .anyMatch(tag::equals));
  }

  /**
   * Whether a client accepts gzip (RFC 9110, section 12.5.3). A wildcard does not count: whoever
   * writes one by hand wants to read the response.
   */
  public static boolean acceptsGzip(List<String> acceptEncoding) {
    return acceptEncoding.stream()
        .flatMap(value -> Pattern.compile(",").splitAsStream(value))
        .map(coding -> CODING.matcher(coding.strip()))
        .anyMatch(Matcher::matches);
  }
}
