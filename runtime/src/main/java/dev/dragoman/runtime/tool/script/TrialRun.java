package dev.dragoman.runtime.tool.script;

import dev.dragoman.runtime.execute.ApiResponse;
import dev.dragoman.runtime.execute.Executor;
import dev.dragoman.runtime.execute.UpstreamException;
import dev.dragoman.runtime.guard.Permit;
import dev.dragoman.runtime.request.ApiRequest;
import dev.dragoman.runtime.tool.execute.ApiBackend;
import dev.dragoman.runtime.tool.execute.OperationCalls;
import java.util.function.Supplier;

/** Calls of a script that is only tried: permitted and checked as usual, with made-up responses. */
final class TrialRun {
  private TrialRun() {}

  /**
   * The calls of one trial.
   *
   * @param mock makes responses up
   * @param record learns the paths that would be requested
   */
  static OperationCalls calls(OperationCalls calls, Supplier<Executor> mock, RunRecord record) {
    return calls.trial(
        ApiBackend.mocked(
            () -> new Noting(mock.get(), record),
            () -> {
              throw new UpstreamException("A trial does not send anything.");
            }));
  }

  /** Notes each request before it gets its response. */
  private record Noting(Executor mock, RunRecord record) implements Executor {
    @Override
    public ApiResponse execute(Permit permit, ApiRequest request) {
      record.path(permit.operation().id(), request.method() + " " + request.rawPath());
      return mock.execute(permit, request);
    }
  }
}
