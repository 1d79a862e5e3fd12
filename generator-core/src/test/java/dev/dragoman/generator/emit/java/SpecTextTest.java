package dev.dragoman.generator.emit.java;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import dev.dragoman.generator.testing.Compilations;
import dev.dragoman.generator.testing.CompiledClasses;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a document says, it stays text: in literals it is read back, in comments it is dead. */
class SpecTextTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "plain",
        "\"; System.exit(1); //",
        "*/ static { System.setProperty(\"PWNED\", \"1\"); } /*",
        "**//",
        "\\u002a\\u002f",
        "\\uuuu002a/",
        "C:\\users\\new",
        "line\nbreak\r\n\ttab \u0000 \u0007 \f",
        "\u202e bidi \u2066 \u200b zero \uFEFF",
        "emoji 😀 \uD800 lone",
        "$S $L $T {{{x}}} %s %n ${x}",
        "\u000b1 octal then digit",
      })
  void literalsAreReadBackAndCommentsAreDead(String text) throws Exception {
    String source =
        "/**\n * "
            + JavadocText.paragraph(text).replace("\n", "\n * ")
            + "\n */\n"
            + "public class Probe { public static final String TEXT = "
            + JavaLiteral.of(text)
            + "; }\n";
    assertThat(source).matches("[ -~\n]*");
    assertThat(compileAndRead(source)).isEqualTo(text);
  }

  @Test
  void commentsKeepWhatCanBeRead() {
    assertThat(JavadocText.encode("List pets; 5 of (all), a-b_c: ok."))
        .isEqualTo("List pets; 5 of (all), a-b_c: ok.");
    assertThat(JavadocText.encode("a*/b@c<d>&")).isEqualTo("a&#42;&#47;b&#64;c&#60;d&#62;&#38;");
  }

  @Test
  void longCommentsAreCutAtAWord() {
    String paragraph = JavadocText.paragraph("word ".repeat(500));
    assertThat(paragraph).endsWith("word ...");
    assertThat(paragraph.lines()).allMatch(line -> line.length() < 90);
  }

  @Test
  void longWordsAndRoutesAreBroken() {
    String address =
        JavadocText.paragraph("see https://example.com/" + "a/*".repeat(60) + " there");
    assertThat(address.lines()).allMatch(line -> line.length() < 90).hasSizeGreaterThan(5);
    assertThat(address.replaceAll("&#[0-9]+;", "")).doesNotContain("&").doesNotContain("#");
    assertThat(JavadocText.route("GET", "/a/{b}")).isEqualTo("GET /a/{b}");
    assertThat(JavadocText.route("GET", "/a" + "/{segment}".repeat(12)).lines())
        .hasSize(2)
        .allMatch(line -> line.length() <= 84);
  }

  private static Object compileAndRead(String source) throws Exception {
    Compilation compilation = Compilations.compile(Map.of("Probe.java", source));
    assertThat(compilation).succeededWithoutWarnings();
    try (CompiledClasses classes = new CompiledClasses(compilation, null)) {
      Class<?> probe = Class.forName("Probe", true, classes);
      assertThat(System.getProperty("PWNED")).isNull();
      return probe.getField("TEXT").get(null);
    }
  }
}
