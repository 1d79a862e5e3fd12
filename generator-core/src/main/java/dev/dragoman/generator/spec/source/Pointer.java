package dev.dragoman.generator.spec.source;

import dev.dragoman.generator.model.Json;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** JSON pointers (RFC 6901) in the fragment of a reference. */
final class Pointer {
  private Pointer() {}

  /**
   * The reference tokens of a pointer, unescaped.
   *
   * @param pointer empty, or starting with a slash; already percent-decoded
   */
  static List<String> tokens(String pointer) {
    if (pointer.isEmpty()) {
      return List.of();
    }
    return Arrays.stream(pointer.substring(1).split("/", -1))
        .map(token -> token.replace("~1", "/").replace("~0", "~"))
        .toList();
  }

  /** A token, escaped for a pointer. */
  static String escape(String token) {
    return token.replace("~", "~0").replace("/", "~1");
  }

  /** The member or item with that name, or null. */
  static @Nullable Json step(Json value, String token) {
    if (value instanceof Json.Obj object) {
      return object.get(token);
    }
    if (value instanceof Json.Arr array && token.matches("0|[1-9][0-9]{0,8}")) {
      int index = Integer.parseInt(token);
      return index < array.items().size() ? array.items().get(index) : null;
    }
    return null;
  }

  /** Decodes percent-encoding; invalid sequences are left unchanged. */
  static String percentDecoded(String text) {
    if (text.indexOf('%') < 0) {
      return text;
    }
    byte[] in = text.getBytes(StandardCharsets.UTF_8);
    byte[] out = new byte[in.length];
    int length = 0;
    for (int at = 0; at < in.length; at++) {
      int high = at + 2 < in.length ? Character.digit(in[at + 1], 16) : -1;
      int low = at + 2 < in.length ? Character.digit(in[at + 2], 16) : -1;
      if (in[at] == '%' && high >= 0 && low >= 0) {
        out[length++] = (byte) (high * 16 + low);
        at += 2;
      } else {
        out[length++] = in[at];
      }
    }
    return new String(out, 0, length, StandardCharsets.UTF_8);
  }
}
