package dev.dragoman.runtime.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dragoman.runtime.Await;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One holder never has all permits, unless there are three or fewer. */
class PlacesTest {

  @DisplayName("S13 one holder gets three quarters of the permits, another one the rest")
  @ParameterizedTest
  @CsvSource({"1, 1", "2, 2", "3, 3", "4, 3", "5, 4", "7, 6", "8, 6", "100, 75", "128, 96"})
  void oneHolderAndAnother(int total, int most) {
    Places places = new Places(total);
    assertThat(places.total()).isEqualTo(total);
    assertThat(places.most()).isEqualTo(most);
    assertThat(taken(places, "greedy", total + 1)).isEqualTo(most);
    assertThat(taken(places, "other", total + 1)).isEqualTo(total - most);
    assertThat(places.taken()).isEqualTo(total);
    assertThat(places.tryTake("third")).isFalse();
  }

  private static int taken(Places places, Object holder, int wanted) {
    int taken = 0;
    for (int count = 0; count < wanted; count++) {
      taken += places.tryTake(holder) ? 1 : 0;
    }
    return taken;
  }

  @Test
  void aReleasedPermitCanBeTakenAgain() {
    Places places = new Places(4);
    assertThat(taken(places, "greedy", 4)).isEqualTo(3);
    places.release("greedy");
    assertThat(places.taken()).isEqualTo(2);
    assertThat(places.tryTake("greedy")).isTrue();
    assertThat(places.tryTake("greedy")).as("its own limit").isFalse();
    assertThat(places.tryTake("other")).isTrue();
    assertThat(places.tryTake("other")).as("the total").isFalse();
    places.release("greedy");
    assertThat(places.tryTake("other")).isTrue();
    assertThat(places.taken()).isEqualTo(4);
  }

  /** Holders are compared by equality: two objects with the same credential are one caller. */
  @Test
  void equalHoldersAreOne() {
    Places places = new Places(4);
    for (int count = 0; count < 3; count++) {
      assertThat(places.tryTake(new String("same"))).isTrue();
    }
    assertThat(places.tryTake(new String("same"))).isFalse();
    places.release(new String("same"));
    assertThat(places.tryTake(new String("same"))).isTrue();
  }

  @Test
  void aWaitingHolderGetsWhatIsReleased() throws Exception {
    Places places = new Places(1);
    assertThat(places.tryTake("first", 0, TimeUnit.SECONDS)).isTrue();
    assertThat(places.tryTake("second", 1, TimeUnit.MILLISECONDS)).isFalse();
    CompletableFuture<Boolean> waiting = waiting(places, "second");
    places.release("first");
    assertThat(waiting.get(20, TimeUnit.SECONDS)).isTrue();
    assertThat(places.taken()).isEqualTo(1);
  }

  @Test
  void waitingInVainTakesNothing() throws Exception {
    Places places = new Places(4);
    assertThat(taken(places, "greedy", 3)).isEqualTo(3);
    for (int count = 0; count < 50; count++) {
      assertThat(places.tryTake("greedy", 1, TimeUnit.MICROSECONDS)).isFalse();
    }
    assertThat(places.taken()).isEqualTo(3);
    assertThat(places.tryTake("other", 0, TimeUnit.SECONDS)).isTrue();
    for (int count = 0; count < 50; count++) {
      assertThat(places.tryTake("other", 1, TimeUnit.MICROSECONDS)).isFalse();
    }
    places.release("greedy");
    assertThat(places.tryTake("greedy")).as("no permit was lost").isTrue();
  }

  @Test
  void anInterruptEndsTheWaitWithoutAPermit() throws Exception {
    Places places = new Places(1);
    assertThat(places.tryTake("first")).isTrue();
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> places.tryTake("second", 1, TimeUnit.MINUTES))
        .isInstanceOf(InterruptedException.class);
    places.release("first");
    assertThat(places.taken()).isZero();
    assertThat(places.tryTake("second", 0, TimeUnit.SECONDS)).isTrue();
  }

  private static CompletableFuture<Boolean> waiting(Places places, Object holder) throws Exception {
    CompletableFuture<Boolean> taken = new CompletableFuture<>();
    Thread thread =
        new Thread(
            () -> {
              try {
                taken.complete(places.tryTake(holder, 20, TimeUnit.SECONDS));
              } catch (InterruptedException e) {
                taken.completeExceptionally(e);
              }
            });
    thread.start();
    Await.until("it waits", () -> thread.getState() == Thread.State.TIMED_WAITING);
    return taken;
  }
}
