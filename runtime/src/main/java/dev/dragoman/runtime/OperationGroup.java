package dev.dragoman.runtime;

import org.jspecify.annotations.Nullable;

/** The handlers of one slice of an API. Generated; its class is loaded when it is first asked. */
public interface OperationGroup {

  /** The handler of an operation of this group, or null when it is not here. */
  @Nullable OperationHandler find(String operationId);
}
