package dev.dragoman.runtime.outbound;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * An HTTP exchange with a time limit, on a separate thread: {@link HttpClient#sendAsync} completes
 * on the common pool, where callers waiting for it may occupy every thread.
 */
public final class TimedExchange {
  private TimedExchange() {}

  /**
   * Sends a request and waits for the complete response.
   *
   * @param patience the maximum time; the exchange is aborted then
   * @throws TimeoutException if the response is not complete by then
   * @throws InterruptedException if the waiting thread is interrupted
   * @throws ExecutionException if there is no response, with the reason as its cause
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
