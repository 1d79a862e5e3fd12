package dev.dragoman.generator.lock;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Encodes text of a document as one word of the lock: printable ASCII, everything else as the
 * percent-encoded bytes of its UTF-8 form (RFC 3986, section 2.1), so that a reviewer sees every
 * character.
 */
final class Token {
  private static final String PLAIN = "-._~/:{}$*@!;()'";

  private Token() {}

  /** The encoded text. */
  static String encode(String text) {
    StringBuilder word = new StringBuilder();
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      if (isPlain(b)) {
        word.append((char) b);
      } else {
        word.append(String.format(Locale.ROOT, "%%%02X", b));
      }
    }
    return word.toString();
  }

  private static boolean isPlain(byte b) {
    return (b >= 'a' && b <= 'z')
        || (b >= 'A' && b <= 'Z')
        || (b >= '0' && b <= '9')
        || PLAIN.indexOf(b) >= 0;
  }

  /**
   * The original text.
   *
   * @throws NumberFormatException if a percent sign is not followed by two hexadecimal digits
   */
  static String decode(String word) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int i = 0; i < word.length(); i++) {
      if (word.charAt(i) == '%') {
        bytes.write(Integer.parseInt(word, Math.min(i + 1, word.length()), end(word, i + 3), 16));
        i += 2;
      } else {
        bytes.write(word.charAt(i));
      }
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static int end(String word, int end) {
    if (end > word.length()) {
      throw new NumberFormatException("incomplete percent-encoding");
    }
    return end;
  }
}
