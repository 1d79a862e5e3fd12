package dev.dragoman.script;

import dev.dragoman.runtime.script.ScriptLimits;
import run.endive.runtime.TrapException;
import run.endive.wasm.WasmEngineException;

/** Tells failures of the engine, which scripts can cause, from faults of the host. */
final class EngineFaults {
  private static final int MEGABYTE_BITS = 20;

  private EngineFaults() {}

  static boolean isOfEngine(Throwable failed) {
    return failed instanceof TrapException
        || failed instanceof WasmEngineException
        || failed instanceof SystemCalls.ModuleExitException
        || failed instanceof StackOverflowError;
  }

  /**
   * Whether the nesting of calls was too deep, for the stack of Java or for that of the module. The
   * module's stack is at the beginning of its memory and grows towards address 0: one that is full
   * ends with an access before the memory.
   */
  static boolean isStack(Throwable failed) {
    String message = String.valueOf(failed.getMessage());
    return failed instanceof StackOverflowError
        || message.contains("stack exhausted")
        || message.contains("out of bounds memory access");
  }

  static String outOfMemory(ScriptLimits limits) {
    return "The script needs more than the "
        + (limits.memoryBytes() >> MEGABYTE_BITS)
        + " MB of memory that it may use.";
  }
}
