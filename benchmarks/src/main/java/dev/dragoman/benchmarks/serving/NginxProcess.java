package dev.dragoman.benchmarks.serving;

import dev.dragoman.benchmarks.measure.Programs;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A separate nginx, on a free loopback port and in a separate folder. */
public final class NginxProcess implements AutoCloseable {
  private static final int START_TRIES = 100;

  private final Process process;
  private final int port;

  private NginxProcess(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  public static boolean isInstalled() {
    return Programs.find("nginx").isPresent();
  }

  /**
   * Starts nginx.
   *
   * @param prefix the start of its command line, e.g. of taskset; may be empty
   * @param folder for its files
   * @param configuration the text of its configuration, in which {@code @FOLDER@} and
   *     {@code @PORT@} stand for the folder and its port
   * @param values what other names in the configuration stand for
   */
  public static NginxProcess start(
      List<String> prefix, Path folder, String configuration, Map<String, String> values)
      throws IOException, InterruptedException {
    int port = freePort();
    String text =
        configuration
            .replace("@FOLDER@", folder.toString())
            .replace("@PORT@", String.valueOf(port));
    for (Map.Entry<String, String> value : values.entrySet()) {
      text = text.replace("@" + value.getKey() + "@", value.getValue());
    }
    Files.writeString(folder.resolve("nginx.conf"), text);
    List<String> command = new ArrayList<>(prefix);
    command.add(Programs.find("nginx").orElseThrow().toString());
    command.addAll(List.of("-p", folder.toString(), "-c", "nginx.conf"));
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("nginx.out").toFile())
            .start();
    return new NginxProcess(started(process, folder, port), port);
  }

  private static Process started(Process process, Path folder, int port)
      throws IOException, InterruptedException {
    for (int count = 0; count < START_TRIES && process.isAlive(); count++) {
      if (listens(port)) {
        return process;
      }
      Thread.sleep(100);
    }
    process.destroy();
    throw new IOException("nginx did not start: " + Files.readString(folder.resolve("nginx.out")));
  }

  private static boolean listens(int port) {
    try {
      new Socket(InetAddress.getLoopbackAddress(), port).close();
      return true;
    } catch (IOException notYet) {
      return false;
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  public int port() {
    return port;
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
