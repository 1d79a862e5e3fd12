package dev.dragoman.runtime.request;

import java.util.List;
import java.util.stream.Collectors;

/** Thrown if the arguments of a call do not match the operation. Nothing was sent. */
public final class InvalidArgumentsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<ArgumentProblem> problems;

  /** Creates an exception that reports all of the given problems. */
  public InvalidArgumentsException(List<ArgumentProblem> problems) {
    super(problems.stream().map(ArgumentProblem::toString).collect(Collectors.joining("; ")));
    this.problems = List.copyOf(problems);
  }

  /** Every problem of the call, in the order of the parameters in the document. */
  public List<ArgumentProblem> problems() {
    return problems;
  }
}
