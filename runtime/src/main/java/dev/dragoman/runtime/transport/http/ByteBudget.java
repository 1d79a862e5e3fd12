package dev.dragoman.runtime.transport.http;

import java.util.HashMap;
import java.util.Map;

/**
 * The memory that all request bodies may take together, in bytes, divided among their senders.
 *
 * <p>A sender may hold as much as it leaves free: one alone gets a half, two get a third each. The
 * first bytes of each body are exempt from this, so that a small message finds room while its own
 * sender holds many large ones.
 */
final class ByteBudget {
  /** The length of a common message, in bytes. */
  static final int SMALL = 8 * 1024;

  private final Map<Object, Long> held = new HashMap<>();
  private long left;

  ByteBudget(long bytes) {
    this.left = bytes;
  }

  /**
   * An empty share for one body.
   *
   * @param sender whom the body comes from; compared by {@code equals}
   */
  Share share(Object sender) {
    return new Share(sender);
  }

  private synchronized boolean take(Object sender, int bytes, boolean small) {
    long mine = held.getOrDefault(sender, 0L) + bytes;
    long rest = left - bytes;
    if (rest < 0 || (!small && mine > rest)) {
      return false;
    }
    left = rest;
    held.put(sender, mine);
    return true;
  }

  private synchronized void giveBack(Object sender, long bytes) {
    left += bytes;
    held.computeIfPresent(sender, (one, all) -> all == bytes ? null : all - bytes);
  }

  /** What one body has taken. */
  final class Share {
    private final Object sender;
    private long taken;
    private boolean closed;

    private Share(Object sender) {
      this.sender = sender;
    }

    /** Takes this many bytes, or none when they are not there for this sender. */
    synchronized boolean take(int bytes) {
      if (closed || !ByteBudget.this.take(sender, bytes, taken + bytes <= SMALL)) {
        return false;
      }
      taken += bytes;
      return true;
    }

    /** Gives everything back; further calls have no effect. */
    synchronized void close() {
      if (!closed) {
        closed = true;
        giveBack(sender, taken);
      }
    }
  }
}
