package dev.dragoman.runtime.tool.call;

import dev.dragoman.runtime.guard.Refusal;

/** Thrown if the guard refuses an operation, or a call because of its arguments. */
public final class CallRefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Refusal refusal;

  public CallRefusedException(Refusal refusal) {
    super(refusal.reason());
    this.refusal = refusal;
  }

  public Refusal refusal() {
    return refusal;
  }
}
