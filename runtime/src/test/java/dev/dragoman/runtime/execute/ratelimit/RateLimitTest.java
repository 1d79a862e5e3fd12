package dev.dragoman.runtime.execute.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.execute.ApiResponse;
import dev.dragoman.runtime.request.ApiRequest.Pair;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RateLimitTest {
  /** In seconds since 1970: 1795774200. */
  private static final Instant NOW = Instant.parse("2026-11-27T10:10:00Z");

  private static ApiResponse response(int status, String headers) {
    List<Pair> pairs =
        Arrays.stream(headers.split("\\|", -1))
            .map(header -> header.split(":", 2))
            .map(parts -> new Pair(parts[0].strip(), parts[1].strip()))
            .toList();
    return new ApiResponse(status, pairs, Optional.empty(), new ApiResponse.Bytes(new byte[0]));
  }

  private static Optional<Duration> time(String headers) {
    return RateLimit.of(response(429, headers), NOW).time();
  }

  /** Header fields are separated by bars. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      textBlock =
          """
          x-ratelimit-remaining: 0 | x-ratelimit-reset: 1795774260 ; PT60S
          x-ratelimit-remaining: 0 | x-ratelimit-reset: 1795774260000 ; PT60S
          x-ratelimit-remaining: 0 | x-ratelimit-reset: 1795774260.5 ; PT60.5S
          x-ratelimit-remaining: 0 | x-ratelimit-reset: 60 ; PT60S
          x-ratelimit-remaining: 0 | x-ratelimit-reset: 2026-11-27T10:11Z ; PT60S
          x-ratelimit-remaining: 0 | x-ratelimit-reset: 2026-11-27T12:11:00+02:00 ; PT60S
          x-ratelimit-remaining: 0 | x-ratelimit-reset: Fri, 27 Nov 2026 10:11:00 GMT ; PT60S
          x-ratelimit-remaining: 0 | x-ratelimit-reset: 1795770000 ; PT0S
          x-ratelimit-remaining: 0 | x-ratelimit-reset: 1795774260 | x-ratelimit-reset-after: 12.5 ; PT60S
          x-ratelimit-remaining: 0 | x-ratelimit-reset-after: 1.25 ; PT1.25S
          x-ratelimit-remaining: 0 | x-ratelimit-reset-ms: 350 ; PT0.35S
          x-rate-limit-remaining: 0 | x-rate-limit-reset: 1795774205 ; PT5S
          x-rate-limit-remaining: 0 | x-ratelimit-reset: 5 ; PT5S
          ratelimit-remaining: 0 | ratelimit-reset: 7 ; PT7S
          ratelimit-remaining: 0, 10 | ratelimit-reset: 7, 30 ; PT30S
          x-ratelimit-remaining: 0.0 | x-ratelimit-reset: 7 ; PT7S
          x-ratelimit-remaining: -1 | x-ratelimit-reset: 7 ; PT7S
          x-ratelimit-remaining-requests: 0 | x-ratelimit-reset-requests: 6m0s ; PT6M
          x-ratelimit-remaining-requests: 9 | x-ratelimit-reset-requests: 8s | x-ratelimit-remaining-tokens: 0 | x-ratelimit-reset-tokens: 120ms ; PT0.12S
          x-ratelimit-remaining-minute: 0 | x-ratelimit-remaining-hour: 50 | ratelimit-remaining: 0 | ratelimit-reset: 21 ; PT21S
          anthropic-ratelimit-requests-remaining: 0 | anthropic-ratelimit-requests-reset: 2026-11-27T10:10:09Z ; PT9S
          x-quota-remaining: 0 | x-quota-reset: 1h30m ; PT1H30M
          x-ratelimit-reset: 9 ; PT9S
          ratelimit: limit=100, remaining=0, reset=15 ; PT15S
          x-ratelimit-remaining: 0 | x-ratelimit-reset-at: 1795774260 ; PT60S
          x-ratelimit-remaining: 0 | x-ratelimit-reset-time: 2026-11-27T10:11:00Z ; PT60S
          x-rate-limit-remaining: 0 | x-rate-limit-reset-seconds: 60 ; PT60S
          x-ratelimit-remaining: 0 | x-ratelimit-reset: 60 | x-ratelimit-reset: 30 ; PT60S
          x-ratelimit-remaining: 3 | x-ratelimit-remaining: 0 | x-ratelimit-reset: 30 ; PT30S
          x-ratelimit-remaining: 0 | x-ratelimit-remaining: 3 | x-ratelimit-reset: 30 ; PT30S
          x-ratelimit-remaining: 0 | x-ratelimit-reset: 1795774260000000 ; PT60S
          x-ratelimit-remaining: 0 | x-ratelimit-reset: 999999999 ; PT999999999S
          x-ratelimit-remaining: 0 | x-ratelimit-reset: 1d2h ; PT26H
          x-ratelimit-remaining: 0 | x-ratelimit-reset: 1.5s ; PT1.5S
          """)
  void whenALimitIsReset(String headers, String expected) {
    assertThat(time(headers)).contains(Duration.parse(expected));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      quoteCharacter = '`',
      textBlock =
          """
          ratelimit: "default";r=0;t=30 ! PT30S
          ratelimit: default;r=0;t=30 ! PT30S
          ratelimit: "a\\";,b";r=0;t=30 ! PT30S
          ratelimit: "burst";r=50;t=5, "daily";r=0;t=3600 ! PT1H
          ratelimit: "burst";r=0;t=5 | ratelimit: "daily";r=7;t=3600 ! PT5S
          ratelimit: "burst";r=0;pk=:c2VjcmV0:;t=5 ! PT5S
          ratelimit: "burst";r=0 | ratelimit-policy: "burst";q=100;w=60,"daily";q=1000;w=86400 ! PT1M
          ratelimit: "burst";r=0 | ratelimit-policy: 100;w=60 ! PT1M
          ratelimit: limit=100, remaining=0, reset=15;w=60 ! PT15S
          x-ratelimit-remaining: 0 | ratelimit-policy: 100;w=60 ! PT1M
          """)
  void structuredFields(String headers, String expected) {
    assertThat(time(headers)).contains(Duration.parse(expected));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      quoteCharacter = '`',
      textBlock =
          """
          retry-after: 30 | x-ratelimit-remaining: 0 | x-ratelimit-reset: 60 ! PT30S
          retry-after: 2.0 ! PT2S
          retry-after: Fri, 27 Nov 2026 10:10:07 GMT ! PT7S
          retry-after: soon | x-ratelimit-remaining: 0 | x-ratelimit-reset: 60 ! PT1M
          retry-after-ms: 350 ! PT0.35S
          x-ms-retry-after-ms: 1500 ! PT1.5S
          x-retry-after: 4 ! PT4S
          x-rate-limit-retry-after: 4 ! PT4S
          retry-after: 1 | retry-after-ms: 350 ! PT1S
          """)
  void theTimeThatTheApiAsksFor(String headers, String expected) {
    RateLimit limit = RateLimit.of(response(503, headers), NOW);
    assertThat(limit.time()).contains(Duration.parse(expected));
  }

  /** A limit of which something is left, or that is only described, was not reached. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "x-ratelimit-remaining: 12 | x-ratelimit-reset: 60",
        "x-ratelimit-limit: 0 | x-ratelimit-used: 60",
        "x-ratelimit-remaining: none | x-ratelimit-reset: never",
        "x-ratelimit-remaining: | x-ratelimit-reset:",
        "ratelimit: \"default\";r=50;t=30",
        "ratelimit: ;;=,,\"",
        "ratelimit-policy: \"default\";q=100;w=10",
        "x-shopify-shop-api-call-limit: 12/40",
        "x-shopify-shop-api-call-limit: full",
        "x-request-id: 0",
        "x-ratelimit-remaining: 1 | x-ratelimit-reset: 60 | ratelimit-policy: 100;w=60",
      })
  void limitsThatAreNotReached(String headers) {
    assertThat(RateLimit.of(response(429, headers), NOW))
        .isEqualTo(new RateLimit(Optional.empty(), false, Optional.empty()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x-ratelimit-remaining: 0",
        "x-ratelimit-remaining: 0 | x-ratelimit-reset: soon",
        "x-shopify-shop-api-call-limit: 40/40",
        "x-hubspot-ratelimit-daily-remaining: 0",
        "x-ratelimit-remaining-minute: 0",
        "x-ratelimit-remaining: 0 | x-ratelimit-reset-a: 5 | x-ratelimit-reset-b: 9",
        "x-ratelimit-remaining: 0 | x-quota-remaining: 0 | x-ratelimit-reset-at: 5",
        "ratelimit: \"a\";r=0 | ratelimit-policy: \"b\";w=5, \"c\";w=9",
        "ratelimit: \"a\";r=0;t=;=3;t",
      })
  void reachedWithoutATime(String headers) {
    assertThat(RateLimit.of(response(403, headers), NOW))
        .isEqualTo(new RateLimit(Optional.empty(), true, Optional.empty()));
  }

  /** Only with 429 is a limit without its remaining calls the one that was reached. */
  @ParameterizedTest
  @CsvSource({"429, true", "403, false", "503, false", "200, false"})
  void aResetAlone(int status, boolean counts) {
    RateLimit limit = RateLimit.of(response(status, "x-ratelimit-reset: 9"), NOW);
    assertThat(limit.time().isPresent()).isEqualTo(counts);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "99999999999999999999",
        "99999999999999999999.99999999999999999999",
        "999999d999999h999999m",
        "9999-12-31T23:59:59Z",
      })
  void timesAreBounded(String reset) {
    assertThat(time("x-ratelimit-remaining: 0 | x-ratelimit-reset: " + reset))
        .hasValueSatisfying(
            time -> assertThat(time).isBetween(Duration.ofDays(30), RetryAfter.LONGEST));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"message":"You have exceeded a secondary rate limit. Please wait."} | true
          {"message":"API rate limit exceeded for user ID 1."} | true
          {"error":{"errors":[{"reason":"userRateLimitExceeded"}]}} | true
          {"error":{"code":403,"status":"RESOURCE_EXHAUSTED"}} | true
          {"__type":"ThrottlingException"} | true
          {"error":"rate_limited"} | true
          {"error":"TooManyRequests"} | true
          {"message":"You may not change the rate limit of this key."} | false
          {"message":"Resource not accessible by integration"} | false
          {"message":"This role cannot read rate limits"} | false
          """)
  void bodiesThatReportALimit(String body, boolean reports) {
    ApiResponse response =
        new ApiResponse(
            403,
            List.of(),
            Optional.empty(),
            new ApiResponse.Bytes(body.getBytes(StandardCharsets.UTF_8)));
    assertThat(LimitWords.isIn(response)).isEqualTo(reports);
  }
}
