package dev.dragoman.runtime.execute.breaker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.execute.breaker.CircuitBreaker.State;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class CircuitBreakerTest {
  private final AtomicLong clock = new AtomicLong(Long.MAX_VALUE - 5);
  private final CircuitBreaker breaker = new CircuitBreaker(clock::get);

  private void pass(Duration time) {
    clock.addAndGet(time.toNanos());
  }

  private void open() {
    for (int failure = 0; failure < 5; failure++) {
      breaker.failed(true);
      pass(Duration.ofMillis(300));
    }
    assertThat(breaker.state()).isEqualTo(State.OPEN);
  }

  @Test
  void failuresOfOneMomentAreOneFault() {
    for (int failure = 0; failure < 100; failure++) {
      breaker.failed(true);
    }
    assertThat(breaker.admits()).isTrue();
    pass(Duration.ofSeconds(1));
    breaker.failed(true);
    assertThat(breaker.admits()).isFalse();
  }

  @Test
  void oneSuccessInBetweenKeepsItClosed() {
    for (int failure = 0; failure < 100; failure++) {
      breaker.failed(true);
      pass(Duration.ofSeconds(1));
      if (failure % 4 == 3) {
        breaker.succeeded();
      }
      assertThat(breaker.admits()).isTrue();
    }
  }

  @Test
  void oneCallTriesAndAllOthersWait() {
    open();
    assertThat(breaker.rest()).isBetween(Duration.ofSeconds(4), Duration.ofSeconds(5));
    pass(breaker.rest());
    assertThat(breaker.admits()).isTrue();
    assertThat(breaker.admits()).as("while one is out").isFalse();
    breaker.succeeded();
    assertThat(breaker.admits()).isTrue();
    assertThat(breaker.rest()).isZero();
  }

  @Test
  void theRestDoublesUpToAMinute() {
    open();
    for (int seconds : new int[] {10, 20, 40, 60, 60}) {
      pass(breaker.rest());
      assertThat(breaker.admits()).isTrue();
      breaker.failed(true);
      assertThat(breaker.rest()).isEqualTo(Duration.ofSeconds(seconds));
    }
  }

  @Test
  void aTryThatTellsNothingIsFollowedByAnother() {
    open();
    pass(breaker.rest());
    assertThat(breaker.admits()).isTrue();
    breaker.ignored();
    assertThat(breaker.admits()).isTrue();
  }
}
