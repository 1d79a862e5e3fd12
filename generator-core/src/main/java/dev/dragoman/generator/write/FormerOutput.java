package dev.dragoman.generator.write;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The files that earlier runs of a goal wrote for APIs that it no longer has. Each API has a
 * manifest in the goal's state folder; one that belongs to no current API lists such files. A file
 * that is listed in another manifest, too, is not one of them: the API may have moved to another
 * execution of the project.
 */
public final class FormerOutput {
  /** Reports, execution, goal, API. */
  private static final int DEPTH = 4;

  private final Path state;
  private final OutputFolders folders;
  private final Set<Path> current;

  private FormerOutput(Path state, OutputFolders folders, Set<Path> current) {
    this.state = state;
    this.folders = folders;
    this.current = current;
  }

  /**
   * Looks at the state of a goal.
   *
   * @param state the goal's state folder
   * @param folders the goal's output folders; the state folders of all executions are below its
   *     reports
   * @param current the manifests of the APIs that the goal has
   */
  public static FormerOutput of(Path state, OutputFolders folders, Collection<Path> current) {
    return new FormerOutput(
        normal(state),
        folders,
        current.stream().map(FormerOutput::normal).collect(Collectors.toSet()));
  }

  /**
   * The files that still exist, except for reports.
   *
   * @return one line per file, sorted: {@code surplus} and the path
   * @throws IOException if a manifest cannot be read
   */
  public List<String> surplus() throws IOException {
    return names(manifests()).stream()
        .filter(name -> !name.startsWith("reports/"))
        .map(folders::file)
        .filter(Files::isRegularFile)
        .map(file -> "surplus " + file)
        .toList();
  }

  /**
   * Deletes the files and the manifests that list them.
   *
   * @return the number of deleted files
   * @throws IOException if a file cannot be deleted
   */
  public int delete() throws IOException {
    List<Path> former = manifests();
    int deleted = 0;
    for (String name : names(former)) {
      if (Files.deleteIfExists(folders.file(name))) {
        deleted++;
      }
    }
    for (Path manifest : former) {
      Files.deleteIfExists(State.beside(manifest));
      Files.delete(manifest);
    }
    return deleted;
  }

  private List<Path> manifests() throws IOException {
    return below(state, 2, manifest -> !current.contains(manifest));
  }

  private Set<String> names(List<Path> former) throws IOException {
    Set<String> names = new TreeSet<>();
    for (Path manifest : former) {
      names.addAll(Manifest.read(manifest).names());
    }
    if (!names.isEmpty()) {
      Set<Path> others = new TreeSet<>(current);
      others.addAll(
          below(normal(folders.reports()), DEPTH, manifest -> !manifest.startsWith(state)));
      for (Path manifest : others) {
        names.removeAll(Manifest.read(manifest).names());
      }
    }
    return names;
  }

  private static List<Path> below(Path folder, int depth, Predicate<Path> wanted)
      throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder, depth)) {
      return files
          .filter(file -> file.endsWith(OutputFolders.MANIFEST))
          .filter(wanted)
          .sorted()
          .toList();
    }
  }

  private static Path normal(Path path) {
    return path.toAbsolutePath().normalize();
  }
}
