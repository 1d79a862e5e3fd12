package dev.dragoman.runtime.execute;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.ApiRequest.Pair;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryAfterTest {
  private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "0, PT0S",
    "' 120 ', PT120S",
    "'Sat, 21 Nov 2026 10:00:07 GMT', PT7S",
    "'Sat, 21 Nov 2026 09:00:00 GMT', PT0S",
    "soon,",
    "-1,",
    "1.5,",
    "99999999999,",
    "'Sat, 21 Nov 2026',"
  })
  void secondsOrADate(String value, Duration expected) {
    ApiResponse answer =
        new ApiResponse(
            503,
            List.of(new Pair("retry-after", value)),
            Optional.empty(),
            new ApiResponse.Bytes(new byte[0]));
    assertThat(RetryAfter.of(answer, NOW)).isEqualTo(Optional.ofNullable(expected));
  }
}
