package dev.dragoman.runtime.tool.execute;

import dev.dragoman.runtime.client.ApiException;
import dev.dragoman.runtime.client.ApiReplyException;
import dev.dragoman.runtime.client.InvalidRequestException;
import dev.dragoman.runtime.client.OperationRefusedException;
import dev.dragoman.runtime.execute.MissingCredentialException;
import dev.dragoman.runtime.execute.UpstreamException;
import dev.dragoman.runtime.mcp.tool.ToolFailure;
import dev.dragoman.runtime.mcp.tool.ToolFailure.Reason;
import dev.dragoman.runtime.request.ArgumentProblem;
import java.util.List;
import java.util.OptionalInt;

/** The reasons of failed calls, for transports that express them. */
public final class Failures {
  private Failures() {}

  /** Invalid arguments, each problem with its place. */
  public static ToolFailure invalid(List<ArgumentProblem> problems) {
    return ToolFailure.invalid(
        problems.stream()
            .map(problem -> new ToolFailure.Problem(problem.place(), problem.message()))
            .toList());
  }

  /** There is no usable response. */
  static ToolFailure of(UpstreamException failure) {
    Reason reason =
        failure instanceof MissingCredentialException
            ? Reason.REFUSED
            : switch (failure.fault()) {
              case LATE -> Reason.LATE;
              case HELD_BACK, CANCELLED -> Reason.BUSY;
              case UNREACHABLE, PROXY, INSECURE, BROKEN, OTHER -> Reason.NO_RESPONSE;
            };
    return new ToolFailure(reason, List.of(), failure.status());
  }

  /** A call of the API by a tool did not succeed. */
  public static ToolFailure of(ApiException failure) {
    OptionalInt status = failure.status();
    if (failure instanceof InvalidRequestException invalid) {
      return invalid(invalid.problems());
    } else if (failure instanceof OperationRefusedException) {
      return ToolFailure.of(Reason.REFUSED);
    } else if (failure instanceof ApiReplyException && status.isPresent()) {
      return ToolFailure.ofApi(status.getAsInt());
    }
    return new ToolFailure(Reason.NO_RESPONSE, List.of(), status);
  }
}
