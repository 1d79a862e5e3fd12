package dev.dragoman.runtime.media;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.charset.Charset;
import java.util.Optional;

/** Detects the charset of a body that is not an extension of ASCII. */
public final class BodyCharset {
  private static final String PRINTABLE = "09AZaz+/=_-.%&\\\"{}:";

  private BodyCharset() {}

  /**
   * UTF-16 or UTF-32 if a byte order mark or the zero bytes of the first characters indicate it
   * (RFC 4627, section 3, as JSON parsers still do), otherwise the declared charset.
   *
   * @return empty for bytes that are not text, and for charsets in which ASCII characters are
   *     single bytes
   */
  public static Optional<Charset> wide(ResponseMedia media, byte[] body) {
    if (media.text(new byte[0]).isEmpty()) {
      return Optional.empty();
    }
    return marked(body).or(() -> zeros(body)).map(Charset::forName).or(() -> declared(media));
  }

  private static Optional<Charset> declared(ResponseMedia media) {
    byte[] ascii = PRINTABLE.getBytes(US_ASCII);
    return media.charset().filter(charset -> !new String(ascii, charset).equals(PRINTABLE));
  }

  private static Optional<String> marked(byte[] body) {
    if (at(body, 0) == 0xFF && at(body, 1) == 0xFE) {
      return Optional.of(at(body, 2) == 0 && at(body, 3) == 0 ? "UTF-32" : "UTF-16");
    } else if (at(body, 0) == 0xFE && at(body, 1) == 0xFF) {
      return Optional.of("UTF-16");
    }
    boolean wide = at(body, 0) == 0 && at(body, 1) == 0 && at(body, 2) == 0xFE;
    return wide && at(body, 3) == 0xFF ? Optional.of("UTF-32") : Optional.empty();
  }

  private static Optional<String> zeros(byte[] body) {
    if (body.length < 2) {
      return Optional.empty();
    }
    int pattern = 0;
    for (int index = 0; index < 4; index++) {
      pattern = pattern * 2 + (at(body, index) == 0 ? 1 : 0);
    }
    return switch (pattern) {
      case 0b1110 -> Optional.of("UTF-32BE");
      case 0b0111 -> Optional.of("UTF-32LE");
      case 0b1010, 0b1000 -> Optional.of("UTF-16BE");
      case 0b0101, 0b0100 -> Optional.of("UTF-16LE");
      default -> Optional.empty();
    };
  }

  private static int at(byte[] body, int index) {
    return index < body.length ? body[index] & 0xFF : -1;
  }
}
