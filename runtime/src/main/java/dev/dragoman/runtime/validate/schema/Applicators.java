package dev.dragoman.runtime.validate.schema;

import dev.dragoman.runtime.request.ArgumentProblem;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * The keywords that combine schemas (2020-12 core, section 10.2) and {@code $ref}, whose siblings
 * apply, too.
 */
final class Applicators {
  private final Schema schema;
  private final SchemaKeywords keywords;
  private final List<Supplier<Schema>> parts = new ArrayList<>();
  private final List<Choice> choices = new ArrayList<>();
  private final Map<String, Schema> dependents;
  private final Optional<Schema> condition;
  private final Optional<Schema> then;
  private final Optional<Schema> otherwise;

  /**
   * Creates the applicators of a schema. References are resolved when they are first applied,
   * because they may be circular.
   */
  Applicators(Schema schema, SchemaKeywords keywords) {
    this.schema = schema;
    this.keywords = keywords;
    keywords.string("$ref").map(keywords.reader()::reference).ifPresent(parts::add);
    keywords.schemas("allOf").forEach(part -> parts.add(() -> part));
    this.dependents = dependents(keywords);
    this.condition = keywords.schema("if");
    this.then = keywords.schema("then");
    this.otherwise = keywords.schema("else");
    Discriminator discriminator = Discriminator.of(keywords.node());
    for (String keyword : List.of("oneOf", "anyOf")) {
      List<Schema> branches = keywords.schemas(keyword);
      if (!branches.isEmpty()) {
        choices.add(new Choice(schema, branches, discriminator.choices(keyword)));
      }
    }
  }

  /** Before 2019-09, {@code dependencies} contained schemas and lists of names. */
  private static Map<String, Schema> dependents(SchemaKeywords keywords) {
    Map<String, Schema> dependents = new LinkedHashMap<>();
    keywords
        .members("dependencies", member -> member)
        .forEach(
            (name, needed) -> {
              if (SchemaReader.isSchema(needed)) {
                dependents.put(name, keywords.reader().read(needed));
              }
            });
    dependents.putAll(keywords.schemasByName("dependentSchemas"));
    return dependents;
  }

  /** The schemas that a value must match as well. */
  List<Supplier<Schema>> parts() {
    return List.copyOf(parts);
  }

  /** For each choice, the schemas of which a value must match one. */
  List<List<Supplier<Schema>>> choices() {
    return choices.stream().map(Choice::suppliers).toList();
  }

  /** Without {@code if}, {@code then} and {@code else} have no effect. */
  List<Schema> conditionals() {
    List<Schema> conditionals = new ArrayList<>(dependents.values());
    if (condition.isPresent()) {
      Stream.of(condition, then, otherwise).flatMap(Optional::stream).forEach(conditionals::add);
    }
    return List.copyOf(conditionals);
  }

  /** Adds an assertion for each of the keywords. */
  void addTo(List<Assertion> checks) {
    for (Supplier<Schema> part : parts) {
      checks.add(
          (location, value, validation) -> validation.inPlace(schema, part.get(), location, value));
    }
    checks.addAll(choices);
    keywords.schema("not").ifPresent(not -> checks.add(not(not)));
    condition.ifPresent(one -> checks.add(conditional(one)));
    dependents.forEach((name, one) -> checks.add(dependent(name, one)));
  }

  /**
   * A value is rejected only if it certainly matches: a schema that could not be decided must not
   * reject anything.
   */
  private Assertion not(Schema not) {
    return (location, value, validation) -> {
      if (validation.mode() != Validation.Mode.RESPONSE) {
        Validation attempt = validation.trial(trial -> trial.inPlace(schema, not, location, value));
        if (attempt.problems().isEmpty() && !attempt.isUndecided()) {
          validation.problem(location, "has a value that the schema excludes");
        }
      }
    };
  }

  private Assertion dependent(String name, Schema dependent) {
    return (location, value, validation) -> {
      if (value.isObject() && value.has(name)) {
        validation.inPlace(schema, dependent, location, value);
      }
    };
  }

  /** Applies {@code then} or {@code else} only if the condition is decided. */
  private Assertion conditional(Schema test) {
    return (location, value, validation) -> {
      Validation attempt = validation.trial(trial -> trial.inPlace(schema, test, location, value));
      if (!attempt.isUndecided() && validation.mode() != Validation.Mode.RESPONSE) {
        Optional<Schema> next = attempt.problems().isEmpty() ? then : otherwise;
        next.ifPresent(one -> validation.inPlace(schema, one, location, value));
      }
    };
  }

  /**
   * {@code anyOf} and {@code oneOf}. A value that matches several branches of {@code oneOf} passes:
   * documents rarely make their alternatives exclusive, and the API accepts one of them.
   */
  private record Choice(Schema schema, List<Schema> branches, Discriminator discriminator)
      implements Assertion {
    private static final int TRIED = 10;

    List<Supplier<Schema>> suppliers() {
      return branches.stream().<Supplier<Schema>>map(branch -> () -> branch).toList();
    }

    @Override
    public void check(InstanceLocation location, JsonNode value, Validation validation) {
      Optional<Schema> named =
          validation.mode() == Validation.Mode.RESPONSE
              ? Optional.empty()
              : discriminator.choose(value).map(branches::get);
      if (named.isPresent()) {
        validation.inPlace(schema, named.get(), location, value);
      } else if (branches.stream().noneMatch(branch -> fits(branch, location, value, validation))) {
        explain(location, value, validation);
      }
    }

    private boolean fits(
        Schema branch, InstanceLocation location, JsonNode value, Validation validation) {
      return validation
          .trial(trial -> trial.inPlace(schema, branch, location, value))
          .problems()
          .isEmpty();
    }

    /** Explains the failure by the branch that is nearest to matching. */
    private void explain(InstanceLocation location, JsonNode value, Validation validation) {
      List<Schema> candidates =
          branches.stream()
              .filter(branch -> JsonType.isAnyTypeOf(validation.structures().types(branch), value))
              .limit(TRIED)
              .toList();
      if (candidates.isEmpty()) {
        Set<JsonType> types = EnumSet.noneOf(JsonType.class);
        branches.forEach(branch -> types.addAll(validation.structures().types(branch)));
        validation.mismatch(location, JsonType.words(types), value, schema.isSecret());
      } else if (candidates.size() == 1) {
        validation.take(attempt(candidates.get(0), location, value, validation));
      } else {
        nearest(candidates, location, value, validation);
      }
    }

    /** Validates against a branch in order to report its problems. */
    private Validation attempt(
        Schema branch, InstanceLocation location, JsonNode value, Validation validation) {
      return validation.attempt(attempt -> attempt.inPlace(schema, branch, location, value));
    }

    /**
     * Reports the branch with the fewest problems, because it is probably the one that the caller
     * meant.
     */
    private void nearest(
        List<Schema> candidates, InstanceLocation location, JsonNode value, Validation validation) {
      int fewest = Integer.MAX_VALUE;
      String words = "";
      for (Schema candidate : candidates) {
        List<ArgumentProblem> problems = attempt(candidate, location, value, validation).problems();
        if (!problems.isEmpty() && problems.size() < fewest) {
          fewest = problems.size();
          words = "; nearest is " + name(candidate, validation) + " (" + problems.get(0) + ")";
        }
      }
      validation.problem(
          location, "matches none of the " + branches.size() + " alternatives" + words);
    }

    private String name(Schema branch, Validation validation) {
      return validation.structures().whole(branch).stream()
          .map(Schema::name)
          .filter(name -> !name.isEmpty())
          .findFirst()
          .orElseGet(() -> "number " + (branches.indexOf(branch) + 1));
    }
  }
}
