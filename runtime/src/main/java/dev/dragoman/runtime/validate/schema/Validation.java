package dev.dragoman.runtime.validate.schema;

import dev.dragoman.runtime.limit.WorkLimit;
import dev.dragoman.runtime.request.ArgumentProblem;
import dev.dragoman.runtime.text.DisplayValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The validation of one value: the problems found so far, and the work left. Serves one thread.
 *
 * <p>Whatever cannot be decided passes; an assertion that depends on the failure of another one
 * ({@code not}, {@code if}) checks whether that was decided.
 */
public final class Validation {
  /** Allows 200,000 applications of a schema; the largest real bodies need some thousands. */
  private static final int APPLICATION_COST = 250;

  /** Nested schemas. Values are nested at most 500 deep by the parser. */
  private static final int MAX_DEPTH = 250;

  private static final int MAX_PROBLEMS = 500;

  private final Mode mode;
  private final Set<Visit> visits;
  private final Structures structures;
  private final boolean trial;
  private List<ArgumentProblem> problems = new ArrayList<>();
  private @Nullable Beside beside;
  private boolean undecided;

  /** The origin of the value, which determines the strictness. */
  public enum Mode {
    /** An agent's value: as the document says, formats leniently. */
    REQUEST,
    /** A JSON merge patch, in which null removes a member (RFC 7396). */
    MERGE_PATCH,
    /** Fields of a form, in which files are accepted for strings and objects. */
    FORM,
    /** A response of the API: types and required members only. */
    RESPONSE
  }

  /** A schema applied to a value; both are compared by identity. */
  private record Visit(Schema schema, JsonNode value) {
    @Override
    @SuppressWarnings("ReferenceEquality") // Equal values at two locations are two visits.
    public boolean equals(Object other) {
      return other instanceof Visit that && schema == that.schema && value == that.value;
    }

    @Override
    public int hashCode() {
      return 31 * System.identityHashCode(schema) + System.identityHashCode(value);
    }
  }

  /** A validation with its own work limit. */
  public Validation(Mode mode) {
    this(mode, new Structures(WorkLimit.standard()));
  }

  /** A validation that shares its work limit with others. */
  public Validation(Mode mode, Structures structures) {
    this(mode, new HashSet<>(), structures, false);
  }

  private Validation(Mode mode, Set<Visit> visits, Structures structures, boolean trial) {
    this.mode = mode;
    this.visits = visits;
    this.structures = structures;
    this.trial = trial;
  }

  /** The origin of the value. */
  Mode mode() {
    return mode;
  }

  /** The problems found so far. */
  public List<ArgumentProblem> problems() {
    return problems;
  }

  /** Whether something passed only because it could not be decided. */
  boolean isUndecided() {
    return undecided;
  }

  /** Records that something passed only because it could not be decided. */
  void undecided() {
    undecided = true;
  }

  /** What schemas allow in combination. */
  Structures structures() {
    return structures;
  }

  /** The work limit shared by all steps of a call. */
  WorkLimit work() {
    return structures.work();
  }

  /**
   * Charges the work that an assertion is about to do.
   *
   * @param units as in {@link WorkLimit}
   * @return whether the work may be done; otherwise the value passes undecided
   */
  boolean spend(long units) {
    boolean may = work().spend(units);
    undecided |= !may;
    return may;
  }

  /** Whether a problem would be recorded: there are not too many, and it is certain. */
  boolean takesProblems() {
    return problems.size() < MAX_PROBLEMS && !isOver();
  }

  /** Records a problem, unless there are too many. */
  void problem(InstanceLocation location, String message) {
    if (takesProblems()) {
      problems.add(new ArgumentProblem(location.toString(), message));
    }
  }

  /** Records expected and actual value, the latter only described if it may be a secret. */
  void mismatch(InstanceLocation location, String expected, JsonNode value, boolean secret) {
    if (!takesProblems()) {
      return;
    }
    boolean hidden = secret || value.isContainer();
    String got =
        hidden ? DisplayValue.described(value) : DisplayValue.of(location.toString(), value);
    problem(location, "expected " + expected + ", got " + got);
  }

  /** Whether the result is already certain: a trial fails with its first problem. */
  boolean isOver() {
    return (trial && !problems.isEmpty()) || work().isOver();
  }

  /** Whether to apply a schema; not if it is already being applied to the same value. */
  boolean enter(Schema schema, JsonNode value) {
    if (!work().spend(APPLICATION_COST)
        || visits.size() >= MAX_DEPTH
        || !visits.add(new Visit(schema, value))) {
      undecided = true;
      return false;
    }
    return true;
  }

  /**
   * Ends the application of a schema; must be called if and only if {@link #enter} returned true.
   */
  void leave(Schema schema, JsonNode value) {
    visits.remove(new Visit(schema, value));
  }

  /** Validates without recording problems; stops at the first one. */
  Validation trial(Consumer<Validation> attempt) {
    return attempted(true, attempt);
  }

  /** Like {@link #trial}, but finds all problems. */
  Validation attempt(Consumer<Validation> attempt) {
    return attempted(false, attempt);
  }

  private Validation attempted(boolean isTrial, Consumer<Validation> attempt) {
    Validation validation = new Validation(mode, visits, structures, isTrial);
    validation.beside = beside;
    attempt.accept(validation);
    if (work().isOver()) {
      validation.undecided = true;
    }
    undecided |= validation.undecided;
    return validation;
  }

  /** Adds the problems of an attempt. */
  void take(Validation attempt) {
    attempt.problems.forEach(
        problem -> {
          if (problems.size() < MAX_PROBLEMS) {
            problems.add(problem);
          }
        });
  }

  /** The schemas that are being applied to the same value as the current one. */
  Stream<Schema> beside() {
    return Stream.iterate(beside, Objects::nonNull, Beside::next).map(Beside::schema);
  }

  /** Applies another schema to the current value. */
  void inPlace(Schema from, Schema to, InstanceLocation location, JsonNode value) {
    Beside before = beside;
    beside = new Beside(from, before);
    to.check(location, value, this);
    beside = before;
  }

  /** Applies a schema to a value inside the current one. */
  void inside(Schema schema, InstanceLocation location, JsonNode value) {
    Beside before = beside;
    beside = null;
    schema.check(location, value, this);
    beside = before;
  }

  private record Beside(Schema schema, @Nullable Beside next) {}
}
