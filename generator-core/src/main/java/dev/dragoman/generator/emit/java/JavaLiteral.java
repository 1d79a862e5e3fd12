package dev.dragoman.generator.emit.java;

/**
 * The only way for text of a document to become a Java string literal. Everything except printable
 * ASCII is written as a Unicode escape, so that the source shows all characters, whatever their
 * direction or script.
 */
final class JavaLiteral {
  private JavaLiteral() {}

  /** The literal, including quotes (JLS 3.10.5). */
  static String of(String text) {
    StringBuilder literal = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      append(literal, text.charAt(i));
    }
    return literal.append('"').toString();
  }

  private static void append(StringBuilder literal, char c) {
    switch (c) {
      case '"' -> literal.append("\\\"");
      case '\\' -> literal.append("\\\\");
      case '\n' -> literal.append("\\n");
      case '\r' -> literal.append("\\r");
      case '\t' -> literal.append("\\t");
      default -> {
        if (c >= ' ' && c < 0x7F) {
          literal.append(c);
        } else {
          // Control characters are octal escapes: a line feed as a Unicode escape would end the
          // line (JLS 3.3).
          literal.append(c < ' ' ? String.format("\\%03o", (int) c) : hex(c));
        }
      }
    }
  }

  private static String hex(char c) {
    return String.format("\\u%04X", (int) c);
  }
}
