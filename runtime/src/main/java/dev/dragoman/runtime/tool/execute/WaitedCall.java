package dev.dragoman.runtime.tool.execute;

import dev.dragoman.runtime.audit.AuditLine;
import dev.dragoman.runtime.execute.ApiResponse;
import dev.dragoman.runtime.execute.UpstreamException;
import dev.dragoman.runtime.extension.RefusedException;
import dev.dragoman.runtime.mcp.tool.CallToolResult;
import dev.dragoman.runtime.request.InvalidArgumentsException;
import dev.dragoman.runtime.tool.call.CallRefusedException;
import dev.dragoman.runtime.tool.call.PreparedCall;
import dev.dragoman.runtime.tool.execute.AcceptedRequests.Found;
import dev.dragoman.runtime.tool.execute.AcceptedRequests.NotFound;
import dev.dragoman.runtime.tool.execute.AcceptedRequests.State;
import dev.dragoman.runtime.tool.execute.OperationRunner.Call;
import dev.dragoman.runtime.tool.wait.WaitCheck;
import dev.dragoman.runtime.tool.wait.Waiter;
import java.util.Optional;

/**
 * Repeats a read until a field has a value. A request that the API accepts with 202 is made once;
 * then the operation that reads its state is repeated. Each of these reads is a call of its own:
 * the guard decides about it, and it has a line in the audit log.
 */
final class WaitedCall {
  private final OperationCalls calls;
  private final ExecuteResult results;
  private final Call call;
  private final Waiter waiter;

  WaitedCall(OperationCalls calls, ExecuteResult results, Call call, Waiter waiter) {
    this.calls = calls;
    this.results = results;
    this.call = call;
    this.waiter = waiter;
  }

  /** What comes after a response. */
  private sealed interface Step {}

  private record Done(CallToolResult result) implements Step {}

  private record Again() implements Step {}

  /**
   * The state of an accepted request is read.
   *
   * @param accepted the result so far
   */
  private record Follow(Found state, CallToolResult accepted) implements Step {}

  /** Between two requests nothing of the API is held: neither a connection nor memory. */
  CallToolResult run(PreparedCall prepared, AuditLine audit) {
    while (true) {
      Step step = calls.send(prepared, audit, response -> step(response, prepared));
      if (step instanceof Done done) {
        return done.result();
      } else if (step instanceof Follow follow) {
        return read(follow, audit);
      }
      waiter.pause();
    }
  }

  private Step step(ApiResponse response, PreparedCall prepared) {
    Optional<State> state = results.accepted(prepared, response);
    boolean repeats = WaitCheck.isRepeatable(prepared);
    if (state.isPresent() && state.get() instanceof Found found) {
      boolean over = waiter.isOverAfter(response, found.card().id());
      CallToolResult shown = results.shown(response, prepared, call);
      return over ? new Done(shown) : new Follow(found, shown);
    } else if (!repeats) {
      waiter.end(whyNot(response, state));
      return new Done(results.shown(response, prepared, call));
    }
    return waiter.isLast(response)
        ? new Done(results.shown(response, prepared, call))
        : new Again();
  }

  private static String whyNot(ApiResponse response, Optional<State> state) {
    if (state.isPresent() && state.get() instanceof NotFound missing) {
      return "did not wait because " + missing.reason();
    }
    return response.status() == 202
        ? "did not wait because the response does not say where its state can be read"
        : "did not wait because the response has status " + response.status() + ", not 202";
  }

  private CallToolResult read(Follow follow, AuditLine audit) {
    Found state = follow.state();
    Call reading = call.reading(state.card(), state.ordinal(), state.given());
    try {
      while (true) {
        waiter.pause();
        Optional<CallToolResult> last =
            calls.call(
                new OperationCalls.Call(
                    state.card(),
                    state.ordinal(),
                    call.caller(),
                    state.given(),
                    Optional.empty(),
                    audit.trace()),
                audit.tool(),
                (prepared, response) ->
                    isLast(prepared, response)
                        ? Optional.of(results.shown(response, prepared, named(reading, prepared)))
                        : Optional.<CallToolResult>empty());
        if (last.isPresent()) {
          return last.get();
        }
      }
    } catch (UpstreamException | RefusedException | CallRefusedException e) {
      waiter.end("stopped because " + state.card().id() + " failed: " + e.getMessage());
    } catch (InvalidArgumentsException e) {
      waiter.end("stopped because " + state.card().id() + " failed: " + e.problems().get(0));
    }
    return follow.accepted();
  }

  private boolean isLast(PreparedCall prepared, ApiResponse response) {
    Optional<String> unknown = WaitCheck.unknown(prepared, waiter.request());
    unknown.ifPresent(problem -> waiter.end("did not wait longer: " + problem));
    return unknown.isPresent() || waiter.isLast(response);
  }

  /** The request has been made: a field that is not declared is no reason to show nothing. */
  private Call named(Call reading, PreparedCall prepared) {
    try {
      return reading.with(AnswerCheck.checked(reading, prepared.schemas()));
    } catch (InvalidArgumentsException undeclared) {
      return reading;
    }
  }
}
