package dev.dragoman.runtime.limit;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Limits the calls of each caller: how many run at a time, and how many start in a minute. A caller
 * who has been quiet may make the calls of a minute at once; after that they are admitted at equal
 * intervals. Thread-safe.
 *
 * <p>Only callers with running or recent calls are stored, at most 10,000. Beyond that, callers who
 * are not stored share the limits of a single one.
 */
public final class CallerLimits {
  private static final int MAX_CALLERS = 10_000;
  private static final long MINUTE = TimeUnit.MINUTES.toNanos(1);

  /** How long a caller should wait for one of its own calls to end. */
  private static final Duration WAIT_FOR_PLACE = Duration.ofSeconds(1);

  /** All callers for whom there is no room. */
  private static final Object OTHERS = new Object();

  private final OptionalInt concurrent;
  private final OptionalInt perMinute;
  private final Consumer<String> refusals;
  private final LongSupplier nanoTime;
  private final long start;
  private final Map<Object, Use> uses = new HashMap<>();

  /**
   * What a caller uses.
   *
   * @param running number of running calls
   * @param paidUntil when all started calls no longer count, in nanoseconds
   */
  private record Use(int running, long paidUntil) {}

  /** The decision about a call. */
  public sealed interface Admission {}

  /** The call may run; closed when it has ended. */
  public static final class Admitted implements Admission, AutoCloseable {
    private final CallerLimits limits;
    private final @Nullable Object caller;

    private Admitted(CallerLimits limits, @Nullable Object caller) {
      this.limits = limits;
      this.caller = caller;
    }

    @Override
    public void close() {
      if (caller != null) {
        limits.leave(caller);
      }
    }
  }

  /**
   * The call may not run now.
   *
   * @param limit the limit in words
   * @param retryAfter when it may be tried again
   */
  public record Refused(String limit, Duration retryAfter) implements Admission {

    /** The time to wait in whole seconds, rounded up. */
    public long seconds() {
      return Math.max(1, retryAfter.plusNanos(999_999_999).toSeconds());
    }
  }

  /**
   * Creates limits.
   *
   * @param concurrent maximum number of running calls of one caller; empty if unlimited
   * @param perMinute maximum number of calls of one caller in a minute; empty if unlimited
   * @param refusals receives the kind of limit, {@code concurrent} or {@code minute}, of each
   *     refused call
   */
  public CallerLimits(OptionalInt concurrent, OptionalInt perMinute, Consumer<String> refusals) {
    this(concurrent, perMinute, refusals, System::nanoTime);
  }

  CallerLimits(
      OptionalInt concurrent,
      OptionalInt perMinute,
      Consumer<String> refusals,
      LongSupplier nanoTime) {
    this.refusals = refusals;
    this.concurrent = concurrent;
    this.perMinute = perMinute;
    this.nanoTime = nanoTime;
    this.start = nanoTime.getAsLong();
  }

  /** No limits. */
  public static CallerLimits none() {
    return new CallerLimits(OptionalInt.empty(), OptionalInt.empty(), limit -> {});
  }

  /**
   * Decides about a call that is about to start.
   *
   * @param caller compared by {@code equals}
   */
  public Admission admit(Object caller) {
    if (concurrent.isEmpty() && perMinute.isEmpty()) {
      return new Admitted(this, null);
    }
    return admit(caller, nanoTime.getAsLong() - start);
  }

  private synchronized Admission admit(Object caller, long now) {
    Object key = key(caller, now);
    Use use = uses.getOrDefault(key, new Use(0, now));
    if (concurrent.isPresent() && use.running() >= concurrent.getAsInt()) {
      refusals.accept("concurrent");
      return new Refused(
          "at most " + concurrent.getAsInt() + " calls of a caller run at a time", WAIT_FOR_PLACE);
    }
    long paidUntil = Math.max(use.paidUntil(), now);
    if (perMinute.isPresent()) {
      paidUntil += MINUTE / perMinute.getAsInt();
      long excess = paidUntil - now - MINUTE;
      if (excess > 0) {
        refusals.accept("minute");
        return perMinuteRefused(excess);
      }
    }
    uses.put(key, new Use(use.running() + 1, paidUntil));
    return new Admitted(this, key);
  }

  /**
   * Counts a call that is made inside of a running one: it starts in this minute like any other,
   * and does not take a place of its own.
   *
   * @param caller compared by {@code equals}
   * @return why it may not be made now; empty if it may
   */
  public Optional<Refused> charge(Object caller) {
    if (perMinute.isEmpty()) {
      return Optional.empty();
    }
    return charge(caller, nanoTime.getAsLong() - start);
  }

  private synchronized Optional<Refused> charge(Object caller, long now) {
    Object key = key(caller, now);
    Use use = uses.getOrDefault(key, new Use(0, now));
    long paidUntil = Math.max(use.paidUntil(), now) + MINUTE / perMinute.getAsInt();
    long excess = paidUntil - now - MINUTE;
    if (excess > 0) {
      refusals.accept("minute");
      return Optional.of(perMinuteRefused(excess));
    }
    uses.put(key, new Use(use.running(), paidUntil));
    return Optional.empty();
  }

  private Refused perMinuteRefused(long excess) {
    return new Refused(
        "a caller may make " + perMinute.getAsInt() + " calls a minute", Duration.ofNanos(excess));
  }

  private Object key(Object caller, long now) {
    if (uses.containsKey(caller) || uses.size() < MAX_CALLERS) {
      return caller;
    }
    uses.values().removeIf(use -> use.running() == 0 && use.paidUntil() <= now);
    return uses.size() < MAX_CALLERS ? caller : OTHERS;
  }

  private synchronized void leave(Object key) {
    long now = nanoTime.getAsLong() - start;
    uses.computeIfPresent(
        key,
        (one, use) ->
            use.running() == 1 && use.paidUntil() <= now
                ? null
                : new Use(use.running() - 1, use.paidUntil()));
  }

  /** The number of callers that are stored. */
  synchronized int callers() {
    return uses.size();
  }
}
