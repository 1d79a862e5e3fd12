package dev.dragoman.benchmarks.reproducible;

import dev.dragoman.benchmarks.Home;
import dev.dragoman.benchmarks.corpus.Corpus;
import dev.dragoman.benchmarks.server.BuiltServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * Builds the servers of a folder's documents in a separate JVM and writes a digest of every file:
 * sources, resources, report and archive.
 */
final class DigestProbe {
  private DigestProbe() {}

  /** Arguments: folder of documents, folder for the output, file for the digests. */
  public static void main(String[] args) throws IOException, NoSuchAlgorithmException {
    Path out = Path.of(args[1]);
    try (OutputStream stream = Files.newOutputStream(Path.of(args[2]));
        PrintStream digests = new PrintStream(stream, false, StandardCharsets.UTF_8)) {
      for (Corpus.Document document : Corpus.of(Path.of(args[0]))) {
        Home.delete(out);
        BuiltServer server = BuiltServer.of(document.input(), out);
        for (Path file : files(out, server)) {
          String name = document.name() + "\t" + out.relativize(file).toString().replace('\\', '/');
          digests.println(digest(file) + "\t" + name);
        }
      }
    }
    Home.delete(out);
  }

  private static List<Path> files(Path out, BuiltServer server) throws IOException {
    try (Stream<Path> all = Files.walk(out)) {
      return all.filter(Files::isRegularFile)
          .filter(
              file ->
                  file.equals(server.jar())
                      || file.startsWith(server.folders().sources())
                      || file.startsWith(server.folders().resources())
                      || file.startsWith(server.folders().reports()))
          .sorted()
          .toList();
    }
  }

  private static String digest(Path file) throws IOException, NoSuchAlgorithmException {
    byte[] sha256 = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
    return HexFormat.of().formatHex(sha256);
  }
}
