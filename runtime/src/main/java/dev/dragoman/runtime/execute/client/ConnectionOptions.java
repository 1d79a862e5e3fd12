package dev.dragoman.runtime.execute.client;

import dev.dragoman.runtime.execute.client.proxy.Proxies;
import dev.dragoman.runtime.execute.client.tls.TlsOptions;
import java.util.Objects;

/**
 * What the operator can set about connections.
 *
 * @param tls whom to trust, and the client certificate
 * @param proxies the proxies through which servers are called
 */
public record ConnectionOptions(TlsOptions tls, Proxies proxies) {
  /** The trust store of the JVM, and no proxy. */
  public static final ConnectionOptions DEFAULT =
      new ConnectionOptions(TlsOptions.JVM, Proxies.NONE);

  public ConnectionOptions {
    Objects.requireNonNull(tls);
    Objects.requireNonNull(proxies);
  }
}
