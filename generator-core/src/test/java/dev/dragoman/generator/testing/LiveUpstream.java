package dev.dragoman.generator.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An API on loopback that records each request byte by byte and answers all of them alike. */
public final class LiveUpstream implements AutoCloseable {
  private static final Pattern LENGTH = Pattern.compile("(?i)\r\ncontent-length: *(\\d+)");

  private final ServerSocket listener;
  private final List<Request> requests = new CopyOnWriteArrayList<>();
  private volatile String answer = ok("{\"done\":true}");

  /**
   * A request as it came.
   *
   * @param target the request target, e.g. {@code /a?b=1}
   * @param headers all lines of the head but the first
   * @param body its bytes in ISO 8859-1
   */
  public record Request(String method, String target, List<String> headers, String body) {

    /** The values of a header, in their order. */
    public List<String> all(String name) {
      String prefix = name.toLowerCase(Locale.ROOT) + ":";
      return headers.stream()
          .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(prefix))
          .map(line -> line.substring(prefix.length()).strip())
          .toList();
    }

    /** The one value of a header; empty when it is absent. */
    public String header(String name) {
      return String.join(" && ", all(name));
    }
  }

  LiveUpstream() throws IOException {
    listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread thread = new Thread(this::accept, "live-upstream");
    thread.setDaemon(true);
    thread.start();
  }

  static String ok(String json) {
    return "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: "
        + json.length()
        + "\r\n\r\n"
        + json;
  }

  String url() {
    return "http://127.0.0.1:" + listener.getLocalPort();
  }

  /** From now on every request gets this answer, in ISO 8859-1. */
  public void answer(String response) {
    answer = response;
  }

  /** The requests since the last time. */
  public List<Request> take() {
    List<Request> taken = new ArrayList<>(requests);
    requests.clear();
    return taken;
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        Socket socket = listener.accept();
        Thread thread = new Thread(() -> serve(socket), "live-upstream");
        thread.setDaemon(true);
        thread.start();
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      while (true) {
        requests.add(read(socket.getInputStream()));
        socket.getOutputStream().write(answer.getBytes(ISO_8859_1));
        socket.getOutputStream().flush();
      }
    } catch (IOException clientLeft) {
      // A client that is done closes its connection.
    }
  }

  private static Request read(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int next = in.read();
      if (next < 0) {
        throw new IOException("closed");
      }
      head.append((char) next);
    }
    List<String> lines = List.of(head.toString().strip().split("\r\n"));
    String[] first = lines.get(0).split(" ", 3);
    Matcher length = LENGTH.matcher(head);
    int size = length.find() ? Integer.parseInt(length.group(1)) : 0;
    String body = new String(in.readNBytes(size), ISO_8859_1);
    return new Request(first[0], first[1], lines.subList(1, lines.size()), body);
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }
}
