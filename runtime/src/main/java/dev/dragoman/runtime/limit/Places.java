package dev.dragoman.runtime.limit;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * A number of places of which one holder gets at most three quarters, so that others always find
 * some. Waiting threads get places in the order in which they asked. Only holders that have a place
 * or wait for one are remembered.
 */
public final class Places {
  private final int total;
  private final int most;
  private final Semaphore all;
  private final Map<Object, Own> owns = new ConcurrentHashMap<>();

  /** The places of one holder, and how many threads have or want one. */
  private record Own(Semaphore places, int users) {
    Own with(int more) {
      return new Own(places, users + more);
    }
  }

  /**
   * Free places.
   *
   * @param total how many; of three or fewer, one holder may have all
   */
  public Places(int total) {
    this.total = total;
    this.most = total - total / 4;
    this.all = new Semaphore(total, true);
  }

  /** How many places there are. */
  public int total() {
    return total;
  }

  /** How many of them one holder may have. */
  public int most() {
    return most;
  }

  /** How many places are taken. */
  public int taken() {
    return total - all.availablePermits();
  }

  /**
   * Takes a place if one is free.
   *
   * @param holder compared by {@code equals}
   * @return whether there is one for this holder
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
   * Takes a place, and waits for it.
   *
   * @param holder compared by {@code equals}
   * @return whether there was one in time
   * @throws InterruptedException if the thread is interrupted; no place is taken then
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

  /** Frees a place that this holder has taken. */
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
