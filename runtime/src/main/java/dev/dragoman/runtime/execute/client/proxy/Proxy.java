package dev.dragoman.runtime.execute.client.proxy;

import dev.dragoman.runtime.Secret;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP proxy. {@link #toString} does not reveal the password.
 *
 * @param source the flag or variable that names it, for messages
 * @param host its name or address, without brackets
 * @param port its port
 * @param user user and password; empty if it needs none
 */
public record Proxy(String source, String host, int port, Optional<Secret> user) {
  private static final int DEFAULT_PORT = 80;

  /** The user information may contain anything: like curl, the last at sign ends it. */
  private static final Pattern URL =
      Pattern.compile(
          "(?:(?<scheme>[A-Za-z][A-Za-z0-9+.-]*)://)?"
              + "(?:(?<user>[^/]*)@)?"
              + "(?:\\[(?<literal>[0-9A-Fa-f:.]+)]|(?<host>[^\\s/?#@:\\[\\]]+))"
              + "(?::(?<port>[0-9]{1,5}))?/?");

  public Proxy {
    Objects.requireNonNull(source);
    Objects.requireNonNull(host);
    Objects.requireNonNull(user);
  }

  /**
   * Reads the URL of a proxy; a host with a port is enough.
   *
   * @throws IllegalArgumentException if it cannot be used, with a sentence that does not repeat the
   *     URL, which may contain a password
   */
  static Proxy parse(String source, String url) {
    Matcher parts = URL.matcher(url);
    if (!parts.matches()) {
      throw new IllegalArgumentException(
          source + " must be the URL of a proxy, such as http://proxy.example.com:3128.");
    }
    String scheme = parts.group("scheme");
    if (scheme != null && !scheme.equalsIgnoreCase("http")) {
      throw new IllegalArgumentException(
          source
              + " names a proxy of a kind that is not supported; use an HTTP proxy, such as"
              + " http://proxy.example.com:3128.");
    }
    int port = parts.group("port") == null ? DEFAULT_PORT : Integer.parseInt(parts.group("port"));
    if (port < 1 || port > 65_535) {
      throw new IllegalArgumentException(source + " must have a port from 1 to 65535.");
    }
    String literal = parts.group("literal");
    return new Proxy(
        source,
        literal == null ? parts.group("host") : literal,
        port,
        user(source, parts.group("user")));
  }

  private static Optional<Secret> user(String source, @Nullable String given) {
    if (given == null || given.isEmpty()) {
      return Optional.empty();
    }
    String user;
    try {
      user = URLDecoder.decode(given.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException literalPercent) {
      user = given;
    }
    if (user.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException(
          source + " contains control characters in its user or password.");
    }
    return Optional.of(Secret.of(user.indexOf(':') < 0 ? user + ":" : user));
  }

  /** The value of {@code Proxy-Authorization} (RFC 7617); empty if the proxy needs none. */
  public Optional<String> authorization() {
    return user.map(pair -> "Basic " + base64(pair));
  }

  private static String base64(Secret pair) {
    return Base64.getEncoder().encodeToString(pair.reveal().getBytes(StandardCharsets.UTF_8));
  }

  /** Whatever must not be shown. */
  Stream<String> spellings() {
    return user.stream()
        .flatMap(
            pair ->
                Stream.of(
                    pair.reveal(),
                    pair.reveal().substring(pair.reveal().indexOf(':') + 1),
                    base64(pair)))
        .filter(text -> !text.isEmpty());
  }

  @Override
  public String toString() {
    return "Proxy[" + source + "]";
  }
}
