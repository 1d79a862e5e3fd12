package dev.dragoman.runtime.validate.schema;

import static dev.dragoman.runtime.validate.schema.Structures.LOOKUP_COST;

import dev.dragoman.runtime.pattern.LinearPattern;
import dev.dragoman.runtime.pattern.PatternMatch;
import dev.dragoman.runtime.text.NearestName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** The keywords for objects (2020-12 core, section 10.3.2; validation, section 6.5). */
final class ObjectAssertions {
  private static final int NAMES_SHOWN = 30;

  /** Names are compared character by character. */
  private static final int ADVICE_COST = 500;

  private final Schema schema;
  private final SchemaKeywords keywords;
  private final Map<LinearPattern, Schema> patterns = new LinkedHashMap<>();
  private final Set<String> required;

  ObjectAssertions(Schema schema, SchemaKeywords keywords) {
    this.schema = schema;
    this.keywords = keywords;
    this.required = new LinkedHashSet<>(required());
  }

  void addTo(List<Assertion> checks) {
    if (!required.isEmpty()) {
      checks.add((place, value, run) -> required(required, place, value, run));
    }
    keywords
        .schemasByName("patternProperties")
        .forEach((source, one) -> patterns.put(LinearPattern.of(source), one));
    Optional<Schema> others = keywords.schema("additionalProperties");
    boolean closed =
        keywords.node().path("additionalProperties").isBoolean()
            && !keywords.flag("additionalProperties");
    boolean sealed =
        keywords.node().path("unevaluatedProperties").isBoolean()
            && !keywords.flag("unevaluatedProperties");
    checks.add(
        (place, value, run) -> {
          if (value.isObject()) {
            members(closed ? Optional.empty() : others, place, value, run);
            if (closed || sealed) {
              unknown(sealed && !closed, place, value, run);
            }
          }
        });
    counts(checks);
    names(checks);
    dependencies(checks);
  }

  /** Draft 3 had {@code required: true} in the property, which has no effect here. */
  private List<String> required() {
    JsonNode required = keywords.node().path("required");
    return required.isBoolean() || required.isEmpty() ? List.of() : keywords.strings("required");
  }

  private void required(
      Collection<String> names, InstanceLocation place, JsonNode value, Validation run) {
    if (value.isObject() && run.spend(LOOKUP_COST * (long) names.size())) {
      for (String name : names) {
        if (!value.has(name) && !isOthersToWrite(name, run)) {
          run.problem(place.member(name), "is required");
        }
      }
    }
  }

  /** Read-only members are written by the API, write-only ones by the caller. */
  private boolean isOthersToWrite(String name, Validation run) {
    boolean answer = run.mode() == Validation.Mode.ANSWER;
    return Stream.concat(Stream.of(schema), run.beside())
        .filter(unused -> run.spend(LOOKUP_COST))
        .flatMap(one -> run.structures().member(one, name))
        .flatMap(member -> run.structures().whole(member).stream())
        .anyMatch(member -> answer ? member.isWriteOnly() : member.isReadOnly());
  }

  private void members(
      Optional<Schema> others, InstanceLocation place, JsonNode value, Validation run) {
    for (Map.Entry<String, JsonNode> member : value.properties()) {
      if (run.isOver() || !run.spend(LOOKUP_COST)) {
        return;
      }
      boolean removed = run.mode() == Validation.Mode.MERGE_PATCH && member.getValue().isNull();
      if (!removed) {
        member(others, place, member, run);
      }
    }
  }

  private void member(
      Optional<Schema> others,
      InstanceLocation place,
      Map.Entry<String, JsonNode> member,
      Validation run) {
    String name = member.getKey();
    List<Schema> schemas = new ArrayList<>();
    Optional.ofNullable(schema.properties().get(name)).ifPresent(schemas::add);
    boolean decided = true;
    for (Map.Entry<LinearPattern, Schema> pattern : patterns.entrySet()) {
      switch (pattern.getKey().find(name, run.work())) {
        case FOUND -> schemas.add(pattern.getValue());
        case UNDECIDED -> decided = false;
        case ABSENT -> {}
      }
    }
    if (schemas.isEmpty() && decided) {
      others.ifPresent(schemas::add);
    }
    schemas.forEach(one -> run.inside(one, place.member(name), member.getValue()));
  }

  /**
   * Reports members that a closed schema does not know. Members known to adjacent schemas are
   * accepted, because documents close the parts of an {@code allOf} individually but mean the
   * combination. So are members that the schema itself requires without describing them.
   */
  private void unknown(boolean sealed, InstanceLocation place, JsonNode value, Validation run) {
    List<Schema> beside = Stream.concat(Stream.of(schema), run.beside()).toList();
    if (run.mode() == Validation.Mode.ANSWER
        || !run.spend(LOOKUP_COST * (long) beside.size())
        || (sealed && isOpen(beside, run))) {
      return;
    }
    for (String name : value.propertyNames()) {
      if (!run.spend(LOOKUP_COST * (1L + beside.size())) || run.isOver()) {
        return;
      }
      boolean known =
          required.contains(name)
              || beside.stream().anyMatch(one -> run.structures().names(one).contains(name))
              || patterns.keySet().stream()
                  .anyMatch(pattern -> pattern.find(name, run.work()) != PatternMatch.ABSENT);
      if (!known && run.takesProblems()) {
        run.problem(place.member(name), "is unknown; " + advice(name, beside, run));
      }
    }
  }

  private static boolean isOpen(List<Schema> beside, Validation run) {
    return beside.stream()
        .flatMap(one -> run.structures().all(one).stream())
        .anyMatch(one -> run.spend(LOOKUP_COST) && one.isOpen());
  }

  private static String advice(String name, List<Schema> beside, Validation run) {
    Set<String> names = new TreeSet<>();
    for (Schema one : beside) {
      Set<String> more = run.structures().names(one);
      if (run.spend(ADVICE_COST * (long) more.size())) {
        names.addAll(more);
      }
    }
    return NearestName.to(name, names)
        .map(near -> "did you mean " + near + "?")
        .orElseGet(
            () ->
                names.isEmpty()
                    ? "no members are known here"
                    : "known members are " + names(names));
  }

  private static String names(Collection<String> names) {
    String shown = names.stream().sorted().limit(NAMES_SHOWN).collect(Collectors.joining(", "));
    return names.size() > NAMES_SHOWN ? shown + ", …" : shown;
  }

  private void counts(List<Assertion> checks) {
    CountAssertions.add(
        checks, keywords, "minProperties", "maxProperties", "member", JsonNode::isObject);
  }

  private void names(List<Assertion> checks) {
    keywords
        .schema("propertyNames")
        .ifPresent(
            names ->
                checks.add(
                    (place, value, run) -> {
                      if (value.isObject()) {
                        for (String name : value.propertyNames()) {
                          JsonNode text = JsonNodeFactory.instance.stringNode(name);
                          run.inside(names, place.member(name), text);
                        }
                      }
                    }));
  }

  private void dependencies(List<Assertion> checks) {
    for (String keyword : List.of("dependentRequired", "dependencies")) {
      keywords
          .members(keyword, member -> member)
          .forEach(
              (name, needed) -> {
                if (needed.isArray()) {
                  List<String> names = needed.valueStream().map(one -> one.asString("")).toList();
                  dependent(
                      checks, name, (place, value, run) -> required(names, place, value, run));
                }
              });
    }
  }

  private static void dependent(List<Assertion> checks, String name, Assertion check) {
    checks.add(
        (place, value, run) -> {
          if (value.isObject() && value.has(name)) {
            check.check(place, value, run);
          }
        });
  }
}
