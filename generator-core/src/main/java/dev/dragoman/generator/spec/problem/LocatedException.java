package dev.dragoman.generator.spec.problem;

import dev.dragoman.generator.model.Json;
import dev.dragoman.generator.problem.Location;

/**
 * Thrown for a file or reference that cannot be used. Never leaves the reader, which reports it as
 * a problem.
 */
public final class LocatedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final SpecProblem problem;
  private final transient Location location;
  private final String hint;

  /**
   * Creates an exception.
   *
   * @param message what is wrong
   * @param hint what to do about it; may be empty
   */
  public LocatedException(SpecProblem problem, Location location, String message, String hint) {
    super(message, null, false, false);
    this.problem = problem;
    this.location = location;
    this.hint = hint;
  }

  /**
   * An object has the same key twice. Parsers differ in which of the two they keep, so that a
   * reviewer and a generator could see different documents.
   */
  public static LocatedException duplicateKey(String name, Json first, Location second) {
    return new LocatedException(
        SpecProblem.DUPLICATE_KEY,
        second,
        "The key \"%s\" appears twice in one object; the first is at %d:%d."
            .formatted(name, first.location().line(), first.location().column()),
        "Remove or rename one of them.");
  }

  /** Objects and arrays are nested more deeply than the limit. */
  public static LocatedException tooDeep(Location location, int limit) {
    return new LocatedException(
        SpecProblem.LIMIT,
        new Location(location.file(), location.line(), location.column(), ""),
        "Objects and arrays are nested more than " + limit + " levels deep.",
        "Move inner parts to components and reference them.");
  }

  /** The kind of problem. */
  public SpecProblem problem() {
    return problem;
  }

  /** Where the problem is. */
  public Location location() {
    return location;
  }

  /** What is wrong. */
  public String what() {
    return String.valueOf(getMessage());
  }

  /** What to do about it; may be empty. */
  public String hint() {
    return hint;
  }
}
