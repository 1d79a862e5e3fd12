package dev.dragoman.generator.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dragoman.generator.options.GenerationOptions;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChoicesTest {
  private static final SettingNames NAMES = new TestNames();

  private static Choices choices(String name, String packageName, String url) {
    return new Choices(Optional.ofNullable(name), packageName, Optional.ofNullable(url));
  }

  @Test
  void whatIsNotChosenStaysEmpty() {
    assertThat(choices(null, "com.example", null).check(NAMES))
        .isEqualTo(GenerationOptions.inPackage("com.example"));
  }

  @ParameterizedTest
  @CsvSource({
    "Git*Hub, com.example, https://x.example, apiName",
    "9lives, com.example, https://x.example, apiName",
    "GitHub, com.class, https://x.example, packageName",
    "GitHub, com-example, https://x.example, packageName",
    "GitHub, com.example, x.example/v1, baseUrl",
    "GitHub, com.example, https://x.example:65536, baseUrl",
    "GitHub, com.example, file:///etc/hosts, baseUrl",
  })
  void refusesWhatCannotBeUsed(String name, String packageName, String url, String element) {
    assertThatThrownBy(() -> choices(name, packageName, url).check(NAMES))
        .isInstanceOf(GoalFailure.class)
        .hasMessageContaining("<" + element + ">");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://my_api:8080/v1",
        "https://x.example",
        "http://[::1]",
        "http://bücher.example"
      })
  void baseUrlsMayHaveAnyHost(String url) {
    assertThat(choices("GitHub", "com.example", url).check(NAMES).baseUrl()).contains(url);
  }

  @Test
  void namesEverythingThatIsWrongAtOnce() {
    assertThatThrownBy(() -> choices("*", "1", "?").check(NAMES))
        .hasMessageContaining("apiName")
        .hasMessageContaining("packageName")
        .hasMessageContaining("baseUrl");
  }
}
