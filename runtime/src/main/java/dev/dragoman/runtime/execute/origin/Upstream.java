package dev.dragoman.runtime.execute.origin;

import dev.dragoman.runtime.Environment;
import dev.dragoman.runtime.credential.CredentialSource;
import dev.dragoman.runtime.execute.uri.HostAndPort;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * Where the API is and how far it is trusted.
 *
 * @param baseUrl absolute http or https URL that operation paths are appended to
 * @param namedByOperator whether the operator chose it. It then stands in for the servers of single
 *     operations, too, and may be a private address; a URL from the API's document may not
 * @param deadline for one call in all: connection, redirects and the whole body
 * @param maxBytes the longest body that is read, on the wire and again after decompression
 * @param userAgent the value of {@code User-Agent}
 * @param credentials where the credential of callers with an access token comes from
 */
public record Upstream(
    URI baseUrl,
    boolean namedByOperator,
    Duration deadline,
    int maxBytes,
    String userAgent,
    CredentialSource credentials) {
  private static final Duration DEADLINE = Duration.ofSeconds(30);
  private static final int MAX_BYTES = 10_000_000;

  /**
   * An upstream.
   *
   * @throws IllegalArgumentException if the URL is not absolute http or https, or has user
   *     information, a query or a fragment
   */
  public Upstream {
    Objects.requireNonNull(deadline);
    Objects.requireNonNull(userAgent);
    Objects.requireNonNull(credentials);
    baseUrl = HostAndPort.ascii(baseUrl);
    Origin.check(baseUrl);
  }

  /** A base URL that the operator named. */
  public static Upstream named(URI baseUrl) {
    return at(baseUrl, true);
  }

  /** A base URL that the API's document names. */
  public static Upstream declared(Environment environment) {
    return at(environment.baseUrl(), false);
  }

  private static Upstream at(URI baseUrl, boolean named) {
    return new Upstream(
        baseUrl, named, DEADLINE, MAX_BYTES, defaultUserAgent(), CredentialSource.NONE);
  }

  public Upstream withDeadline(Duration limit) {
    return new Upstream(baseUrl, namedByOperator, limit, maxBytes, userAgent, credentials);
  }

  public Upstream withMaxBytes(int limit) {
    return new Upstream(baseUrl, namedByOperator, deadline, limit, userAgent, credentials);
  }

  public Upstream withUserAgent(String value) {
    return new Upstream(baseUrl, namedByOperator, deadline, maxBytes, value, credentials);
  }

  /** The same with credentials for callers who came with an access token. */
  public Upstream withCredentials(CredentialSource source) {
    return new Upstream(baseUrl, namedByOperator, deadline, maxBytes, userAgent, source);
  }

  private static String defaultUserAgent() {
    String version = Upstream.class.getPackage().getImplementationVersion();
    return "dragoman" + Optional.ofNullable(version).map(known -> "/" + known).orElse("");
  }
}
