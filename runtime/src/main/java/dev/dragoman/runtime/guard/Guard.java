package dev.dragoman.runtime.guard;

import dev.dragoman.runtime.AccessMode;
import dev.dragoman.runtime.Caller;
import dev.dragoman.runtime.Operation;

/** Decides whether a caller may run an operation: a pure function of the two. */
public final class Guard {
  private final AccessNames names;

  public Guard(AccessNames names) {
    this.names = names;
  }

  /** The decision; asked when search lists an operation and again when execute runs it. */
  public Decision decide(Operation operation, Caller caller) {
    if (caller.accessMode().allows(operation.access())) {
      return new Permit(operation, caller);
    }
    return new Refusal(
        operation.id()
            + " ("
            + operation.route()
            + ") is a "
            + operation.access().word()
            + " operation and this connection is "
            + caller.accessMode().word()
            + ".",
        "To allow it, the person who set up this connection sends the header "
            + names.accessModeHeader()
            + ": "
            + AccessMode.FULL_ACCESS.word()
            + " (over stdio: "
            + names.accessModeVariable()
            + "="
            + AccessMode.FULL_ACCESS.word()
            + ").");
  }
}
