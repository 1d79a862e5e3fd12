package dev.dragoman.benchmarks.serving;

import dev.dragoman.benchmarks.measure.Child;
import dev.dragoman.benchmarks.measure.Jdk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * The archives and argument files of a server, made as the build of a generated server makes them,
 * but for any version of Java.
 */
public final class StartArchives {
  private final Path jar;
  private final Jdk java;

  private StartArchives(Path jar, Jdk java) {
    this.jar = jar;
    this.java = java;
  }

  /** Makes the archives of a jar for a version of Java. */
  public static StartArchives make(Path jar, Jdk java) throws IOException, InterruptedException {
    Path absolute = jar.toAbsolutePath();
    Child.run(
            Path.of("."),
            List.of(
                java.program().toString(),
                "-cp",
                absolute.toString(),
                "dev.dragoman.runtime.start.StartArchive"))
        .orThrow("StartArchive");
    return new StartArchives(absolute, java);
  }

  /**
   * Copies a jar with its libraries, so that the files of those who use it stay as they are.
   *
   * @param folder an existing folder
   * @return the copied jar
   */
  public static Path copied(Path jar, Path folder) throws IOException {
    Path libraries = Files.createDirectories(folder.resolve("lib"));
    try (Stream<Path> files = Files.list(jar.resolveSibling("lib"))) {
      for (Path file : files.toList()) {
        Files.copy(file, libraries.resolve(file.getFileName()), StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
    return Files.copy(jar, folder.resolve(jar.getFileName()), StandardCopyOption.COPY_ATTRIBUTES);
  }

  /**
   * The argument file of a transport under a name of its own: the next version of Java writes one
   * of the same name.
   *
   * @param transport {@code stdio} or {@code http}
   */
  public Path arguments(String transport) throws IOException {
    String name = jar.getFileName().toString().replaceFirst("\\.jar$", "");
    return Files.move(
        jar.resolveSibling(name + "-" + transport + ".args"),
        jar.resolveSibling(transport + "-" + java.feature() + ".args"),
        StandardCopyOption.REPLACE_EXISTING);
  }
}
