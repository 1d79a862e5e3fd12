package dev.dragoman.generator.goal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.generator.lock.LockPolicy.Mode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LockModesTest {
  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "-, -, WARN",
        "-, true, FAIL",
        "-, 1, FAIL",
        "-, False, WARN",
        "-, '', WARN",
        "true, -, REQUIRE",
        "true, false, REQUIRE",
        "false, true, WARN",
      })
  void theConfigurationComesBeforeTheEnvironment(Boolean locked, String ci, Mode mode) {
    assertThat(LockModes.of(locked, ci)).isEqualTo(mode);
  }
}
