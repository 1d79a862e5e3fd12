package dev.dragoman.runtime.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.dragoman.runtime.Await;
import dev.dragoman.runtime.tool.TrackerServer;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The tracker's server over HTTP, as a process of its own whose every word is kept. */
final class ServerChild implements AutoCloseable {
  private static final Pattern URL = Pattern.compile("http://[^ ]+/mcp\n");

  private final Process process;
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private final Thread reader;

  /** Starts it in a folder that has the tracker's resources. */
  ServerChild(Path folder, List<String> jvmFlags, String... arguments) throws IOException {
    this(folder, System.getProperty("java.class.path"), jvmFlags, arguments);
  }

  /** Starts it with other libraries than those of the test. */
  ServerChild(Path folder, String libraries, List<String> jvmFlags, String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(jvmFlags);
    String classPath = folder + File.pathSeparator + libraries;
    command.addAll(List.of("-cp", classPath, TrackerServer.class.getName(), "--port", "0"));
    command.addAll(List.of(arguments));
    process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    reader = new Thread(this::read, "child");
    reader.start();
  }

  private void read() {
    try {
      byte[] buffer = new byte[8192];
      for (int count = 0; count >= 0; count = process.getInputStream().read(buffer)) {
        said.write(buffer, 0, count);
      }
    } catch (IOException ended) {
      said.writeBytes("(ended)".getBytes(UTF_8));
    }
  }

  /** Where it listens. */
  URI url() throws InterruptedException {
    Matcher url = URL.matcher(said());
    Await.until(
        () -> "the server listens: " + said(),
        () -> url.reset(said()).find() || !process.isAlive());
    if (!process.isAlive()) {
      throw new AssertionError(said());
    }
    return URI.create(url.group().strip());
  }

  McpClient client(String... headers) throws InterruptedException {
    return new McpClient(url(), headers);
  }

  /** All it wrote so far. */
  String said() {
    return said.toString(UTF_8);
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** SIGTERM; all that it has said at its end. */
  String stop() throws InterruptedException {
    // The handle's signal, because Process.destroy also closes the output before it is read.
    process.toHandle().destroy();
    if (!process.waitFor(20, TimeUnit.SECONDS)) {
      throw new AssertionError("The server did not stop.");
    }
    reader.join(10_000);
    return said();
  }

  /** Waits until it ends by itself. */
  void await() throws InterruptedException {
    if (!process.waitFor(20, TimeUnit.SECONDS)) {
      throw new AssertionError("The server did not end.");
    }
    reader.join(10_000);
  }

  int exitCode() {
    return process.exitValue();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
