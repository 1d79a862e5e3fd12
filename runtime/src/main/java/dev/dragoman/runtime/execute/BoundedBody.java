package dev.dragoman.runtime.execute;

import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** Collects a body, and stops reading as soon as it is longer than allowed. */
final class BoundedBody implements HttpResponse.BodySubscriber<ApiResponse.Bytes> {
  private final int maxBytes;
  private final List<byte[]> parts = new ArrayList<>();
  private int length;
  private final CompletableFuture<ApiResponse.Bytes> whole = new CompletableFuture<>();
  private Flow.@Nullable Subscription subscription;

  BoundedBody(int maxBytes) {
    this.maxBytes = maxBytes;
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
  public CompletionStage<ApiResponse.Bytes> getBody() {
    return whole;
  }

  @Override
  public void onSubscribe(Flow.Subscription started) {
    subscription = started;
    started.request(Long.MAX_VALUE);
  }

  @Override
  public void onNext(List<ByteBuffer> chunk) {
    for (ByteBuffer buffer : chunk) {
      if (buffer.remaining() > maxBytes - length) {
        whole.completeExceptionally(tooLong(maxBytes));
        if (subscription != null) {
          subscription.cancel();
        }
        return;
      }
      byte[] part = new byte[buffer.remaining()];
      buffer.get(part);
      parts.add(part);
      length += part.length;
    }
  }

  @Override
  public void onError(Throwable failure) {
    whole.completeExceptionally(failure);
  }

  @Override
  public void onComplete() {
    ByteBuffer bytes = ByteBuffer.allocate(length);
    parts.forEach(bytes::put);
    whole.complete(ApiResponse.Bytes.given(bytes.array()));
  }
}
