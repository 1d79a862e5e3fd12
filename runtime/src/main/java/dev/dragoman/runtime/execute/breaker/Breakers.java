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
 * that an operation which fails for one caller is left alone for that caller only.
 *
 * <p>The origin as a whole is left alone when no connection comes about, or when three operations
 * fail and none succeeds meanwhile. Even then a caller who has not failed since may try: what one
 * caller's calls ran into says little about another's. Any success closes everything but breakers
 * of other operations. Memory is bounded. Thread-safe.
 */
public final class Breakers {
  private static final int FAILING_OPERATIONS = 3;

  /** Failing calls that are remembered; the ones that failed longest ago are forgotten first. */
  private static final int MAX_KEPT = 1_000;

  private final LongSupplier clock;
  private final CircuitBreaker origin;
  private final Map<Call, CircuitBreaker> calls = new Recent<>();
  private final Map<String, Boolean> failedCallers = new Recent<>();
  private final Set<String> failedOperations = new HashSet<>();
  private boolean unreachable;

  /**
   * Whose call of what.
   *
   * @param caller tells callers apart, without telling who they are
   */
  public record Call(String caller, String operation) {}

  /**
   * Why a call may not go out.
   *
   * @param failures how often it failed in a row
   * @param rest how long it is still left alone
   * @param whole whether the origin as a whole is left alone, not only the operation
   */
  public record Refusal(int failures, Duration rest, boolean whole) {}

  /** A map that forgets what was used longest ago. */
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
   * Closed breakers.
   *
   * @param clock nanoseconds, as {@link System#nanoTime} tells them
   */
  public Breakers(LongSupplier clock) {
    this.clock = clock;
    this.origin = new CircuitBreaker(clock);
  }

  /** Empty if a call may go out now; what becomes of it must be reported then. */
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

  /** The origin answered. */
  public synchronized void succeeded(Call call) {
    calls.remove(call);
    origin.succeeded();
    failedCallers.clear();
    failedOperations.clear();
    unreachable = false;
  }

  /**
   * The origin did not answer, or with 502 to 504.
   *
   * @param noConnection whether no connection came about, which is no matter of the operation
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

  /** The call ended in a way that says nothing of the origin. */
  public synchronized void ignored(Call call) {
    origin.ignored();
    CircuitBreaker own = calls.get(call);
    if (own != null) {
      own.ignored();
    }
  }

  /** The origin's state, or that of the call that is worst off, as figures have it. */
  public synchronized int figure() {
    return calls.values().stream()
        .map(CircuitBreaker::state)
        .mapToInt(State::figure)
        .reduce(origin.state().figure(), Math::max);
  }

  /** How many failing calls are remembered. */
  synchronized int kept() {
    return calls.size();
  }
}
