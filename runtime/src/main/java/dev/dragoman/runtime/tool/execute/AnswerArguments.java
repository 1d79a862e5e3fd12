package dev.dragoman.runtime.tool.execute;

import dev.dragoman.runtime.execute.shape.ShownPart;
import dev.dragoman.runtime.json.fields.FieldPath;
import dev.dragoman.runtime.tool.ForeignText;
import dev.dragoman.runtime.tool.InputSchema;
import dev.dragoman.runtime.tool.ToolInput;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * The arguments of execute about the response.
 *
 * @param mostTokens the tokens of a result that the operator allows
 */
record AnswerArguments(int mostTokens) {
  /** A smaller result could not say how to go on. */
  private static final int LEAST_TOKENS = 1_000;

  private static final int MOST_FIELDS = 500;

  /** A field that is left out of a result is named in the next call, however deep it is. */
  private static final int FIELD_LENGTH = 4_000;

  private static final int MOST_ITEMS = 10_000;
  private static final int MOST_SKIPPED = 999_999_999;

  void addTo(InputSchema input) {
    input
        .strings(
            "fields",
            MOST_FIELDS,
            "Only these fields of the response, e.g. [\"id\",\"owner.name\"]")
        .number("max_items", 1, MOST_ITEMS, "Items of a list, from all pages needed")
        .atLeast("skip", 0, "Items already seen")
        .number("answer_tokens", LEAST_TOKENS, mostTokens, "At most this much");
  }

  /** The most characters of a result. */
  int mostCharacters() {
    return ShownPart.bytes(mostTokens);
  }

  AnswerRequest read(ToolInput input) {
    return new AnswerRequest(
        fields(input),
        optional(input.integer("max_items", 1, MOST_ITEMS, 0)),
        input.integer("skip", 0, MOST_SKIPPED, 0),
        optional(
            input.integer("answer_tokens", Math.min(LEAST_TOKENS, mostTokens), mostTokens, 0)));
  }

  private static OptionalInt optional(int value) {
    return value == 0 ? OptionalInt.empty() : OptionalInt.of(value);
  }

  private static List<FieldPath> fields(ToolInput input) {
    List<FieldPath> fields = new ArrayList<>();
    for (String text : input.strings("fields", MOST_FIELDS, FIELD_LENGTH)) {
      try {
        fields.add(FieldPath.of(text));
      } catch (IllegalArgumentException e) {
        input.problem(
            "fields: "
                + ForeignText.quoted(text, 60)
                + " is not a path: it "
                + e.getMessage()
                + ".");
      }
    }
    return fields;
  }
}
