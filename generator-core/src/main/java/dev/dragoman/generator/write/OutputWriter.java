package dev.dragoman.generator.write;

import dev.dragoman.generator.emit.GeneratedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * Writes the files of one API. A file whose bytes are the same is not touched, so that nothing is
 * compiled again for it; a file of the last run that is gone now is deleted, and no other.
 */
public final class OutputWriter {
  private final OutputFolders folders;

  public OutputWriter(OutputFolders folders) {
    this.folders = folders;
  }

  /**
   * What a run did.
   *
   * @param written files that are new or have other bytes than before
   * @param unchanged files that were left alone
   * @param deleted files of the last run that are gone
   */
  public record Outcome(int written, int unchanged, int deleted) {}

  /**
   * Writes the files.
   *
   * @throws IOException when the disk refuses; files are replaced one by one, each whole
   */
  public Outcome write(List<GeneratedFile> files) throws IOException {
    Manifest before = Manifest.read(folders.manifest());
    Set<String> names = new TreeSet<>();
    for (GeneratedFile file : files) {
      names.add(name(file));
    }
    // The list covers old and new until the end: a run that breaks off leaves nothing unlisted.
    Set<String> both = new TreeSet<>(names);
    both.addAll(before.names());
    if (!both.equals(before.names())) {
      new Manifest(both).write(folders.manifest());
    }
    int written = 0;
    for (GeneratedFile file : files) {
      written += replaceIfChanged(folders.of(file.root()).resolve(file.path()), file.bytes());
    }
    int deleted = delete(before, names);
    if (!both.equals(names)) {
      new Manifest(names).write(folders.manifest());
    }
    return new Outcome(written, files.size() - written, deleted);
  }

  /** Whether every file of the last run is still there. */
  public boolean isComplete() throws IOException {
    Manifest manifest = Manifest.read(folders.manifest());
    return !manifest.names().isEmpty()
        && manifest.names().stream().allMatch(name -> Files.isRegularFile(path(name)));
  }

  private int replaceIfChanged(Path target, byte[] bytes) throws IOException {
    if (Files.isRegularFile(target) && Arrays.equals(Files.readAllBytes(target), bytes)) {
      return 0;
    }
    replace(target, bytes);
    return 1;
  }

  static void replace(Path target, byte[] bytes) throws IOException {
    Path folder = Objects.requireNonNull(target.toAbsolutePath().getParent(), "a folder");
    Files.createDirectories(folder);
    // Not createTempFile: its files can be read by their owner only.
    Path draft = folder.resolve("." + target.getFileName() + ".tmp");
    try {
      Files.write(draft, bytes);
      Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  private int delete(Manifest before, Set<String> names) throws IOException {
    int deleted = 0;
    for (String name : before.names()) {
      if (!names.contains(name) && Files.deleteIfExists(path(name))) {
        deleted++;
      }
    }
    return deleted;
  }

  private static String name(GeneratedFile file) {
    return file.root().name().toLowerCase(Locale.ROOT) + "/" + file.path();
  }

  private Path path(String name) {
    int slash = name.indexOf('/');
    String root = name.substring(0, slash).toUpperCase(Locale.ROOT);
    return folders.of(GeneratedFile.Root.valueOf(root)).resolve(name.substring(slash + 1));
  }
}
