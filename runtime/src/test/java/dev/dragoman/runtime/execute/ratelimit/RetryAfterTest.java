package dev.dragoman.runtime.execute.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.execute.ApiResponse;
import dev.dragoman.runtime.request.ApiRequest.Pair;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryAfterTest {
  private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

  /** Several header fields stand with bars between. */
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          0, PT0S
          000, PT0S
          ' 120 ', PT120S
          0000000000000000000120, PT120S
          999999999, PT999999999S
          99999999999, PT1000000000S
          99999999999999999999, PT1000000000S
          1.5, PT2S
          1.0, PT1S
          0.25, PT1S
          99999999999999999999.5, PT1000000000S
          '5|120|7', PT120S
          'soon|7', PT7S
          '7|99999999999999999999', PT1000000000S
          'Sat, 21 Nov 2026 10:00:07 GMT', PT7S
          'sat, 21 nov 2026 10:00:07 gmt', PT7S
          'Mon, 21 Nov 2026 10:00:07 GMT', PT7S
          '21 Nov 2026 10:00:07 GMT', PT7S
          'Saturday, 21-Nov-26 10:00:07 GMT', PT7S
          'Sat Nov 21 10:00:07 2026', PT7S
          'Sat Nov  7 10:00:07 2026', PT0S
          'Sat, 21 Nov 2026 09:00:00 GMT', PT0S
          'Thu, 01 Jan 1970 00:00:00 GMT', PT0S
          'Fri, 31 Dec 9999 23:59:59 GMT', PT1000000000S
          'Fri, 31 Dec 99999 23:59:59 GMT', PT1000000000S
          'Fri, 31 Dec 999999999 23:59:59 GMT', PT1000000000S
          soon,
          -1,
          -99999999999999999999,
          '',
          '   ',
          1e9,
          'Sat, 21 Nov 2026',
          'Sat, 41 Nov 2026 10:00:07 GMT',
          'Sat, 21 Xxx 2026 10:00:07 GMT',
          """)
  void secondsOrADate(String value, Duration expected) {
    ApiResponse answer =
        new ApiResponse(
            503,
            Arrays.stream(value.split("\\|")).map(one -> new Pair("retry-after", one)).toList(),
            Optional.empty(),
            new ApiResponse.Bytes(new byte[0]));
    assertThat(RetryAfter.of(answer, NOW)).isEqualTo(Optional.ofNullable(expected));
  }
}
