package dev.dragoman.runtime.execute.client;

import dev.dragoman.runtime.execute.client.tls.TlsOptions;
import java.io.IOException;
import java.net.Socket;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.protocol.HttpContext;

/** TLS 1.2 and 1.3; the certificate must match the host name. */
final class Tls implements TlsSocketStrategy {
  private static final String[] VERSIONS = {"TLSv1.3", "TLSv1.2"};

  private final TlsOptions options;

  Tls(TlsOptions options) {
    this.options = options;
  }

  @Override
  public SSLSocket upgrade(
      Socket socket, String host, int port, Object attachment, HttpContext context)
      throws IOException {
    Exchange exchange = Connector.exchange(context);
    SSLSocket secure =
        (SSLSocket)
            options
                .context(exchange.isIdentified())
                .getSocketFactory()
                .createSocket(socket, Connector.ascii(host), port, true);
    SSLParameters parameters = secure.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    parameters.setProtocols(VERSIONS);
    secure.setSSLParameters(parameters);
    exchange.securing(true);
    secure.startHandshake();
    exchange.securing(false);
    return secure;
  }
}
