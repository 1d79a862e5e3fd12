package dev.dragoman.script;

import dev.dragoman.runtime.script.ScriptHost;
import dev.dragoman.runtime.script.ScriptLimits;
import dev.dragoman.runtime.script.ScriptOutcome;
import dev.dragoman.runtime.script.ScriptOutcome.Failure;
import dev.dragoman.runtime.script.ScriptOutcome.Reason;
import dev.dragoman.runtime.script.ScriptStoppedException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import run.endive.runtime.WasmInterruptedException;

/** One run of a script, on its own thread. */
final class ScriptRun implements Runnable {
  private final String source;
  private final ScriptHost host;
  private final ScriptLimits limits;
  private volatile boolean late;
  private volatile @Nullable ScriptOutcome outcome;
  private volatile @Nullable Throwable fault;

  ScriptRun(String source, ScriptHost host, ScriptLimits limits) {
    this.source = source;
    this.host = host;
    this.limits = limits;
  }

  /** States that the time is over; the thread is interrupted after that. */
  void late() {
    late = true;
  }

  /**
   * The outcome, once the thread has ended.
   *
   * @throws IllegalStateException if the host or the engine failed, with the reason as its cause
   */
  ScriptOutcome outcome() {
    Throwable failed = fault;
    if (late) {
      return new Failure(
          Reason.TIME, "The script did not end within " + limits.time().toSeconds() + " s.");
    } else if (failed != null) {
      throw new IllegalStateException("the script could not be run", failed);
    }
    return Objects.requireNonNull(outcome);
  }

  @Override
  public void run() {
    try {
      HostFunctions functions = new HostFunctions(source, host, limits);
      byte[] bytecode = Bootstrap.bytecode();
      new Sandbox(functions.function(), limits.memoryBytes()).run(bytecode);
      outcome =
          new Failure(
              Reason.UNSETTLED,
              "The script ended while it waited for a promise that never settles.");
    } catch (HostFunctions.EndedException ended) {
      outcome = ended.outcome();
    } catch (ScriptStoppedException stopped) {
      outcome = new Failure(Reason.STOPPED, String.valueOf(stopped.getMessage()));
    } catch (WasmInterruptedException interrupted) {
      outcome = new Failure(Reason.STOPPED, "The script was cancelled.");
    } catch (OutOfMemoryError full) {
      outcome = outOfMemory();
    } catch (RuntimeException | StackOverflowError failed) {
      ended(failed);
    }
  }

  /** The engine gives up with a trap if it is out of memory or stack at the wrong moment. */
  private void ended(Throwable failed) {
    if (EngineFaults.isOfEngine(failed)) {
      outcome = EngineFaults.isStack(failed) ? tooDeep() : outOfMemory();
    } else {
      fault = failed;
    }
  }

  private Failure outOfMemory() {
    return new Failure(Reason.MEMORY, EngineFaults.outOfMemory(limits));
  }

  private static Failure tooDeep() {
    return new Failure(Reason.MEMORY, "The script nests too many calls or values.");
  }
}
