package dev.dragoman.benchmarks.serving;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An API on a free loopback port, with a thread for each connection and scripted responses. */
public final class LoopbackApi implements AutoCloseable {
  private static final Pattern LENGTH = Pattern.compile("(?i)\r\ncontent-length: *(\\d+)");
  private static final int BACKLOG = 1024;

  private final ServerSocket listener;
  private final Script script;

  /** Responds to one request. */
  public interface Script {

    /**
     * Writes a response.
     *
     * @param request line, headers and body as received
     * @return whether the connection accepts another request
     */
    boolean answer(String request, OutputStream out) throws IOException, InterruptedException;
  }

  /** Starts the API. */
  public LoopbackApi(Script script) {
    this.script = script;
    try {
      this.listener = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    start(this::accept);
  }

  /** A complete response with a JSON body. */
  public static byte[] json(String body) {
    return ("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: "
            + body.length()
            + "\r\n\r\n"
            + body)
        .getBytes(ISO_8859_1);
  }

  public int port() {
    return listener.getLocalPort();
  }

  public String url() {
    return "http://127.0.0.1:" + port();
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        Socket socket = listener.accept();
        socket.setTcpNoDelay(true);
        start(() -> serve(socket));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      InputStream in = new BufferedInputStream(socket.getInputStream());
      String request = read(in);
      while (!request.isEmpty() && script.answer(request, socket.getOutputStream())) {
        socket.getOutputStream().flush();
        request = read(in);
      }
    } catch (IOException | InterruptedException gone) {
      // The server closed the connection, as it does for responses that it does not read.
    }
  }

  /** The next request; empty at the end. */
  private static String read(InputStream in) throws IOException {
    StringBuilder request = new StringBuilder();
    while (!endsWithEmptyLine(request)) {
      int next = in.read();
      if (next < 0) {
        return "";
      }
      request.append((char) next);
    }
    Matcher length = LENGTH.matcher(request);
    if (length.find()) {
      request.append(new String(in.readNBytes(Integer.parseInt(length.group(1))), ISO_8859_1));
    }
    return request.toString();
  }

  private static boolean endsWithEmptyLine(StringBuilder request) {
    int end = request.length();
    return end >= 4 && request.charAt(end - 1) == '\n' && request.charAt(end - 3) == '\n';
  }

  private static void start(Runnable work) {
    Thread thread = new Thread(null, work, "api", 256 * 1024);
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() {
    try {
      listener.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
