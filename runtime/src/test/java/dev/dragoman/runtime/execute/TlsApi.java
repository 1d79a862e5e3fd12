package dev.dragoman.runtime.execute;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.URI;
import java.security.Principal;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;

/** An API over TLS on loopback, which notes its requests and how they arrived. */
public final class TlsApi implements AutoCloseable {
  private static final byte[] OK =
      RawUpstream.bytes("HTTP/1.1 200 OK\nContent-Type: application/json\nContent-Length: 2\n\n{}");

  private final SSLServerSocket listener;
  private final List<String> requests = new CopyOnWriteArrayList<>();

  public TlsApi(SSLContext context) throws IOException {
    this(context, socket -> {});
  }

  /**
   * Starts to listen.
   *
   * @param settings changes the socket, e.g. requires a client certificate
   */
  public TlsApi(SSLContext context, Consumer<SSLServerSocket> settings) throws IOException {
    listener =
        (SSLServerSocket)
            context
                .getServerSocketFactory()
                .createServerSocket(0, 50, InetAddress.getLoopbackAddress());
    settings.accept(listener);
    start(this::accept);
  }

  public URI url() {
    return URI.create("https://127.0.0.1:" + listener.getLocalPort());
  }

  public int port() {
    return listener.getLocalPort();
  }

  /** Each as {@code TLSv1.3 CN=client GET /x HTTP/1.1}; {@code -} without a client certificate. */
  public List<String> requests() {
    return List.copyOf(requests);
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        SSLSocket socket = (SSLSocket) listener.accept();
        start(() -> serve(socket));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(SSLSocket socket) {
    try (socket;
        BufferedReader in =
            new BufferedReader(new InputStreamReader(socket.getInputStream(), ISO_8859_1))) {
      String first = "";
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        first = first.isEmpty() ? line : first;
        if (line.isEmpty()) {
          requests.add(socket.getSession().getProtocol() + " " + client(socket) + " " + first);
          first = "";
          socket.getOutputStream().write(OK);
        }
      }
    } catch (IOException gone) {
      // Clients that do not accept the certificate go away.
    }
  }

  private static String client(SSLSocket socket) {
    try {
      Principal principal = socket.getSession().getPeerPrincipal();
      return principal.getName();
    } catch (SSLPeerUnverifiedException none) {
      return "-";
    }
  }

  private static void start(Runnable work) {
    Thread thread = new Thread(work, "tls-api");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }
}
