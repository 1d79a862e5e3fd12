package dev.dragoman.script;

import java.security.SecureRandom;
import java.util.List;
import java.util.function.ToIntBiFunction;
import run.endive.runtime.HostFunction;
import run.endive.runtime.Instance;
import run.endive.runtime.Memory;
import run.endive.wasm.types.FunctionType;
import run.endive.wasm.types.ValType;

/**
 * The system calls that the module imports (WASI preview 1): the time and random numbers. There are
 * no files, no environment, no standard input, and what is printed is discarded; instead of a
 * library with all of WASI, these functions are all there is.
 */
final class SystemCalls {
  private static final String MODULE = "wasi_snapshot_preview1";
  private static final int SUCCESS = 0;
  private static final int BAD_DESCRIPTOR = 8;
  private static final int VECTOR_BYTES = 8;
  private static final int MOST_RANDOM_BYTES = 4_096;
  private static final long NANOS_PER_MILLI = 1_000_000L;
  private static final SecureRandom RANDOM = new SecureRandom();

  private SystemCalls() {}

  static HostFunction[] functions() {
    return new HostFunction[] {
      function("random_get", "ii", SystemCalls::random),
      function("environ_get", "ii", (memory, args) -> SUCCESS),
      function("environ_sizes_get", "ii", SystemCalls::noVariables),
      function("clock_time_get", "iji", SystemCalls::time),
      function("fd_close", "i", (memory, args) -> BAD_DESCRIPTOR),
      function("fd_fdstat_get", "ii", (memory, args) -> BAD_DESCRIPTOR),
      function("fd_prestat_get", "ii", (memory, args) -> BAD_DESCRIPTOR),
      function("fd_prestat_dir_name", "iii", (memory, args) -> BAD_DESCRIPTOR),
      function("fd_read", "iiii", (memory, args) -> BAD_DESCRIPTOR),
      function("fd_seek", "ijii", (memory, args) -> BAD_DESCRIPTOR),
      function("fd_write", "iiii", SystemCalls::write),
      new HostFunction(
          MODULE,
          "proc_exit",
          FunctionType.of(List.of(ValType.I32), List.of()),
          (instance, args) -> {
            throw new ModuleExitException();
          })
    };
  }

  /** Thrown when the module ends itself, which it does after a panic. */
  static final class ModuleExitException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ModuleExitException() {
      super("the module ended", null, false, false);
    }
  }

  private static HostFunction function(
      String name, String types, ToIntBiFunction<Memory, long[]> body) {
    List<ValType> parameters =
        types.chars().mapToObj(type -> type == 'j' ? ValType.I64 : ValType.I32).toList();
    return new HostFunction(
        MODULE,
        name,
        FunctionType.of(parameters, List.of(ValType.I32)),
        (Instance instance, long... args) -> new long[] {body.applyAsInt(instance.memory(), args)});
  }

  private static int random(Memory memory, long[] args) {
    if (args[1] < 0 || args[1] > MOST_RANDOM_BYTES) {
      return BAD_DESCRIPTOR;
    }
    byte[] bytes = new byte[(int) args[1]];
    RANDOM.nextBytes(bytes);
    memory.write((int) args[0], bytes);
    return SUCCESS;
  }

  private static int noVariables(Memory memory, long[] args) {
    memory.writeI32((int) args[0], 0);
    memory.writeI32((int) args[1], 0);
    return SUCCESS;
  }

  /** Wall-clock time; all clocks show it, in milliseconds. */
  private static int time(Memory memory, long[] args) {
    memory.writeLong((int) args[2], System.currentTimeMillis() * NANOS_PER_MILLI);
    return SUCCESS;
  }

  /** Discards what is written: the engine's own words before it gives up. */
  private static int write(Memory memory, long[] args) {
    int written = 0;
    for (int i = 0; i < (int) args[2]; i++) {
      written += memory.readInt((int) args[1] + i * VECTOR_BYTES + Integer.BYTES);
    }
    memory.writeI32((int) args[3], written);
    return SUCCESS;
  }
}
