package dev.dragoman.runtime.execute.origin;

import dev.dragoman.runtime.Environment;
import dev.dragoman.runtime.ServerDefinition;
import dev.dragoman.runtime.credential.CredentialSource;
import dev.dragoman.runtime.execute.uri.HostAndPort;
import dev.dragoman.runtime.library.RuntimeVersion;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * The location of the API and how far it is trusted.
 *
 * @param baseUrl absolute http or https URL to which operation paths are appended
 * @param namedByOperator whether the operator configured it. It then also replaces the servers of
 *     individual operations, and may be a private address; a URL from the API's document may not
 * @param deadline for a complete call: connection, redirects and the entire body
 * @param maxBytes maximum size of a body, both as received and after decompression
 * @param userAgent the value of {@code User-Agent}
 * @param credentials the source of the credential for callers with an access token
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
   * Creates an upstream.
   *
   * @throws IllegalArgumentException if the URL is not an absolute http or https URL, or has user
   *     information, a query or a fragment
   */
  public Upstream {
    Objects.requireNonNull(deadline);
    Objects.requireNonNull(userAgent);
    Objects.requireNonNull(credentials);
    baseUrl = HostAndPort.ascii(baseUrl);
    Origin.check(baseUrl);
  }

  /** A base URL that the operator configured. */
  public static Upstream named(URI baseUrl) {
    return at(baseUrl, true);
  }

  /** A base URL that the API's document declares. */
  public static Upstream declared(Environment environment) {
    return at(environment.baseUrl(), false);
  }

  /** The environments of an API by name; those whose URL cannot be used are left out. */
  public static Map<String, Upstream> declared(ServerDefinition definition) {
    Map<String, Upstream> upstreams = new LinkedHashMap<>();
    for (Environment environment : definition.environments()) {
      try {
        upstreams.put(environment.name(), declared(environment));
      } catch (IllegalArgumentException unusable) {
        // It may never be requested.
      }
    }
    return upstreams;
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

  /** The same upstream with credentials for callers with an access token. */
  public Upstream withCredentials(CredentialSource source) {
    return new Upstream(baseUrl, namedByOperator, deadline, maxBytes, userAgent, source);
  }

  private static String defaultUserAgent() {
    return "dragoman" + RuntimeVersion.find().map(version -> "/" + version).orElse("");
  }
}
