package dev.dragoman.runtime.execute.client;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.IDN;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.impl.io.DefaultHttpClientConnectionOperator;
import org.apache.hc.client5.http.io.HttpClientConnectionOperator;
import org.apache.hc.client5.http.io.ManagedHttpClientConnection;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.net.NamedEndpoint;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * Establishes connections. A name is resolved once per connection, and the connection is made to
 * one of the addresses that were checked, so that a name which resolves differently the next time
 * (DNS rebinding) has no effect. Sockets are those of channels, so that interrupting the calling
 * thread closes them.
 */
final class Connector implements HttpClientConnectionOperator {
  /** The attribute of a connection attempt's context that contains its {@link Exchange}. */
  static final String EXCHANGE = "dragoman.exchange";

  private static final Pattern LAST_LABEL_IS_NUMBER =
      Pattern.compile("(.*\\.)?(0[xX][0-9A-Fa-f]*|[0-9]+)\\.?");

  private final AddressResolver resolver;
  private final AddressRule rule;
  private final HttpClientConnectionOperator single;

  Connector(AddressResolver resolver, AddressRule rule, ConnectionOptions options) {
    this.resolver = resolver;
    this.rule = rule;
    TlsSocketStrategy tls = new Tls(options.tls());
    this.single =
        new DefaultHttpClientConnectionOperator(
            socksProxy -> SocketChannel.open().socket(),
            null,
            null,
            scheme -> "https".equals(scheme) ? tls : null);
  }

  @Override
  public void connect(
      ManagedHttpClientConnection connection,
      HttpHost host,
      @Nullable NamedEndpoint name,
      @Nullable Path unixSocket,
      @Nullable InetSocketAddress local,
      @Nullable Timeout timeout,
      SocketConfig config,
      @Nullable Object tlsConfig,
      HttpContext context)
      throws IOException {
    Exchange exchange = exchange(context);
    String hostName = ascii(host.getHostName());
    checkTarget(exchange);
    List<InetAddress> addresses = addresses(hostName, exchange);
    if (exchange.route().proxy().isEmpty()) {
      rule.check(hostName, addresses);
    }
    for (int index = 0; index < addresses.size(); index++) {
      HttpHost one =
          new HttpHost(
              host.getSchemeName(), addresses.get(index), host.getHostName(), host.getPort());
      Timeout part = part(exchange, addresses.size() - index);
      try {
        single.connect(connection, one, name, null, local, part, config, tlsConfig, context);
        return;
      } catch (SSLException insecure) {
        throw insecure;
      } catch (IOException failed) {
        boolean over = exchange.isStopped() || Thread.currentThread().isInterrupted();
        if (over || index == addresses.size() - 1) {
          throw failed;
        }
      }
    }
    throw new ConnectException(host.getHostName() + " has no address");
  }

  /**
   * Checks the host of a request that takes a proxy. The proxy resolves names, and its rules apply
   * to them; but a host that is an address is checked here, in every notation of one.
   */
  private void checkTarget(Exchange exchange) throws IOException {
    Route route = exchange.route();
    String target = ascii(route.target().getHostName());
    if (route.proxy().isPresent() && isAddress(target)) {
      rule.check(target, addresses(target, exchange));
    }
  }

  /** Whether a host is an address: one whose last label is a number (WHATWG URL, section 3.5). */
  private static boolean isAddress(String host) {
    return host.indexOf(':') >= 0 || LAST_LABEL_IS_NUMBER.matcher(host).matches();
  }

  static Exchange exchange(HttpContext context) {
    return (Exchange) Objects.requireNonNull(context.getAttribute(EXCHANGE));
  }

  /** The ASCII form of a host name: HttpClient converts internationalized names to Unicode. */
  static String ascii(String host) throws UnknownHostException {
    try {
      return host.chars().allMatch(unit -> unit < 0x80) ? host : IDN.toASCII(host);
    } catch (IllegalArgumentException invalid) {
      UnknownHostException unknown = new UnknownHostException(host);
      unknown.initCause(invalid);
      throw unknown;
    }
  }

  private List<InetAddress> addresses(String host, Exchange exchange) throws IOException {
    try {
      return resolver.resolve(host, exchange.left());
    } catch (InterruptedException cancelled) {
      Thread.currentThread().interrupt();
      InterruptedIOException failed = new InterruptedIOException("interrupted");
      failed.initCause(cancelled);
      throw failed;
    }
  }

  /** Divides the remaining time, so that an unresponsive address leaves time for the next ones. */
  private static Timeout part(Exchange exchange, int addresses) {
    long millis = TimeUnit.NANOSECONDS.toMillis(exchange.left()) / addresses;
    return Timeout.ofMilliseconds(Math.max(1, millis));
  }

  @Override
  public void connect(
      ManagedHttpClientConnection connection,
      HttpHost host,
      @Nullable InetSocketAddress local,
      @Nullable TimeValue timeout,
      SocketConfig config,
      HttpContext context)
      throws IOException {
    connect(connection, host, null, null, local, null, config, null, context);
  }

  @Override
  public void upgrade(ManagedHttpClientConnection connection, HttpHost host, HttpContext context)
      throws IOException {
    single.upgrade(connection, host, context);
  }
}
