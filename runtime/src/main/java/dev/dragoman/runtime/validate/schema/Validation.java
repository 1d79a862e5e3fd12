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
 * The check of one value: what is wrong with it so far, and how much work is left. Serves one
 * thread.
 *
 * <p>Whatever cannot be decided passes; a check that concludes something from a failure of another
 * ({@code not}, {@code if}) asks whether that was decided.
 */
public final class Validation {
  /** 200,000 schemas can be applied to values; the largest real bodies take some thousands. */
  private static final int APPLICATION_COST = 250;

  /** Schemas within schemas. Values are nested at most 500 deep by the parser. */
  private static final int MAX_DEPTH = 250;

  private static final int MAX_PROBLEMS = 500;

  private final Mode mode;
  private final Set<Visit> visits;
  private final Structures structures;
  private final boolean trial;
  private List<ArgumentProblem> problems = new ArrayList<>();
  private @Nullable Beside beside;
  private boolean undecided;

  /** Whose value is checked, and how strictly. */
  public enum Mode {
    /** What an agent gave: as the document says, formats leniently. */
    REQUEST,
    /** A JSON merge patch, in which null removes a member (RFC 7396). */
    MERGE_PATCH,
    /** Fields of a form, in which files stand for strings and objects. */
    FORM,
    /** What the API answered: types and required members only. */
    ANSWER
  }

  /** A schema at a value; both are told apart by identity. */
  private record Visit(Schema schema, JsonNode value) {
    @Override
    @SuppressWarnings("ReferenceEquality") // Equal values at two places are two visits.
    public boolean equals(Object other) {
      return other instanceof Visit that && schema == that.schema && value == that.value;
    }

    @Override
    public int hashCode() {
      return 31 * System.identityHashCode(schema) + System.identityHashCode(value);
    }
  }

  public Validation(Mode mode) {
    this(mode, new Structures(WorkLimit.standard()));
  }

  /** A check that shares its limit of work with others. */
  public Validation(Mode mode, Structures structures) {
    this(mode, new HashSet<>(), structures, false);
  }

  private Validation(Mode mode, Set<Visit> visits, Structures structures, boolean trial) {
    this.mode = mode;
    this.visits = visits;
    this.structures = structures;
    this.trial = trial;
  }

  Mode mode() {
    return mode;
  }

  public List<ArgumentProblem> problems() {
    return problems;
  }

  /** Whether something passed only because it could not be decided. */
  boolean isUndecided() {
    return undecided;
  }

  void undecided() {
    undecided = true;
  }

  Structures structures() {
    return structures;
  }

  WorkLimit work() {
    return structures.work();
  }

  /**
   * Pays for what a check is about to do.
   *
   * @param units as in {@link WorkLimit}
   * @return whether it may be done; otherwise the value passes undecided
   */
  boolean spend(long units) {
    boolean may = work().spend(units);
    undecided |= !may;
    return may;
  }

  /** Whether a problem would be noted: there are not too many, and it is certain. */
  boolean takesProblems() {
    return problems.size() < MAX_PROBLEMS && !isOver();
  }

  void problem(InstanceLocation place, String message) {
    if (takesProblems()) {
      problems.add(new ArgumentProblem(place.toString(), message));
    }
  }

  /** What was expected and what came, the value described only where it may be a secret. */
  void mismatch(InstanceLocation place, String expected, JsonNode value, boolean secret) {
    if (!takesProblems()) {
      return;
    }
    boolean hidden = secret || value.isContainer();
    String got = hidden ? DisplayValue.described(value) : DisplayValue.of(place.toString(), value);
    problem(place, "expected " + expected + ", got " + got);
  }

  /** Whether nothing more need be found out: a trial is lost with its first problem. */
  boolean isOver() {
    return (trial && !problems.isEmpty()) || work().isOver();
  }

  /** Whether a schema is to be applied; not again where it is being applied to the same value. */
  boolean enter(Schema schema, JsonNode value) {
    if (!work().spend(APPLICATION_COST)
        || visits.size() >= MAX_DEPTH
        || !visits.add(new Visit(schema, value))) {
      undecided = true;
      return false;
    }
    return true;
  }

  void leave(Schema schema, JsonNode value) {
    visits.remove(new Visit(schema, value));
  }

  /** Tries something of which a failure is no problem in itself; ends at the first one. */
  Validation trial(Consumer<Validation> attempt) {
    return attempted(true, attempt);
  }

  /** The same, to the end. */
  Validation attempt(Consumer<Validation> attempt) {
    return attempted(false, attempt);
  }

  private Validation attempted(boolean isTrial, Consumer<Validation> attempt) {
    Validation run = new Validation(mode, visits, structures, isTrial);
    run.beside = beside;
    attempt.accept(run);
    if (work().isOver()) {
      run.undecided = true;
    }
    undecided |= run.undecided;
    return run;
  }

  /** Takes over what an attempt found. */
  void take(Validation attempt) {
    attempt.problems.forEach(
        problem -> {
          if (problems.size() < MAX_PROBLEMS) {
            problems.add(problem);
          }
        });
  }

  /** The schemas that were being applied to the same value when the current one came up. */
  Stream<Schema> beside() {
    return Stream.iterate(beside, Objects::nonNull, Beside::next).map(Beside::schema);
  }

  /** Applies a schema to the value that another one is being applied to. */
  void inPlace(Schema from, Schema to, InstanceLocation place, JsonNode value) {
    Beside before = beside;
    beside = new Beside(from, before);
    to.check(place, value, this);
    beside = before;
  }

  /** Applies a schema to a value inside the current one. */
  void inside(Schema schema, InstanceLocation place, JsonNode value) {
    Beside before = beside;
    beside = null;
    schema.check(place, value, this);
    beside = before;
  }

  private record Beside(Schema schema, @Nullable Beside next) {}
}
