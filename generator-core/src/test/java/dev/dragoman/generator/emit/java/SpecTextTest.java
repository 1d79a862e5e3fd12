package dev.dragoman.generator.emit.java;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a document says, it stays text: in literals it is read back, in comments it is dead. */
class SpecTextTest {
  @TempDir Path classes;

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

  private Object compileAndRead(String source) throws Exception {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    JavaFileObject file =
        new SimpleJavaFileObject(URI.create("string:///Probe.java"), JavaFileObject.Kind.SOURCE) {
          @Override
          public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return source;
          }
        };
    boolean compiled =
        compiler
            .getTask(
                null,
                compiler.getStandardFileManager(null, Locale.ROOT, null),
                null,
                List.of("-d", classes.toString(), "-Xlint:all", "-Werror"),
                null,
                List.of(file))
            .call();
    assertThat(compiled).isTrue();
    return load();
  }

  private Object load() throws IOException, ReflectiveOperationException {
    try (URLClassLoader loader = new URLClassLoader(new URL[] {classes.toUri().toURL()}, null)) {
      Class<?> probe = Class.forName("Probe", true, loader);
      assertThat(System.getProperty("PWNED")).isNull();
      return probe.getField("TEXT").get(null);
    }
  }
}
