package dev.dragoman.generator.emit.java;

import java.util.ArrayList;
import java.util.List;

/**
 * The only way for text of a document to get into a comment. Everything except ASCII letters,
 * digits, spaces and {@code .,;:()-_} becomes a numeric entity. No text can therefore end the
 * comment or form a tag, not even with a Unicode escape, which the compiler translates first (JLS
 * 3.3).
 */
final class JavadocText {
  /** Maximum number of characters of a text; the server's resources contain all of it. */
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

  /**
   * The text as lines of a comment, with whitespace collapsed, cut after a word if it is too long.
   */
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

  /** Splits a word that is longer than a line, but not inside an entity. */
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

  /** The beginning of the text, on one line. */
  static String line(String text) {
    return line(text, LINE_WIDTH);
  }

  /** The beginning of the text, on one line of at most the given number of characters. */
  static String line(String text, int width) {
    StringBuilder line = new StringBuilder();
    for (String word : text.strip().split("\\s+", -1)) {
      String encoded = encode(word);
      if (line.length() + encoded.length() >= width) {
        return line.append(line.length() > 0 ? " ..." : "...").toString();
      }
      line.append(line.length() > 0 ? " " : "").append(encoded);
    }
    return line.toString();
  }

  /**
   * A path template on one line, with readable slashes and braces. They are harmless: a comment
   * ends with an asterisk and a slash, an inline tag starts with a brace and an at sign, and both
   * asterisks and at signs are encoded.
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

  /** A route on as many lines as necessary, wrapped before slashes. */
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
