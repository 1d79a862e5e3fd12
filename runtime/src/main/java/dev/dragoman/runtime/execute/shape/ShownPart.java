package dev.dragoman.runtime.execute.shape;

import dev.dragoman.runtime.json.fields.FieldPath;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The part of a response that a caller wants to see.
 *
 * @param fields the fields; everything if empty
 * @param skip the number of items, or of characters of a text, that were shown before
 * @param bytes the most UTF-8 bytes of the whole result
 * @param reserved the bytes of it that others need, e.g. for notes
 * @param items the path of the list with the items; empty if it is not known, in which case it is
 *     the longest list
 */
public record ShownPart(
    List<FieldPath> fields, int skip, int bytes, int reserved, Optional<List<String>> items) {
  /** Models read text in tokens of about 3.5 bytes. */
  private static final double BYTES_PER_TOKEN = 3.5;

  /** The tokens of a result, unless the operator chooses another number. */
  public static final int DEFAULT_TOKENS = 10_000;

  public ShownPart {
    fields = List.copyOf(fields);
    Objects.requireNonNull(items);
  }

  /** The beginning of everything, within a number of tokens. */
  public static ShownPart beginning(int tokens) {
    return new ShownPart(List.of(), 0, bytes(tokens), 0, Optional.empty());
  }

  /** The number of bytes that are about as many tokens. */
  public static int bytes(int tokens) {
    return (int) Math.min(Integer.MAX_VALUE, Math.round(tokens * BYTES_PER_TOKEN));
  }
}
