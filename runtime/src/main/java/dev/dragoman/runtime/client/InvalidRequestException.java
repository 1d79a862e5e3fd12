package dev.dragoman.runtime.client;

import dev.dragoman.runtime.request.ArgumentProblem;
import java.util.List;
import java.util.stream.Collectors;

/** Thrown if a request does not match the API's document. Nothing was sent. */
public final class InvalidRequestException extends ApiException {
  private static final long serialVersionUID = 1L;

  private final transient List<ArgumentProblem> problems;

  /** Creates an exception that reports all of the given problems. */
  public InvalidRequestException(String operation, List<ArgumentProblem> problems) {
    super(
        operation,
        operation
            + ": the request does not match the API's document; nothing was sent. "
            + problems.stream().map(ArgumentProblem::toString).collect(Collectors.joining("; ")));
    this.problems = List.copyOf(problems);
  }

  /** Every problem, with its place. */
  public List<ArgumentProblem> problems() {
    return problems;
  }
}
