package dev.dragoman.runtime.execute;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An HTTP server that records every request as received and responds with arbitrary bytes. */
public final class RawUpstream implements AutoCloseable {
  /** The head of a good answer, up to its last header. */
  static final String OK = "HTTP/1.1 200 OK\nContent-Type: application/json\n";

  /** A good answer with nothing in it. */
  public static final String EMPTY_OK = OK + "Content-Length: 2\n\n{}";

  private static final Pattern LENGTH = Pattern.compile("(?i)\r\ncontent-length: *(\\d+)");

  /** Answers one request. */
  public interface Script {

    /** Writes what it likes; the connection ends afterwards, unless it is kept. */
    void answer(String request, OutputStream out) throws IOException, InterruptedException;
  }

  private final ServerSocket listener;
  private final Script script;
  private final boolean keeps;
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final List<Socket> sockets = new CopyOnWriteArrayList<>();
  private final AtomicInteger ended = new AtomicInteger();

  private RawUpstream(Script script, boolean keeps) {
    this.script = script;
    this.keeps = keeps;
    try {
      this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    start(this::accept);
  }

  /** Answers by a script. */
  public static RawUpstream scripted(Script script) {
    return new RawUpstream(script, false);
  }

  /**
   * Answers by a script, each connection for as long as the client keeps it open. Reads heads only:
   * the script runs before the content of a request is read.
   */
  public static RawUpstream keeping(Script script) {
    return new RawUpstream(script, true);
  }

  /** Answers every request with the same text; bare line feeds stand for line ends. */
  public static RawUpstream answering(String answer) {
    return scripted((request, out) -> out.write(bytes(answer)));
  }

  /** The bytes of an answer; bare line feeds stand for line ends. */
  public static byte[] bytes(String answer) {
    return answer.replace("\n", "\r\n").getBytes(ISO_8859_1);
  }

  /** An answer with this body and its length. */
  public static byte[] withBody(String head, byte[] body) {
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    answer.writeBytes(bytes(head + "\nContent-Length: " + body.length + "\n\n"));
    answer.writeBytes(body);
    return answer.toByteArray();
  }

  /** Where it is. */
  public URI url() {
    return URI.create("http://127.0.0.1:" + listener.getLocalPort());
  }

  /** The requests so far, each as its bytes in ISO 8859-1. */
  public List<String> requests() {
    return List.copyOf(requests);
  }

  public String onlyRequest() {
    if (requests.size() != 1) {
      throw new AssertionError("expected one request, got " + requests);
    }
    return requests.get(0);
  }

  /** How many connections were made. */
  public int connections() {
    return sockets.size();
  }

  /** How many connections have not ended on this side. */
  public int open() {
    return sockets.size() - ended.get();
  }

  /** Ends the connection that was made last. */
  public void closeLast() throws IOException {
    sockets.get(sockets.size() - 1).close();
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        Socket socket = listener.accept();
        sockets.add(socket);
        start(() -> serve(socket));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      do {
        String request = read(socket.getInputStream());
        requests.add(request);
        script.answer(request, socket.getOutputStream());
        socket.getOutputStream().flush();
      } while (keeps);
    } catch (IOException | InterruptedException gone) {
      // The client went away, which is what several tests are about.
    } finally {
      ended.incrementAndGet();
    }
  }

  private String read(InputStream in) throws IOException {
    StringBuilder request = new StringBuilder();
    while (request.indexOf("\r\n\r\n") < 0) {
      int next = in.read();
      if (next < 0) {
        throw new IOException("no request");
      }
      request.append((char) next);
    }
    Matcher length = LENGTH.matcher(request);
    if (!keeps && length.find()) {
      request.append(new String(in.readNBytes(Integer.parseInt(length.group(1))), ISO_8859_1));
    }
    return request.toString();
  }

  private static void start(Runnable work) {
    Thread thread = new Thread(work, "raw-upstream");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() {
    try {
      listener.close();
      for (Socket socket : sockets) {
        socket.close();
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
