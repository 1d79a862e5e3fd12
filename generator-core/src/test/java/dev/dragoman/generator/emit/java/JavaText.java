package dev.dragoman.generator.emit.java;

import static org.assertj.core.api.Assertions.assertThat;

/** Reads Java as its lexer does, by the letter of the JLS: the encoders' counterpart. */
final class JavaText {
  private JavaText() {}

  /** Unicode escapes translated, which comes before all else (JLS 17, section 3.3). */
  static String translated(String source) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < source.length(); i++) {
      boolean escape = source.startsWith("\\u", i) && backslashesBefore(source, i) % 2 == 0;
      if (!escape) {
        out.append(source.charAt(i));
        continue;
      }
      int digits = i + 1;
      while (source.charAt(digits) == 'u') {
        digits++;
      }
      out.append((char) Integer.parseInt(source.substring(digits, digits + 4), 16));
      i = digits + 3;
    }
    return out.toString();
  }

  private static int backslashesBefore(String source, int end) {
    int start = end;
    while (start > 0 && source.charAt(start - 1) == '\\') {
      start--;
    }
    return end - start;
  }

  /** The value of a string literal that is the whole source (JLS 17, sections 3.10.5, 3.10.7). */
  static String literal(String source) {
    String text = translated(source);
    assertThat(text).startsWith("\"");
    StringBuilder value = new StringBuilder();
    int i = 1;
    while (text.charAt(i) != '"') {
      assertThat(text.charAt(i)).isNotIn('\n', '\r');
      if (text.charAt(i) != '\\') {
        value.append(text.charAt(i++));
        continue;
      }
      char c = text.charAt(i + 1);
      int octal = 0;
      while (octal < (c <= '3' ? 3 : 2) && isOctal(text.charAt(i + 1 + octal))) {
        octal++;
      }
      if (octal > 0) {
        value.append((char) Integer.parseInt(text.substring(i + 1, i + 1 + octal), 8));
        i += 1 + octal;
      } else {
        value.append(escaped(c));
        i += 2;
      }
    }
    assertThat(i).as("the literal ends where the source does").isEqualTo(text.length() - 1);
    return value.toString();
  }

  private static boolean isOctal(char c) {
    return c >= '0' && c <= '7';
  }

  private static char escaped(char c) {
    return switch (c) {
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case '"', '\\' -> c;
      default -> throw new AssertionError("escape of " + c);
    };
  }

  /** The text of a comment's body, numeric entities decoded; fails when the comment ends in it. */
  static String comment(String body) {
    String source = translated("/** " + body + " */");
    assertThat(source.indexOf("*/", 2)).isEqualTo(source.length() - 2);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < body.length(); i++) {
      if (body.startsWith("&#", i)) {
        int end = body.indexOf(';', i);
        text.appendCodePoint(Integer.parseInt(body.substring(i + 2, end)));
        i = end;
      } else {
        assertThat(body.charAt(i)).isNotIn('<', '>', '@', '&', '*', '\\');
        text.append(body.charAt(i));
      }
    }
    return text.toString();
  }
}
