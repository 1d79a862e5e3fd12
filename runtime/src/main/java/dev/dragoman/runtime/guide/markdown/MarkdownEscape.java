package dev.dragoman.runtime.guide.markdown;

import dev.dragoman.runtime.guide.model.Snippet;
import dev.dragoman.runtime.guide.model.Text;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Text that means the same in Markdown: nothing of a document becomes markup. */
final class MarkdownEscape {
  private static final Pattern MARKUP = Pattern.compile("([\\\\`*\\[\\]<>|~#]|(?<!\\w)_|_(?!\\w))");

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
    String padding = text.startsWith("`") || text.endsWith("`") ? " " : "";
    return fence + padding + text + padding + fence;
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
