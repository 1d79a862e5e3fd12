package dev.dragoman.runtime.guide.markdown;

import dev.dragoman.runtime.guide.model.Snippet;
import dev.dragoman.runtime.guide.model.Text;
import java.net.URI;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Text that means the same in Markdown: nothing of a document becomes markup. */
final class MarkdownEscape {
  /** Underscores inside a word are not markup, nor is an ampersand that begins no entity. */
  private static final Pattern MARKUP =
      Pattern.compile(
          "([\\\\`*\\[\\]<>|~#]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])|&(?=#?[A-Za-z0-9]{1,40};))");

  private static final Pattern BACKTICKS = Pattern.compile("`+");

  private MarkdownEscape() {}

  /** A text on one line. */
  static String inline(Text text) {
    return text.runs().stream()
        .map(run -> run.isCode() ? code(run.text()) : plain(run.text()))
        .collect(Collectors.joining());
  }

  /** A text in a cell of a table, in which bars separate cells even within code. */
  static String cell(Text text) {
    return text.runs().stream()
        .map(run -> run.isCode() ? code(run.text()).replace("|", "\\|") : plain(run.text()))
        .collect(Collectors.joining());
  }

  static String plain(String text) {
    return MARKUP.matcher(text).replaceAll("\\\\$1");
  }

  static String code(String text) {
    String fence = "`".repeat(longest(text) + 1);
    // A blank at both ends would be removed (CommonMark 0.31, section 6.1).
    boolean blanks = text.startsWith(" ") && text.endsWith(" ") && !text.isBlank();
    String padding = blanks || text.startsWith("`") || text.endsWith("`") ? " " : "";
    return fence + padding + text + padding + fence;
  }

  /** A link; parentheses in its target would end it. */
  static String link(String label, URI target) {
    String url = target.toString().replace("(", "%28").replace(")", "%29");
    return "[" + plain(label) + "](" + url + ")";
  }

  /** A fenced block with exactly the snippet's text. */
  static String block(Snippet snippet) {
    String fence = "`".repeat(Math.max(3, longest(snippet.text()) + 1));
    return fence + snippet.language() + "\n" + snippet.text() + "\n" + fence;
  }

  private static int longest(String text) {
    return BACKTICKS.matcher(text).results().mapToInt(run -> run.group().length()).max().orElse(0);
  }
}
