package dev.dragoman.runtime.guide.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.guide.model.Snippet;
import dev.dragoman.runtime.guide.model.Text;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Text of a document in Markdown (CommonMark 0.31, with the tables of GitHub). */
class MarkdownEscapeTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '→',
      quoteCharacter = '"',
      textBlock =
          """
          plain            → plain
          *a*              → \\*a\\*
          **a**            → \\*\\*a\\*\\*
          _a_              → \\_a\\_
          __a__            → \\_\\_a\\_\\_
          _                → \\_
          snake_case_name  → snake_case_name
          a__b             → a\\_\\_b
          é_x_é            → é\\_x\\_é
          `a`              → \\`a\\`
          [a](b)           → \\[a\\](b)
          ![a](b)          → !\\[a\\](b)
          <b>              → \\<b\\>
          a|b              → a\\|b
          ~~a~~            → \\~\\~a\\~\\~
          a#               → a\\#
          \\*              → \\\\\\*
          R&D              → R&D
          a&b;c            → a\\&b;c
          &lt;b&gt;        → \\&lt;b\\&gt;
          &#60;            → \\&\\#60;
          &#x3C;           → \\&\\#x3C;
          &amp;lt;         → \\&amp;lt;
          a&;              → a&;
          """)
  void nothingIsMarkup(String text, String markdown) {
    assertThat(MarkdownEscape.plain(text)).isEqualTo(markdown);
  }

  /** Code is enclosed in more backticks than it contains; blanks at both ends would be lost. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      ignoreLeadingAndTrailingWhitespace = false,
      textBlock =
          """
          a|`a`
          a`b|``a`b``
          `a|`` `a ``
          a`|`` a` ``
          a``b`c|```a``b`c```
          ```|```` ``` ````
           a|` a`
           a |`  a  `
          ' '|` `
          \\*&lt;|`\\*&lt;`
          """)
  void codeIsExactlyTheText(String text, String markdown) {
    assertThat(MarkdownEscape.code(text)).isEqualTo(markdown);
  }

  /** A bar ends a cell even within code. */
  @Test
  void barsDoNotEndACell() {
    Text text = Text.of("`{}` or {}", "a|b", "c|d");
    assertThat(MarkdownEscape.cell(text)).isEqualTo("`a\\|b` or c\\|d");
    assertThat(MarkdownEscape.inline(text)).isEqualTo("`a|b` or c\\|d");
  }

  @ParameterizedTest
  @CsvSource({
    "a, https://a.example/b?c=1&d=2, [a](https://a.example/b?c=1&d=2)",
    "a]b, https://a.example/, [a\\]b](https://a.example/)",
    "a, https://a.example/x)y(z, [a](https://a.example/x%29y%28z)",
    "a, vscode:mcp/install?%7B%7D, [a](vscode:mcp/install?%7B%7D)"
  })
  void aLinkEndsWhereItsTargetDoes(String label, URI target, String markdown) {
    assertThat(MarkdownEscape.link(label, target)).isEqualTo(markdown);
  }

  @ParameterizedTest
  @CsvSource({"a, 3", "``, 3", "```, 4", "`````, 6"})
  void aBlockEndsAfterItsText(String text, int backticks) {
    String fence = "`".repeat(backticks);
    assertThat(MarkdownEscape.block(new Snippet("id", Snippet.Kind.SHELL, "Terminal", "sh", text)))
        .isEqualTo(fence + "sh\n" + text + "\n" + fence);
  }
}
