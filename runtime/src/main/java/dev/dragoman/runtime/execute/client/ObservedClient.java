package dev.dragoman.runtime.execute.client;

import java.io.IOException;
import org.apache.hc.client5.http.classic.HttpClient;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.HttpClientResponseHandler;
import org.apache.hc.core5.http.protocol.HttpContext;

/**
 * Makes exchanges visible to agents that trace Apache HttpClient, such as the one of OpenTelemetry:
 * they instrument the implementations of {@link HttpClient}, and add the headers of their span to
 * the request. Only the method that is used here is supported.
 */
final class ObservedClient implements HttpClient {
  private final Sender sender;

  /** Sends requests. */
  interface Sender {
    /** Sends a request and handles its response. */
    <T> T send(
        ClassicHttpRequest request,
        HttpContext context,
        HttpClientResponseHandler<? extends T> handler)
        throws IOException;
  }

  ObservedClient(Sender sender) {
    this.sender = sender;
  }

  @Override
  public <T> T execute(
      HttpHost target,
      ClassicHttpRequest request,
      HttpContext context,
      HttpClientResponseHandler<? extends T> handler)
      throws IOException {
    return sender.send(request, context, handler);
  }

  @Override
  @Deprecated
  public ClassicHttpResponse execute(ClassicHttpRequest request) {
    throw new UnsupportedOperationException();
  }

  @Override
  @Deprecated
  public ClassicHttpResponse execute(ClassicHttpRequest request, HttpContext context) {
    throw new UnsupportedOperationException();
  }

  @Override
  @Deprecated
  public ClassicHttpResponse execute(HttpHost target, ClassicHttpRequest request) {
    throw new UnsupportedOperationException();
  }

  @Override
  @Deprecated
  public ClassicHttpResponse execute(
      HttpHost target, ClassicHttpRequest request, HttpContext context) {
    throw new UnsupportedOperationException();
  }

  @Override
  public <T> T execute(ClassicHttpRequest request, HttpClientResponseHandler<? extends T> handler) {
    throw new UnsupportedOperationException();
  }

  @Override
  public <T> T execute(
      ClassicHttpRequest request,
      HttpContext context,
      HttpClientResponseHandler<? extends T> handler) {
    throw new UnsupportedOperationException();
  }

  @Override
  public <T> T execute(
      HttpHost target, ClassicHttpRequest request, HttpClientResponseHandler<? extends T> handler) {
    throw new UnsupportedOperationException();
  }
}
