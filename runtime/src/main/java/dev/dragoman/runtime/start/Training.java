package dev.dragoman.runtime.start;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The JVM that records which classes a server uses. */
final class Training {
  private static final int PATIENCE_SECONDS = 120;

  private Training() {}

  /**
   * Runs {@link TrainingRun} in a JVM like this one.
   *
   * @param transport how the server is started
   * @param flag what has the JVM write its archive at the end
   * @throws IOException if the run failed, with what it printed last
   */
  static void run(Transport transport, String flag, String classPath, String mainClass)
      throws IOException, InterruptedException {
    Path log = Files.createTempFile("start-archive", ".log");
    try {
      Process process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-Xlog:disable",
                  "-XX:+UseSerialGC",
                  flag,
                  "-cp",
                  classPath,
                  TrainingRun.class.getName(),
                  transport.name(),
                  mainClass)
              // The server says there what it needs; the JVM reports its files on the other stream.
              .redirectError(log.toFile())
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      process.getOutputStream().close();
      await(process, log);
    } finally {
      Files.deleteIfExists(log);
    }
  }

  private static void await(Process process, Path log) throws IOException, InterruptedException {
    try {
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new IOException("the training run took more than " + PATIENCE_SECONDS + " s");
      }
    } finally {
      process.destroyForcibly();
    }
    if (process.exitValue() != 0) {
      String said = Files.readString(log, StandardCharsets.ISO_8859_1).strip();
      throw new IOException(
          "the training run ended with exit code " + process.exitValue() + ": " + lastLine(said));
    }
  }

  private static String lastLine(String said) {
    // Java 25 writes the archive in a JVM of its own, which reports its options.
    List<String> lines = said.lines().filter(line -> !line.startsWith("Picked up ")).toList();
    return lines.isEmpty() ? "no output" : lines.get(lines.size() - 1).strip();
  }
}
