package dev.dragoman.runtime.guard;

import dev.dragoman.runtime.Caller;
import dev.dragoman.runtime.Operation;

/** Leave to run one operation for one caller. Only {@link Guard} makes one. */
public final class Permit implements Decision {
  private final Operation operation;
  private final Caller caller;

  Permit(Operation operation, Caller caller) {
    this.operation = operation;
    this.caller = caller;
  }

  public Operation operation() {
    return operation;
  }

  public Caller caller() {
    return caller;
  }
}
