package dev.dragoman.runtime.script;

/** Thrown by a {@link ScriptHost} to end the script that called it. */
public final class ScriptStoppedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Ends a script.
   *
   * @param message why, for the model
   */
  public ScriptStoppedException(String message) {
    super(message, null, false, false);
  }
}
