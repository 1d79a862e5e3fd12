package dev.dragoman.runtime.transport.http;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The part of a body that has arrived, in blocks that are allocated as they are needed. Each block
 * is charged in full, so that no more memory is held than the share says. Safe for use by several
 * threads: a deadline discards what another thread reads.
 */
final class BodyBlocks {
  private static final int FIRST = ByteBudget.SMALL;
  private static final int NEXT = 16 * 1024;

  private final int most;
  private final ByteBudget.Share share;
  private final Deque<ByteBuffer> blocks = new ArrayDeque<>();
  private int size;
  private boolean discarded;

  /**
   * No bytes yet.
   *
   * @param most the length that the body cannot exceed, in bytes
   * @param share what the blocks are charged to; closing it is up to the caller
   */
  BodyBlocks(int most, ByteBudget.Share share) {
    this.most = most;
    this.share = share;
  }

  /**
   * Keeps bytes.
   *
   * @return false if there is no memory for them
   */
  synchronized boolean append(ByteBuffer bytes) {
    while (bytes.hasRemaining() && !discarded) {
      ByteBuffer block = blocks.peekLast();
      if (block == null || !block.hasRemaining()) {
        int length = Math.max(1, Math.min(blocks.isEmpty() ? FIRST : NEXT, most - size));
        if (!share.take(length)) {
          return false;
        }
        block = ByteBuffer.allocate(length);
        blocks.add(block);
      }
      int count = Math.min(block.remaining(), bytes.remaining());
      block.put(bytes.slice(bytes.position(), count));
      bytes.position(bytes.position() + count);
      size += count;
    }
    return true;
  }

  synchronized int size() {
    return size;
  }

  /** The whole body; nothing is kept of it here. */
  synchronized byte[] remove() {
    byte[] whole = new byte[size];
    int end = 0;
    for (ByteBuffer block = blocks.poll(); block != null; block = blocks.poll()) {
      block.flip();
      int length = block.remaining();
      block.get(whole, end, length);
      end += length;
    }
    discarded = true;
    return whole;
  }

  /** Drops the bytes, and those still to come. */
  synchronized void discard() {
    discarded = true;
    blocks.clear();
  }
}
