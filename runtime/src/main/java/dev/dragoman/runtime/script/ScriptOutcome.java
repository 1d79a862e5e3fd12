package dev.dragoman.runtime.script;

import java.util.Objects;

/** The end of a script. */
public sealed interface ScriptOutcome {

  /**
   * The script returned a value.
   *
   * @param json the value; {@code null} as JSON if the script returned nothing
   */
  record Value(String json) implements ScriptOutcome {
    public Value {
      Objects.requireNonNull(json);
    }
  }

  /**
   * The script has no result.
   *
   * @param reason the kind of failure
   * @param message what went wrong, in part in the script's own words
   */
  record Failure(Reason reason, String message) implements ScriptOutcome {
    public Failure {
      Objects.requireNonNull(reason);
      Objects.requireNonNull(message);
    }
  }

  /** Kinds of failures. */
  enum Reason {
    /** The source is not JavaScript. */
    SYNTAX,
    /** The script threw an exception. */
    EXCEPTION,
    /** The script takes too long. */
    TIME,
    /** The script needs too much memory, or too many nested calls. */
    MEMORY,
    /** The result is too long or is not JSON. */
    RESULT,
    /** The script waits for a promise that nothing will settle. */
    UNSETTLED,
    /** The host stopped the script. */
    STOPPED
  }
}
