package dev.dragoman.benchmarks.replicas;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** A separate nginx in front of two servers, on a free loopback port and in a separate folder. */
final class NginxProcess implements AutoCloseable {
  private static final Path BINARY = Path.of("/usr/sbin/nginx");
  private static final int START_TRIES = 100;

  private final Process process;
  private final int port;

  private NginxProcess(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  static boolean isInstalled() {
    return Files.isExecutable(BINARY);
  }

  static NginxProcess start(Path folder, int first, int second)
      throws IOException, InterruptedException {
    int port = freePort();
    Path configuration = folder.resolve("nginx.conf");
    Files.writeString(
        configuration,
        template()
            .replace("@FOLDER@", folder.toString())
            .replace("@PORT@", String.valueOf(port))
            .replace("@FIRST@", String.valueOf(first))
            .replace("@SECOND@", String.valueOf(second)));
    Process process =
        new ProcessBuilder(BINARY.toString(), "-p", folder.toString(), "-c", "nginx.conf")
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("nginx.out").toFile())
            .start();
    for (int count = 0; count < START_TRIES; count++) {
      try (Socket probe = new Socket(InetAddress.getLoopbackAddress(), port)) {
        return new NginxProcess(process, probe.getPort());
      } catch (IOException notYet) {
        Thread.sleep(100);
      }
    }
    process.destroy();
    throw new IOException("nginx did not start: " + Files.readString(folder.resolve("nginx.out")));
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static String template() {
    try (InputStream in = NginxProcess.class.getResourceAsStream("nginx.conf")) {
      return new String(
          Objects.requireNonNull(in, "nginx.conf").readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int port() {
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
