package dev.dragoman.benchmarks.measure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A program that is run until it exits. */
public final class Child {
  private Child() {}

  /**
   * How a program ended.
   *
   * @param exitCode 0 if it succeeded
   * @param output its output on both streams
   * @param millis wall-clock time
   * @param peakMegabytes see {@link MemorySampler}
   */
  public record Outcome(int exitCode, String output, double millis, double peakMegabytes) {

    /**
     * This outcome, if the program succeeded.
     *
     * @throws IOException with the end of its output, if it did not
     */
    public Outcome orThrow(String what) throws IOException {
      if (exitCode != 0) {
        throw new IOException(what + " ended with exit code " + exitCode + ":\n" + tail(20));
      }
      return this;
    }

    /** The last lines of the output. */
    public String tail(int lines) {
      List<String> all = output.lines().toList();
      return String.join("\n", all.subList(Math.max(0, all.size() - lines), all.size()));
    }
  }

  /** Runs a program in a folder. */
  public static Outcome run(Path folder, List<String> command)
      throws IOException, InterruptedException {
    return run(folder, Map.of(), command);
  }

  /**
   * Runs a program in a folder, with environment variables in addition to those of this process.
   */
  public static Outcome run(Path folder, Map<String, String> environment, List<String> command)
      throws IOException, InterruptedException {
    Path output = Files.createTempFile("bench", ".log");
    try {
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(output.toFile());
      builder.environment().putAll(environment);
      Stopwatch watch = new Stopwatch();
      Process process = builder.start();
      try (MemorySampler memory = MemorySampler.watching(process)) {
        process.getOutputStream().close();
        int exitCode = process.waitFor();
        double millis = watch.millis();
        // Programs may print in any encoding; the parts of the output that matter are ASCII.
        String text = Files.readString(output, StandardCharsets.ISO_8859_1);
        return new Outcome(exitCode, text, millis, memory.peakMegabytes());
      }
    } finally {
      Files.deleteIfExists(output);
    }
  }
}
