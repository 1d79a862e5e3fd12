package dev.dragoman.generator.problem;

import dev.dragoman.generator.problem.Problem.Severity;
import java.util.List;
import java.util.stream.Collectors;

/** The input cannot become a server, for reasons the user can mend. Nothing was written. */
public final class GenerationException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  /** An exception that carries all problems, warnings among them. */
  public GenerationException(List<Problem> problems) {
    super(
        problems.stream()
            .filter(problem -> problem.severity() == Severity.ERROR)
            .map(Problem::toString)
            .collect(Collectors.joining(System.lineSeparator())));
    this.problems = List.copyOf(problems);
  }

  public List<Problem> problems() {
    return problems;
  }
}
