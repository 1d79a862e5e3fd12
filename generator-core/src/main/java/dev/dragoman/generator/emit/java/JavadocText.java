package dev.dragoman.generator.emit.java;

import java.util.ArrayList;
import java.util.List;

/**
 * The only way spec text gets into a comment. Everything but ASCII letters, digits, blanks and
 * {@code .,;:()-_} becomes a numeric entity: no text can end the comment, form a tag, or, by a
 * unicode escape that the lexer would translate first (JLS 3.3), do either later.
 */
final class JavadocText {
  /** Longest text taken over; the whole of it is in the server's resources. */
  private static final int MAX_LENGTH = 400;

  private static final int WIDTH = 84;
  private static final int LINE_WIDTH = 80;

  private JavadocText() {}

  /** The text on one line. */
  static String encode(String text) {
    StringBuilder encoded = new StringBuilder();
    text.codePoints().forEach(c -> append(encoded, c));
    return encoded.toString();
  }

  /** The text as lines of a comment, white space folded, cut at a word when it is long. */
  static String paragraph(String text) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    int length = 0;
    for (String word : text.strip().split("\\s+", -1)) {
      length += word.length() + 1;
      if (length > MAX_LENGTH) {
        line.append(" ...");
        break;
      }
      for (String piece : pieces(encode(word))) {
        if (line.length() > 0 && line.length() + piece.length() >= WIDTH) {
          lines.add(line.toString());
          line.setLength(0);
        }
        line.append(line.length() > 0 ? " " : "").append(piece);
      }
    }
    lines.add(line.toString());
    return String.join("\n", lines);
  }

  /** A word that is longer than a line, cut between its characters. */
  private static List<String> pieces(String encoded) {
    List<String> pieces = new ArrayList<>();
    String rest = encoded;
    while (rest.length() >= WIDTH) {
      String head = rest.substring(0, WIDTH - 1);
      int entity = head.lastIndexOf('&');
      boolean cutsEntity = entity > 0 && head.indexOf(';', entity) < 0;
      String piece = cutsEntity ? head.substring(0, entity) : head;
      pieces.add(piece);
      rest = rest.substring(piece.length());
    }
    pieces.add(rest);
    return pieces;
  }

  /** The beginning of the text on one line. */
  static String line(String text) {
    StringBuilder line = new StringBuilder();
    for (String word : text.strip().split("\\s+", -1)) {
      String encoded = encode(word);
      if (line.length() + encoded.length() >= LINE_WIDTH) {
        return line.append(line.length() > 0 ? " ..." : "...").toString();
      }
      line.append(line.length() > 0 ? " " : "").append(encoded);
    }
    return line.toString();
  }

  /**
   * A path template on one line, with its slashes and braces readable. They are harmless: a comment
   * ends at an asterisk and a slash, an inline tag begins with a brace and an at sign, and neither
   * asterisk nor at sign is ever left as it is.
   */
  static String path(String path) {
    StringBuilder encoded = new StringBuilder();
    path.codePoints()
        .forEach(
            c -> {
              if (c == '/' || c == '{' || c == '}') {
                encoded.append((char) c);
              } else {
                append(encoded, c);
              }
            });
    return encoded.toString();
  }

  /** A route on as many lines as it needs; broken before slashes. */
  static String route(String method, String path) {
    StringBuilder route = new StringBuilder(encode(method)).append(' ');
    int length = route.length();
    for (String segment : path(path).split("(?=/)", -1)) {
      if (length + segment.length() > WIDTH) {
        route.append('\n');
        length = 0;
      }
      route.append(segment);
      length += segment.length();
    }
    return route.toString();
  }

  private static void append(StringBuilder encoded, int c) {
    boolean plain =
        (c >= 'a' && c <= 'z')
            || (c >= 'A' && c <= 'Z')
            || (c >= '0' && c <= '9')
            || " .,;:()-_".indexOf(c) >= 0;
    if (plain) {
      encoded.append((char) c);
    } else {
      encoded.append("&#").append(c).append(';');
    }
  }
}
