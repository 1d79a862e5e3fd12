package dev.dragoman.benchmarks.measure;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** Measures wall-clock time and processor time from its creation. */
public final class Stopwatch {
  private final long start = System.nanoTime();
  private final long cpuStart = cpuNanos();

  /** Milliseconds so far. */
  public double millis() {
    return (System.nanoTime() - start) / 1e6;
  }

  /**
   * Processor time of all threads of this JVM so far, in milliseconds, including its compilers and
   * garbage collectors. Other programs on the machine hardly affect it.
   */
  public double cpuMillis() {
    return (cpuNanos() - cpuStart) / 1e6;
  }

  private static long cpuNanos() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
  }
}
