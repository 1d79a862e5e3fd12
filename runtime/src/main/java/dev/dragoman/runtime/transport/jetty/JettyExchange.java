package dev.dragoman.runtime.transport.jetty;

import dev.dragoman.runtime.server.http.HttpExchange;
import dev.dragoman.runtime.server.http.Network;
import dev.dragoman.runtime.server.http.RequestBody;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** An exchange of the server's own Jetty. */
record JettyExchange(Request request, Response response, Callback callback, Connections connections)
    implements HttpExchange {

  @Override
  public String method() {
    return request.getMethod();
  }

  @Override
  public String path() {
    return Objects.requireNonNullElse(request.getHttpURI().getPath(), "");
  }

  @Override
  public Optional<String> authority() {
    return Optional.ofNullable(request.getHttpURI().getAuthority());
  }

  @Override
  public List<String> headers(String name) {
    return request.getHeaders().getValuesList(name);
  }

  @Override
  public long length() {
    return request.getLength();
  }

  @Override
  public String network() {
    return Network.of(client().getRemoteSocketAddress());
  }

  private EndPoint client() {
    return request.getConnectionMetaData().getConnection().getEndPoint();
  }

  @Override
  public void receive(RequestBody body) {
    // A call may run longer than a connection may be idle.
    request.addIdleTimeoutListener(idle -> body.isOpen());
    read(body);
  }

  /** Reads what is available. */
  private void read(RequestBody body) {
    while (body.isOpen()) {
      Content.Chunk chunk = request.read();
      if (chunk == null) {
        request.demand(() -> read(body));
        return;
      }
      if (Content.Chunk.isFailure(chunk)) {
        body.fail(chunk.getFailure());
      } else {
        take(chunk, body);
      }
    }
  }

  private static void take(Content.Chunk chunk, RequestBody body) {
    try {
      body.take(chunk.getByteBuffer());
    } finally {
      chunk.release();
    }
    if (chunk.isLast()) {
      body.complete();
    }
  }

  @Override
  public void stopReceiving(Throwable cause) {
    request.fail(cause);
  }

  @Override
  public void status(int status) {
    response.setStatus(status);
  }

  @Override
  public void header(String name, String value) {
    response.getHeaders().put(name, value);
  }

  @Override
  public void write(ByteBuffer part, Completion completion) {
    response.write(false, part, Callback.from(completion::succeeded, completion::failed));
  }

  @Override
  public void end(ByteBuffer rest, Runnable done) {
    response.write(true, rest, Callback.from(new UnreadBody(request, callback), done));
  }

  @Override
  public void abort(Throwable cause) {
    callback.failed(cause);
  }

  @Override
  public void hangUp() {
    client().close();
  }

  @Override
  public Timer schedule(Runnable task, Duration delay) {
    return request.getComponents().getScheduler().schedule(task, delay)::cancel;
  }

  @Override
  public void processing() {
    connections.running(request);
  }

  @Override
  public void responding() {
    connections.sending(request);
  }
}
