package dev.dragoman.runtime.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkLimitTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  /** The units spent one after the other; the last one is the first that is refused, if any. */
  @ParameterizedTest
  @CsvSource({
    "'10', true",
    "'11', false",
    "'5 5', true",
    "'5 6', false",
    "'10 0', true",
    "'0', true"
  })
  void units(String spent, boolean allowed) {
    WorkLimit limit = new WorkLimit(10, MINUTE);
    boolean last = true;
    for (String units : spent.split(" ", -1)) {
      last = limit.spend(Long.parseLong(units));
    }
    assertThat(last).isEqualTo(allowed);
    assertThat(limit.isOver()).isNotEqualTo(allowed);
  }

  @Test
  void onceReachedItStaysReached() {
    WorkLimit limit = new WorkLimit(10, MINUTE);
    assertThat(limit.spend(11)).isFalse();
    assertThat(limit.spend(1)).isFalse();
    assertThat(limit.spend(0)).isFalse();
    assertThat(limit.isOver()).isTrue();
  }

  @Test
  void theTimeEndsItToo() {
    WorkLimit limit = new WorkLimit(Long.MAX_VALUE, Duration.ofMillis(-1));
    assertThat(limit.spend(1)).isFalse();
    assertThat(limit.isOver()).isTrue();
  }

  @Test
  void anInterruptEndsItAndIsNotCleared() {
    WorkLimit limit = new WorkLimit(10_000_000, MINUTE);
    assertThat(limit.spend(1)).isTrue();
    Thread.currentThread().interrupt();
    int spent = 0;
    while (limit.spend(1_000)) {
      spent++;
    }
    assertThat(Thread.interrupted()).isTrue();
    assertThat(spent).as("noticed within 100,000 units").isBetween(1, 101);
    assertThat(limit.spend(1)).as("after the interrupt was cleared").isFalse();
  }

  @Test
  void theStandardLimitIsEnoughForALongText() {
    WorkLimit limit = WorkLimit.standard();
    assertThat(limit.spend(50_000_000)).isTrue();
    assertThat(limit.spend(1)).isFalse();
  }
}
