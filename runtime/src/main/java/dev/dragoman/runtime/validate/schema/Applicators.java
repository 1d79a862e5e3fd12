package dev.dragoman.runtime.validate.schema;

import dev.dragoman.runtime.request.ArgumentProblem;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/**
 * The keywords that put schemas together (2020-12 core, section 10.2) and {@code $ref}, whose
 * siblings count as well.
 */
final class Applicators {
  private final Schema schema;
  private final SchemaKeywords keywords;
  private final List<Supplier<Schema>> parts = new ArrayList<>();
  private final List<Choice> choices = new ArrayList<>();

  Applicators(Schema schema, SchemaKeywords keywords) {
    this.schema = schema;
    this.keywords = keywords;
    keywords.string("$ref").map(keywords.reader()::reference).ifPresent(parts::add);
    keywords.schemas("allOf").forEach(part -> parts.add(() -> part));
    Discriminator discriminator = Discriminator.of(keywords.node());
    for (String keyword : List.of("oneOf", "anyOf")) {
      List<Schema> branches = keywords.schemas(keyword);
      if (!branches.isEmpty()) {
        choices.add(new Choice(schema, branches, discriminator.choices(keyword)));
      }
    }
  }

  List<Supplier<Schema>> parts() {
    return List.copyOf(parts);
  }

  List<List<Supplier<Schema>>> choices() {
    return choices.stream().map(Choice::suppliers).toList();
  }

  void addTo(List<Assertion> checks) {
    for (Supplier<Schema> part : parts) {
      checks.add((place, value, run) -> run.inPlace(schema, part.get(), place, value));
    }
    checks.addAll(choices);
    keywords.schema("not").ifPresent(not -> checks.add(not(not)));
    keywords.schema("if").ifPresent(condition -> checks.add(conditional(condition)));
  }

  private Assertion not(Schema not) {
    return (place, value, run) -> {
      if (run.mode() != Validation.Mode.ANSWER) {
        Validation attempt = run.trial(trial -> trial.inPlace(schema, not, place, value));
        if (attempt.problems().isEmpty() && !attempt.isUndecided()) {
          run.problem(place, "has a value that the API excludes");
        }
      }
    };
  }

  private Assertion conditional(Schema condition) {
    Optional<Schema> then = keywords.schema("then");
    Optional<Schema> otherwise = keywords.schema("else");
    return (place, value, run) -> {
      Validation attempt = run.trial(trial -> trial.inPlace(schema, condition, place, value));
      if (!attempt.isUndecided() && run.mode() != Validation.Mode.ANSWER) {
        Optional<Schema> next = attempt.problems().isEmpty() ? then : otherwise;
        next.ifPresent(one -> run.inPlace(schema, one, place, value));
      }
    };
  }

  /**
   * {@code anyOf} and {@code oneOf}. A value that fits several of {@code oneOf} passes: documents
   * seldom keep their alternatives apart, and the API takes one of them.
   */
  private record Choice(Schema schema, List<Schema> branches, Discriminator discriminator)
      implements Assertion {
    private static final int TRIED = 10;

    List<Supplier<Schema>> suppliers() {
      return branches.stream().<Supplier<Schema>>map(branch -> () -> branch).toList();
    }

    @Override
    public void check(InstanceLocation place, JsonNode value, Validation run) {
      Optional<Schema> named =
          run.mode() == Validation.Mode.ANSWER
              ? Optional.empty()
              : discriminator.choose(value).map(branches::get);
      if (named.isPresent()) {
        run.inPlace(schema, named.get(), place, value);
      } else if (branches.stream().noneMatch(branch -> fits(branch, place, value, run))) {
        explain(place, value, run);
      }
    }

    private boolean fits(Schema branch, InstanceLocation place, JsonNode value, Validation run) {
      return run.trial(trial -> trial.inPlace(schema, branch, place, value)).problems().isEmpty();
    }

    /** Says what is wrong by the branch that comes nearest. */
    private void explain(InstanceLocation place, JsonNode value, Validation run) {
      List<Schema> candidates =
          branches.stream()
              .filter(branch -> JsonType.isAnyTypeOf(run.structures().types(branch), value))
              .limit(TRIED)
              .toList();
      if (candidates.isEmpty()) {
        Set<JsonType> types = EnumSet.noneOf(JsonType.class);
        branches.forEach(branch -> types.addAll(run.structures().types(branch)));
        run.mismatch(place, JsonType.words(types), value, schema.isSecret());
      } else if (candidates.size() == 1) {
        run.take(attempt(candidates.get(0), place, value, run));
      } else {
        nearest(candidates, place, value, run);
      }
    }

    private Validation attempt(
        Schema branch, InstanceLocation place, JsonNode value, Validation run) {
      return run.attempt(attempt -> attempt.inPlace(schema, branch, place, value));
    }

    private void nearest(
        List<Schema> candidates, InstanceLocation place, JsonNode value, Validation run) {
      int fewest = Integer.MAX_VALUE;
      String words = "";
      for (Schema candidate : candidates) {
        List<ArgumentProblem> problems = attempt(candidate, place, value, run).problems();
        if (!problems.isEmpty() && problems.size() < fewest) {
          fewest = problems.size();
          words = "; nearest is " + name(candidate, run) + " (" + problems.get(0) + ")";
        }
      }
      run.problem(place, "fits none of the " + branches.size() + " alternatives" + words);
    }

    private String name(Schema branch, Validation run) {
      return run.structures().whole(branch).stream()
          .map(Schema::name)
          .filter(name -> !name.isEmpty())
          .findFirst()
          .orElseGet(() -> "number " + (branches.indexOf(branch) + 1));
    }
  }
}
