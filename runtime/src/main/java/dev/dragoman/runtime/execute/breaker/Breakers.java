package dev.dragoman.runtime.execute.breaker;

import dev.dragoman.runtime.execute.breaker.CircuitBreaker.State;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * The circuit breakers of one origin. Failures are counted for each operation of each caller, so
 * that an operation which fails for one caller is suspended for that caller only.
 *
 * <p>The origin as a whole is suspended if no connection can be established, or if three operations
 * fail and none succeeds meanwhile. Even then a caller without a failure since may try: the
 * failures of one caller say little about another's calls. Any success closes all breakers except
 * those of other operations. Memory is bounded. Thread-safe.
 */
public final class Breakers {
  private static final int FAILING_OPERATIONS = 3;

  /** Maximum number of failing calls; the ones that failed longest ago are evicted first. */
  private static final int MAX_KEPT = 1_000;

  private final LongSupplier clock;
  private final CircuitBreaker origin;
  private final Map<Call, CircuitBreaker> calls = new Recent<>();
  private final Map<String, Boolean> failedCallers = new Recent<>();
  private final Set<String> failedOperations = new HashSet<>();
  private boolean unreachable;

  /**
   * A caller's calls of one operation.
   *
   * @param caller distinguishes callers without identifying them
   */
  public record Call(String caller, String operation) {}

  /**
   * Why a call may not be sent.
   *
   * @param failures the number of consecutive failures
   * @param rest the remaining time until the next attempt
   * @param whole whether the origin as a whole is suspended, not only the operation
   */
  public record Refusal(int failures, Duration rest, boolean whole) {}

  /** A map that evicts its least recently used entry. */
  private static final class Recent<K, V> extends LinkedHashMap<K, V> {
    private static final long serialVersionUID = 1L;

    Recent() {
      super(16, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
      return size() > MAX_KEPT;
    }
  }

  /**
   * Creates closed breakers.
   *
   * @param clock nanoseconds, as returned by {@link System#nanoTime}
   */
  public Breakers(LongSupplier clock) {
    this.clock = clock;
    this.origin = new CircuitBreaker(clock);
  }

  /** Empty if a call may be sent now; its outcome must then be reported. */
  public synchronized Optional<Refusal> refusal(Call call) {
    CircuitBreaker own = calls.get(call);
    if (own != null && !own.admits()) {
      return Optional.of(new Refusal(own.failures(), own.rest(), false));
    }
    boolean fresh = !unreachable && !failedCallers.containsKey(call.caller());
    if (fresh || origin.admits()) {
      return Optional.empty();
    }
    if (own != null) {
      own.ignored();
    }
    return Optional.of(new Refusal(origin.failures(), origin.rest(), true));
  }

  /** Reports a response of the origin. */
  public synchronized void succeeded(Call call) {
    calls.remove(call);
    origin.succeeded();
    failedCallers.clear();
    failedOperations.clear();
    unreachable = false;
  }

  /**
   * Reports that the origin did not respond, or with a status of 502 to 504.
   *
   * @param noConnection whether no connection could be established, regardless of the operation
   */
  public synchronized void failed(Call call, boolean noConnection) {
    unreachable = noConnection;
    failedCallers.put(call.caller(), true);
    if (failedOperations.size() < FAILING_OPERATIONS) {
      failedOperations.add(call.operation());
    }
    origin.failed(noConnection || failedOperations.size() == FAILING_OPERATIONS);
    calls.computeIfAbsent(call, unused -> new CircuitBreaker(clock)).failed(true);
  }

  /** Reports an outcome that says nothing about the origin. */
  public synchronized void ignored(Call call) {
    origin.ignored();
    CircuitBreaker own = calls.get(call);
    if (own != null) {
      own.ignored();
    }
  }

  /** The state of the origin, or of the worst call, as a metric. */
  public synchronized int figure() {
    return calls.values().stream()
        .map(CircuitBreaker::state)
        .mapToInt(State::figure)
        .reduce(origin.state().figure(), Math::max);
  }

  /** The number of failing calls in memory. */
  synchronized int kept() {
    return calls.size();
  }
}
