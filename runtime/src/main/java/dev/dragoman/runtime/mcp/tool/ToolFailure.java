package dev.dragoman.runtime.mcp.tool;

import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;

/**
 * Why a call failed, for transports that can express it. Models read the text of the result.
 *
 * @param reason the kind of failure
 * @param problems what is wrong with the arguments, each with its place, e.g. {@code
 *     arguments/labels[2]}
 * @param apiStatus the status with which the API responded, if it did
 */
public record ToolFailure(Reason reason, List<Problem> problems, OptionalInt apiStatus) {

  /** The kind of failure. */
  public enum Reason {
    /** The arguments are invalid; nothing was done. */
    INVALID_ARGUMENTS,
    /** The caller may not make this call; nothing was done. */
    REFUSED,
    /** The user has not agreed; nothing was done. */
    UNCONFIRMED,
    /** The API responded with an error. */
    API_ERROR,
    /** The API did not respond, or its response cannot be used. */
    NO_RESPONSE,
    /** The call took too long. */
    LATE,
    /** The server does not accept the call now. */
    BUSY,
    /** The caller has made too many calls; nothing was done. */
    TOO_MANY_CALLS,
    /** Anything else, such as a fault of the tool. */
    OTHER
  }

  /** What is wrong with one argument. */
  public record Problem(String place, String message) {
    public Problem {
      Objects.requireNonNull(place);
      Objects.requireNonNull(message);
    }
  }

  public ToolFailure {
    Objects.requireNonNull(reason);
    problems = List.copyOf(problems);
    Objects.requireNonNull(apiStatus);
  }

  /** A failure without details. */
  public static ToolFailure of(Reason reason) {
    return new ToolFailure(reason, List.of(), OptionalInt.empty());
  }

  /** Invalid arguments. */
  public static ToolFailure invalid(List<Problem> problems) {
    return new ToolFailure(Reason.INVALID_ARGUMENTS, problems, OptionalInt.empty());
  }

  /** An error of the API. */
  public static ToolFailure ofApi(int status) {
    return new ToolFailure(Reason.API_ERROR, List.of(), OptionalInt.of(status));
  }
}
