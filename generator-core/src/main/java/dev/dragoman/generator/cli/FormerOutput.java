package dev.dragoman.generator.cli;

import dev.dragoman.generator.write.OutputFolders;
import dev.dragoman.generator.write.OutputWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What earlier builds in a folder have generated for documents that this one is not for. */
final class FormerOutput {
  private static final String MANIFEST = "manifest.txt";

  private FormerOutput() {}

  /**
   * Deletes it, with the lists of its files.
   *
   * @param generated the folder of all generated files
   * @param current the lists of the files of this build
   * @return whether there was any
   * @throws IOException if a file cannot be deleted
   */
  static boolean delete(Path generated, Set<Path> current) throws IOException {
    OutputFolders all = OutputFolders.below(generated);
    List<Path> others = manifests(generated, current);
    for (Path manifest : others) {
      new OutputWriter(new OutputFolders(all.sources(), all.resources(), all.reports(), manifest))
          .write(List.of());
      Files.deleteIfExists(manifest.resolveSibling("state.txt"));
      Files.deleteIfExists(manifest);
    }
    return !others.isEmpty();
  }

  /** A single document has its list in the folder itself, each of several one in a subfolder. */
  private static List<Path> manifests(Path generated, Set<Path> current) throws IOException {
    if (!Files.isDirectory(generated)) {
      return List.of();
    }
    try (Stream<Path> inside = Files.list(generated)) {
      return Stream.concat(Stream.of(generated), inside)
          .map(folder -> folder.resolve(MANIFEST))
          .filter(Files::isRegularFile)
          .filter(manifest -> !current.contains(manifest))
          .toList();
    }
  }
}
