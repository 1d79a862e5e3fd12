package dev.dragoman.runtime.validate.schema;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import tools.jackson.databind.JsonNode;

/** The keywords for arrays (2020-12 core, section 10.3.1; validation, section 6.4). */
final class ArrayAssertions {
  private static final int ITEM_COST = 50;

  private final SchemaKeywords keywords;
  private final List<Schema> first;
  private final Optional<Schema> rest;

  ArrayAssertions(Schema schema, SchemaKeywords keywords) {
    this.keywords = keywords;
    // Before 2020-12, a list of schemas was in items, and the schema of the rest beside it.
    boolean list = keywords.node().path("items").isArray();
    this.first = keywords.schemas(list ? "items" : "prefixItems");
    this.rest = list ? keywords.schema("additionalItems") : schema.items();
  }

  /** Adds an assertion for each of the keywords. */
  void addTo(List<Assertion> checks) {
    if (!first.isEmpty() || rest.isPresent()) {
      checks.add(this::items);
    }
    CountAssertions.add(checks, keywords, "minItems", "maxItems", "item", JsonNode::isArray);
    if (keywords.flag("uniqueItems")) {
      checks.add(ArrayAssertions::unique);
    }
    keywords.schema("contains").ifPresent(one -> contains(checks, one));
  }

  private void items(InstanceLocation location, JsonNode value, Validation validation) {
    if (!value.isArray()) {
      return;
    }
    for (int index = 0; index < value.size() && !validation.isOver(); index++) {
      Optional<Schema> schema = index < first.size() ? Optional.of(first.get(index)) : rest;
      if (schema.isPresent()) {
        validation.inside(schema.get(), location.item(index), value.path(index));
      }
    }
  }

  /**
   * Reports the first duplicate. Canonical texts in a hash map take time linear in the size of the
   * array; comparing all pairs would take quadratic time.
   */
  private static void unique(InstanceLocation location, JsonNode value, Validation validation) {
    if (!value.isArray() || validation.mode() == Validation.Mode.RESPONSE) {
      return;
    }
    Map<String, Integer> seen = new HashMap<>();
    for (int index = 0; index < value.size(); index++) {
      String item = CanonicalJson.of(value.path(index));
      if (!validation.spend(ITEM_COST + item.length())) {
        return;
      }
      Integer before = seen.putIfAbsent(item, index);
      if (before != null) {
        validation.problem(
            location.item(index), "is the same as item " + before + "; items must be unique");
        return;
      }
    }
  }

  /**
   * Counts matching items. Without a decision about each of them, only the lower bound can be
   * checked.
   */
  private void contains(List<Assertion> checks, Schema one) {
    int least = keywords.count("minContains").orElse(1);
    OptionalInt most = keywords.count("maxContains");
    checks.add(
        (location, value, validation) -> {
          if (!value.isArray() || validation.mode() == Validation.Mode.RESPONSE) {
            return;
          }
          Validation tries = validation.attempt(attempt -> {});
          int count = 0;
          for (int index = 0; index < value.size() && !validation.isOver(); index++) {
            InstanceLocation item = location.item(index);
            JsonNode element = value.path(index);
            Validation attempt = validation.trial(trial -> trial.inside(one, item, element));
            count += attempt.problems().isEmpty() ? 1 : 0;
            if (attempt.isUndecided()) {
              tries.undecided();
            }
          }
          boolean tooMany = most.isPresent() && count > most.getAsInt() && !tries.isUndecided();
          if (count < least || tooMany) {
            validation.problem(location, "items that match the schema in contains: " + count);
          }
        });
  }
}
