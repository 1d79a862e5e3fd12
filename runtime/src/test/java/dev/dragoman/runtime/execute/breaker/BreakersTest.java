package dev.dragoman.runtime.execute.breaker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.execute.breaker.Breakers.Call;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class BreakersTest {
  private final AtomicLong clock = new AtomicLong();
  private final Breakers breakers = new Breakers(clock::get);

  private void pass(Duration time) {
    clock.addAndGet(time.toNanos());
  }

  private boolean goesOut(Call call) {
    return breakers.refusal(call).isEmpty();
  }

  private void failing(boolean noConnection, Call... calls) {
    for (int round = 0; round < 6; round++) {
      for (Call call : calls) {
        if (goesOut(call)) {
          breakers.failed(call, noConnection);
        }
      }
      pass(Duration.ofMillis(400));
    }
  }

  @Test
  void oneOperationOfOneCallerIsLeftAloneForThatCallerOnly() {
    failing(false, new Call("a", "report"));
    assertThat(breakers.refusal(new Call("a", "report")).orElseThrow().whole()).isFalse();
    assertThat(goesOut(new Call("b", "report"))).isTrue();
    assertThat(goesOut(new Call("a", "list"))).isTrue();
    assertThat(goesOut(new Call("b", "list"))).isTrue();
  }

  @Test
  void manyCallersOfOneFailingOperationDoNotShutTheOthers() {
    for (int caller = 0; caller < 50; caller++) {
      failing(false, new Call("caller" + caller, "report"));
    }
    assertThat(goesOut(new Call("caller0", "list"))).isTrue();
    assertThat(goesOut(new Call("new", "report"))).isTrue();
  }

  @Test
  void anOriginThatFailsEverywhereIsLeftAlone() {
    failing(false, new Call("a", "x"), new Call("a", "y"), new Call("a", "z"));
    assertThat(breakers.refusal(new Call("a", "other")).orElseThrow().whole()).isTrue();
    assertThat(goesOut(new Call("b", "x"))).as("who has not failed tries").isTrue();
    breakers.failed(new Call("b", "x"), false);
    assertThat(goesOut(new Call("b", "x"))).isFalse();
    assertThat(goesOut(new Call("c", "x"))).isTrue();
    breakers.succeeded(new Call("c", "x"));
    assertThat(goesOut(new Call("a", "other"))).isTrue();
  }

  @Test
  void anOriginThatCannotBeReachedIsLeftAloneByAll() {
    failing(true, new Call("a", "x"));
    assertThat(goesOut(new Call("b", "y"))).isFalse();
    pass(Duration.ofSeconds(6));
    assertThat(goesOut(new Call("b", "y"))).isTrue();
    assertThat(goesOut(new Call("c", "z"))).as("while one is out").isFalse();
    breakers.succeeded(new Call("b", "y"));
    assertThat(goesOut(new Call("c", "z"))).isTrue();
  }

  @Test
  void aTryOfTheOperationIsNotLostWhenTheOriginRests() {
    failing(false, new Call("a", "x"), new Call("a", "y"), new Call("a", "z"));
    pass(Duration.ofSeconds(6));
    assertThat(goesOut(new Call("a", "x"))).isTrue();
    breakers.ignored(new Call("a", "x"));
    assertThat(goesOut(new Call("a", "x"))).isTrue();
  }

  @Test
  void onlySoManyFailingCallsAreRemembered() {
    for (int caller = 0; caller < 5_000; caller++) {
      breakers.failed(new Call("caller" + caller, "x"), false);
    }
    assertThat(breakers.kept()).isEqualTo(1_000);
    breakers.succeeded(new Call("caller4999", "x"));
    assertThat(breakers.kept()).isEqualTo(999);
  }
}
