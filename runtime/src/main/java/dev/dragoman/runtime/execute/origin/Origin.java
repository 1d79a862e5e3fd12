package dev.dragoman.runtime.execute.origin;

import dev.dragoman.runtime.execute.UpstreamException;
import dev.dragoman.runtime.execute.uri.HostAndPort;
import dev.dragoman.runtime.request.ApiRequest;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The only place to which requests are sent: an origin (RFC 6454) and the path below which they
 * stay.
 */
public final class Origin {
  private static final Pattern DOT_SEGMENT =
      Pattern.compile("(^|/)(\\.|%2[eE]){1,2}(;[^/]*)?(/|$)");

  private final URI base;
  private final String basePath;
  private final Optional<HostAndPort> place;

  public Origin(URI baseUrl) {
    this.base = HostAndPort.ascii(baseUrl);
    check(base);
    this.basePath = withoutTrailingSlash(URI.create(base.toASCIIString()).getRawPath());
    this.place = HostAndPort.of(base).map(HostAndPort::lowerCase);
  }

  /** Checks a base URL; see the constructor of {@link Upstream}. */
  static void check(URI url) {
    String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
    if (!(scheme.equals("http") || scheme.equals("https")) || HostAndPort.of(url).isEmpty()) {
      throw new IllegalArgumentException(
          "the base URL must be an absolute http or https URL, such as https://api.example.com/v1;"
              + " it is "
              + url.getScheme()
              + " with host "
              + url.getRawAuthority());
    }
    if (url.getRawUserInfo() != null || url.getRawQuery() != null || url.getRawFragment() != null) {
      throw new IllegalArgumentException(
          "the base URL may have no user information, query or fragment; give credentials by their"
              + " own setting");
    }
    if (DOT_SEGMENT.matcher(url.getRawPath()).find()) {
      throw new IllegalArgumentException("the base URL may have no path segments . and ..");
    }
  }

  private static String withoutTrailingSlash(String path) {
    return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
  }

  public URI base() {
    return base;
  }

  /** Whether connections use TLS. */
  public boolean isSecure() {
    return "https".equalsIgnoreCase(base.getScheme());
  }

  /**
   * The URL of a request below the base URL.
   *
   * @throws UpstreamException if the request would leave the base URL
   */
  public URI resolve(ApiRequest request, String rawQuery) {
    String query = rawQuery.isEmpty() ? "" : "?" + rawQuery;
    URI target;
    try {
      target = URI.create(prefix() + basePath + request.rawPath() + query);
    } catch (IllegalArgumentException invalid) {
      throw new UpstreamException(
          "The request's path or query is not valid in a URL; nothing was sent.");
    }
    boolean below =
        target.getRawPath().startsWith(basePath + "/") && !hasDotSegment(target.getRawPath());
    if (!isOriginOf(target) || !below || target.getRawFragment() != null) {
      throw new UpstreamException("The request would leave " + base + "; nothing was sent.");
    }
    return target;
  }

  /**
   * Where a URL reference in the response to a request leads.
   *
   * @return the path and the query below the base URL; empty if it leads elsewhere
   */
  public Optional<String> below(ApiRequest request, String reference) {
    try {
      URI url = URI.create(prefix() + basePath + request.rawPath()).resolve(reference);
      String path = url.getRawPath();
      if (path == null
          || !isOriginOf(url)
          || !path.startsWith(basePath + "/")
          || hasDotSegment(path)) {
        return Optional.empty();
      }
      String query = url.getRawQuery() == null ? "" : "?" + url.getRawQuery();
      return Optional.of(path.substring(basePath.length()) + query);
    } catch (IllegalArgumentException notUrl) {
      return Optional.empty();
    }
  }

  /** Most paths contain nothing that a segment {@code .} or {@code ..} could begin with. */
  private static boolean hasDotSegment(String path) {
    return (path.contains("/.") || path.contains("/%2")) && DOT_SEGMENT.matcher(path).find();
  }

  private String prefix() {
    return base.getScheme() + "://" + base.getRawAuthority();
  }

  /** Whether a URL has this scheme, host and port, and no user information. */
  public boolean isOriginOf(URI url) {
    return base.getScheme().equalsIgnoreCase(url.getScheme())
        && place.equals(HostAndPort.of(url).map(HostAndPort::lowerCase))
        && url.getRawUserInfo() == null;
  }
}
