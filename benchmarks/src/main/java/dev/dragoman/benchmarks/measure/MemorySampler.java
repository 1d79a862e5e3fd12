package dev.dragoman.benchmarks.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * The most memory that a process and its descendants had at one time: the sum of their resident
 * sets, looked at every ten milliseconds, or the largest high-water mark of a single one of them,
 * which the system keeps without gaps, where that is more. Needs Linux; 0 elsewhere.
 */
public final class MemorySampler implements AutoCloseable {
  private static final long INTERVAL_MILLIS = 10;

  private final ProcessHandle process;
  private final AtomicLong peakKilobytes = new AtomicLong();
  private final Thread thread;
  private volatile boolean done;

  private MemorySampler(ProcessHandle process) {
    this.process = process;
    this.thread = new Thread(this::watch, "memory of " + process.pid());
    thread.setDaemon(true);
  }

  /** Watches a process from now on. */
  public static MemorySampler watching(Process process) {
    MemorySampler sampler = new MemorySampler(process.toHandle());
    sampler.thread.start();
    return sampler;
  }

  /** Megabytes (2^20 bytes). */
  public double peakMegabytes() {
    return peakKilobytes.get() / 1024.0;
  }

  private void watch() {
    while (!done && process.isAlive()) {
      sample();
      try {
        Thread.sleep(INTERVAL_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private void sample() {
    long sum = 0;
    for (ProcessHandle one : Stream.concat(Stream.of(process), process.descendants()).toList()) {
      sum += kilobytes(one.pid(), "VmRSS:").sum();
      kilobytes(one.pid(), "VmHWM:").forEach(this::remember);
    }
    remember(sum);
  }

  private void remember(long kilobytes) {
    peakKilobytes.accumulateAndGet(kilobytes, Math::max);
  }

  /** What the system says of a process; nothing when it is gone. */
  private static LongStream kilobytes(long pid, String label) {
    try {
      return Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")).stream()
          .filter(line -> line.startsWith(label))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")));
    } catch (IOException e) {
      return LongStream.empty();
    }
  }

  @Override
  public void close() {
    done = true;
  }
}
