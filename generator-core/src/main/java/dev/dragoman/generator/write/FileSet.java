package dev.dragoman.generator.write;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Files that belong together: all of them are replaced, or none. */
public final class FileSet {
  private final Map<Path, byte[]> files = new LinkedHashMap<>();

  /** What is done once every byte is on disk, before the first file is replaced. */
  interface Step {
    void run() throws IOException;
  }

  /** Adds a file, whose bytes are the set's own from now on. */
  public FileSet add(Path target, byte[] bytes) {
    files.put(target.toAbsolutePath().normalize(), bytes);
    return this;
  }

  /** The files that exist already. */
  public List<Path> existing() {
    return files.keySet().stream().filter(Files::exists).toList();
  }

  /**
   * Writes all files. Every byte is on disk under another name before the first file is replaced;
   * folders that were made for a set that could not be written are removed.
   *
   * @throws IOException when the disk refuses
   */
  public void write() throws IOException {
    write(() -> {});
  }

  /** The same with a step in between; when that fails, nothing is replaced. */
  void write(Step between) throws IOException {
    List<Path> folders = new ArrayList<>();
    Map<Path, Path> drafts = new LinkedHashMap<>();
    try {
      for (Map.Entry<Path, byte[]> file : files.entrySet()) {
        Path folder = Objects.requireNonNull(file.getKey().getParent(), "a folder");
        make(folder, folders);
        Path draft = folder.resolve("." + file.getKey().getFileName() + ".tmp");
        drafts.put(file.getKey(), draft);
        Files.write(draft, file.getValue());
        if (Files.isDirectory(file.getKey())) {
          throw new IOException(file.getKey() + " is a directory");
        }
      }
      between.run();
      for (Map.Entry<Path, Path> draft : drafts.entrySet()) {
        Files.move(draft.getValue(), draft.getKey(), StandardCopyOption.REPLACE_EXISTING);
      }
      folders.clear();
    } finally {
      for (Path draft : drafts.values()) {
        Files.deleteIfExists(draft);
      }
      folders.sort(Comparator.reverseOrder());
      for (Path folder : folders) {
        Files.deleteIfExists(folder);
      }
    }
  }

  private static void make(Path folder, List<Path> made) throws IOException {
    Path parent = folder.getParent();
    if (parent == null || Files.isDirectory(folder)) {
      return;
    }
    make(parent, made);
    try {
      Files.createDirectory(folder);
      made.add(folder);
    } catch (FileAlreadyExistsException e) {
      // Another module's build may have made it meanwhile; a file in its place is in the way.
      if (!Files.isDirectory(folder)) {
        throw e;
      }
    }
  }
}
