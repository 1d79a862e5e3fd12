package dev.dragoman.runtime.catalog;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;

/**
 * The bytes of a shard: a JSON array or object with one element or member per line, so that an
 * entry is found by its line breaks without parsing the rest of the shard.
 */
final class Shard {
  private final byte[] bytes;

  Shard(byte[] bytes) {
    this.bytes = bytes;
  }

  /** The text of an array shard. */
  static byte[] array(Collection<String> elements) {
    return ("[\n" + String.join(",\n", elements) + "\n]\n").getBytes(StandardCharsets.UTF_8);
  }

  /** The text of an object shard; members are {@link #member} lines. */
  static byte[] object(Collection<String> members) {
    return ("{\n" + String.join(",\n", members) + "\n}\n").getBytes(StandardCharsets.UTF_8);
  }

  static String member(String key, String value) {
    return CatalogJson.quote(key) + ":" + value;
  }

  /** The element of an array shard, as JSON text; empty if there are fewer elements. */
  Optional<byte[]> element(int index) {
    int start = lineAfter(0);
    for (int i = 0; i < index && start < bytes.length; i++) {
      start = lineAfter(start);
    }
    // The only line of an array without elements is empty.
    boolean any = start < bytes.length && bytes[start] != ']' && bytes[start] != '\n';
    return any ? Optional.of(value(start)) : Optional.empty();
  }

  /** The value of a member of an object shard, as JSON text. */
  Optional<byte[]> member(String key) {
    byte[] head = (CatalogJson.quote(key) + ":").getBytes(StandardCharsets.UTF_8);
    for (int start = lineAfter(0); start < bytes.length; start = lineAfter(start)) {
      int end = start + head.length;
      if (end <= bytes.length && Arrays.equals(bytes, start, end, head, 0, head.length)) {
        return Optional.of(value(end));
      }
    }
    return Optional.empty();
  }

  private byte[] value(int start) {
    int end = lineAfter(start) - 1;
    return Arrays.copyOfRange(bytes, start, bytes[end - 1] == ',' ? end - 1 : end);
  }

  /** The start of the next line, or the end of the shard if there is none. */
  private int lineAfter(int position) {
    int at = position;
    while (at < bytes.length && bytes[at] != '\n') {
      at++;
    }
    return Math.min(at + 1, bytes.length);
  }
}
