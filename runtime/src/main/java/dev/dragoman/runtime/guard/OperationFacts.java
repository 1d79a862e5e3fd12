package dev.dragoman.runtime.guard;

import dev.dragoman.runtime.Operation;

/** What the API's document says of an operation, as far as the guard's decisions depend on it. */
@FunctionalInterface
public interface OperationFacts {
  /** Operations without tags and organizations. */
  OperationFacts NONE = operation -> false;

  /** Whether an operation declares one of the {@code organizationParameters}. */
  boolean takesOrganization(Operation operation);

  /** The first tag of an operation; empty if it has none, or is not one of the API's. */
  default String tag(Operation operation) {
    return "";
  }
}
