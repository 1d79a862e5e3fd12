package dev.dragoman.generator.goal;

import org.jspecify.annotations.Nullable;

/**
 * Thrown if a goal cannot do its work for a reason that the user can change; the message says it.
 */
public final class GoalFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public GoalFailure(String message) {
    super(message);
  }

  public GoalFailure(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
