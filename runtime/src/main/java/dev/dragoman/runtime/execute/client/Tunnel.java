package dev.dragoman.runtime.execute.client;

import dev.dragoman.runtime.execute.client.proxy.Proxy;
import java.io.IOException;
import org.apache.hc.client5.http.io.ConnectionEndpoint;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpStatus;
import org.apache.hc.core5.http.io.HttpClientConnection;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.apache.hc.core5.http.protocol.HttpContext;

/** Asks a proxy for a connection to the server (RFC 9110, section 9.3.6). */
final class Tunnel implements ConnectionEndpoint.RequestExecutor {
  /** Maximum number of interim responses (1xx) before the response. */
  private static final int MAX_INTERIM = 10;

  private Tunnel() {}

  /**
   * Opens a tunnel on a connection to the proxy.
   *
   * @throws ProxyRefusal if the proxy does not open it
   */
  static void open(ConnectionEndpoint endpoint, Route route, HttpContext context)
      throws IOException, HttpException {
    Proxy proxy = route.proxy().orElseThrow();
    ClassicHttpRequest connect =
        new BasicClassicHttpRequest("CONNECT", "http", null, route.authority());
    connect.addHeader("Host", route.authority());
    proxy
        .authorization()
        .ifPresent(credential -> connect.addHeader("Proxy-Authorization", credential));
    int status = endpoint.execute("api", connect, new Tunnel(), context).getCode();
    if (status / 100 != 2) {
      throw new ProxyRefusal(proxy, status);
    }
  }

  @Override
  public ClassicHttpResponse execute(
      ClassicHttpRequest request, HttpClientConnection connection, HttpContext context)
      throws IOException, HttpException {
    connection.sendRequestHeader(request);
    connection.flush();
    ClassicHttpResponse response = connection.receiveResponseHeader();
    for (int count = 0; count < MAX_INTERIM && response.getCode() < HttpStatus.SC_OK; count++) {
      response = connection.receiveResponseHeader();
    }
    return response;
  }
}
