package dev.dragoman.runtime.metrics;

import java.lang.management.ManagementFactory;
import java.util.Map;

/** Metrics of the JVM. */
public final class ProcessGauges {
  private ProcessGauges() {}

  /** Adds memory, threads and uptime of the process. */
  public static void addTo(Metrics metrics) {
    metrics.gauges("jvm_memory_used_bytes", "Memory in use.", "area", ProcessGauges::usedMemory);
    metrics.gauge("jvm_memory_max_bytes", "Maximum heap size.", Runtime.getRuntime()::maxMemory);
    metrics.gauge(
        "jvm_threads",
        "Platform threads.",
        () -> ManagementFactory.getThreadMXBean().getThreadCount());
    metrics.gauge(
        "process_uptime_seconds",
        "Time since the server started.",
        () -> ManagementFactory.getRuntimeMXBean().getUptime() / 1000.0);
  }

  private static Map<String, Double> usedMemory() {
    var memory = ManagementFactory.getMemoryMXBean();
    return Map.of(
        "heap", (double) memory.getHeapMemoryUsage().getUsed(),
        "nonheap", (double) memory.getNonHeapMemoryUsage().getUsed());
  }
}
