package dev.dragoman.runtime.execute.client;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import javax.net.ssl.SSLSocket;
import org.apache.hc.client5.http.impl.io.DefaultManagedHttpClientConnection;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpStatus;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultHttpResponseParser;
import org.apache.hc.core5.http.impl.io.SocketHolder;
import org.apache.hc.core5.http.message.LazyLaxLineParser;
import org.apache.hc.core5.util.CharArrayBuffer;
import org.apache.hc.core5.util.Timeout;

/**
 * A connection that keeps the status of a response even if its head fails after the status line,
 * and that checks without waiting whether it is still usable. HttpClient's own check waits a
 * millisecond.
 */
final class PooledConnection extends DefaultManagedHttpClientConnection {
  private static final Http1Config CONFIG = HeadLimits.config();

  /** How long after its first response the end of a connection may arrive, in nanoseconds. */
  private static final long SETTLING_NANOS = 5_000_000;

  private final Parser parser;
  private int responses;
  private long lastUse;

  PooledConnection() {
    this(new Parser());
  }

  private PooledConnection(Parser parser) {
    super("api", null, null, CONFIG, new BodyFraming(), null, null, null, unused -> parser);
    this.parser = parser;
  }

  /**
   * Keeps the status as soon as its line is parsed. Blanks between the name of a header and its
   * colon are passed over, as in browsers (RFC 9112, section 5.1, asks proxies to remove them).
   */
  private static final class Parser extends DefaultHttpResponseParser {
    private int status;

    Parser() {
      super(CONFIG, LazyLaxLineParser.INSTANCE, null);
    }

    @Override
    protected ClassicHttpResponse createMessage(CharArrayBuffer line)
        throws IOException, HttpException {
      ClassicHttpResponse message = super.createMessage(line);
      status = message.getCode();
      return message;
    }
  }

  /** Supplies the input that this class needs. */
  private static final class Holder extends SocketHolder {
    Holder(Socket socket) {
      super(socket);
    }

    Holder(SSLSocket secure, Socket socket) {
      super(secure, socket);
    }

    @Override
    protected InputStream getInputStream(Socket socket) throws IOException {
      return new SocketInput(
          super.getInputStream(socket),
          Objects.requireNonNull(getBaseSocket().getChannel()),
          socket instanceof SSLSocket);
    }
  }

  @Override
  public void bind(Socket socket) throws IOException {
    bind(new Holder(socket));
  }

  @Override
  public void bind(SSLSocket secure, Socket socket) throws IOException {
    bind(new Holder(secure, socket));
  }

  /** Disables HttpClient's logging of headers, which include credentials, at its debug level. */
  @Override
  protected void onRequestSubmitted(ClassicHttpRequest request) {}

  @Override
  protected void onResponseReceived(ClassicHttpResponse response) {}

  private SocketInput input() throws IOException {
    return (SocketInput) ensureOpen().getInputStream();
  }

  /** The status of the last response head, even if it is incomplete; 0 if there is none. */
  int status() {
    return parser.status;
  }

  @Override
  public ClassicHttpResponse receiveResponseHeader() throws HttpException, IOException {
    SocketInput input = input();
    parser.status = 0;
    input.beginHead();
    ClassicHttpResponse response = super.receiveResponseHeader();
    input.endHead();
    responses += response.getCode() >= HttpStatus.SC_OK ? 1 : 0;
    return response;
  }

  @Override
  public void passivate() {
    lastUse = System.nanoTime();
    super.passivate();
  }

  /**
   * Whether the connection cannot be used again. Some servers close it after every response without
   * announcing it; a request sent after that is lost, and a write must not be sent twice. Before a
   * connection is used for the second time, this method therefore waits a moment for its end to
   * arrive.
   */
  @Override
  public boolean isStale() throws IOException {
    if (responses == 1) {
      LockSupport.parkNanos(this, lastUse + SETTLING_NANOS - System.nanoTime());
    }
    SocketInput input = input();
    input.probe(true);
    try {
      return super.isStale() || isDataAvailable(Timeout.ONE_MILLISECOND);
    } finally {
      input.probe(false);
    }
  }
}
