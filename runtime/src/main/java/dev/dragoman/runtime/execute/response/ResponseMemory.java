package dev.dragoman.runtime.execute.response;

import dev.dragoman.runtime.execute.Deadline;
import dev.dragoman.runtime.execute.UpstreamException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Limits the memory that all responses in progress take together to an eighth of the heap. Short
 * responses are free, so that a few huge ones cannot block the others.
 */
public final class ResponseMemory {
  private static final int FREE_BYTES = 64 * 1024;

  /**
   * Responses from this size on, in bytes, are processed only one or a few at a time, because they
   * take several times as much memory as trees.
   */
  private static final int LONG_BYTES = 512 * 1024;

  private static final long HEAP_OF_A_LONG_ONE = 256L * 1024 * 1024;

  private final AtomicLong left;
  private final Semaphore longOnes;

  /**
   * Creates memory for responses of a limited size.
   *
   * @param maxBytes maximum size of one response; there is always enough memory for one
   * @param heapBytes maximum size of the JVM's heap
   */
  public ResponseMemory(int maxBytes, long heapBytes) {
    this.left = new AtomicLong(Math.max(2L * maxBytes, heapBytes / 8));
    this.longOnes = new Semaphore((int) Math.max(1, Math.min(64, heapBytes / HEAP_OF_A_LONG_ONE)));
  }

  /** A share for one call; must be closed when its response has been processed. */
  public Share share() {
    return new Share();
  }

  /** The memory taken by one call. */
  public final class Share implements AutoCloseable {
    private long length;
    private long taken;
    private boolean working;
    private boolean closed;

    /**
     * Takes bytes.
     *
     * @throws UpstreamException if there is not enough memory
     */
    synchronized void take(int bytes) {
      length += bytes;
      long wanted = Math.max(0, length - FREE_BYTES) - taken;
      if (wanted <= 0 || closed) {
        return;
      }
      if (left.addAndGet(-wanted) < 0) {
        left.addAndGet(wanted);
        throw new UpstreamException(
            "This server has no memory left for another long response; this one was not read"
                + " completely. Reduce it with the operation's paging, filter or field parameters,"
                + " or try again in a moment.");
      }
      taken += wanted;
    }

    /** Waits until a long response may be processed. */
    public void work(Deadline deadline, int bytes) {
      if (bytes <= LONG_BYTES || working) {
        return;
      }
      try {
        longOnes.acquire();
        working = true;
      } catch (InterruptedException cancelled) {
        throw deadline.cancelled();
      }
    }

    @Override
    public synchronized void close() {
      reset();
      closed = true;
    }

    /** Releases all memory of this share, for a response that is discarded. */
    public synchronized void reset() {
      length = 0;
      left.addAndGet(taken);
      taken = 0;
      if (working) {
        longOnes.release();
        working = false;
      }
    }
  }
}
