package dev.dragoman.generator.emit.java;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;

class SpecTextFuzzTest {
  @FuzzTest
  @DictionaryFile(resourcePath = "/fuzz/java.dict")
  void textIsReadBackFromLiteralsAndComments(byte[] bytes) {
    // Every pair of bytes is a character: lone surrogates and controls among them.
    text(new String(bytes, StandardCharsets.UTF_8));
    text(characters(bytes));
  }

  private static void text(String text) {
    String literal = JavaLiteral.of(text);
    assertThat(literal).matches("[ -~]*");
    assertThat(JavaText.literal(literal)).isEqualTo(text);
    assertThat(JavaText.comment(JavadocText.encode(text))).isEqualTo(text);
    assertThat(JavaText.comment(JavadocText.path(text))).isEqualTo(text);
    String line = JavadocText.line(text);
    assertThat(line).matches("[ -~]*");
    assertThat(text.strip().replaceAll("\\s+", " "))
        .startsWith(JavaText.comment(line.replaceFirst("( |^)\\.\\.\\.$", "")));
    String paragraph = JavadocText.paragraph(text);
    assertThat(paragraph).matches("[ -~\n]*");
    assertThat(paragraph.lines()).allMatch(one -> one.length() < 100);
    assertThat(JavaText.comment(paragraph)).isNotNull();
  }

  private static String characters(byte[] bytes) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i + 1 < bytes.length; i += 2) {
      text.append((char) ((bytes[i] & 0xFF) << 8 | (bytes[i + 1] & 0xFF)));
    }
    return text.toString();
  }
}
