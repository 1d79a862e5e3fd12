package dev.dragoman.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dragoman.generator.options.GenerationOptions;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChoicesTest {
  @Test
  void whatIsNotChosenStaysEmpty() throws MojoFailureException {
    assertThat(new Choices(null, "com.example", null).check())
        .isEqualTo(GenerationOptions.inPackage("com.example"));
  }

  @ParameterizedTest
  @CsvSource({
    "Git*Hub, com.example, https://x.example, apiName",
    "9lives, com.example, https://x.example, apiName",
    "GitHub, com.class, https://x.example, packageName",
    "GitHub, com-example, https://x.example, packageName",
    "GitHub, com.example, x.example/v1, baseUrl",
    "GitHub, com.example, file:///etc/hosts, baseUrl",
  })
  void refusesWhatCannotBeUsed(String name, String packageName, String url, String element) {
    assertThatThrownBy(() -> new Choices(name, packageName, url).check())
        .isInstanceOf(MojoFailureException.class)
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
  void baseUrlsMayHaveAnyHost(String url) throws MojoFailureException {
    assertThat(new Choices("GitHub", "com.example", url).check().baseUrl()).contains(url);
  }

  @Test
  void namesEverythingThatIsWrongAtOnce() {
    assertThatThrownBy(() -> new Choices("*", "1", "?").check())
        .hasMessageContaining("apiName")
        .hasMessageContaining("packageName")
        .hasMessageContaining("baseUrl");
  }
}
