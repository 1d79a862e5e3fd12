package dev.dragoman.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** The project's folder, as passed by the bench script, and what was built in it. */
public final class Home {
  private Home() {}

  /**
   * A file or folder of the project.
   *
   * @throws BadInputException if the command was not started by the bench script
   */
  public static Path path(String relative) {
    String home = System.getProperty("dragoman.home");
    if (home == null) {
      throw new BadInputException("Start this through ./bench, which says where the project is.");
    }
    return Path.of(home).resolve(relative).toAbsolutePath().normalize();
  }

  /** The folder with the libraries that a generated server needs. */
  public static Path serverLibraries() {
    return path("generated-example/target/lib");
  }

  /** An empty folder for a command's files, below {@code target}. */
  public static Path emptyFolder(String name) throws IOException {
    Path folder = path("target/bench").resolve(name);
    delete(folder);
    return Files.createDirectories(folder);
  }

  /** Deletes a folder and everything in it; symbolic links are deleted, but not their targets. */
  public static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
