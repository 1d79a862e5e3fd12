package dev.dragoman.runtime.execute;

import static dev.dragoman.runtime.execute.Calls.PLAIN;
import static dev.dragoman.runtime.execute.Calls.get;
import static dev.dragoman.runtime.execute.Calls.permit;
import static dev.dragoman.runtime.execute.Calls.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.AccessLevel;
import dev.dragoman.runtime.Caller;
import dev.dragoman.runtime.Operation;
import dev.dragoman.runtime.execute.http.HttpExecutor;
import dev.dragoman.runtime.execute.origin.Upstream;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whom a failing operation keeps from the API: nobody but the callers it fails for. */
@Timeout(60)
class BreakerTest {
  private static final Caller A = with("AAAAAAAA-aaaaaa");
  private static final Caller B = with("BBBBBBBB-bbbbbb");

  private static Operation operation(String path) {
    return Operation.of("get" + path.replace('/', '_'), "GET", path, AccessLevel.READ);
  }

  /** Answers a path with its own status; {@code hang} not at all. */
  private static RawUpstream api() {
    return RawUpstream.scripted(
        (request, out) -> {
          String path = request.split(" ", 3)[1].substring(1);
          if (path.startsWith("hang")) {
            Thread.sleep(30_000);
          }
          String status = path.startsWith("end") ? "" : path.substring(0, 3);
          if (!status.isEmpty()) {
            out.write(RawUpstream.bytes("HTTP/1.1 " + status + " X\nContent-Length: 0\n\n"));
          }
        });
  }

  private static HttpExecutor executor(RawUpstream api) {
    return new HttpExecutor(PLAIN, Upstream.named(api.url()).withDeadline(Duration.ofMillis(700)));
  }

  /** The status, or what went wrong. */
  private static String call(HttpExecutor executor, Caller caller, String path) {
    try {
      return "" + executor.execute(permit(operation(path), caller), get(path)).status();
    } catch (UpstreamException failed) {
      return failed.getMessage();
    }
  }

  /** Calls until the breaker opens, at most for a while. */
  private static boolean isLeftAlone(HttpExecutor executor, Caller caller, String... paths) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(8);
    while (System.nanoTime() < end) {
      for (String path : paths) {
        if (call(executor, caller, path).contains("are paused")) {
          return true;
        }
      }
    }
    return false;
  }

  @ParameterizedTest(name = "S16 one caller''s calls that end in {0} keep nobody else from the API")
  @ValueSource(strings = {"/503", "/502", "/504", "/hang", "/end"})
  void oneFailingOperationIsThatCallersOwn(String path) {
    try (RawUpstream api = api()) {
      HttpExecutor executor = executor(api);
      assertThat(isLeftAlone(executor, A, path)).isTrue();
      int before = api.requests().size();
      assertThat(call(executor, A, path)).contains("calls to it are paused; nothing was sent");
      assertThat(api.requests()).hasSize(before);
      assertThat(call(executor, B, "/200")).isEqualTo("200");
      assertThat(call(executor, A, "/200")).as("another operation").isEqualTo("200");
      assertThat(call(executor, A, path)).as("a success elsewhere").contains("are paused");
      assertThat(call(executor, B, path)).doesNotContain("are paused");
    }
  }

  @ParameterizedTest(name = "S16 status {0} says nothing of the origin")
  @ValueSource(strings = {"/500", "/401", "/403", "/429", "/501"})
  void otherStatusesNeverCount(String path) throws InterruptedException {
    try (RawUpstream api = api()) {
      HttpExecutor executor = executor(api);
      for (int count = 0; count < 15; count++) {
        assertThat(call(executor, A, path)).isEqualTo(path.substring(1));
        Thread.sleep(100);
      }
    }
  }

  @Test
  @DisplayName("S16 an origin that fails everywhere is left alone, and found again by anyone")
  void anOriginThatFailsEverywhere() {
    try (RawUpstream api = api()) {
      HttpExecutor executor = executor(api);
      String other = "/503/other";
      assertThat(isLeftAlone(executor, A, "/503/a", "/503/b", "/503/c")).isTrue();
      assertThat(isLeftAlone(executor, A, other)).isTrue();
      assertThat(call(executor, B, "/200")).isEqualTo("200");
      assertThat(call(executor, A, "/200")).isEqualTo("200");
    }
  }

  @Test
  @DisplayName("S16 an origin where nothing listens is left alone by all")
  void anOriginThatIsGone() {
    RawUpstream api = api();
    HttpExecutor executor = executor(api);
    api.close();
    assertThat(isLeftAlone(executor, A, "/200")).isTrue();
    assertThat(call(executor, B, "/200/other")).contains("calls to it are paused");
  }
}
