package dev.dragoman.script;

import dev.dragoman.runtime.script.ScriptEngine;
import dev.dragoman.runtime.script.ScriptHost;
import dev.dragoman.runtime.script.ScriptLimits;
import dev.dragoman.runtime.script.ScriptOutcome;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Runs scripts in QuickJS. Each run has a thread and an instance of the engine of its own, which
 * are gone when it ends. The compiled module checks at every function and loop whether its thread
 * is interrupted, so that time ends a script wherever it is.
 */
public final class QuickJsEngine implements ScriptEngine {
  /**
   * Nested calls of JavaScript nest calls of Java, in frames that are large. QuickJS limits its own
   * stack; this much of Java's is enough for that.
   */
  private static final long STACK_BYTES = 16L << 20;

  private static final AtomicInteger NUMBER = new AtomicInteger();
  private static final Duration INTERRUPT_EVERY = Duration.ofMillis(20);

  /** Creates an engine; nothing is loaded before the first run. */
  public QuickJsEngine() {}

  @Override
  public ScriptOutcome run(String source, ScriptHost host, ScriptLimits limits)
      throws InterruptedException {
    ScriptRun run = new ScriptRun(source, host, limits);
    Thread thread = new Thread(null, run, "script-" + NUMBER.incrementAndGet(), STACK_BYTES);
    thread.setDaemon(true);
    thread.start();
    try {
      thread.join(limits.time().toMillis());
      if (thread.isAlive()) {
        run.late();
      }
    } finally {
      stop(thread);
    }
    return run.outcome();
  }

  /** Interrupts until the script has ended: a call that it makes may consume an interrupt. */
  private static void stop(Thread thread) throws InterruptedException {
    while (thread.isAlive()) {
      thread.interrupt();
      thread.join(INTERRUPT_EVERY.toMillis());
    }
  }
}
