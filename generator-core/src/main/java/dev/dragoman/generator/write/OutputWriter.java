package dev.dragoman.generator.write;

import dev.dragoman.generator.emit.GeneratedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * Writes the files of one API. A file with unchanged content is not touched, so that nothing is
 * recompiled because of it. Files of the previous run that are no longer generated are deleted, and
 * no others.
 */
public final class OutputWriter {
  private final OutputFolders folders;

  /** Creates a writer. */
  public OutputWriter(OutputFolders folders) {
    this.folders = folders;
  }

  /**
   * The outcome of a run.
   *
   * @param written number of files that are new or have changed
   * @param unchanged number of files that were not touched
   * @param deleted number of files of the previous run that were deleted
   */
  public record Outcome(int written, int unchanged, int deleted) {}

  /**
   * Writes the files. Every byte is on disk before the first file is replaced.
   *
   * @throws IOException if a file cannot be written; all files are then as before
   */
  public Outcome write(List<GeneratedFile> files) throws IOException {
    Manifest before = Manifest.read(folders.manifest());
    Set<String> names = new TreeSet<>();
    FileSet changed = new FileSet();
    int written = 0;
    for (GeneratedFile file : files) {
      names.add(name(file));
      Path target = folders.of(file.root()).resolve(file.path());
      if (!AtomicFile.holds(target, file.bytes())) {
        changed.add(target, file.bytes());
        written++;
      }
    }
    // Lists old and new files until the end, so that an aborted run leaves no unlisted files.
    Set<String> both = new TreeSet<>(names);
    both.addAll(before.names());
    changed.write(() -> list(before.names(), both));
    int deleted = delete(before, names);
    list(both, names);
    return new Outcome(written, files.size() - written, deleted);
  }

  private void list(Set<String> listed, Set<String> names) throws IOException {
    if (!names.equals(listed)) {
      new Manifest(names).write(folders.manifest());
    }
  }

  /**
   * The changes that writing the files would make on disk, except for reports.
   *
   * @return one line per file, sorted: {@code missing}, {@code changed} or {@code surplus} and the
   *     path
   * @throws IOException if a file cannot be read
   */
  public List<String> differences(List<GeneratedFile> files) throws IOException {
    Set<String> lines = new TreeSet<>();
    Set<String> names = new TreeSet<>();
    for (GeneratedFile file : files) {
      names.add(name(file));
      Path target = folders.of(file.root()).resolve(file.path());
      if (file.root() == GeneratedFile.Root.REPORTS) {
        continue;
      }
      if (!Files.isRegularFile(target)) {
        lines.add("missing " + target);
      } else if (!Arrays.equals(Files.readAllBytes(target), file.bytes())) {
        lines.add("changed " + target);
      }
    }
    for (String name : Manifest.read(folders.manifest()).names()) {
      boolean compared = !name.startsWith("reports/");
      if (compared && !names.contains(name) && Files.isRegularFile(folders.file(name))) {
        lines.add("surplus " + folders.file(name));
      }
    }
    return List.copyOf(lines);
  }

  /** Whether every file of the previous run still exists. */
  public boolean isComplete() throws IOException {
    Manifest manifest = Manifest.read(folders.manifest());
    return !manifest.names().isEmpty()
        && manifest.names().stream().allMatch(name -> Files.isRegularFile(folders.file(name)));
  }

  private int delete(Manifest before, Set<String> names) throws IOException {
    int deleted = 0;
    for (String name : before.names()) {
      if (!names.contains(name) && Files.deleteIfExists(folders.file(name))) {
        deleted++;
      }
    }
    return deleted;
  }

  private static String name(GeneratedFile file) {
    return file.root().name().toLowerCase(Locale.ROOT) + "/" + file.path();
  }
}
