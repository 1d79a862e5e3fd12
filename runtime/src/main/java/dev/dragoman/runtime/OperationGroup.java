package dev.dragoman.runtime;

import org.jspecify.annotations.Nullable;

/** The handlers of one group of operations. Generated; its class is loaded on first use. */
public interface OperationGroup {

  /** The handler of an operation, or null if it is not in this group. */
  @Nullable OperationHandler find(String operationId);
}
