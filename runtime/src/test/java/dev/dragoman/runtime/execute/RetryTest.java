package dev.dragoman.runtime.execute;

import static dev.dragoman.runtime.execute.Calls.PLAIN;
import static dev.dragoman.runtime.execute.Calls.READ;
import static dev.dragoman.runtime.execute.Calls.anonymous;
import static dev.dragoman.runtime.execute.Calls.get;
import static dev.dragoman.runtime.execute.Calls.permit;
import static dev.dragoman.runtime.execute.Calls.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dragoman.runtime.AccessLevel;
import dev.dragoman.runtime.Await;
import dev.dragoman.runtime.Caller;
import dev.dragoman.runtime.Operation;
import dev.dragoman.runtime.execute.http.HttpExecutor;
import dev.dragoman.runtime.execute.http.ResilienceSettings;
import dev.dragoman.runtime.execute.origin.Upstream;
import dev.dragoman.runtime.metrics.Metrics;
import dev.dragoman.runtime.request.ApiRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryTest {
  private static final String OK = "HTTP/1.1 200 OK\nContent-Length: 2\n\n{}";
  private static final Operation WRITE = Operation.of("postX", "POST", "/x", AccessLevel.WRITE);

  private final Metrics metrics = new Metrics();

  private HttpExecutor executor(RawUpstream api, Duration deadline) {
    return new HttpExecutor(
        PLAIN,
        Upstream.named(api.url()).withDeadline(deadline),
        new ResilienceSettings(4, new IdempotencyHeaders(Optional.of("X-Once")), metrics));
  }

  private HttpExecutor executor(RawUpstream api) {
    return executor(api, Duration.ofSeconds(20));
  }

  /** Answers the first request so, all later ones with success. */
  private static RawUpstream firstly(String answer) {
    AtomicInteger count = new AtomicInteger();
    return RawUpstream.scripted(
        (request, out) -> out.write(RawUpstream.bytes(count.getAndIncrement() == 0 ? answer : OK)));
  }

  private static String failing(int status, String headers) {
    return "HTTP/1.1 " + status + " No\nContent-Length: 0\n" + headers + "\n";
  }

  @ParameterizedTest(name = "S18 a read is sent again after {0}")
  @ValueSource(ints = {429, 502, 503, 504})
  void aReadIsSentAgainAfterWhatMayPass(int status) {
    try (RawUpstream api = firstly(failing(status, ""))) {
      assertThat(executor(api).execute(permit(READ, anonymous()), get("/x")).status())
          .isEqualTo(200);
      assertThat(api.requests()).hasSize(2);
      assertThat(metrics.text())
          .contains("dragoman_upstream_retries_total{cause=\"" + status + "\"} 1");
    }
  }

  @ParameterizedTest(name = "S18 a read is sent again after a connection fault {index}")
  @ValueSource(
      strings = {
        "",
        "garbage",
        "HTTP/1.1 200 OK\nContent-Length: 100\n\nshort",
        "HTTP/1.1 200 OK\nTransfer-Encoding: chunked\n\n5\nhello\n"
      })
  void aReadIsSentAgainAfterAConnectionFault(String answer) {
    try (RawUpstream api = firstly(answer)) {
      assertThat(executor(api).execute(permit(READ, anonymous()), get("/x")).status())
          .isEqualTo(200);
      assertThat(api.requests()).hasSize(2);
    }
  }

  @ParameterizedTest(name = "S18 {0} after status {1}: sent {2} times")
  @CsvSource({
    "GET, 429, 2", "GET, 503, 2", "HEAD, 503, 2", "OPTIONS, 502, 2", "GET, 500, 1", "GET, 404, 1",
    "GET, 501, 1", "POST, 503, 1", "POST, 429, 1", "PUT, 503, 1", "PATCH, 502, 1", "DELETE, 504, 1",
    "QUERY, 503, 1"
  })
  void burstsAreNotMultiplied(String method, int status, int times) {
    try (RawUpstream api = RawUpstream.answering(failing(status, ""))) {
      ApiRequest request = ApiRequest.builder(method, "/x").build();
      assertThat(executor(api).execute(permit(READ, anonymous()), request).status())
          .isEqualTo(status);
      assertThat(api.requests()).hasSize(times);
    }
  }

  @Test
  @DisplayName("S18 a GET that the operator calls a write is sent once")
  void aGetThatWritesIsAWrite() {
    Operation writes = Operation.of("getX", "GET", "/x", AccessLevel.DESTRUCTIVE);
    try (RawUpstream api = RawUpstream.answering(failing(503, ""))) {
      executor(api).execute(permit(writes, anonymous()), get("/x"));
      assertThat(api.requests()).hasSize(1);
    }
  }

  @ParameterizedTest(name = "S18 a write with {0} is sent again with the same key")
  @ValueSource(strings = {"Idempotency-Key", "x-idempotency-key", "X-Once"})
  void aWriteWithAKeyIsSentAgain(String header) {
    try (RawUpstream api = firstly(failing(503, ""))) {
      ApiRequest request = ApiRequest.builder("POST", "/x").header(header, "key-1").build();
      assertThat(executor(api).execute(permit(WRITE, anonymous()), request).status())
          .isEqualTo(200);
      assertThat(api.requests())
          .hasSize(2)
          .allMatch(sent -> sent.contains("\r\n" + header + ": key-1\r\n"));
    }
  }

  @Test
  @DisplayName("S18 Retry-After in seconds is honored, never early")
  void retryAfterInSeconds() {
    try (RawUpstream api = firstly(failing(503, "Retry-After: 2\n"))) {
      assertThat(timeOf(executor(api))).isBetween(Duration.ofSeconds(2), Duration.ofSeconds(4));
    }
  }

  @Test
  @DisplayName("S18 Retry-After as a date is honored")
  void retryAfterAsADate() {
    Instant date = Instant.now().plusSeconds(3);
    String text = DateTimeFormatter.RFC_1123_DATE_TIME.format(date.atOffset(ZoneOffset.UTC));
    try (RawUpstream api = firstly(failing(429, "Retry-After: " + text + "\n"))) {
      // The date has no fractions of a second.
      assertThat(timeOf(executor(api))).isBetween(Duration.ofMillis(1_800), Duration.ofSeconds(6));
      assertThat(api.requests()).hasSize(2);
    }
  }

  @ParameterizedTest(name = "S18 status {0} with {1}: sent {2} times")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          403 | Retry-After: 0                                     | 2
          403 | X-RateLimit-Remaining: 0,X-RateLimit-Reset: 1      | 2
          403 | RateLimit: "default";r=0;t=0                       | 2
          403 | X-RateLimit-Remaining: 7,X-RateLimit-Reset: 1      | 1
          403 | X-RateLimit-Remaining: 0                           | 1
          403 | X-RateLimit-Remaining: 0,X-RateLimit-Reset: 3600   | 1
          429 | X-RateLimit-Remaining: 0,X-RateLimit-Reset: 3600   | 1
          429 | RateLimit: "default";r=0;t=3600                    | 1
          429 | Retry-After-Ms: 10                                 | 2
          """)
  void limitsDecideAboutAnotherAttempt(int status, String headers, int times) {
    String lines = headers.replace(",", "\n") + "\n";
    try (RawUpstream api = RawUpstream.answering(failing(status, lines))) {
      assertThat(executor(api).execute(permit(READ, anonymous()), get("/x")).status())
          .isEqualTo(status);
      assertThat(api.requests()).hasSize(times);
    }
  }

  @Test
  @DisplayName("S18 the reset of a rate limit is honored, never early")
  void aReadWaitsForTheReset() {
    String limit = "X-RateLimit-Remaining: 0\nX-RateLimit-Reset: 2\n";
    try (RawUpstream api = firstly(failing(403, limit))) {
      assertThat(timeOf(executor(api))).isBetween(Duration.ofSeconds(2), Duration.ofSeconds(4));
      assertThat(api.requests()).hasSize(2);
    }
  }

  @Test
  @DisplayName("S18 a Retry-After beyond the deadline is handed on at once")
  void retryAfterBeyondTheDeadline() {
    try (RawUpstream api = RawUpstream.answering(failing(503, "Retry-After: 60\n"))) {
      HttpExecutor executor = executor(api);
      long start = System.nanoTime();
      ApiResponse answer = executor.execute(permit(READ, anonymous()), get("/x"));
      assertThat(answer.status()).isEqualTo(503);
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
      assertThat(api.requests()).hasSize(1);
    }
  }

  @Test
  @DisplayName("S13 attempts and pauses share one deadline")
  void oneDeadlineForAllAttempts() {
    AtomicInteger count = new AtomicInteger();
    RawUpstream.Script script =
        (request, out) -> {
          if (count.getAndIncrement() == 0) {
            Thread.sleep(700);
            out.write(RawUpstream.bytes(failing(503, "")));
          } else {
            Thread.sleep(60_000);
          }
        };
    try (RawUpstream api = RawUpstream.scripted(script)) {
      HttpExecutor executor = executor(api, Duration.ofSeconds(3));
      long start = System.nanoTime();
      assertThatThrownBy(() -> executor.execute(permit(READ, anonymous()), get("/x")))
          .hasMessageContaining("did not return a complete response within 3.0 seconds");
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    }
  }

  @Test
  @DisplayName("S18 an origin that stays silent is left alone, and says so")
  void theBreakerOpensAndTriesAgain() throws Exception {
    AtomicInteger status = new AtomicInteger(503);
    try (RawUpstream api =
        RawUpstream.scripted(
            (request, out) -> out.write(RawUpstream.bytes(failing(status.get(), ""))))) {
      HttpExecutor executor = executor(api);
      AtomicReference<String> refusal = new AtomicReference<>("");
      Await.until(
          "the API is left alone",
          () -> {
            refusal.set(refusal(executor).orElse(""));
            return !refusal.get().isEmpty();
          });
      assertThat(refusal.get())
          .contains("calls to it are paused; nothing was sent. Try again in ")
          .contains(api.url().toString());
      assertThat(metrics.text())
          .contains("dragoman_upstream_breaker_state{origin=\"" + api.url() + "\"} 2");
      int before = api.requests().size();
      for (int call = 0; call < 50; call++) {
        assertThat(refusal(executor)).isPresent();
      }
      assertThat(api.requests()).hasSize(before);

      status.set(200);
      Await.until("the API is called again", () -> refusal(executor).isEmpty());
      assertThat(refusal(executor)).isEmpty();
    }
  }

  private static Optional<String> refusal(HttpExecutor executor) {
    try {
      executor.execute(permit(READ, anonymous()), get("/x"));
      return Optional.empty();
    } catch (UpstreamException failed) {
      return Optional.ofNullable(failed.getMessage());
    }
  }

  @Test
  void moreThanTheOriginGetsAtATimeWaitAndAreThenToldSo() throws Exception {
    CountDownLatch goOn = new CountDownLatch(1);
    try (RawUpstream api = held(goOn)) {
      HttpExecutor executor = executor(api);
      List<CompletableFuture<Integer>> four = new ArrayList<>();
      for (int call = 0; call < 4; call++) {
        four.add(start(executor, call == 0 ? with("another-key") : anonymous()));
      }
      Await.until("four calls are under way", () -> api.requests().size() == 4);
      assertThatThrownBy(() -> executor.execute(permit(READ, anonymous()), get("/x")))
          .hasMessageContaining("concurrent calls to the API as it is allowed to, 4 in total");
      goOn.countDown();
      for (CompletableFuture<Integer> one : four) {
        assertThat(one.get(20, TimeUnit.SECONDS)).isEqualTo(200);
      }
      assertThat(executor.execute(permit(READ, anonymous()), get("/x")).status()).isEqualTo(200);
      assertThat(api.requests()).hasSize(5);
    }
  }

  @ParameterizedTest(name = "S13 callers with {0} and {1}: the first cannot have all places")
  @CsvSource({"key-of-hostile, key-of-good", "'', key-of-good", "key-of-hostile, ''"})
  void oneCallerLeavesPlacesToOthers(String hostile, String good) throws Exception {
    CountDownLatch goOn = new CountDownLatch(1);
    try (RawUpstream api = held(goOn)) {
      HttpExecutor executor = executor(api);
      List<CompletableFuture<Integer>> calls = new ArrayList<>();
      for (int call = 0; call < 12; call++) {
        calls.add(start(executor, caller(hostile)));
      }
      Await.until("three calls are under way", () -> api.requests().size() >= 3);
      calls.add(start(executor, caller(good)));
      Await.until("the other caller's request is sent", () -> api.requests().size() >= 4);
      if (!good.isEmpty()) {
        assertThat(api.requests().get(3)).contains(good);
      }
      goOn.countDown();
      for (CompletableFuture<Integer> one : calls) {
        assertThat(one.get(20, TimeUnit.SECONDS)).isEqualTo(200);
      }
    }
  }

  private static RawUpstream held(CountDownLatch goOn) {
    return RawUpstream.scripted(
        (request, out) -> {
          goOn.await();
          out.write(RawUpstream.bytes(OK));
        });
  }

  private static Caller caller(String key) {
    return key.isEmpty() ? anonymous() : with(key);
  }

  private static CompletableFuture<Integer> start(HttpExecutor executor, Caller caller) {
    return CompletableFuture.supplyAsync(
        () -> executor.execute(permit(READ, caller), get("/x")).status(),
        task -> new Thread(task).start());
  }

  private static Duration timeOf(HttpExecutor executor) {
    long start = System.nanoTime();
    assertThat(executor.execute(permit(READ, anonymous()), get("/x")).status()).isEqualTo(200);
    return Duration.ofNanos(System.nanoTime() - start);
  }
}
