package dev.dragoman.benchmarks.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * The peak memory of a process and its descendants: the maximum sum of their resident sets, sampled
 * every ten milliseconds, or the largest high-water mark of a single process, which the system
 * records without gaps, if that is more. Requires Linux; 0 elsewhere.
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

  /** Starts to sample a process. */
  public static MemorySampler watching(Process process) {
    MemorySampler sampler = new MemorySampler(process.toHandle());
    sampler.thread.start();
    return sampler;
  }

  /** The peak in megabytes (2^20 bytes). */
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

  /** A value that the system reports about a process; empty if it has exited. */
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
