package dev.dragoman.runtime.script;

/**
 * Runs JavaScript in a sandbox. Found by {@link java.util.ServiceLoader}, because it is an artifact
 * that only servers with scripts contain. Instances are shared by all runs and are thread-safe.
 */
public interface ScriptEngine {

  /**
   * Runs one script and waits for its end. A script reaches nothing but what the host offers; it
   * shares nothing with other runs.
   *
   * @param source the body of an async function with the parameters {@code api}, {@code search} and
   *     {@code console}
   * @return the value of the script as JSON, or why there is none
   * @throws InterruptedException if the waiting thread was interrupted; the script has ended then
   */
  ScriptOutcome run(String source, ScriptHost host, ScriptLimits limits)
      throws InterruptedException;
}
