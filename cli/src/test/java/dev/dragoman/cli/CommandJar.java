package dev.dragoman.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The packed jar, started as a user starts it. */
final class CommandJar {
  private static final Path JAR = Path.of(System.getProperty("dragoman.jar"));
  private static final int MAX_SECONDS = 60;

  private final Path folder;
  private final List<String> javaOptions = new ArrayList<>(List.of("-XX:TieredStopAtLevel=1"));
  private final Map<String, String> environment;
  private List<String> start = List.of("-jar", JAR.toString());

  /** What a command printed, and its exit code. */
  record Outcome(int code, String out, String err) {}

  CommandJar(Path folder, Map<String, String> environment) {
    this.folder = folder;
    this.environment = environment;
  }

  CommandJar(Path folder) {
    this(folder, Map.of());
  }

  /** With another option of the JVM. */
  CommandJar java(String option) {
    javaOptions.add(option);
    return this;
  }

  /** Started by its main class, as Gradle does. */
  CommandJar asMainClass() {
    start = List.of("-cp", JAR.toString(), "dev.dragoman.cli.Dragoman");
    return this;
  }

  Outcome run(String... arguments) throws IOException, InterruptedException {
    Path out = Files.createTempFile(folder, "stdout", ".txt");
    Path err = Files.createTempFile(folder, "stderr", ".txt");
    Process process =
        builder(arguments).redirectOutput(out.toFile()).redirectError(err.toFile()).start();
    process.getOutputStream().close();
    if (!process.waitFor(MAX_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IOException("still running: " + String.join(" ", arguments));
    }
    Outcome outcome = new Outcome(process.exitValue(), read(out), read(err));
    Files.delete(out);
    Files.delete(err);
    return outcome;
  }

  private static String read(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.UTF_8);
  }

  /** A process in the folder. */
  ProcessBuilder builder(String... arguments) {
    List<String> words = new ArrayList<>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(javaOptions);
    words.addAll(start);
    words.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(words).directory(folder.toFile());
    builder.environment().remove("CI");
    builder.environment().put("XDG_CACHE_HOME", folder.resolve("cache").toString());
    builder.environment().putAll(environment);
    return builder;
  }
}
