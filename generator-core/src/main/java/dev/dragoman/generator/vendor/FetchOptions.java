package dev.dragoman.generator.vendor;

import java.net.Authenticator;
import java.net.ProxySelector;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * How a document is fetched.
 *
 * @param proxy selects the proxy; no proxy if empty
 * @param proxyCredentials the credentials for the proxy
 * @param authorization value of the {@code Authorization} header; sent to the origin of the URL
 *     only
 * @param maxBytes maximum size of the document
 * @param timeout for the head of each response, and again for the body
 * @param advice what messages advise
 */
public record FetchOptions(
    Optional<ProxySelector> proxy,
    Optional<Authenticator> proxyCredentials,
    Optional<String> authorization,
    long maxBytes,
    Duration timeout,
    FetchAdvice advice) {
  /** The maximum size of a document that the generator reads. */
  public static final long DEFAULT_MAX_BYTES = 64L << 20;

  public FetchOptions {
    Objects.requireNonNull(proxy);
    Objects.requireNonNull(proxyCredentials);
    Objects.requireNonNull(authorization);
    Objects.requireNonNull(timeout);
    Objects.requireNonNull(advice);
  }

  /** Options with the advice for Maven. */
  public FetchOptions(
      Optional<ProxySelector> proxy,
      Optional<Authenticator> proxyCredentials,
      Optional<String> authorization,
      long maxBytes,
      Duration timeout) {
    this(proxy, proxyCredentials, authorization, maxBytes, timeout, FetchAdvice.MAVEN);
  }

  /** Without a proxy and credentials, up to 64 MiB within a minute. */
  public static FetchOptions direct() {
    return new FetchOptions(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        DEFAULT_MAX_BYTES,
        Duration.ofMinutes(1));
  }

  /** These options with another maximum size. */
  public FetchOptions withMaxBytes(long bytes) {
    return new FetchOptions(proxy, proxyCredentials, authorization, bytes, timeout, advice);
  }

  /** Without the credentials, which are not shown. */
  @Override
  public String toString() {
    return "FetchOptions[maxBytes=" + maxBytes + ", timeout=" + timeout + "]";
  }
}
