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
    if (call.operation().access() != AccessLevel.READ
        || !HttpMethods.isRepeatable(call.request().method())) {
      return Optional.of(
          "wait repeats an operation, and "
              + id
              + " is not a read that can be repeated. Run it without wait, then wait with the"
              + " operation that reads its result. Nothing was sent.");
    }
    List<String> problems =
        request.until().keySet().stream()
            .map(call.schemas()::undeclaredInResponse)
            .flatMap(Optional::stream)
            .map(problem -> "\n- wait.until: " + problem)
            .toList();
    return problems.isEmpty()
        ? Optional.empty()
        : Optional.of("Cannot wait with " + id + "; nothing was sent." + String.join("", problems));
  }
}
