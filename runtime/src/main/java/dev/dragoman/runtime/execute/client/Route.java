package dev.dragoman.runtime.execute.client;

import dev.dragoman.runtime.execute.client.proxy.Proxies;
import dev.dragoman.runtime.execute.client.proxy.Proxy;
import dev.dragoman.runtime.execute.uri.HostAndPort;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.apache.hc.client5.http.HttpRoute;
import org.apache.hc.client5.http.RouteInfo.LayerType;
import org.apache.hc.client5.http.RouteInfo.TunnelType;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.net.URIAuthority;

/**
 * The way to the server of a request: directly, to a proxy that forwards requests (http), or
 * through a tunnel of a proxy (https).
 *
 * @param target the server
 * @param proxy the proxy; empty if the server is called directly
 */
record Route(HttpHost target, Optional<Proxy> proxy) {

  /** The way to the server of a URL. */
  static Route to(URI url, Proxies proxies) {
    String scheme = url.getScheme().toLowerCase(Locale.ROOT);
    HostAndPort place = HostAndPort.of(url).orElseThrow().lowerCase();
    HttpHost target = new HttpHost(scheme, place.host(), place.port());
    return new Route(
        target, proxies.forServer(scheme.equals("https"), target.getHostName(), place.port()));
  }

  boolean isSecure() {
    return target.getSchemeName().equals("https");
  }

  /** Whether the proxy reads the requests, instead of passing on what it cannot read. */
  boolean isForwarded() {
    return proxy.isPresent() && !isSecure();
  }

  boolean isTunnelled() {
    return proxy.isPresent() && isSecure();
  }

  /** The key of the pool. */
  HttpRoute key() {
    if (proxy.isEmpty()) {
      return new HttpRoute(target, null, isSecure());
    }
    HttpHost first = new HttpHost("http", proxy.get().host(), proxy.get().port());
    return new HttpRoute(
        target,
        null,
        first,
        isSecure(),
        isSecure() ? TunnelType.TUNNELLED : TunnelType.PLAIN,
        isSecure() ? LayerType.LAYERED : LayerType.PLAIN);
  }

  /** Host and port of the server, as in the request line of {@code CONNECT}. */
  String authority() {
    return new URIAuthority(target.getHostName(), target.getPort()).toString();
  }
}
