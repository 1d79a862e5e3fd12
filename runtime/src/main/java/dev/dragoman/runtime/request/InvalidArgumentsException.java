package dev.dragoman.runtime.request;

import java.util.List;
import java.util.stream.Collectors;

/** The arguments of a call do not fit the operation. Nothing was sent. */
public final class InvalidArgumentsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<ArgumentProblem> problems;

  /** An exception that names all of these problems. */
  public InvalidArgumentsException(List<ArgumentProblem> problems) {
    super(problems.stream().map(ArgumentProblem::toString).collect(Collectors.joining("; ")));
    this.problems = List.copyOf(problems);
  }

  /** Every problem of the call, in the order the parameters have in the document. */
  public List<ArgumentProblem> problems() {
    return problems;
  }
}
