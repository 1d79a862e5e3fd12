package dev.dragoman.generator.problem;

import dev.dragoman.generator.problem.Problem.Severity;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Thrown if the input cannot become a server, for reasons that the user can fix. Nothing was
 * written.
 */
public final class GenerationException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  /**
   * Creates an exception with all problems, including warnings. Its message contains the errors.
   */
  public GenerationException(List<Problem> problems) {
    super(
        problems.stream()
            .filter(problem -> problem.severity() == Severity.ERROR)
            .map(Problem::toString)
            .collect(Collectors.joining(System.lineSeparator())));
    this.problems = List.copyOf(problems);
  }

  /** All problems, including warnings. */
  public List<Problem> problems() {
    return problems;
  }
}
