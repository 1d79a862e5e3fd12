package dev.dragoman.runtime.execute.response;

import dev.dragoman.runtime.execute.Deadline;
import dev.dragoman.runtime.execute.UpstreamException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The memory that all answers under way may take together: an eighth of the heap. Short answers
 * cost nothing, so that a few endless ones cannot stop the others.
 */
public final class ResponseMemory {
  private static final int FREE_BYTES = 64 * 1024;

  /** From here on, answers are worked on one or a few at a time: as a tree they take far more. */
  private static final int LONG_BYTES = 512 * 1024;

  private static final long HEAP_OF_A_LONG_ONE = 256L * 1024 * 1024;

  private final AtomicLong left;
  private final Semaphore longOnes;

  /**
   * Memory for answers of at most a length.
   *
   * @param maxBytes there is always enough for one of them
   * @param heapBytes the most the JVM takes
   */
  public ResponseMemory(int maxBytes, long heapBytes) {
    this.left = new AtomicLong(Math.max(2L * maxBytes, heapBytes / 8));
    this.longOnes = new Semaphore((int) Math.max(1, Math.min(64, heapBytes / HEAP_OF_A_LONG_ONE)));
  }

  /** A share for one call; to be closed when its answer has been worked on. */
  public Share share() {
    return new Share();
  }

  /** What one call has taken. */
  public final class Share implements AutoCloseable {
    private long length;
    private long taken;
    private boolean working;
    private boolean closed;

    /**
     * Takes bytes.
     *
     * @throws UpstreamException if there is no room for them
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
            "This server holds as many long answers as it has memory for; this one was not read to"
                + " its end. Ask for less, by the operation's paging, filter or field parameters,"
                + " or try again in a moment.");
      }
      taken += wanted;
    }

    /** Waits until a long answer may be worked on. */
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

    /** Gives all back: what there was of an answer is thrown away. */
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
