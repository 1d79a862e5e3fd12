package dev.dragoman.generator.emit.java;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Formats the output of JavaPoet as it would be written by hand: record components below each
 * other, enum constants without blank lines, short Javadoc on one line. It uses regular
 * expressions, which cannot match text of a document, because that occurs only in literals and
 * encoded comments.
 */
final class JavaLayout {
  private static final int WIDTH = 100;
  private static final Pattern TRAILING_BLANKS = Pattern.compile("[ \t]+\n");
  private static final Pattern SHORT_JAVADOC =
      Pattern.compile("(?m)^( *)/\\*\\*\n *\\* ([^\n]+)\n *\\*/\n");
  private static final Pattern ENUM_GAP = Pattern.compile("(?m),\n\n(?= +[A-Z0-9_]+(\\(\"|,?\n))");
  private static final Pattern RECORD =
      Pattern.compile("(?m)^( *)(public record \\w+)\\(([^)]*)\\) (implements \\w+ \\{)");

  private static final Pattern EMPTY_CONSTRUCTOR = Pattern.compile("\\(\\) \\{\n +\\}\n");

  private JavaLayout() {}

  /** The same tokens with the new layout. */
  static String of(String source) {
    String text = TRAILING_BLANKS.matcher(source).replaceAll("\n");
    text = replace(SHORT_JAVADOC, text, JavaLayout::shortJavadoc);
    text = ENUM_GAP.matcher(text).replaceAll(",\n");
    text = EMPTY_CONSTRUCTOR.matcher(text).replaceAll("() {}\n");
    return LineBreaker.of(replace(RECORD, text, JavaLayout::record));
  }

  private static String replace(
      Pattern pattern, String text, java.util.function.Function<Matcher, String> replacement) {
    Matcher matcher = pattern.matcher(text);
    StringBuilder out = new StringBuilder();
    while (matcher.find()) {
      matcher.appendReplacement(out, Matcher.quoteReplacement(replacement.apply(matcher)));
    }
    return matcher.appendTail(out).toString();
  }

  private static String shortJavadoc(Matcher match) {
    String line = match.group(1) + "/** " + match.group(2) + " */";
    return line.length() <= WIDTH ? line + "\n" : match.group();
  }

  private static String record(Matcher match) {
    String indent = match.group(1);
    List<String> components = components(match.group(3).replaceAll("\\s+", " ").strip());
    String head = indent + match.group(2) + "(";
    String oneLine = head + String.join(", ", components) + ") " + match.group(4);
    if (oneLine.length() <= WIDTH) {
      return oneLine;
    }
    String deeper = "\n" + indent + "    ";
    String shortHead = head + String.join(", ", components) + ")";
    if (shortHead.length() <= WIDTH) {
      return shortHead + deeper + match.group(4);
    }
    return head + deeper + String.join("," + deeper, components) + ")" + deeper + match.group(4);
  }

  /** Splits at commas outside type arguments. */
  private static List<String> components(String text) {
    List<String> components = new ArrayList<>();
    int depth = 0;
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      depth += c == '<' ? 1 : c == '>' ? -1 : 0;
      if (c == ',' && depth == 0) {
        components.add(text.substring(start, i).strip());
        start = i + 1;
      }
    }
    components.add(text.substring(start).strip());
    return components;
  }
}
