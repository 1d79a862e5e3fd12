package dev.dragoman.runtime.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dragoman.runtime.Await;
import dev.dragoman.runtime.Secret;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Callers that wait for the request of another one. */
class SharedTokensTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Token TOKEN = new Token(Secret.of("t"), Duration.ofHours(1));

  private final TokenCache cache = new TokenCache(new TestClock());
  private final CountDownLatch asked = new CountDownLatch(1);
  private final CountDownLatch go = new CountDownLatch(1);
  private final AtomicInteger requests = new AtomicInteger();

  /** The first request fails, once it is told to go on. */
  private Token first(RuntimeException failure) {
    if (requests.incrementAndGet() > 1) {
      return TOKEN;
    }
    asked.countDown();
    try {
      assertThat(go.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
    throw failure;
  }

  private static FutureTask<Secret> started(Callable<Secret> call) {
    FutureTask<Secret> task = new FutureTask<>(call);
    new Thread(task).start();
    return task;
  }

  /** Two calls, of which the second waits for the first, whose request then fails. */
  private FutureTask<Secret> follower(RuntimeException failure) throws Exception {
    FutureTask<Secret> leader = started(() -> cache.get("key", PATIENCE, left -> first(failure)));
    assertThat(asked.await(30, TimeUnit.SECONDS)).isTrue();
    FutureTask<Secret> task =
        new FutureTask<>(() -> cache.get("key", PATIENCE, left -> first(failure)));
    Thread thread = new Thread(task);
    thread.start();
    Await.until("the call waits", () -> thread.getState() == Thread.State.TIMED_WAITING);
    go.countDown();
    assertThatThrownBy(() -> leader.get(30, TimeUnit.SECONDS)).hasCause(failure);
    return task;
  }

  @Test
  @DisplayName("S16 A caller that gives up takes nobody with it")
  void whoWaitsForACallerThatGivesUpAsksItself() throws Exception {
    FutureTask<Secret> follower = follower(new CredentialException("late", true));

    assertThat(follower.get(30, TimeUnit.SECONDS)).isEqualTo(TOKEN.value());
    assertThat(requests).hasValue(2);
    assertThat(cache.size()).isEqualTo(1);
  }

  @Test
  void aRefusalIsForEverybodyWhoWaits() throws Exception {
    FutureTask<Secret> follower = follower(new CredentialException("invalid_client"));

    assertThatThrownBy(() -> follower.get(30, TimeUnit.SECONDS))
        .isInstanceOf(ExecutionException.class)
        .cause()
        .isInstanceOf(CredentialException.class)
        .hasMessage("invalid_client");
    assertThat(requests).hasValue(1);
    assertThat(cache.get("key", PATIENCE, left -> TOKEN)).as("not kept").isEqualTo(TOKEN.value());
  }

  /** A fault of this server must not show what it says to others. */
  @Test
  void aFaultIsNotRepeatedToTheOthers() throws Exception {
    FutureTask<Secret> follower = follower(new IllegalStateException("secret-1"));

    assertThatThrownBy(() -> follower.get(30, TimeUnit.SECONDS))
        .cause()
        .isInstanceOf(CredentialException.class)
        .hasMessage("No API credential could be obtained; nothing was sent to the API.");
  }

  @Test
  void nobodyWaitsForAnotherLongerThanTheOwnCall() throws Exception {
    FutureTask<Secret> leader =
        started(() -> cache.get("key", PATIENCE, left -> first(new IllegalStateException())));
    assertThat(asked.await(30, TimeUnit.SECONDS)).isTrue();

    assertThatThrownBy(() -> cache.get("key", Duration.ofMillis(20), left -> TOKEN))
        .isInstanceOf(CredentialException.class)
        .hasMessageContaining("in time");
    assertThatThrownBy(() -> cache.get("key", Duration.ofSeconds(-1), left -> TOKEN))
        .hasMessageContaining("in time");
    assertThat(cache.get("other", PATIENCE, left -> TOKEN)).isEqualTo(TOKEN.value());
    assertThat(leader).isNotDone();
    go.countDown();
  }

  @Test
  void aCancelledCallNoLongerWaitsAndStaysCancelled() throws Exception {
    FutureTask<Secret> leader =
        started(() -> cache.get("key", PATIENCE, left -> first(new IllegalStateException())));
    assertThat(asked.await(30, TimeUnit.SECONDS)).isTrue();
    Thread.currentThread().interrupt();
    try {
      assertThatThrownBy(() -> cache.get("key", PATIENCE, left -> TOKEN))
          .hasMessage("The call was cancelled; nothing was sent to the API.");
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
    assertThat(leader).isNotDone();
    go.countDown();
  }

  /** The request of the one who asks after another has given up gets what is left of its time. */
  @Test
  void theTimeOfTheSecondRequestIsWhatIsLeft() throws Exception {
    FutureTask<Secret> leader =
        started(
            () -> cache.get("key", PATIENCE, left -> first(new CredentialException("late", true))));
    assertThat(asked.await(30, TimeUnit.SECONDS)).isTrue();
    FutureTask<Duration> second =
        new FutureTask<>(
            () -> {
              Duration[] given = new Duration[1];
              cache.get(
                  "key",
                  PATIENCE,
                  left -> {
                    given[0] = left;
                    return TOKEN;
                  });
              return given[0];
            });
    Thread thread = new Thread(second);
    thread.start();
    Await.until("the call waits", () -> thread.getState() == Thread.State.TIMED_WAITING);
    go.countDown();

    assertThat(second.get(30, TimeUnit.SECONDS)).isPositive().isLessThan(PATIENCE);
    assertThatThrownBy(leader::get).hasMessageContaining("late");
  }
}
