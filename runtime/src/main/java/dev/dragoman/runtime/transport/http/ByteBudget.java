package dev.dragoman.runtime.transport.http;

import java.util.concurrent.atomic.AtomicLong;

/** How many bytes all the bodies held at one time may have together. */
final class ByteBudget {
  private final AtomicLong left;

  ByteBudget(long bytes) {
    this.left = new AtomicLong(bytes);
  }

  /** Takes this many, or none when there are not as many left. */
  boolean take(int bytes) {
    if (left.addAndGet(-bytes) >= 0) {
      return true;
    }
    left.addAndGet(bytes);
    return false;
  }

  void giveBack(int bytes) {
    left.addAndGet(bytes);
  }
}
