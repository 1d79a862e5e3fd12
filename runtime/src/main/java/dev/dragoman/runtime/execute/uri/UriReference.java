package dev.dragoman.runtime.execute.uri;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Resolves URI references against a base (RFC 3986, section 5.2). {@link URI#resolve} follows the
 * older RFC 2396, which resolves {@code ?y} and the empty reference differently.
 */
public final class UriReference {
  /** RFC 3986, appendix B, with the grammar of the scheme. */
  private static final Pattern PARTS =
      Pattern.compile(
          "(?:([A-Za-z][A-Za-z0-9+.-]*):)?(?://([^/?#]*))?([^?#]*)(?:\\?([^#]*))?(?:#(.*))?",
          Pattern.DOTALL);

  /**
   * Printable characters that are not allowed in a URI (RFC 3986, section 2), except the backslash,
   * which some take for a slash, and brackets.
   */
  private static final String NEVER = "\"<>^`{|}";

  private UriReference() {}

  /**
   * The target of a reference.
   *
   * @param base an absolute URI with an authority
   * @param reference the value of a header; characters that are not allowed in URIs are
   *     percent-encoded, as in browsers
   * @return empty if the reference is not a valid URI
   */
  public static Optional<URI> resolve(URI base, String reference) {
    Matcher parts = PARTS.matcher(reference.strip());
    if (!parts.matches() || (hasPathOnly(parts) && startsLikeAScheme(parts.group(3)))) {
      return Optional.empty();
    }
    String fragment = parts.group(5);
    String suffix = fragment == null ? "" : "#" + ascii(fragment);
    try {
      return Optional.of(URI.create(target(base, parts) + suffix));
    } catch (IllegalArgumentException invalid) {
      return Optional.empty();
    }
  }

  private static boolean hasPathOnly(Matcher parts) {
    return parts.group(1) == null && parts.group(2) == null;
  }

  /** A colon in the first segment would end a scheme (section 4.2). */
  private static boolean startsLikeAScheme(String path) {
    int colon = path.indexOf(':');
    int slash = path.indexOf('/');
    return colon >= 0 && (slash < 0 || colon < slash);
  }

  /** The target without its fragment (section 5.2.2). */
  private static String target(URI base, Matcher parts) {
    String scheme = parts.group(1);
    String authority = parts.group(2);
    String path = ascii(parts.group(3));
    String query = parts.group(4) == null ? null : ascii(parts.group(4));
    String tail = query == null ? "" : "?" + query;
    if (scheme != null || authority != null) {
      String start = authority == null ? "" : "//" + authority;
      return (scheme == null ? base.getScheme() : scheme)
          + ":"
          + start
          + withoutDotSegments(path)
          + tail;
    }
    String start = base.getScheme() + "://" + base.getRawAuthority();
    if (path.isEmpty()) {
      boolean own = query != null || base.getRawQuery() == null;
      return start + base.getRawPath() + (own ? tail : "?" + base.getRawQuery());
    }
    String whole = path.startsWith("/") ? path : merged(base.getRawPath(), path);
    return start + withoutDotSegments(whole) + tail;
  }

  /** Section 5.2.3. */
  private static String merged(String basePath, String path) {
    return basePath.isEmpty()
        ? "/" + path
        : basePath.substring(0, basePath.lastIndexOf('/') + 1) + path;
  }

  /** Section 5.2.4, segment by segment. */
  private static String withoutDotSegments(String path) {
    if (!path.startsWith("/")) {
      return path;
    }
    StringBuilder kept = new StringBuilder();
    String[] segments = path.substring(1).split("/", -1);
    for (int index = 0; index < segments.length; index++) {
      boolean last = index == segments.length - 1;
      String segment = segments[index];
      if (segment.equals("..")) {
        kept.setLength(Math.max(0, kept.lastIndexOf("/")));
      }
      boolean dots = segment.equals(".") || segment.equals("..");
      if (!dots) {
        kept.append('/').append(segment);
      } else if (last) {
        kept.append('/');
      }
    }
    return kept.toString();
  }

  /** Percent-encodes what no URI contains: other characters than ASCII, as UTF-8, and blanks. */
  private static String ascii(String text) {
    StringBuilder ascii = new StringBuilder();
    for (byte one : text.getBytes(StandardCharsets.UTF_8)) {
      if (one > ' ' && one != 0x7F && NEVER.indexOf(one) < 0) {
        ascii.append((char) one);
      } else {
        ascii.append(String.format("%%%02X", one));
      }
    }
    return ascii.toString();
  }
}
