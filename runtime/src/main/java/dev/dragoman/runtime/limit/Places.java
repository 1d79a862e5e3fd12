package dev.dragoman.runtime.limit;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * A number of permits, of which one holder gets at most three quarters, so that others always get
 * some. Waiting threads get permits in order of arrival. Only holders that have a permit or wait
 * for one are stored.
 */
public final class Places {
  private final int total;
  private final int most;
  private final Semaphore all;
  private final Map<Object, Own> owns = new ConcurrentHashMap<>();

  /** The permits of one holder, and the number of threads that have or want one. */
  private record Own(Semaphore places, int users) {
    Own with(int more) {
      return new Own(places, users + more);
    }
  }

  /**
   * Creates permits.
   *
   * @param total their number; if it is three or fewer, one holder may have all of them
   */
  public Places(int total) {
    this.total = total;
    this.most = total - total / 4;
    this.all = new Semaphore(total, true);
  }

  /** The total number of permits. */
  public int total() {
    return total;
  }

  /** The maximum number of permits of one holder. */
  public int most() {
    return most;
  }

  /** The number of permits in use. */
  public int taken() {
    return total - all.availablePermits();
  }

  /**
   * Acquires a permit if one is available.
   *
   * @param holder compared by {@code equals}
   * @return whether there was one for this holder
   */
  public boolean tryTake(Object holder) {
    Semaphore own = enter(holder);
    if (own.tryAcquire()) {
      if (all.tryAcquire()) {
        return true;
      }
      own.release();
    }
    leave(holder);
    return false;
  }

  /**
   * Acquires a permit, waiting if necessary.
   *
   * @param holder compared by {@code equals}
   * @return whether there was one in time
   * @throws InterruptedException if the thread is interrupted; no permit is acquired then
   */
  public boolean tryTake(Object holder, long patience, TimeUnit unit) throws InterruptedException {
    long end = System.nanoTime() + unit.toNanos(patience);
    boolean taken = false;
    Semaphore own = enter(holder);
    try {
      if (own.tryAcquire(patience, unit)) {
        try {
          taken = all.tryAcquire(end - System.nanoTime(), TimeUnit.NANOSECONDS);
        } finally {
          if (!taken) {
            own.release();
          }
        }
      }
      return taken;
    } finally {
      if (!taken) {
        leave(holder);
      }
    }
  }

  /** Releases a permit of this holder. */
  public void release(Object holder) {
    all.release();
    Own own = owns.get(holder);
    if (own != null) {
      own.places().release();
      leave(holder);
    }
  }

  private Semaphore enter(Object holder) {
    return owns.compute(
            holder,
            (one, own) -> (own == null ? new Own(new Semaphore(most, true), 0) : own).with(1))
        .places();
  }

  private void leave(Object holder) {
    owns.computeIfPresent(holder, (one, own) -> own.users() == 1 ? null : own.with(-1));
  }
}
