package dev.dragoman.runtime.execute.client;

import java.io.IOException;
import java.net.Socket;
import java.security.NoSuchAlgorithmException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.protocol.HttpContext;

/** TLS 1.2 and 1.3 with the trust store of the JVM; the certificate must match the host name. */
final class Tls implements TlsSocketStrategy {
  private static final String[] VERSIONS = {"TLSv1.3", "TLSv1.2"};

  @Override
  public SSLSocket upgrade(
      Socket socket, String host, int port, Object attachment, HttpContext context)
      throws IOException {
    SSLSocket secure =
        (SSLSocket)
            context().getSocketFactory().createSocket(socket, Connector.ascii(host), port, true);
    SSLParameters parameters = secure.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    parameters.setProtocols(VERSIONS);
    secure.setSSLParameters(parameters);
    secure.startHandshake();
    return secure;
  }

  /** The JVM's context, created on first use because reading the trust store takes a while. */
  private static SSLContext context() throws SSLException {
    try {
      return SSLContext.getDefault();
    } catch (NoSuchAlgorithmException broken) {
      throw new SSLException("the JVM's trust store cannot be used", broken);
    }
  }
}
