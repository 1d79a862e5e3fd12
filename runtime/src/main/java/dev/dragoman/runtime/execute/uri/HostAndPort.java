package dev.dragoman.runtime.execute.uri;

import java.net.IDN;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The host and port of a URL. {@link URI#getHost} follows RFC 2396 and finds no host in {@code
 * http://my_api:8080}, a typical name of a service in Docker and Kubernetes; RFC 3986, section
 * 3.2.2, allows any registered name.
 *
 * @param host an IP address without brackets, or a name
 * @param port the port of the URL, or the default of its scheme
 */
public record HostAndPort(String host, int port) {
  private static final int MAX_PORT = 65_535;
  private static final Pattern AUTHORITY = Pattern.compile("([A-Za-z0-9._~-]+)(?::(\\d{0,5}))?");

  /** Other spellings of an IPv4 address that resolvers accept, such as {@code 0x7f.1}. */
  private static final Pattern NUMBER = Pattern.compile("(.*\\.)?(\\d+|0[xX][0-9A-Fa-f]*)\\.?");

  private static final Pattern NOT_ASCII = Pattern.compile("[^\\x00-\\x7F]");
  private static final Pattern INTERNATIONAL =
      Pattern.compile("([a-zA-Z][a-zA-Z0-9+.-]*://)([^/?#@:]+)(.*)", Pattern.DOTALL);

  /** Host and port of a URL without user information; empty if it has no host. */
  public static Optional<HostAndPort> of(URI url) {
    if (url.getPort() > MAX_PORT) {
      return Optional.empty();
    }
    if (url.getHost() != null) {
      String host = url.getHost();
      boolean bracketed = host.startsWith("[");
      String bare = bracketed ? host.substring(1, host.length() - 1) : host;
      return Optional.of(new HostAndPort(bare, port(url, url.getPort())));
    }
    Matcher parts = AUTHORITY.matcher(Optional.ofNullable(url.getRawAuthority()).orElse(""));
    if (!parts.matches() || NUMBER.matcher(parts.group(1)).matches()) {
      return Optional.empty();
    }
    String digits = parts.group(2);
    int port = digits == null || digits.isEmpty() ? -1 : Integer.parseInt(digits);
    return port > MAX_PORT
        ? Optional.empty()
        : Optional.of(new HostAndPort(parts.group(1), port(url, port)));
  }

  /**
   * The URL with an internationalized host in its ASCII form (RFC 3490), {@code bücher.example} as
   * {@code xn--bcher-kva.example}; unchanged if it has no host or the host has no such form.
   */
  public static URI ascii(URI url) {
    Matcher parts = INTERNATIONAL.matcher(url.toString());
    if (!parts.matches() || !NOT_ASCII.matcher(parts.group(2)).find()) {
      return url;
    }
    try {
      return URI.create(parts.group(1) + IDN.toASCII(parts.group(2)) + parts.group(3));
    } catch (IllegalArgumentException noSuchForm) {
      return url;
    }
  }

  /** A normalized form for comparison: host names are case-insensitive. */
  public HostAndPort lowerCase() {
    return new HostAndPort(host.toLowerCase(Locale.ROOT), port);
  }

  private static int port(URI url, int given) {
    return given >= 0 ? given : "https".equalsIgnoreCase(url.getScheme()) ? 443 : 80;
  }
}
