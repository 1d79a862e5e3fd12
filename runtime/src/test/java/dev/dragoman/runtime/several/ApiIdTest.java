package dev.dragoman.runtime.several;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What APIs of one server are called, and names that two of them cannot have. */
class ApiIdTest {
  @ParameterizedTest
  @CsvSource({
    "Door Bell, door-bell",
    "ACME, acme",
    "' -- A  & B -- ', a-b",
    "Höfe & Co., h-fe-co",
    "3D, 3d",
    "I, i",
    "123456789012345678901234567890X, 123456789012345678901234567890",
    "12345678901234567890123456789 X, 12345678901234567890123456789"
  })
  void anIdHasTheLettersAndDigitsOfTheVendor(String vendor, String id) {
    assertThat(ApiId.of(vendor)).isEqualTo(id);
    assertThat(ApiId.checked(id)).isEqualTo(id);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-", "漢字", "😀"})
  void aVendorWithoutAsciiHasNoId(String vendor) {
    assertThatIllegalArgumentException().isThrownBy(() -> ApiId.of(vendor));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "-a", "A", "a b", "a:b", "a\n", "é", "1234567890123456789012345678901"})
  void anIdThatIsGivenIsNotChanged(String id) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ApiId.checked(id))
        .withMessageContaining("\"" + id + "\"");
  }

  @Test
  void aToolBelongsToOneApi() {
    Map<String, List<String>> names = new LinkedHashMap<>();
    names.put("lamps", List.of("on", "off"));
    names.put("doors", List.of("open"));
    assertThat(SeveralTools.clashes(names)).isEmpty();

    names.put("pumps", List.of("off", "open", "drain"));
    assertThat(SeveralTools.clashes(names))
        .containsExactly(
            "The APIs lamps and pumps both have a tool off; give one of them another name.",
            "The APIs doors and pumps both have a tool open; give one of them another name.");
  }
}
