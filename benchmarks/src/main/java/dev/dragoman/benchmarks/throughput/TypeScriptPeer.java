package dev.dragoman.benchmarks.throughput;

import dev.dragoman.benchmarks.serving.ServerProcess;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The server of the TypeScript SDK, installed by npm in a folder below {@code target}. */
final class TypeScriptPeer {
  private static final String SDK = "@modelcontextprotocol/sdk@1.32.2";

  private TypeScriptPeer() {}

  /**
   * Starts it; empty, with a message on standard error, if Node or npm is not available.
   *
   * @param prefix the start of its command line, e.g. of taskset; may be empty
   * @param api the URL of the API
   */
  static Optional<ServerProcess> start(List<String> prefix, String api)
      throws InterruptedException {
    Path folder =
        Path.of(System.getProperty("dragoman.home", "."), "target", "node-peer").toAbsolutePath();
    try (InputStream script =
        Objects.requireNonNull(TypeScriptPeer.class.getResourceAsStream("peer.mjs"), "peer.mjs")) {
      Files.createDirectories(folder);
      Files.copy(script, folder.resolve("peer.mjs"), StandardCopyOption.REPLACE_EXISTING);
      if (!Files.exists(folder.resolve("node_modules/@modelcontextprotocol/sdk"))) {
        install(folder);
      }
      List<String> command = new ArrayList<>(prefix);
      command.addAll(List.of("node", folder.resolve("peer.mjs").toString(), api));
      return Optional.of(ServerProcess.start(command));
    } catch (IOException e) {
      System.err.println("throughput: no TypeScript server: " + e.getMessage());
      return Optional.empty();
    }
  }

  private static void install(Path folder) throws IOException, InterruptedException {
    Files.writeString(folder.resolve("package.json"), "{\"private\": true}\n");
    int exit =
        new ProcessBuilder("npm", "install", "--no-audit", "--no-fund", "--loglevel=error", SDK)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("npm.log").toFile())
            .start()
            .waitFor();
    if (exit != 0) {
      throw new IOException("npm failed, see " + folder.resolve("npm.log"));
    }
  }
}
