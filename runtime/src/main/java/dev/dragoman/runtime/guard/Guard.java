package dev.dragoman.runtime.guard;

import dev.dragoman.runtime.AccessMode;
import dev.dragoman.runtime.AccessNames;
import dev.dragoman.runtime.Caller;
import dev.dragoman.runtime.Operation;
import java.util.Objects;

/**
 * Decides whether a caller may run an operation: a pure function of the two, under a ceiling that
 * the operator set once and that no caller can raise.
 */
public final class Guard {
  private final AccessNames names;
  private final AccessMode ceiling;

  /** A guard without a ceiling of the operator's. */
  public Guard(AccessNames names) {
    this(names, AccessMode.FULL_ACCESS);
  }

  /**
   * A guard.
   *
   * @param ceiling the most that any caller may do, whatever it asks for
   */
  public Guard(AccessNames names, AccessMode ceiling) {
    this.names = Objects.requireNonNull(names);
    this.ceiling = Objects.requireNonNull(ceiling);
  }

  /** The decision; asked when search lists an operation and again when execute runs it. */
  public Decision decide(Operation operation, Caller caller) {
    if (!ceiling.allows(operation.access())) {
      return new Refusal(
          reason(operation, "the operator of this server limits it to " + ceiling.word()),
          "No header or variable of the caller's changes that; only the operator can, by starting"
              + " the server with "
              + names.variable("access-ceiling")
              + "="
              + AccessMode.FULL_ACCESS.word()
              + ".");
    }
    if (!caller.accessMode().allows(operation.access())) {
      return new Refusal(
          reason(operation, "this connection is " + caller.accessMode().word()), remedy());
    }
    return new Permit(operation, caller);
  }

  private static String reason(Operation operation, String limit) {
    return operation.id()
        + " ("
        + operation.route()
        + ") is a "
        + operation.access().word()
        + " operation and "
        + limit
        + ".";
  }

  private String remedy() {
    String mode = AccessMode.FULL_ACCESS.word();
    return "To allow it, a person (not the agent) has to set the header "
        + names.accessModeHeader()
        + ": "
        + mode
        + " in the client's configuration, or over stdio the variable "
        + names.accessModeVariable()
        + "="
        + mode
        + ", and reconnect.";
  }
}
