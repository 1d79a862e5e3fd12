package dev.dragoman.runtime.execute.client;

import java.io.IOException;
import javax.net.ssl.SSLHandshakeException;
import org.apache.hc.client5.http.io.ConnectionEndpoint;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpStatus;
import org.apache.hc.core5.http.ProtocolException;
import org.apache.hc.core5.http.io.HttpClientConnection;
import org.apache.hc.core5.http.message.MessageSupport;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;

/** Writes a request to a connection and reads the head of its response. */
final class RequestSender implements ConnectionEndpoint.RequestExecutor {
  /** Maximum number of interim responses (1xx) before the response. */
  private static final int MAX_INTERIM = 100;

  private final Exchange exchange;
  private boolean whole;

  RequestSender(Exchange exchange) {
    this.exchange = exchange;
  }

  /** Whether the complete request was written. */
  boolean isWhole() {
    return whole;
  }

  @Override
  public ClassicHttpResponse execute(
      ClassicHttpRequest request, HttpClientConnection connection, HttpContext context)
      throws IOException, HttpException {
    exchange.sending();
    IOException failed = write(request, connection);
    whole = failed == null;
    try {
      return receive(request, (PooledConnection) connection);
    } catch (IOException | HttpException noResponse) {
      if (failed != null && !isRefusal(noResponse)) {
        failed.addSuppressed(noResponse);
        throw failed;
      }
      throw noResponse;
    }
  }

  /** A server or proxy that refuses a request says so before it closes the connection. */
  private static boolean isRefusal(Exception noResponse) {
    return noResponse instanceof SSLHandshakeException || noResponse instanceof ProxyRefusal;
  }

  private void checkProxy(int status) throws ProxyRefusal {
    Route route = exchange.route();
    if (ProxyRefusal.isMeant(route, status)) {
      throw new ProxyRefusal(route.proxy().orElseThrow(), status);
    }
  }

  /**
   * Writes the request. A server may respond, with 413 for example, and close the connection before
   * it has read the complete content; a failure is therefore returned until the response has been
   * read.
   */
  private static @Nullable IOException write(
      ClassicHttpRequest request, HttpClientConnection connection) throws HttpException {
    try {
      connection.sendRequestHeader(request);
      if (request.getEntity() != null) {
        connection.sendRequestEntity(request);
      }
      connection.flush();
      return null;
    } catch (IOException failed) {
      return failed;
    }
  }

  private ClassicHttpResponse receive(ClassicHttpRequest request, PooledConnection connection)
      throws IOException, HttpException {
    try {
      ClassicHttpResponse response = connection.receiveResponseHeader();
      for (int count = 1; response.getCode() < HttpStatus.SC_OK; count++) {
        if (response.getCode() == HttpStatus.SC_SWITCHING_PROTOCOLS || count > MAX_INTERIM) {
          throw new ProtocolException("unexpected interim response " + response.getCode());
        }
        response = connection.receiveResponseHeader();
      }
      checkProxy(response.getCode());
      exchange.answered(response.getCode());
      if (MessageSupport.canResponseHaveBody(request.getMethod(), response)) {
        connection.receiveResponseEntity(response);
      }
      return response;
    } catch (ProxyRefusal refusal) {
      throw refusal;
    } catch (IOException | HttpException failed) {
      if (connection.status() >= HttpStatus.SC_OK) {
        exchange.answered(connection.status());
      }
      throw failed;
    }
  }
}
