package dev.dragoman.generator.problem;

import dev.dragoman.generator.problem.Problem.Severity;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Collects the problems of a phase, which ends with all of them at once. The same problem at the
 * same location, found again through another reference, is kept only once. Not thread-safe.
 */
public final class Problems {
  private final Set<Problem> all = new LinkedHashSet<>();

  /** Records a problem that stops generation at the end of the phase. */
  public void error(String code, Location location, String message, String hint) {
    all.add(new Problem(code, Severity.ERROR, location, message, hint));
  }

  /** Records a problem that the user should know about; generation continues. */
  public void warning(String code, Location location, String message, String hint) {
    all.add(new Problem(code, Severity.WARNING, location, message, hint));
  }

  /** All problems so far, in the order in which they were found. */
  public List<Problem> all() {
    return List.copyOf(all);
  }

  /** Whether any problem is an error. */
  public boolean hasErrors() {
    return all.stream().anyMatch(problem -> problem.severity() == Severity.ERROR);
  }

  /**
   * Ends a phase in which warnings are treated as errors.
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
   * @throws GenerationException with all problems, if any of them is an error
   */
  public void throwIfErrors() {
    if (hasErrors()) {
      throw new GenerationException(all());
    }
  }
}
