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

  /** Adds an assertion for each of the keywords. */
  void addTo(List<Assertion> checks) {
    if (!required.isEmpty()) {
      checks.add((location, value, validation) -> required(required, location, value, validation));
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
        (location, value, validation) -> {
          if (value.isObject()) {
            members(closed ? Optional.empty() : others, location, value, validation);
            if (closed || sealed) {
              unknown(sealed && !closed, location, value, validation);
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
      Collection<String> names, InstanceLocation location, JsonNode value, Validation validation) {
    if (value.isObject() && validation.spend(LOOKUP_COST * (long) names.size())) {
      for (String name : names) {
        if (!value.has(name) && !isWrittenByOtherSide(name, validation)) {
          validation.problem(location.member(name), "is required");
        }
      }
    }
  }

  /** Read-only members are written by the API, write-only ones by the caller. */
  private boolean isWrittenByOtherSide(String name, Validation validation) {
    boolean isResponse = validation.mode() == Validation.Mode.RESPONSE;
    return Stream.concat(Stream.of(schema), validation.beside())
        .filter(unused -> validation.spend(LOOKUP_COST))
        .flatMap(one -> validation.structures().member(one, name))
        .flatMap(member -> validation.structures().whole(member).stream())
        .anyMatch(member -> isResponse ? member.isWriteOnly() : member.isReadOnly());
  }

  /**
   * Validates the members of an object. In a merge patch, null removes a member and is not
   * validated (RFC 7396).
   */
  private void members(
      Optional<Schema> others, InstanceLocation location, JsonNode value, Validation validation) {
    for (Map.Entry<String, JsonNode> member : value.properties()) {
      if (validation.isOver() || !validation.spend(LOOKUP_COST)) {
        return;
      }
      boolean removed =
          validation.mode() == Validation.Mode.MERGE_PATCH && member.getValue().isNull();
      if (!removed) {
        member(others, location, member, validation);
      }
    }
  }

  /**
   * Validates a member by all schemas that apply to it. Whether {@code additionalProperties}
   * applies depends on every pattern, so that it is skipped if one of them could not be decided.
   */
  private void member(
      Optional<Schema> others,
      InstanceLocation location,
      Map.Entry<String, JsonNode> member,
      Validation validation) {
    String name = member.getKey();
    List<Schema> schemas = new ArrayList<>();
    Optional.ofNullable(schema.properties().get(name)).ifPresent(schemas::add);
    boolean decided = true;
    for (Map.Entry<LinearPattern, Schema> pattern : patterns.entrySet()) {
      switch (pattern.getKey().find(name, validation.work())) {
        case FOUND -> schemas.add(pattern.getValue());
        case UNDECIDED -> decided = false;
        case ABSENT -> {}
      }
    }
    if (schemas.isEmpty() && decided) {
      others.ifPresent(schemas::add);
    }
    schemas.forEach(one -> validation.inside(one, location.member(name), member.getValue()));
  }

  /**
   * Reports members that a closed schema does not know. Members known to adjacent schemas are
   * accepted, because documents close the parts of an {@code allOf} individually but mean the
   * combination. So are members that the schema itself requires without describing them.
   */
  private void unknown(
      boolean sealed, InstanceLocation location, JsonNode value, Validation validation) {
    List<Schema> beside = Stream.concat(Stream.of(schema), validation.beside()).toList();
    if (validation.mode() == Validation.Mode.RESPONSE
        || !validation.spend(LOOKUP_COST * (long) beside.size())
        || (sealed && isOpen(beside, validation))) {
      return;
    }
    for (String name : value.propertyNames()) {
      if (!validation.spend(LOOKUP_COST * (1L + beside.size())) || validation.isOver()) {
        return;
      }
      boolean known =
          required.contains(name)
              || beside.stream().anyMatch(one -> validation.structures().names(one).contains(name))
              || patterns.keySet().stream()
                  .anyMatch(
                      pattern -> pattern.find(name, validation.work()) != PatternMatch.ABSENT);
      if (!known && validation.takesProblems()) {
        validation.problem(
            location.member(name), "is unknown; " + advice(name, beside, validation));
      }
    }
  }

  /** Whether any of the schemas accepts unknown members. */
  private static boolean isOpen(List<Schema> beside, Validation validation) {
    return beside.stream()
        .flatMap(one -> validation.structures().all(one).stream())
        .anyMatch(one -> validation.spend(LOOKUP_COST) && one.isOpen());
  }

  /**
   * Suggests a similar name, or lists the known ones. Charged as work, because names are compared
   * character by character.
   */
  private static String advice(String name, List<Schema> beside, Validation validation) {
    Set<String> names = new TreeSet<>();
    for (Schema one : beside) {
      Set<String> more = validation.structures().names(one);
      if (validation.spend(ADVICE_COST * (long) more.size())) {
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
                    (location, value, validation) -> {
                      if (value.isObject()) {
                        for (String name : value.propertyNames()) {
                          JsonNode text = JsonNodeFactory.instance.stringNode(name);
                          validation.inside(names, location.member(name), text);
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
                      checks,
                      name,
                      (location, value, validation) ->
                          required(names, location, value, validation));
                }
              });
    }
  }

  private static void dependent(List<Assertion> checks, String name, Assertion check) {
    checks.add(
        (location, value, validation) -> {
          if (value.isObject() && value.has(name)) {
            check.check(location, value, validation);
          }
        });
  }
}
