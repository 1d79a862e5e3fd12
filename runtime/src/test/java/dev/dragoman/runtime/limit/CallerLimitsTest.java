package dev.dragoman.runtime.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.limit.CallerLimits.Admission;
import dev.dragoman.runtime.limit.CallerLimits.Admitted;
import dev.dragoman.runtime.limit.CallerLimits.Refused;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each caller has limits of its own. */
class CallerLimitsTest {
  private final AtomicLong clock = new AtomicLong(Long.MAX_VALUE - TimeUnit.SECONDS.toNanos(30));
  private final List<String> refusals = new ArrayList<>();

  private CallerLimits limits(int concurrent, int perMinute) {
    return new CallerLimits(of(concurrent), of(perMinute), refusals::add, clock::get);
  }

  private static OptionalInt of(int limit) {
    return limit == 0 ? OptionalInt.empty() : OptionalInt.of(limit);
  }

  private void pass(Duration time) {
    clock.addAndGet(time.toNanos());
  }

  /** Makes calls that end at once; returns how many were admitted. */
  private static int calls(CallerLimits limits, Object caller, int wanted) {
    int made = 0;
    for (int count = 0; count < wanted; count++) {
      if (limits.admit(caller) instanceof Admitted admitted) {
        admitted.close();
        made++;
      }
    }
    return made;
  }

  @ParameterizedTest
  @CsvSource({"1, 60", "2, 30", "5, 12", "60, 1", "600, 1", "7, 9"})
  void afterTheCallsOfAMinuteThereIsAWait(int perMinute, long seconds) {
    CallerLimits limits = limits(0, perMinute);
    assertThat(calls(limits, "one", perMinute + 5)).isEqualTo(perMinute);
    Refused refused = (Refused) limits.admit("one");
    assertThat(refused.seconds()).isEqualTo(seconds);
    assertThat(refused.limit()).isEqualTo("a caller may make " + perMinute + " calls a minute");
    assertThat(calls(limits, "other", 1)).as("another caller").isEqualTo(1);
    pass(Duration.ofSeconds(seconds));
    assertThat(limits.admit("one")).as("after the wait").isInstanceOf(Admitted.class);
  }

  @Test
  void equalIntervalsFollowTheFirstMinute() {
    CallerLimits limits = limits(0, 6);
    assertThat(calls(limits, "one", 10)).isEqualTo(6);
    int made = 0;
    for (int second = 0; second < 600; second++) {
      pass(Duration.ofSeconds(1));
      made += calls(limits, "one", 3);
    }
    assertThat(made).as("in ten minutes").isEqualTo(60);
    pass(Duration.ofHours(5));
    assertThat(calls(limits, "one", 20)).as("a long rest saves up one minute").isEqualTo(6);
  }

  @Test
  void runningCallsAreLimitedUntilTheyEnd() {
    CallerLimits limits = limits(2, 0);
    Admission first = limits.admit("one");
    Admission second = limits.admit("one");
    assertThat(limits.admit("one"))
        .isEqualTo(new Refused("at most 2 calls of a caller run at a time", Duration.ofSeconds(1)));
    assertThat(calls(limits, "other", 3)).isEqualTo(3);
    ((Admitted) first).close();
    assertThat(calls(limits, "one", 1)).isEqualTo(1);
    ((Admitted) second).close();
    assertThat(limits.callers()).isZero();
  }

  /** Otherwise a caller who is refused because of running calls would lose calls of its minute. */
  @Test
  void aRefusedCallDoesNotCount() {
    CallerLimits limits = limits(1, 2);
    Admission running = limits.admit("one");
    assertThat(calls(limits, "one", 10)).isZero();
    ((Admitted) running).close();
    assertThat(calls(limits, "one", 10)).isEqualTo(1);
  }

  @Test
  void withoutLimitsNothingIsStored() {
    CallerLimits limits = CallerLimits.none();
    List<Admission> running = new ArrayList<>();
    for (int count = 0; count < 1_000; count++) {
      running.add(limits.admit("one"));
    }
    assertThat(running).allMatch(Admitted.class::isInstance);
    assertThat(limits.callers()).isZero();
  }

  @Test
  void callersAreForgottenAndTheirNumberIsLimited() {
    CallerLimits limits = limits(0, 60);
    for (int count = 0; count < 30_000; count++) {
      limits.admit(count);
    }
    assertThat(limits.callers()).isEqualTo(10_001);
    assertThat(calls(limits, "late", 1)).as("the others share one limit").isZero();
    pass(Duration.ofMinutes(2));
    assertThat(calls(limits, "later", 60)).as("there is room again").isEqualTo(60);
  }

  @Test
  void refusalsAreReported() {
    CallerLimits limits = limits(1, 2);
    Admission running = limits.admit("one");
    limits.admit("one");
    ((Admitted) running).close();
    calls(limits, "one", 4);
    assertThat(refusals).containsExactly("concurrent", "minute", "minute", "minute");
  }
}
