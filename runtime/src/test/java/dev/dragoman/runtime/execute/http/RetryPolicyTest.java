package dev.dragoman.runtime.execute.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.AccessLevel;
import dev.dragoman.runtime.Operation;
import dev.dragoman.runtime.execute.ApiResponse;
import dev.dragoman.runtime.execute.Deadline;
import dev.dragoman.runtime.execute.Fault;
import dev.dragoman.runtime.execute.IdempotencyHeaders;
import dev.dragoman.runtime.metrics.Metrics;
import dev.dragoman.runtime.request.ApiRequest;
import dev.dragoman.runtime.request.ApiRequest.Pair;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryPolicyTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final Metrics metrics = new Metrics();

  private RetryPolicy policy(AccessLevel access, String method, String header, Duration deadline) {
    ApiRequest.Builder request = ApiRequest.builder(method, "/x");
    if (header != null) {
      request.header(header, "key-1");
    }
    return RetryPolicy.of(
        Operation.of("x", method, "/x", access),
        request.build(),
        Deadline.in(deadline),
        new ResilienceSettings(4, new IdempotencyHeaders(Optional.of("X-Once")), metrics));
  }

  private RetryPolicy read(Duration deadline) {
    return policy(AccessLevel.READ, "GET", null, deadline);
  }

  private static ApiResponse response(int status, String... retryAfter) {
    List<Pair> headers =
        List.of(retryAfter).stream().map(value -> new Pair("retry-after", value)).toList();
    return new ApiResponse(status, headers, Optional.empty(), new ApiResponse.Bytes(new byte[0]));
  }

  @DisplayName("S18 which requests are sent again after status 503")
  @ParameterizedTest
  @CsvSource({
    "READ, GET, , true",
    "READ, HEAD, , true",
    "READ, OPTIONS, , true",
    "READ, POST, , false",
    "READ, QUERY, , false",
    "READ, PUT, , false",
    "READ, DELETE, , false",
    "WRITE, GET, , false",
    "DESTRUCTIVE, GET, , false",
    "WRITE, POST, , false",
    "WRITE, POST, Idempotency-Key, true",
    "WRITE, POST, IDEMPOTENCY-KEY, true",
    "WRITE, PATCH, X-Idempotency-Key, true",
    "DESTRUCTIVE, DELETE, x-once, true",
    "WRITE, POST, X-Once-More, false",
    "WRITE, POST, X-Request-Id, false"
  })
  void whichRequests(AccessLevel access, String method, String header, boolean again) {
    RetryPolicy policy = policy(access, method, header, MINUTE);
    assertThat(policy.after(response(503)).isPresent()).isEqualTo(again);
    assertThat(policy.after(Fault.BROKEN).isPresent()).isEqualTo(again);
  }

  @DisplayName("S18 after which statuses a read is sent again")
  @ParameterizedTest
  @CsvSource({
    "200, false",
    "304, false",
    "400, false",
    "408, false",
    "425, false",
    "428, false",
    "429, true",
    "430, false",
    "500, false",
    "501, false",
    "502, true",
    "503, true",
    "504, true",
    "505, false",
    "599, false"
  })
  void whichStatuses(int status, boolean again) {
    assertThat(read(MINUTE).after(response(status)).map(RetryPolicy.Pause::cause))
        .isEqualTo(again ? Optional.of("" + status) : Optional.empty());
  }

  @DisplayName("S18 after which faults a read is sent again")
  @ParameterizedTest
  @CsvSource({
    "UNREACHABLE, unreachable",
    "BROKEN, broken",
    "INSECURE, ",
    "LATE, ",
    "CANCELLED, ",
    "HELD_BACK, ",
    "OTHER, "
  })
  void whichFaults(Fault fault, String cause) {
    assertThat(read(MINUTE).after(fault).map(RetryPolicy.Pause::cause))
        .isEqualTo(Optional.ofNullable(cause));
  }

  /** Never earlier than the API asked for, and at most a tenth later. */
  @ParameterizedTest
  @CsvSource({"0, 0, 0", "1, 1000, 1100", "10, 10000, 11000", "30, 30000, 33000"})
  void waitsAsLongAsTheApiAsks(String seconds, long least, long most) {
    assertThat(read(MINUTE).after(response(429, seconds)))
        .get()
        .extracting(pause -> pause.time().toMillis())
        .satisfies(millis -> assertThat(millis).isBetween(least, most));
  }

  @RepeatedTest(20)
  void waitsUpToHalfASecondOtherwise() {
    for (Optional<RetryPolicy.Pause> pause :
        List.of(
            read(MINUTE).after(response(503)),
            read(MINUTE).after(response(503, "soon")),
            read(MINUTE).after(Fault.UNREACHABLE))) {
      assertThat(pause.orElseThrow().time())
          .isBetween(Duration.ofMillis(1), Duration.ofMillis(499));
    }
  }

  @Test
  void callersThatFailedTogetherDoNotReturnTogether() {
    long different =
        Stream.generate(() -> read(MINUTE).after(response(429, "20"))).limit(50).distinct().count();
    assertThat(different).isGreaterThan(10);
  }

  @DisplayName("S13 a pause that leaves less than a tenth of the time is not made")
  @ParameterizedTest
  @CsvSource({"100, 80, true", "100, 91, false", "100, 100, false", "100, 3600, false"})
  void aPauseFitsIntoTheDeadline(int deadline, String asked, boolean again) {
    RetryPolicy policy = read(Duration.ofSeconds(deadline));
    assertThat(policy.after(response(503, asked)).isPresent()).isEqualTo(again);
  }

  @DisplayName("S18 a request is sent again once")
  @Test
  void onceOnly() {
    RetryPolicy policy = read(MINUTE);
    RetryPolicy.Pause pause = policy.after(response(503, "0")).orElseThrow();
    long start = System.nanoTime();
    policy.await(new RetryPolicy.Pause(Duration.ofMillis(50), pause.cause()));
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(49));
    assertThat(policy.after(response(503))).isEmpty();
    assertThat(policy.after(Fault.BROKEN)).isEmpty();
    assertThat(metrics.text()).contains("dragoman_upstream_retries_total{cause=\"503\"} 1");
  }
}
