package dev.dragoman.runtime.transport.http;

import java.util.HashMap;
import java.util.Map;

/**
 * The memory shared by all request bodies, in bytes, divided among their senders.
 *
 * <p>A sender may use as much memory as remains free: a single sender gets half, two get a third
 * each. The first bytes of each body are exempt, so that a small message is accepted while its own
 * sender has many large ones in progress.
 */
final class ByteBudget {
  /** The length of a typical message, in bytes. */
  static final int SMALL = 8 * 1024;

  private final Map<Object, Long> held = new HashMap<>();
  private long left;

  ByteBudget(long bytes) {
    this.left = bytes;
  }

  /**
   * Opens an empty share for one body.
   *
   * @param sender the sender of the body; compared by {@code equals}
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

  /** The memory used by one body. */
  final class Share {
    private final Object sender;
    private long taken;
    private boolean closed;

    private Share(Object sender) {
      this.sender = sender;
    }

    /** Reserves this many bytes, or none if they are not available to this sender. */
    synchronized boolean take(int bytes) {
      if (closed || !ByteBudget.this.take(sender, bytes, taken + bytes <= SMALL)) {
        return false;
      }
      taken += bytes;
      return true;
    }

    /** Releases everything; further calls have no effect. */
    synchronized void close() {
      if (!closed) {
        closed = true;
        giveBack(sender, taken);
      }
    }
  }
}
