package dev.dragoman.runtime.tool.wait;

import dev.dragoman.runtime.AccessLevel;
import dev.dragoman.runtime.execute.HttpMethods;
import dev.dragoman.runtime.tool.call.PreparedCall;
import java.util.List;
import java.util.Optional;

/** Checks before anything is sent whether an agent can wait with an operation. */
public final class WaitCheck {
  private WaitCheck() {}

  /** Why it cannot; empty if it can. */
  public static Optional<String> refusal(PreparedCall call, WaitRequest request) {
    String id = call.operation().id();
    if (!isRepeatable(call)) {
      return call.schemas().mayAccept()
          ? Optional.empty()
          : Optional.of(
              id
                  + " does not return 202, so that there is no state to wait for. Run it without"
                  + " wait, then wait with the operation that reads its result. Nothing was sent.");
    }
    return unknown(call, request)
        .map(problems -> "Cannot wait with " + id + "; nothing was sent." + problems);
  }

  /** Whether a call is a read that can be repeated. */
  public static boolean isRepeatable(PreparedCall call) {
    return call.operation().access() == AccessLevel.READ
        && HttpMethods.isRepeatable(call.request().method());
  }

  /** The fields that the response cannot have; empty if it can have all. */
  public static Optional<String> unknown(PreparedCall call, WaitRequest request) {
    List<String> problems =
        request.until().keySet().stream()
            .map(call.schemas()::undeclaredInResponse)
            .flatMap(Optional::stream)
            .map(problem -> "\n- wait.until: " + problem)
            .toList();
    return problems.isEmpty() ? Optional.empty() : Optional.of(String.join("", problems));
  }
}
