package dev.dragoman.runtime.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a text contains, it stays text: in an element as in an attribute. */
class HtmlTest {

  /** The same in both places; controls and invisible characters are shown as escapes. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          <script>alert(1)</script>   | &lt;script&gt;alert(1)&lt;/script&gt;
          </code><b>                  | &lt;/code&gt;&lt;b&gt;
          " onclick="x()              | &quot; onclick=&quot;x()
          ' onclick='x()              | &#39; onclick=&#39;x()
          &lt;                        | &amp;lt;
          &#60;&#x3c;                 | &amp;#60;&amp;#x3c;
          <!-- --> ]]>                | &lt;!-- --&gt; ]]&gt;
          ünïcödé 🦉 日本             | ünïcödé 🦉 日本
          a=b `` c                    | a=b `` c
          """)
  void textStaysText(String text, String markup) {
    String given = text.replace("``", "`");
    String expected = markup.replace("``", "`");
    assertThat(new Html().element("p", given)).hasToString("<p>" + expected + "</p>");
    assertThat(new Html().element("p", "", "title", given))
        .hasToString("<p title=\"" + expected + "\"></p>");
  }

  @ParameterizedTest
  @ValueSource(
      ints = {
        0, 1, 8, 11, 12, 0x1B, 0x7F, 0x85, 0xAD, 0x200B, 0x200F, 0x202E, 0x2066, 0xFEFF, 0xE0041
      })
  void invisibleCharactersAreShown(int point) {
    String hidden = Character.toString(point);
    String shown = new Html().element("p", "a" + hidden + "b").toString();
    assertThat(shown).startsWith("<p>a\\u").endsWith("b</p>").doesNotContain(hidden);
  }

  @Test
  void aSurrogateWithoutItsOtherHalfIsShown() {
    assertThat(new Html().text("a\ud83d")).hasToString("a\\uD83D");
    assertThat(new Html().text("\udc00b")).hasToString("\\uDC00b");
  }

  /** A carriage return would be taken for a line feed by the parser of HTML. */
  @Test
  void lineBreaksAreKept() {
    assertThat(new Html().text("a\r\n\tb")).hasToString("a&#13;\n\tb");
  }

  @Test
  void elementsAreNested() {
    Html html = new Html();
    html.open("ul", "class", "a").open("li").text("1").close().empty("hr").close();
    html.empty("input", "type", "text").empty("rect", "x", "0");
    assertThat(html)
        .hasToString(
            "<ul class=\"a\"><li>1</li><hr></ul><input type=\"text\"><rect x=\"0\"></rect>");
  }

  /** HTML Living Standard, section 13.1.2.3: an attribute without a value is true. */
  @Test
  void anAttributeWithoutAValueOrANameIsLessOfOne() {
    assertThat(new Html().empty("details", "open", "", "", "lost", "id", "x"))
        .hasToString("<details open id=\"x\"></details>");
  }

  @Test
  void afragmentIsAddedAsItIs() {
    Html fragment = new Html().element("b", "<");
    assertThat(new Html().open("p").add(fragment).close()).hasToString("<p><b>&lt;</b></p>");
  }

  @Test
  void whatIsOpenIsAMistake() {
    Html html = new Html().open("p").open("b").close();
    assertThatThrownBy(html::toString)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("[p]");
    assertThatThrownBy(() -> new Html().add(html)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> new Html().close()).isInstanceOf(NoSuchElementException.class);
  }

  /** Content Security Policy 3, section 2.3.1: the hash of exactly the text of the element. */
  @Test
  void anAssetIsAllowedByItsHash() throws Exception {
    Asset asset = Asset.of("let ü = '<';");
    byte[] hash =
        MessageDigest.getInstance("SHA-256").digest(asset.text().getBytes(StandardCharsets.UTF_8));
    assertThat(asset.source())
        .isEqualTo("'sha256-" + Base64.getEncoder().encodeToString(hash) + "'");
    assertThat(new Html().asset("script", asset)).hasToString("<script>let ü = '<';</script>");
  }

  /** A page whose script is missing must not be sent, and be it without a word. */
  @Test
  void aMissingAssetIsNamed() {
    assertThatThrownBy(() -> Asset.read("missing.js"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("The resource missing.js of the page is missing.");
  }

  /** The end of such an element within its own text would end the script. */
  @ParameterizedTest
  @CsvSource({"page.js, </script", "page.css, </style"})
  void theAssetsDoNotEndThemselves(String name, String end) {
    assertThat(Asset.read(name).text()).isNotBlank().doesNotContainIgnoringCase(end);
  }
}
