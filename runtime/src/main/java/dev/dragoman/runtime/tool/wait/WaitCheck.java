package dev.dragoman.runtime.tool.wait;

import dev.dragoman.runtime.AccessLevel;
import dev.dragoman.runtime.execute.HttpMethods;
import dev.dragoman.runtime.json.fields.FieldPath;
import dev.dragoman.runtime.text.NearestName;
import dev.dragoman.runtime.tool.ForeignText;
import dev.dragoman.runtime.tool.call.PreparedCall;
import dev.dragoman.runtime.validate.schema.ResponseFields;
import dev.dragoman.runtime.validate.schema.ResponseFields.Unknown;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Checks before anything is sent whether an agent can wait with an operation. */
public final class WaitCheck {
  private static final int NAMES_SHOWN = 10;
  private static final int NAME_BYTES = 120;

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
    ResponseFields response = call.schemas().responseFields();
    List<String> problems =
        request.until().keySet().stream()
            .filter(path -> !path.isPointer() && !response.hasName(path.toString()))
            .flatMap(path -> response.unknown(path).map(unknown -> problem(path, unknown)).stream())
            .map(problem -> "\n- wait.until: " + problem)
            .toList();
    return problems.isEmpty() ? Optional.empty() : Optional.of(String.join("", problems));
  }

  private static String problem(FieldPath path, Unknown unknown) {
    String where = path.steps().size() == 1 ? "" : " (of " + shown(path.toString()) + ")";
    String advice =
        NearestName.to(unknown.name(), unknown.declared())
            .map(near -> "did you mean " + shown(near) + "?")
            .orElseGet(() -> listed(unknown.sorted()));
    return shown(unknown.name()) + where + " is not in the schema of the response; " + advice;
  }

  private static String listed(List<String> names) {
    if (names.isEmpty()) {
      return "the value there has no fields.";
    }
    return names.stream()
            .limit(NAMES_SHOWN)
            .map(WaitCheck::shown)
            .collect(Collectors.joining(", ", "it has ", ""))
        + (names.size() > NAMES_SHOWN ? ", …." : ".");
  }

  private static String shown(String text) {
    return ForeignText.clip(ForeignText.line(text), NAME_BYTES);
  }
}
