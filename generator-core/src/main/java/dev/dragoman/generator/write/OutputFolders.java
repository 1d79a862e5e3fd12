package dev.dragoman.generator.write;

import dev.dragoman.generator.emit.GeneratedFile.Root;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;

/**
 * The output folders of one API.
 *
 * @param sources root of the Java files
 * @param resources root of the resources
 * @param reports root of the reports for people
 * @param manifest the file that lists the written files
 */
public record OutputFolders(Path sources, Path resources, Path reports, Path manifest) {
  /** The name of each API's list of written files. */
  public static final String MANIFEST = "manifest.txt";

  public OutputFolders {
    Objects.requireNonNull(sources);
    Objects.requireNonNull(resources);
    Objects.requireNonNull(reports);
    Objects.requireNonNull(manifest);
  }

  /** The default folders below one output folder. */
  public static OutputFolders below(Path folder) {
    return new OutputFolders(
        folder.resolve("sources"),
        folder.resolve("resources"),
        folder.resolve("reports"),
        folder.resolve(MANIFEST));
  }

  /**
   * The place of a file in a manifest.
   *
   * @param name the kind of file in lower case, a slash, and the path in the folder of the kind
   */
  Path file(String name) {
    int slash = name.indexOf('/');
    Root root = Root.valueOf(name.substring(0, slash).toUpperCase(Locale.ROOT));
    return of(root).resolve(name.substring(slash + 1));
  }

  /** The folder for a kind of files. */
  Path of(Root root) {
    return switch (root) {
      case SOURCES -> sources;
      case RESOURCES -> resources;
      case REPORTS -> reports;
    };
  }
}
