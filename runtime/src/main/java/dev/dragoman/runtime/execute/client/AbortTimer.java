package dev.dragoman.runtime.execute.client;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.hc.core5.pool.ConnPoolControl;
import org.apache.hc.core5.util.TimeValue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Aborts exchanges at their deadline, and closes connections that have been idle for a while, with
 * a single thread. A scheduled task per call would wake a thread per call, and nearly all calls end
 * long before their deadline; instead, this thread looks at the set of exchanges periodically.
 */
final class AbortTimer {
  private static final Logger log = LoggerFactory.getLogger(AbortTimer.class);

  /** Maximum delay after a deadline, in nanoseconds. */
  private static final long TICK = TimeUnit.MILLISECONDS.toNanos(10);

  /**
   * How long the thread keeps ticking without an exchange, in nanoseconds, so that frequent callers
   * do not have to wake it.
   */
  private static final long LINGER = TimeUnit.SECONDS.toNanos(1);

  private static final long TIDY = TimeUnit.SECONDS.toNanos(15);

  private final Set<Exchange> running = ConcurrentHashMap.newKeySet();
  private final Map<ConnPoolControl<?>, TimeValue> pools = new WeakHashMap<>();
  private final Thread thread = new Thread(this::run, "dragoman-call-deadlines");
  private volatile boolean parked;

  /** The timer of this process, started on first use. */
  private static final class Shared {
    static final AbortTimer INSTANCE = new AbortTimer();

    static {
      INSTANCE.thread.setDaemon(true);
      INSTANCE.thread.start();
    }
  }

  private AbortTimer() {}

  static AbortTimer shared() {
    return Shared.INSTANCE;
  }

  void add(Exchange exchange) {
    running.add(exchange);
    if (parked) {
      LockSupport.unpark(thread);
    }
  }

  void remove(Exchange exchange) {
    running.remove(exchange);
  }

  /** Closes connections of a pool that were idle for a time, for as long as the pool is in use. */
  void closeIdle(ConnPoolControl<?> pool, TimeValue time) {
    synchronized (pools) {
      pools.put(pool, time);
    }
  }

  private void run() {
    long lastUse = System.nanoTime();
    long lastTidy = lastUse;
    while (true) {
      LockSupport.parkNanos(this, TICK);
      long now = System.nanoTime();
      running.forEach(exchange -> stopIfDue(exchange, now));
      lastUse = running.isEmpty() ? lastUse : now;
      if (now - lastTidy > TIDY) {
        tidy();
        lastTidy = now;
      }
      if (now - lastUse > LINGER) {
        rest();
        lastUse = System.nanoTime();
      }
    }
  }

  private void stopIfDue(Exchange exchange, long now) {
    if (exchange.isDue(now)) {
      running.remove(exchange);
      try {
        exchange.stop();
      } catch (RuntimeException broken) {
        // This thread is still needed for the other exchanges.
        log.warn("A connection could not be closed at the end of its time", broken);
      }
    }
  }

  /** Without exchanges, the thread wakes only until all connections are closed. */
  private void rest() {
    parked = true;
    boolean open = true;
    while (running.isEmpty()) {
      if (open) {
        LockSupport.parkNanos(this, TIDY);
        open = tidy();
      } else {
        LockSupport.park(this);
      }
    }
    parked = false;
  }

  /**
   * Whether any connection remains. Closing may block on the peer, so it runs on its own thread.
   */
  private boolean tidy() {
    Map<ConnPoolControl<?>, TimeValue> all;
    synchronized (pools) {
      all = Map.copyOf(pools);
    }
    List<ConnPoolControl<?>> open =
        all.keySet().stream().filter(pool -> pool.getTotalStats().getAvailable() > 0).toList();
    if (!open.isEmpty()) {
      Thread closing =
          new Thread(
              () -> open.forEach(pool -> pool.closeIdle(all.get(pool))), "dragoman-idle-close");
      closing.setDaemon(true);
      closing.start();
    }
    return !open.isEmpty();
  }
}
