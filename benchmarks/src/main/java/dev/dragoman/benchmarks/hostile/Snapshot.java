package dev.dragoman.benchmarks.hostile;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The files in some folders with their sizes and times, to detect what was written outside the
 * output folder.
 */
final class Snapshot {
  private final Map<Path, String> files = new TreeMap<>();

  private Snapshot() {}

  /** Folders that cannot be read are skipped; symbolic links are not followed. */
  static Snapshot of(List<Path> roots) throws IOException {
    Snapshot snapshot = new Snapshot();
    for (Path root : roots) {
      if (Files.exists(root, LinkOption.NOFOLLOW_LINKS)) {
        Files.walkFileTree(root, snapshot.new Visitor());
      }
    }
    return snapshot;
  }

  /** The files that were added, removed or changed in a later snapshot, except in one folder. */
  List<Path> changes(Snapshot later, Path apart) {
    List<Path> changes = new ArrayList<>();
    later.files.forEach(
        (file, state) -> {
          if (!state.equals(files.get(file))) {
            changes.add(file);
          }
        });
    files.keySet().stream().filter(file -> !later.files.containsKey(file)).forEach(changes::add);
    return changes.stream().filter(file -> !file.startsWith(apart)).toList();
  }

  private final class Visitor extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      files.put(folder, "folder");
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      files.put(file, attributes.size() + " bytes, " + attributes.lastModifiedTime());
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) {
      files.put(file, "unreadable");
      return FileVisitResult.CONTINUE;
    }
  }
}
