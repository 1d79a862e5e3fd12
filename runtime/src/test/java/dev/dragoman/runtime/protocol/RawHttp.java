package dev.dragoman.runtime.protocol;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** HTTP as text, for what a well-behaved client would never send. */
final class RawHttp {
  private RawHttp() {}

  /** Sends a request as it stands and reads until the server closes. */
  static String exchange(int port, String request) {
    try (Socket socket = open(port)) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Socket open(int port) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout(20_000);
    return socket;
  }

  /** A connection on which a request begins that goes no further. */
  static Socket begin(int port, String part) {
    try {
      Socket socket = open(port);
      socket.getOutputStream().write(part.getBytes(StandardCharsets.UTF_8));
      return socket;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A POST of a message with these headers besides its length; the connection ends with it. */
  static String post(String target, String headers, String body) {
    return "POST %s HTTP/1.1\r\n%sContent-Length: %d\r\nConnection: close\r\n\r\n%s"
        .formatted(target, headers, body.getBytes(StandardCharsets.UTF_8).length, body);
  }

  static int status(String response) {
    return Integer.parseInt(response.substring(9, 12));
  }

  /** The status of what comes on a connection. */
  static int readStatus(Socket socket) {
    try {
      return status(new String(socket.getInputStream().readNBytes(12), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One more byte; a connection the server has ended takes none. */
  static void trickle(Socket socket) {
    try {
      socket.getOutputStream().write(' ');
    } catch (IOException e) {
      // The answer is on its way, which is what the caller waits for.
    }
  }
}
