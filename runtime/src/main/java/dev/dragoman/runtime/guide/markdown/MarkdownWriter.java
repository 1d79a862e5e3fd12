package dev.dragoman.runtime.guide.markdown;

import dev.dragoman.runtime.guide.model.Text;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Collects the blocks of a document. */
final class MarkdownWriter {
  private final int level;
  private final StringBuilder text = new StringBuilder();
  private boolean inList;

  /**
   * An empty document.
   *
   * @param level the level of its highest heading
   */
  MarkdownWriter(int level) {
    this.level = level;
  }

  void heading(int below, String title) {
    paragraph("#".repeat(Math.min(6, level + below)) + " " + MarkdownEscape.plain(title));
  }

  void paragraph(Text line) {
    paragraph(MarkdownEscape.inline(line));
  }

  /** A block that is Markdown already. */
  void paragraph(String markdown) {
    if (text.length() > 0) {
      text.append('\n');
    }
    text.append(markdown).append('\n');
    inList = false;
  }

  void item(Text line) {
    markdownItem(MarkdownEscape.inline(line));
  }

  /** An item that is Markdown already. */
  void markdownItem(String markdown) {
    if (!inList && text.length() > 0) {
      text.append('\n');
    }
    text.append("- ").append(markdown).append('\n');
    inList = true;
  }

  <T> void table(List<String> titles, List<T> rows, List<Function<T, Text>> columns) {
    StringBuilder table = new StringBuilder();
    table.append(titles.stream().collect(Collectors.joining(" | ", "| ", " |\n")));
    table.append("|---".repeat(titles.size())).append('|');
    for (T row : rows) {
      table.append(
          columns.stream()
              .map(column -> MarkdownEscape.cell(column.apply(row)))
              .collect(Collectors.joining(" | ", "\n| ", " |")));
    }
    paragraph(table.toString());
  }

  String text() {
    return text.toString();
  }
}
