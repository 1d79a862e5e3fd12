package dev.dragoman.generator.problem;

import dev.dragoman.generator.problem.Problem.Severity;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Collects problems through a phase; the phase ends once, with all of them. The same problem at the
 * same place, met again through another reference, is kept once. Not thread-safe.
 */
public final class Problems {
  private final Set<Problem> all = new LinkedHashSet<>();

  /** Notes something that stops the generation at the end of the phase. */
  public void error(String code, Location location, String message, String hint) {
    all.add(new Problem(code, Severity.ERROR, location, message, hint));
  }

  /** Notes something the user should know, while generation goes on. */
  public void warning(String code, Location location, String message, String hint) {
    all.add(new Problem(code, Severity.WARNING, location, message, hint));
  }

  /** Everything noted so far, in the order it was found. */
  public List<Problem> all() {
    return List.copyOf(all);
  }

  public boolean hasErrors() {
    return all.stream().anyMatch(problem -> problem.severity() == Severity.ERROR);
  }

  /**
   * Ends a phase in which a warning counts as an error.
   *
   * @throws GenerationException with all problems as errors, if there are any
   */
  public void throwIfAny() {
    if (!all.isEmpty()) {
      throw new GenerationException(all.stream().map(Problem::asError).toList());
    }
  }

  /**
   * Ends a phase.
   *
   * @throws GenerationException with all problems, if one of them is an error
   */
  public void throwIfErrors() {
    if (hasErrors()) {
      throw new GenerationException(all());
    }
  }
}
