package dev.dragoman.servlet;

import dev.dragoman.runtime.server.http.HttpExchange;
import dev.dragoman.runtime.server.http.Network;
import dev.dragoman.runtime.server.http.RequestBody;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeoutException;

/**
 * An exchange of a servlet container. A container uses its request again when the exchange has
 * ended, while the call may still be running: so the request's values are read at the beginning,
 * and {@link ResponseWriter} does not touch the response any more after the end.
 */
final class ServletExchange implements HttpExchange, AsyncListener {
  private final HttpServletRequest request;
  private final Workers workers;
  private final ResponseWriter writer;
  private final String method;
  private final String path;
  private final String contextPath;
  private final boolean secure;
  private final long length;
  private final String network;
  private final Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

  ServletExchange(
      HttpServletRequest request,
      HttpServletResponse response,
      AsyncContext async,
      Workers workers) {
    this.request = request;
    this.workers = workers;
    this.writer = new ResponseWriter(response, async, workers::end);
    this.method = request.getMethod();
    this.contextPath = request.getContextPath();
    this.secure = request.isSecure();
    this.path = request.getRequestURI().substring(contextPath.length());
    this.length = request.getContentLengthLong();
    this.network = Network.of(request.getRemoteAddr());
    for (String name : Collections.list(request.getHeaderNames())) {
      headers.put(name, List.copyOf(Collections.list(request.getHeaders(name))));
    }
    // HTTP/2 has a pseudo-header instead (RFC 9113, section 8.3.1).
    if (request.getProtocol().startsWith("HTTP/2")) {
      headers.computeIfAbsent(
          "Host", host -> List.of(request.getServerName() + ":" + request.getServerPort()));
    }
  }

  @Override
  public String method() {
    return method;
  }

  @Override
  public String path() {
    return path;
  }

  @Override
  public String contextPath() {
    return contextPath;
  }

  @Override
  public boolean isSecure() {
    return secure;
  }

  /** The container compares the target with {@code Host}. */
  @Override
  public Optional<String> authority() {
    return Optional.empty();
  }

  @Override
  public List<String> headers(String name) {
    return headers.getOrDefault(name, List.of());
  }

  @Override
  public long length() {
    return length;
  }

  @Override
  public String network() {
    return network;
  }

  @Override
  public void receive(RequestBody body) {
    try {
      request
          .getInputStream()
          .setReadListener(new BodyListener(request.getInputStream(), body, workers));
    } catch (IOException e) {
      body.fail(e);
    }
  }

  /** The body is read only while it is wanted. */
  @Override
  public void stopReceiving(Throwable cause) {}

  @Override
  public void status(int status) {
    writer.status(status);
  }

  @Override
  public void header(String name, String value) {
    writer.header(name, value);
  }

  @Override
  public void write(ByteBuffer part, Completion completion) {
    writer.write(part, false, completion);
  }

  @Override
  public void end(ByteBuffer rest, Runnable done) {
    writer.write(
        rest,
        true,
        new Completion() {
          @Override
          public void succeeded() {
            done.run();
          }

          @Override
          public void failed(Throwable cause) {
            done.run();
          }
        });
  }

  @Override
  public void abort(Throwable cause) {
    writer.abort(cause);
  }

  @Override
  public void hangUp() {
    writer.abort(new TimeoutException("the client does not read"));
  }

  @Override
  public Timer schedule(Runnable task, Duration delay) {
    return workers.schedule(task, delay)::run;
  }

  @Override
  public void onComplete(AsyncEvent event) {
    writer.ended();
  }

  @Override
  public void onTimeout(AsyncEvent event) {
    hangUp();
  }

  @Override
  public void onError(AsyncEvent event) {
    writer.abort(
        Objects.requireNonNullElseGet(
            event.getThrowable(), () -> new IOException("the exchange has failed")));
  }

  @Override
  public void onStartAsync(AsyncEvent event) {}
}
