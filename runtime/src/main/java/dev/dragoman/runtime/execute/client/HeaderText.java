package dev.dragoman.runtime.execute.client;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The text of a header's value. The parser makes one character of each byte; servers that send
 * other characters than ASCII mean UTF-8 nearly always, which RFC 9110, section 5.5, leaves to the
 * recipient.
 */
final class HeaderText {
  private HeaderText() {}

  /** The value in UTF-8 if its bytes are that, otherwise unchanged; empty if there is none. */
  static String of(@Nullable String value) {
    if (value == null) {
      return "";
    } else if (isAscii(value)) {
      return value;
    }
    byte[] bytes = value.getBytes(StandardCharsets.ISO_8859_1);
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException other) {
      return value;
    }
  }

  private static boolean isAscii(String value) {
    for (int i = 0; i < value.length(); i++) {
      if (value.charAt(i) >= 0x80) {
        return false;
      }
    }
    return true;
  }
}
