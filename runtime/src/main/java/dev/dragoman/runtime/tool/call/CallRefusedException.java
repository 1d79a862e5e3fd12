package dev.dragoman.runtime.tool.call;

import dev.dragoman.runtime.guard.Refusal;

/** The guard refuses a call for what it says, when the operation itself is permitted. */
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
