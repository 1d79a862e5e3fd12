package dev.dragoman.cli;

import dev.dragoman.generator.goal.GoalFailure;
import java.io.Closeable;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The libraries of a server, which are files inside the jar of this program. */
final class EmbeddedLibraries implements Closeable {
  private static final String SERVER = "/server-libraries";
  private static final String SCRIPTS = "/script-libraries";

  private final FileSystem jar;

  private EmbeddedLibraries(FileSystem jar) {
    this.jar = jar;
  }

  /**
   * Opens the jar of this program.
   *
   * @throws GoalFailure if this program does not run from the self-contained jar
   */
  static EmbeddedLibraries open() throws IOException {
    Path program = program();
    if (!Files.isRegularFile(program)) {
      throw missing();
    }
    EmbeddedLibraries libraries = new EmbeddedLibraries(FileSystems.newFileSystem(program));
    if (!Files.isDirectory(libraries.jar.getPath(SERVER))) {
      libraries.close();
      throw missing();
    }
    return libraries;
  }

  private static Path program() throws IOException {
    try {
      return Path.of(
          EmbeddedLibraries.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IOException(e);
    }
  }

  private static GoalFailure missing() {
    return new GoalFailure(
        "The libraries of a server are only in the self-contained jar, dragoman-cli-VERSION-all.jar.");
  }

  /** The folders with the libraries. */
  List<Path> folders(boolean scripts) {
    return scripts
        ? List.of(jar.getPath(SERVER), jar.getPath(SCRIPTS))
        : List.of(jar.getPath(SERVER));
  }

  @Override
  public void close() throws IOException {
    jar.close();
  }
}
