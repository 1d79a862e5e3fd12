package dev.dragoman.runtime.execute.client;

import dev.dragoman.runtime.execute.client.proxy.Proxies;
import dev.dragoman.runtime.execute.client.proxy.Proxy;
import dev.dragoman.runtime.request.ApiRequest.Pair;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.io.ConnectionEndpoint;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.impl.DefaultConnectionReuseStrategy;
import org.apache.hc.core5.http.io.HttpClientResponseHandler;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.http.protocol.HttpCoreContext;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.pool.PoolConcurrencyPolicy;
import org.apache.hc.core5.pool.PoolReusePolicy;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * Sends one request and reads its response on the calling thread. Uses connections, the pool and
 * the HTTP/1.1 codec of Apache HttpClient, but not its redirects, retries, cookies, authentication
 * and content decoding. Thread-safe.
 */
public final class UpstreamClient {
  /** The attribute of a context that contains its {@link OutgoingRequest}. */
  private static final String REQUEST = "dragoman.request";

  private static final TimeValue IDLE = TimeValue.ofSeconds(30);

  private final PoolingHttpClientConnectionManager pool;
  private final ObservedClient observed = new ObservedClient(this::send);
  private final Predicate<URI> identified;
  private final Proxies proxies;

  /**
   * Creates a client that presents no client certificate.
   *
   * @param maxConcurrent maximum number of concurrent exchanges with one origin, which the caller
   *     enforces
   */
  public UpstreamClient(int maxConcurrent, AddressResolver resolver, AddressRule rule) {
    this(maxConcurrent, resolver, rule, ConnectionOptions.DEFAULT, url -> false);
  }

  /**
   * Creates a client.
   *
   * @param maxConcurrent maximum number of concurrent exchanges with one origin, which the caller
   *     enforces
   * @param mayIdentify whether the server of a URL may see the client certificate; the same for all
   *     URLs of an origin
   */
  public UpstreamClient(
      int maxConcurrent,
      AddressResolver resolver,
      AddressRule rule,
      ConnectionOptions options,
      Predicate<URI> mayIdentify) {
    this.proxies = options.proxies();
    this.identified = options.tls().hasCertificate() ? mayIdentify : url -> false;
    this.pool =
        new PoolingHttpClientConnectionManager(
            new Connector(resolver, rule, options),
            PoolConcurrencyPolicy.STRICT,
            PoolReusePolicy.LIFO,
            TimeValue.NEG_ONE_MILLISECOND,
            socket -> new PooledConnection());
    // A call never waits for the pool: concurrent calls are limited before they get here.
    pool.setDefaultMaxPerRoute(2 * maxConcurrent);
    pool.setMaxTotal(Integer.MAX_VALUE);
    pool.setDefaultConnectionConfig(
        ConnectionConfig.custom()
            .setIdleTimeout(Timeout.of(IDLE.getDuration(), IDLE.getTimeUnit()))
            .setValidateAfterInactivity(TimeValue.ZERO_MILLISECONDS)
            .build());
    AbortTimer.shared().closeIdle(pool, IDLE);
  }

  /**
   * Runs one exchange.
   *
   * @param end when it ends at the latest, including the body, as a value of {@link
   *     System#nanoTime}
   * @throws ExchangeException if there is no complete response
   */
  public <T> T exchange(OutgoingRequest request, long end, ResponseHandler<T> reader)
      throws ExchangeException {
    URI url = request.url();
    Exchange exchange =
        new Exchange(end, reader::answered, Route.to(url, proxies), identified.test(url));
    AbortTimer.shared().add(exchange);
    try {
      return exchange(request, exchange, reader);
    } catch (IOException failed) {
      throw exchange.failure(failed);
    } finally {
      AbortTimer.shared().remove(exchange);
    }
  }

  private <T> T exchange(OutgoingRequest request, Exchange exchange, ResponseHandler<T> reader)
      throws IOException {
    HttpContext context = HttpCoreContext.create();
    context.setAttribute(Connector.EXCHANGE, exchange);
    context.setAttribute(REQUEST, request);
    return observed.execute(
        exchange.route().target(),
        message(request, exchange.route()),
        context,
        response -> {
          ResponseBody body = new ResponseBody(exchange, response.getEntity());
          exchange.reads(body);
          return reader.read(head(response), body);
        });
  }

  /** Exceptions of the connection become those that an {@code HttpClient} may throw. */
  private <T> T send(
      ClassicHttpRequest message,
      HttpContext context,
      HttpClientResponseHandler<? extends T> handler)
      throws IOException {
    Exchange exchange = Connector.exchange(context);
    try {
      TraceHeaders.restore(
          message, (OutgoingRequest) Objects.requireNonNull(context.getAttribute(REQUEST)));
      return send(message, exchange, context, handler);
    } catch (InterruptedException
        | CancellationException
        | ExecutionException
        | TimeoutException
        | HttpException failed) {
      // The pool cancels the request for a connection if the thread is interrupted already.
      if (failed instanceof InterruptedException) {
        Thread.currentThread().interrupt();
      }
      throw exchange.failure(failed);
    }
  }

  private <T> T send(
      ClassicHttpRequest message,
      Exchange exchange,
      HttpContext context,
      HttpClientResponseHandler<? extends T> handler)
      throws IOException,
          HttpException,
          InterruptedException,
          ExecutionException,
          TimeoutException {
    ConnectionEndpoint endpoint =
        pool.lease("api", exchange.route().key(), Timeout.DISABLED, null).get(Timeout.DISABLED);
    boolean reusable = false;
    try {
      exchange.holds(endpoint);
      if (!endpoint.isConnected()) {
        connect(endpoint, exchange.route(), context);
      }
      RequestSender sender = new RequestSender(exchange);
      ClassicHttpResponse response = endpoint.execute("api", message, sender, context);
      T result = handler.handleResponse(response);
      exchange.letsGo();
      reusable =
          exchange.isRead()
              && !exchange.isStopped()
              && sender.isWhole()
              && DefaultConnectionReuseStrategy.INSTANCE.keepAlive(message, response, context);
      return result;
    } finally {
      exchange.letsGo();
      release(endpoint, reusable);
    }
  }

  private void connect(ConnectionEndpoint endpoint, Route route, HttpContext context)
      throws IOException, HttpException {
    pool.connect(endpoint, null, context);
    if (route.isTunnelled()) {
      Tunnel.open(endpoint, route, context);
      pool.upgrade(endpoint, context);
    }
  }

  private void release(ConnectionEndpoint endpoint, boolean reusable) {
    if (!reusable) {
      endpoint.close(CloseMode.IMMEDIATE);
    }
    pool.release(endpoint, null, IDLE);
  }

  private static ClassicHttpRequest message(OutgoingRequest request, Route route) {
    String target = route.isForwarded() ? request.absoluteTarget() : request.target();
    ClassicHttpRequest message =
        new BasicClassicHttpRequest(request.method(), request.url().getScheme(), null, target);
    request.headers().forEach(header -> message.addHeader(header.name(), header.value()));
    if (route.isForwarded()) {
      route
          .proxy()
          .flatMap(Proxy::authorization)
          .ifPresent(credential -> message.addHeader("Proxy-Authorization", credential));
    }
    byte[] content = request.content();
    if (content != null) {
      message.setEntity(new ByteArrayEntity(content, null));
    }
    return message;
  }

  private static ResponseHead head(ClassicHttpResponse response) {
    List<Pair> headers = new ArrayList<>();
    for (Header header : response.getHeaders()) {
      String name = header.getName().toLowerCase(Locale.ROOT);
      headers.add(new Pair(name, HeaderText.of(header.getValue())));
    }
    return new ResponseHead(response.getCode(), headers);
  }
}
