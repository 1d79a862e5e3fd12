package dev.dragoman.runtime.execute;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An HTTP proxy on loopback that resolves every name to loopback, with tunnels, forwarded requests
 * and basic authentication.
 */
public final class TestProxy implements AutoCloseable {
  private static final Pattern CONNECT = Pattern.compile("CONNECT (\\S+):(\\d+) HTTP/1.1\r\n");
  private static final Pattern FORWARD =
      Pattern.compile("([A-Z]+) http://([^/:]+|\\[[^/]+])(?::(\\d+))?(/\\S*) HTTP/1.1\r\n");

  private final ServerSocket listener;
  private final Optional<String> expected;
  private final List<String> heads = new CopyOnWriteArrayList<>();
  private volatile int refusal;

  /**
   * Starts a proxy.
   *
   * @param user {@code user:password}; empty if it lets everybody through
   */
  public TestProxy(String user) throws IOException {
    expected =
        user.isEmpty()
            ? Optional.empty()
            : Optional.of(
                "Proxy-Authorization: Basic "
                    + Base64.getEncoder().encodeToString(user.getBytes(ISO_8859_1)));
    listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    start(this::accept);
  }

  /** Answers every request with a status. */
  public TestProxy refusing(int status) {
    refusal = status;
    return this;
  }

  /** Host and port. */
  public String address() {
    return "127.0.0.1:" + listener.getLocalPort();
  }

  /** The heads of all requests, as received. */
  public List<String> heads() {
    return List.copyOf(heads);
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        Socket socket = listener.accept();
        start(() -> serve(socket));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket client) {
    try (client) {
      String head = head(client.getInputStream());
      heads.add(head);
      Matcher tunnel = CONNECT.matcher(head);
      Matcher forward = FORWARD.matcher(head);
      if (refusal != 0) {
        answer(client, refusal + " No");
      } else if (expected.isPresent() && !head.contains("\r\n" + expected.get() + "\r\n")) {
        answer(client, "407 No\r\nProxy-Authenticate: Basic realm=\"p\"");
      } else if (tunnel.lookingAt()) {
        try (Socket server = connect(tunnel.group(2))) {
          client.getOutputStream().write("HTTP/1.1 200 Connected\r\n\r\n".getBytes(ISO_8859_1));
          copy(client, server);
        }
      } else if (forward.lookingAt()) {
        String port = forward.group(3) == null ? "80" : forward.group(3);
        try (Socket server = connect(port)) {
          String plain = forward.group(1) + " " + forward.group(4) + " HTTP/1.1\r\n";
          server
              .getOutputStream()
              .write(forward.replaceFirst(Matcher.quoteReplacement(plain)).getBytes(ISO_8859_1));
          copy(client, server);
        }
      } else {
        answer(client, "400 No");
      }
    } catch (IOException gone) {
      // One side went away.
    }
  }

  private static void answer(Socket client, String status) throws IOException {
    client
        .getOutputStream()
        .write(("HTTP/1.1 " + status + "\r\nContent-Length: 0\r\n\r\n").getBytes(ISO_8859_1));
  }

  private static Socket connect(String port) throws IOException {
    return new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(port));
  }

  private static void copy(Socket client, Socket server) throws IOException {
    start(
        () -> {
          try (OutputStream to = server.getOutputStream()) {
            client.getInputStream().transferTo(to);
          } catch (IOException gone) {
            // The other direction ends, too.
          }
        });
    server.getInputStream().transferTo(client.getOutputStream());
  }

  private static String head(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int next = in.read();
      if (next < 0) {
        throw new IOException("no request");
      }
      head.append((char) next);
    }
    return head.toString();
  }

  private static void start(Runnable work) {
    Thread thread = new Thread(work, "test-proxy");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }
}
