package dev.dragoman.generator.spec.operation;

import dev.dragoman.generator.problem.Location;
import dev.dragoman.generator.spec.node.NodeReader;
import dev.dragoman.generator.spec.problem.SpecProblem;
import dev.dragoman.generator.spec.source.ReadOptions;
import dev.dragoman.runtime.execute.uri.HostAndPort;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a server's URL can be used. A server with an invalid URL is left out rather than
 * corrected by guessing.
 */
public final class ServerUrls {
  private static final Pattern NEVER_IN_A_URL = Pattern.compile("[\\x00-\\x1F\"\\\\^`|\\x7F]");
  private static final String NAME_ANOTHER =
      "The server is ignored; set the base URL when you generate or run the MCP server.";

  private final NodeReader nodes;
  private final ReadOptions options;

  /** Creates the checks for a document. */
  public ServerUrls(NormalizationContext level) {
    this.nodes = level.nodes();
    this.options = level.options();
  }

  /**
   * Whether the URL is relative, or an http or https URL of a host to which requests may be sent.
   */
  public boolean isUsable(String url, Location location) {
    if (NEVER_IN_A_URL.matcher(url).find()) {
      nodes.warning(
          SpecProblem.SERVER,
          location,
          "The server URL contains characters that are not allowed in a URL.",
          NAME_ANOTHER);
      return false;
    }
    URI uri = parse(url);
    String fault = uri == null ? "is not a URL" : fault(uri);
    if (fault != null) {
      nodes.warning(
          SpecProblem.SERVER,
          location,
          "The server URL \"%s\" %s.".formatted(withoutCredentials(url), fault),
          NAME_ANOTHER);
      return false;
    }
    return uri != null && mayBeCalled(uri, location);
  }

  /** A message must not repeat a password. */
  private static String withoutCredentials(String url) {
    return url.replaceFirst("//[^/?#]*@", "//…@");
  }

  private static @Nullable URI parse(String url) {
    try {
      return HostAndPort.ascii(new URI(url));
    } catch (URISyntaxException e) {
      return null;
    }
  }

  /** What is wrong with a URL, as the rest of a sentence; null if nothing is. */
  private static @Nullable String fault(URI uri) {
    if (uri.getRawQuery() != null || uri.getRawFragment() != null) {
      return "has a query or a fragment";
    }
    if (uri.getRawUserInfo() != null) {
      return "contains credentials";
    }
    if (uri.getScheme() == null) {
      return uri.getRawAuthority() == null ? null : "has a host but no scheme";
    }
    String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
    if (!scheme.equals("https") && !scheme.equals("http")) {
      return "is not an http or https URL";
    }
    return HostAndPort.of(uri).isEmpty() ? "has no valid host and port" : null;
  }

  /** Link-local and metadata hosts must be allowed explicitly by the user. */
  private boolean mayBeCalled(URI uri, Location location) {
    String name = HostAndPort.of(uri).map(HostAndPort::host).orElse(null);
    String host = uri.getHost() == null ? name : uri.getHost();
    if (host == null
        || !LocalHosts.isOne(host)
        || options.allowedHosts().contains(host.toLowerCase(Locale.ROOT))) {
      return true;
    }
    nodes.warning(
        SpecProblem.SERVER,
        location,
        "The server \"%s\" is a link-local or cloud metadata host.".formatted(host),
        "The server is ignored; allow this host explicitly if it is intended, or set another base"
            + " URL.");
    return false;
  }
}
