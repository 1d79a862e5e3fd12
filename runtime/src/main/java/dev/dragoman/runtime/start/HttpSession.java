package dev.dragoman.runtime.start;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A client over a bare socket, which leaves no classes of its own in the archive. */
final class HttpSession {
  private static final int PATIENCE_MILLIS = 30_000;

  private final int port;

  HttpSession(int port) {
    this.port = port;
  }

  void get(String path) throws IOException {
    exchange("GET " + path + " HTTP/1.1\r\n", "");
  }

  /** The response with its headers. */
  String post(String message) throws IOException {
    return exchange(
        "POST /mcp HTTP/1.1\r\n"
            + "Content-Type: application/json\r\n"
            + "Accept: application/json, text/event-stream\r\n"
            + "Content-Length: "
            + message.getBytes(StandardCharsets.UTF_8).length
            + "\r\n",
        message);
  }

  private String exchange(String head, String body) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      String request = head + "Host: 127.0.0.1:" + port + "\r\nConnection: close\r\n\r\n" + body;
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      socket.getOutputStream().flush();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
