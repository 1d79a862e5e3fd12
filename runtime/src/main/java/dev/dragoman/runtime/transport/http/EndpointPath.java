package dev.dragoman.runtime.transport.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A path of the MCP endpoint: {@code /mcp}, or below it one that withholds operations: {@code
 * /mcp/readonly}, {@code /mcp/t/TAG} and {@code /mcp/t/TAG/readonly}.
 *
 * @param readOnly whether only operations that read may be run
 * @param tag the only tag whose operations may be run, as the client spells it; empty for all
 */
record EndpointPath(boolean readOnly, Optional<String> tag) {
  static final String ROOT = "/mcp";

  /** The path that withholds nothing. */
  static final EndpointPath WHOLE = new EndpointPath(false, Optional.empty());

  /** The patterns of all paths, in the notation of {@link HttpService#paths}. */
  static final List<String> PATTERNS = List.of(ROOT, ROOT + "/readonly", ROOT + "/t/*");

  private static final Pattern PATH = Pattern.compile("/mcp(?:/t/([^/]+))?(/readonly)?");

  /**
   * Reads a path in its normal form; empty if it is not one of the endpoint's. A tag is
   * percent-encoded in UTF-8.
   */
  static Optional<EndpointPath> of(String path) {
    if (path.equals(ROOT)) {
      return Optional.of(WHOLE);
    }
    Matcher parts = PATH.matcher(path);
    if (!parts.matches()) {
      return Optional.empty();
    }
    return Optional.of(
        new EndpointPath(
            parts.group(2) != null,
            Optional.ofNullable(parts.group(1)).map(EndpointPath::decoded)));
  }

  /** In a path, a plus sign is one (RFC 3986, section 3.3). */
  private static String decoded(String segment) {
    try {
      return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notEncoded) {
      return segment;
    }
  }
}
