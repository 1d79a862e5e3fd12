package dev.dragoman.runtime.tool.call;

import dev.dragoman.runtime.guard.Refusal;

/**
 * Thrown if the guard refuses a call because of its arguments, although the operation itself is
 * permitted.
 */
public final class CallRefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Refusal refusal;

  CallRefusedException(Refusal refusal) {
    super(refusal.reason());
    this.refusal = refusal;
  }

  public Refusal refusal() {
    return refusal;
  }
}
