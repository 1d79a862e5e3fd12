package dev.dragoman.runtime.client;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A request and its whole answer, within a time. Each has a thread of its own: what {@link
 * HttpClient#sendAsync} promises is kept on the common pool, where callers that wait for it may
 * hold every thread.
 */
public final class TimedExchange {
  private TimedExchange() {}

  /**
   * Sends a request and waits for the end of the answer.
   *
   * @param patience how long; the exchange is broken off then
   * @throws TimeoutException when the answer has not ended by then
   * @throws InterruptedException when the waiting thread is interrupted
   * @throws ExecutionException when there is no answer, with the reason as its cause
   */
  public static <T> HttpResponse<T> send(
      HttpClient client, HttpRequest request, HttpResponse.BodyHandler<T> body, Duration patience)
      throws TimeoutException, InterruptedException, ExecutionException {
    FutureTask<HttpResponse<T>> exchange = new FutureTask<>(() -> client.send(request, body));
    Thread thread = new Thread(exchange, "exchange");
    thread.setDaemon(true);
    thread.start();
    try {
      return exchange.get(Math.max(0, patience.toNanos()), TimeUnit.NANOSECONDS);
    } finally {
      exchange.cancel(true);
    }
  }
}
