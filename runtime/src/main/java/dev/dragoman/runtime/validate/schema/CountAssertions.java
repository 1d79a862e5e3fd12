package dev.dragoman.runtime.validate.schema;

import java.util.List;
import java.util.OptionalInt;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** Minimum and maximum numbers of items and members. */
final class CountAssertions {
  private CountAssertions() {}

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
        (place, value, run) -> {
          if (!applies.test(value) || run.mode() == Validation.Mode.ANSWER) {
            return;
          }
          if (min.isPresent() && value.size() < min.getAsInt()) {
            problem(place, "at least ", min.getAsInt(), unit, value, run);
          }
          if (max.isPresent() && value.size() > max.getAsInt()) {
            problem(place, "at most ", max.getAsInt(), unit, value, run);
          }
        });
  }

  private static void problem(
      InstanceLocation place,
      String words,
      int bound,
      String unit,
      JsonNode value,
      Validation run) {
    String units = bound == 1 ? unit : unit + "s";
    run.problem(place, "expected " + words + bound + " " + units + ", got " + value.size());
  }
}
