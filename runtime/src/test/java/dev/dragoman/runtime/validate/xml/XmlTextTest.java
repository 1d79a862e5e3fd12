package dev.dragoman.runtime.validate.xml;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class XmlTextTest {
  /** XML 1.0, section 2.3: marks are part of names, signs beside the letters of Latin-1 are not. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "a",
        "é",
        "_a",
        "a.b-c_d1",
        "a·b",
        "中",
        "हिन्दी",
        "ที่",
        "e\u0301",
        "\ud835\udc9c"
      })
  void names(String name) {
    assertThat(XmlText.isName(name)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "1", "-a", ".a", "a b", "a:b", "a>b", "·a", "a\n", "µm", "m²", "nº", "a×b", "½",
        "\u0301a"
      })
  void notNames(String name) {
    assertThat(XmlText.isName(name)).isFalse();
  }

  /** The characters of XML 1.0, section 2.2. */
  @ParameterizedTest
  @CsvSource({
    "0x08, false",
    "0x09, true",
    "0x0A, true",
    "0x0B, false",
    "0x0D, true",
    "0x1F, false",
    "0x20, true",
    "0xD7FF, true",
    "0xD800, false",
    "0xDFFF, false",
    "0xE000, true",
    "0xFFFD, true",
    "0xFFFE, false",
    "0xFFFF, false",
    "0x10000, true",
    "0x10FFFF, true"
  })
  void characters(String code, boolean writable) {
    String text = "a" + Character.toString(Integer.decode(code)) + "b";
    assertThat(XmlText.isWritable(text)).isEqualTo(writable);
  }
}
