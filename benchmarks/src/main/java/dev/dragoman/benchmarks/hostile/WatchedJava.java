package dev.dragoman.benchmarks.hostile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Runs Java in a separate process with separate folders, and records which classes it loads. */
final class WatchedJava {
  /** Classes without which no connection can be made, no name resolved and no program started. */
  private static final Set<String> TELLING =
      Set.of(
          "java.net.Socket",
          "java.net.DatagramSocket",
          "java.net.InetAddress$CachedAddresses",
          "java.net.InetAddress$CachedLookup",
          "java.net.InetAddress$NameServiceAddresses",
          "sun.nio.ch.NioSocketImpl",
          "sun.nio.ch.SocketChannelImpl",
          "sun.nio.ch.DatagramChannelImpl",
          "java.lang.ProcessBuilder",
          "java.lang.ProcessImpl");

  private static final long POLL_MILLIS = 20;

  /** Wall-clock limit, in seconds: a process that is still running waits for something. */
  private static final int HANGS_SECONDS = 120;

  private final Path folder;
  private final Path logs;

  /**
   * Creates a runner of processes.
   *
   * @param folder contains all files of the processes
   * @param logs the folder for their output
   */
  WatchedJava(Path folder, Path logs) {
    this.folder = folder;
    this.logs = logs;
  }

  /**
   * How a process ended.
   *
   * @param code its exit code; -1 if it was still running at the limit
   * @param output both of its streams
   * @param millis processor time of all its threads
   * @param telling loaded classes that only a connection or a program needs
   */
  record Outcome(int code, String output, long millis, List<String> telling) {}

  /**
   * Runs Java.
   *
   * @param seconds limit of processor time; wall-clock time would fail on a busy machine
   */
  Outcome run(List<String> arguments, int seconds) throws IOException, InterruptedException {
    Path output = logs.resolve("output.txt");
    Path classes = logs.resolve("classes.txt");
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:-UsePerfData",
                "-Xlog:class+load:file=" + classes,
                "-Djava.io.tmpdir=" + own("tmp"),
                "-Duser.home=" + own("home")));
    command.addAll(arguments);
    long start = System.nanoTime();
    Process process =
        new ProcessBuilder(command)
            .directory(own("cwd").toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    process.getOutputStream().close();
    long cpu = 0;
    while (!process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
      cpu = process.info().totalCpuDuration().map(Duration::toMillis).orElse(cpu);
      boolean hangs = System.nanoTime() - start > HANGS_SECONDS * 1_000_000_000L;
      if (cpu > seconds * 1000L || hangs) {
        process.destroyForcibly().waitFor();
        return new Outcome(-1, Files.readString(output), cpu, telling(classes));
      }
    }
    return new Outcome(process.exitValue(), Files.readString(output), cpu, telling(classes));
  }

  private Path own(String name) throws IOException {
    return Files.createDirectories(folder.resolve(name));
  }

  /** Parses lines such as {@code [0.014s][info][class,load] java.net.URL source: …}. */
  private static List<String> telling(Path log) throws IOException {
    try (Stream<String> lines = Files.lines(log)) {
      return lines
          .map(line -> line.substring(line.lastIndexOf(']') + 1).strip().split(" ", 2)[0])
          .filter(TELLING::contains)
          .distinct()
          .toList();
    }
  }
}
