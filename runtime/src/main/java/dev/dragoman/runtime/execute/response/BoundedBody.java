package dev.dragoman.runtime.execute.response;

import dev.dragoman.runtime.execute.ApiResponse;
import dev.dragoman.runtime.execute.UpstreamException;
import dev.dragoman.runtime.media.ResponseMedia;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Collects a body, and stops reading as soon as it is longer than allowed. Of a stream of events or
 * lines, which may never end, it takes what came until a time.
 */
public final class BoundedBody implements HttpResponse.BodySubscriber<BoundedBody.Received> {
  private static final Set<String> STREAMS =
      Set.of(
          "text/event-stream",
          "application/x-ndjson",
          "application/ndjson",
          "application/jsonl",
          "application/stream+json",
          "application/json-seq",
          "multipart/x-mixed-replace");

  private final int maxBytes;
  private final boolean stream;
  private final ResponseMemory.Share memory;
  private final List<byte[]> parts = new ArrayList<>();
  private int length;
  private final CompletableFuture<Received> whole = new CompletableFuture<>();
  private Flow.@Nullable Subscription subscription;

  private BoundedBody(int maxBytes, boolean stream, ResponseMemory.Share memory) {
    this.maxBytes = maxBytes;
    this.stream = stream;
    this.memory = memory;
  }

  /**
   * What came of a body.
   *
   * @param isCut whether more would have come
   */
  public record Received(ApiResponse.Bytes bytes, boolean isCut) {}

  /**
   * Collects the body of an answer.
   *
   * @param patience how long a stream is listened to
   * @param memory what the body's bytes are taken from
   */
  public static BoundedBody of(
      HttpResponse.ResponseInfo head,
      int maxBytes,
      Duration patience,
      ResponseMemory.Share memory) {
    String type = ResponseMedia.of(head.headers().firstValue("content-type")).type();
    BoundedBody body = new BoundedBody(maxBytes, STREAMS.contains(type), memory);
    if (body.stream) {
      CompletableFuture.delayedExecutor(patience.toMillis(), TimeUnit.MILLISECONDS)
          .execute(body::cut);
    }
    return body;
  }

  /** What is said of a body over the limit. */
  static UpstreamException tooLong(int maxBytes) {
    return new UpstreamException(
        "The API's answer is longer than "
            + maxBytes
            + " bytes and was not read to its end. Ask for less, by the operation's paging, filter"
            + " or field parameters.");
  }

  @Override
  public CompletionStage<Received> getBody() {
    return whole;
  }

  @Override
  public synchronized void onSubscribe(Flow.Subscription started) {
    subscription = started;
    started.request(Long.MAX_VALUE);
  }

  @Override
  public synchronized void onNext(List<ByteBuffer> chunk) {
    for (ByteBuffer buffer : chunk) {
      if (buffer.remaining() > maxBytes - length) {
        if (stream) {
          cut();
          return;
        }
        fail(tooLong(maxBytes));
        return;
      }
      try {
        memory.take(buffer.remaining());
      } catch (UpstreamException full) {
        fail(full);
        return;
      }
      byte[] part = new byte[buffer.remaining()];
      buffer.get(part);
      parts.add(part);
      length += part.length;
    }
  }

  private void fail(UpstreamException problem) {
    parts.clear();
    whole.completeExceptionally(problem);
    stop();
  }

  @Override
  public void onError(Throwable failure) {
    whole.completeExceptionally(failure);
  }

  @Override
  public synchronized void onComplete() {
    whole.complete(received(false));
  }

  private synchronized void cut() {
    if (!whole.isDone()) {
      whole.complete(received(true));
      stop();
    }
  }

  private void stop() {
    if (subscription != null) {
      subscription.cancel();
    }
  }

  private Received received(boolean isCut) {
    ByteBuffer bytes = ByteBuffer.allocate(length);
    parts.forEach(bytes::put);
    return new Received(ApiResponse.Bytes.given(bytes.array()), isCut);
  }
}
