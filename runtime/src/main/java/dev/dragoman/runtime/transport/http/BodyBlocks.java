package dev.dragoman.runtime.transport.http;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The received part of a body, in blocks that are allocated on demand. Each block is charged in
 * full, so that the memory in use never exceeds the share. Thread-safe, because a deadline may
 * discard the body while another thread reads it.
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
   * Creates an empty body.
   *
   * @param most the maximum length of the body, in bytes
   * @param share the share to which the blocks are charged; closed by the caller
   */
  BodyBlocks(int most, ByteBudget.Share share) {
    this.most = most;
    this.share = share;
  }

  /**
   * Appends bytes.
   *
   * @return false if there is not enough memory for them
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

  /** Returns the complete body and releases it. */
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

  /** Discards the bytes, including those still to come. */
  synchronized void discard() {
    discarded = true;
    blocks.clear();
  }
}
