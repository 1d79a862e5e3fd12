package dev.dragoman.benchmarks.serving;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The generated example in a separate process, over HTTP on a free loopback port. */
public final class ServerProcess implements AutoCloseable {
  private static final Pattern URL = Pattern.compile("http://127\\.0\\.0\\.1:([0-9]+)/");
  private static final int START_SECONDS = 90;

  private static final int LAST_LINES = 5;

  private final Process process;
  private final long startMillis;
  private final int port;
  private final Deque<String> lastLines;

  private ServerProcess(Process process, long startMillis, int port, Deque<String> lastLines) {
    this.process = process;
    this.startMillis = startMillis;
    this.port = port;
    this.lastLines = lastLines;
  }

  /** The example's jar; the exception says how to build it if it does not exist. */
  public static Path jar() {
    Path jar =
        Path.of(System.getProperty("dragoman.home", "."))
            .resolve("generated-example/target/polytomic-server.jar");
    if (!Files.exists(jar)) {
      throw new IllegalStateException(jar + " is not there: mvn -DskipTests package");
    }
    return jar.toAbsolutePath();
  }

  /** The java program of the running JVM. */
  public static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  /**
   * Starts the example.
   *
   * @param heap the value of {@code -Xmx}, e.g. {@code 128m}
   * @param flags of the server, in addition to the port
   */
  public static ServerProcess start(String heap, String... flags) throws IOException {
    return start(command(java(), heap, flags));
  }

  /**
   * The command line of the example.
   *
   * @param java the java program
   * @param heap the value of {@code -Xmx}, e.g. {@code 128m}
   * @param flags of the server, in addition to the port
   */
  public static List<String> command(String java, String heap, String... flags) {
    return command(java, heap, List.of("-jar", jar().toString()), flags);
  }

  /**
   * The command line of a server with its archive.
   *
   * @param java the java program
   * @param heap the value of {@code -Xmx}, e.g. {@code 128m}
   * @param arguments the argument file beside the jar
   * @param flags of the server, in addition to the port
   */
  public static List<String> archived(String java, String heap, Path arguments, String... flags) {
    return command(java, heap, List.of("@" + arguments), flags);
  }

  private static List<String> command(
      String java, String heap, List<String> program, String... flags) {
    List<String> command =
        new ArrayList<>(List.of(java, "-Xmx" + heap, "-XX:+ExitOnOutOfMemoryError"));
    command.addAll(program);
    command.addAll(List.of("--port", "0", "--feedback", "off"));
    command.addAll(List.of(flags));
    return command;
  }

  /** Starts any server that prints its URL. */
  public static ServerProcess start(List<String> command) throws IOException {
    long startMillis = System.currentTimeMillis();
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    CompletableFuture<Integer> port = new CompletableFuture<>();
    Deque<String> lastLines = new ConcurrentLinkedDeque<>();
    Thread reader = new Thread(() -> drain(process, port, lastLines), "log");
    reader.setDaemon(true);
    reader.start();
    try {
      return new ServerProcess(
          process, startMillis, port.get(START_SECONDS, TimeUnit.SECONDS), lastLines);
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      process.destroyForcibly();
      throw new IOException("The server did not start: " + e.getMessage(), e);
    }
  }

  /** Reads all output of the server, which would otherwise block on a full pipe. */
  private static void drain(
      Process process, CompletableFuture<Integer> port, Deque<String> lastLines) {
    StringBuilder said = new StringBuilder();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        lastLines.add(line);
        if (lastLines.size() > LAST_LINES) {
          lastLines.remove();
        }
        Matcher url = URL.matcher(line);
        if (!port.isDone()) {
          said.append(line).append('\n');
          if (url.find()) {
            port.complete(Integer.valueOf(url.group(1)));
          }
        }
      }
    } catch (IOException ended) {
      said.append(ended.getMessage());
    }
    port.completeExceptionally(new IOException(said.toString()));
  }

  public int port() {
    return port;
  }

  /** The processor time of all of its threads so far; zero if the system does not report it. */
  public Duration cpuTime() {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  /** When the process was started, in milliseconds since the epoch. */
  public long startMillis() {
    return startMillis;
  }

  public long pid() {
    return process.pid();
  }

  /** The last lines that the server printed. */
  public List<String> lastLines() {
    return List.copyOf(lastLines);
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  /** SIGTERM. */
  public void terminate() {
    process.destroy();
  }

  /** SIGKILL. */
  public void kill() {
    process.destroyForcibly();
  }

  /** Waits for the end; returns whether it came in time. */
  public boolean awaitEnd(int seconds) throws InterruptedException {
    return process.waitFor(seconds, TimeUnit.SECONDS);
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
