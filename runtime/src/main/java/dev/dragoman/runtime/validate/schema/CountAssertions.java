package dev.dragoman.runtime.validate.schema;

import java.util.List;
import java.util.OptionalInt;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** Minimum and maximum numbers of items and members. */
final class CountAssertions {
  private CountAssertions() {}

  /**
   * Adds an assertion, unless neither keyword is present.
   *
   * @param unit the singular of what is counted, for messages
   * @param applies whether the keywords apply to a value
   */
  static void add(
      List<Assertion> checks,
      SchemaKeywords keywords,
      String least,
      String most,
      String unit,
      Predicate<JsonNode> applies) {
    OptionalInt min = keywords.count(least);
    OptionalInt max = keywords.count(most);
    if (min.isEmpty() && max.isEmpty()) {
      return;
    }
    checks.add(
        (location, value, validation) -> {
          if (!applies.test(value) || validation.mode() == Validation.Mode.RESPONSE) {
            return;
          }
          if (min.isPresent() && value.size() < min.getAsInt()) {
            problem(location, "at least ", min.getAsInt(), unit, value, validation);
          }
          if (max.isPresent() && value.size() > max.getAsInt()) {
            problem(location, "at most ", max.getAsInt(), unit, value, validation);
          }
        });
  }

  private static void problem(
      InstanceLocation location,
      String words,
      int bound,
      String unit,
      JsonNode value,
      Validation validation) {
    String units = bound == 1 ? unit : unit + "s";
    validation.problem(
        location, "expected " + words + bound + " " + units + ", got " + value.size());
  }
}
