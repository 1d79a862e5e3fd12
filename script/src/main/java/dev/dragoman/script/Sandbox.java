package dev.dragoman.script;

import io.roastedroot.quickjs4j.core.JavyPluginModule;
import run.endive.runtime.ByteArrayMemory;
import run.endive.runtime.HostFunction;
import run.endive.runtime.ImportValues;
import run.endive.runtime.Instance;
import run.endive.runtime.Memory;
import run.endive.wasm.types.MemoryLimits;

/**
 * One instance of the module: a JavaScript engine with a memory of its own. Not thread-safe; used
 * for one run.
 */
final class Sandbox {
  private static final int ALIGNMENT = 1;

  private final Instance instance;

  /**
   * Creates an instance.
   *
   * @param host what scripts can call
   * @param memoryBytes how far its memory can grow
   */
  Sandbox(HostFunction host, long memoryBytes) {
    this.instance =
        Instance.builder(JavyPluginModule.load())
            .withMachineFactory(JavyPluginModule::create)
            .withMemoryFactory(limits -> memory(limits, memoryBytes))
            .withImportValues(
                ImportValues.builder()
                    .addFunction(SystemCalls.functions())
                    .addFunction(host)
                    .build())
            .build();
    instance.export("initialize_runtime").apply();
  }

  private static Memory memory(MemoryLimits wanted, long bytes) {
    int pages = (int) Math.min(bytes / Memory.PAGE_SIZE, wanted.maximumPages());
    return new ByteArrayMemory(
        new MemoryLimits(wanted.initialPages(), Math.max(pages, wanted.initialPages())));
  }

  /** Reserves memory of the module, which belongs to it from then on. */
  static int allocate(Instance instance, int bytes) {
    return (int) instance.export("cabi_realloc").apply(0, 0, ALIGNMENT, bytes)[0];
  }

  /** Whether little of the memory that a module may use is left. */
  static boolean isFull(Memory memory) {
    return memory.pages() > memory.maximumPages() / 10 * 9;
  }

  /** Compiles a module of JavaScript to bytecode of QuickJS. */
  byte[] compile(byte[] source) {
    int text = allocate(instance, source.length);
    instance.memory().write(text, source);
    int pair = (int) instance.export("compileSrc").apply(text, source.length)[0];
    Memory memory = instance.memory();
    return memory.readBytes(memory.readInt(pair), memory.readInt(pair + Integer.BYTES));
  }

  /** Runs bytecode, and then what is due until nothing is. */
  void run(byte[] bytecode) {
    int code = allocate(instance, bytecode.length);
    instance.memory().write(code, bytecode);
    instance.export("eval").apply(code, bytecode.length, 0, 0);
  }
}
