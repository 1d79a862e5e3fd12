package dev.dragoman.runtime.tool.execute;

import dev.dragoman.runtime.json.fields.FieldPath;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;

/**
 * What a caller wants to see of the response. It has no part in the request.
 *
 * @param fields the fields; everything if empty
 * @param maxItems the number of items, from as many pages as that takes; empty for one response
 * @param skip the number of items, or of characters of a text, that were shown before
 * @param tokens the most tokens of the result; empty for as many as the operator allows
 */
public record AnswerRequest(
    List<FieldPath> fields, OptionalInt maxItems, int skip, OptionalInt tokens) {
  /** Everything, from the beginning. */
  public static final AnswerRequest ALL = of(List.of());

  public AnswerRequest {
    fields = List.copyOf(fields);
    Objects.requireNonNull(maxItems);
    Objects.requireNonNull(tokens);
  }

  /** Some fields of everything. */
  public static AnswerRequest of(List<FieldPath> fields) {
    return new AnswerRequest(fields, OptionalInt.empty(), 0, OptionalInt.empty());
  }

  AnswerRequest withFields(List<FieldPath> others) {
    return new AnswerRequest(others, maxItems, skip, tokens);
  }

  AnswerRequest skipping(int count) {
    return new AnswerRequest(fields, maxItems, count, tokens);
  }

  AnswerRequest withMaxItems(OptionalInt count) {
    return new AnswerRequest(fields, count, skip, tokens);
  }
}
