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
import org.apache.hc.core5.util.CharArrayBuffer;
import org.apache.hc.core5.util.Timeout;

/**
 * A connection that knows the status of a response whose head fails after the status line, and that
 * tells without waiting whether it is still usable. HttpClient's own test waits a millisecond.
 */
final class PooledConnection extends DefaultManagedHttpClientConnection {
  private static final Http1Config CONFIG = HeadLimits.config();

  /** How long the end of a connection may follow its first response. */
  private static final long SETTLING_NANOS = 5_000_000;

  private final Parser parser;
  private int responses;
  private long lastUse;

  PooledConnection() {
    this(new Parser());
  }

  private PooledConnection(Parser parser) {
    super("api", null, null, CONFIG, null, null, null, null, unused -> parser);
    this.parser = parser;
  }

  /** Keeps the status as soon as its line is parsed. */
  private static final class Parser extends DefaultHttpResponseParser {
    private int status;

    Parser() {
      super(CONFIG);
    }

    @Override
    protected ClassicHttpResponse createMessage(CharArrayBuffer line)
        throws IOException, HttpException {
      ClassicHttpResponse message = super.createMessage(line);
      status = message.getCode();
      return message;
    }
  }

  /** Binds the input that this class needs. */
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

  /** HttpClient would log all headers, credentials among them, at its debug level. */
  @Override
  protected void onRequestSubmitted(ClassicHttpRequest request) {}

  @Override
  protected void onResponseReceived(ClassicHttpResponse response) {}

  private SocketInput input() throws IOException {
    return (SocketInput) ensureOpen().getInputStream();
  }

  /** The status of the response whose head was read last, as far as that came; else 0. */
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
   * saying so; a request that is sent into that end is lost, and a write must not be sent twice.
   * Before a connection is used for the second time, its end therefore gets a moment to arrive.
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
