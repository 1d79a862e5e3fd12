package dev.dragoman.benchmarks.measure;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** Wall time and processor time from its making on. */
public final class Stopwatch {
  private final long start = System.nanoTime();
  private final long cpuStart = cpuNanos();

  /** Milliseconds so far. */
  public double millis() {
    return (System.nanoTime() - start) / 1e6;
  }

  /**
   * Milliseconds of processor time that all threads of this JVM took so far, its compilers and
   * collectors included. Other programs on the machine hardly move it.
   */
  public double cpuMillis() {
    return (cpuNanos() - cpuStart) / 1e6;
  }

  private static long cpuNanos() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
  }
}
