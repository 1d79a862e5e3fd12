package dev.dragoman.benchmarks.serving;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A caller's connection, which is kept between calls. Distinguishes calls that were refused from
 * lost ones.
 */
public final class HttpLine implements AutoCloseable {
  private static final int TIMEOUT_MILLIS = 60_000;

  private final int port;
  private @Nullable Socket socket;
  private @Nullable InputStream in;
  private long received;

  public HttpLine(int port) {
    this.port = port;
  }

  /** A complete response. */
  public record Reply(int status, String body) {}

  /** Thrown if there was no connection; nothing was sent. */
  public static final class RefusedException extends IOException {
    private static final long serialVersionUID = 1L;

    RefusedException(IOException cause) {
      super(cause);
    }
  }

  /** Sends one request completely, and reads its response. */
  public Reply send(String method, String path, String headers, String body) throws IOException {
    byte[] content = body.getBytes(UTF_8);
    String head =
        method
            + " "
            + path
            + " HTTP/1.1\r\nHost: 127.0.0.1:"
            + port
            + "\r\n"
            + headers
            + (content.length == 0 ? "" : "Content-Length: " + content.length + "\r\n")
            + "\r\n";
    ByteArrayOutputStream request = new ByteArrayOutputStream();
    request.writeBytes(head.getBytes(UTF_8));
    request.writeBytes(content);
    Socket open = open();
    try {
      open.getOutputStream().write(request.toByteArray());
      return read();
    } catch (IOException broken) {
      close();
      throw broken;
    }
  }

  /** The number of bytes received so far, with headers. */
  public long received() {
    return received;
  }

  private Socket open() throws IOException {
    if (socket != null) {
      return socket;
    }
    Socket fresh = new Socket();
    try {
      fresh.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), TIMEOUT_MILLIS);
    } catch (IOException e) {
      fresh.close();
      throw new RefusedException(e);
    }
    fresh.setTcpNoDelay(true);
    fresh.setSoTimeout(TIMEOUT_MILLIS);
    socket = fresh;
    in = new BufferedInputStream(fresh.getInputStream());
    return fresh;
  }

  private Reply read() throws IOException {
    int status = Integer.parseInt(line().substring(9, 12));
    int length = 0;
    boolean chunked = false;
    boolean last = false;
    for (String header = line(); !header.isEmpty(); header = line()) {
      String lower = header.toLowerCase(Locale.ROOT);
      if (lower.startsWith("content-length:")) {
        length = Integer.parseInt(lower.substring(15).strip());
      }
      chunked |= lower.startsWith("transfer-encoding:") && lower.endsWith("chunked");
      last |= lower.startsWith("connection:") && lower.endsWith("close");
    }
    byte[] body = chunked ? chunks() : bytes(length);
    if (last) {
      close();
    }
    return new Reply(status, new String(body, UTF_8));
  }

  private byte[] chunks() throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    int size = Integer.parseInt(line(), 16);
    while (size > 0) {
      body.writeBytes(bytes(size));
      line();
      size = Integer.parseInt(line(), 16);
    }
    line();
    return body.toByteArray();
  }

  private byte[] bytes(int count) throws IOException {
    byte[] bytes = input().readNBytes(count);
    received += bytes.length;
    if (bytes.length < count) {
      throw new IOException("the connection ended within an answer");
    }
    return bytes;
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    received++;
    for (int next = input().read(); next != '\n'; next = input().read()) {
      if (next < 0) {
        throw new IOException("the connection ended before the whole response was there");
      }
      received++;
      if (next != '\r') {
        line.append((char) next);
      }
    }
    return line.toString();
  }

  private InputStream input() throws IOException {
    if (in == null) {
      throw new IOException("no connection");
    }
    return in;
  }

  @Override
  public void close() {
    try {
      if (socket != null) {
        socket.close();
      }
    } catch (IOException ignored) {
      // Nothing is waited for.
    }
    socket = null;
    in = null;
  }
}
