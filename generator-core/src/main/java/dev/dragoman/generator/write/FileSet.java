package dev.dragoman.generator.write;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A set of files that are replaced together, or not at all. */
public final class FileSet {
  private final Map<Path, byte[]> files = new LinkedHashMap<>();

  /** A step that runs when every byte is on disk, before the first file is replaced. */
  interface Step {
    void run() throws IOException;
  }

  /** Adds a file. The set takes ownership of the bytes. */
  public FileSet add(Path target, byte[] bytes) {
    files.put(target.toAbsolutePath().normalize(), bytes);
    return this;
  }

  /** The files that already exist. */
  public List<Path> existing() {
    return files.keySet().stream().filter(Files::exists).toList();
  }

  /**
   * Writes all files. Every byte is on disk under another name before the first file is replaced.
   * If the set cannot be written, folders created for it are removed.
   *
   * @throws IOException if a file cannot be written
   */
  public void write() throws IOException {
    write(() -> {});
  }

  /** Like {@link #write()}, with a step in between; if it fails, nothing is replaced. */
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
          throw new FileSystemException(file.getKey().toString(), null, "is a directory");
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

  /** Creates a folder and its parents, and records those that did not exist. */
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
      // A build of another module may have created it in the meantime; a file with this name is an
      // error.
      if (!Files.isDirectory(folder)) {
        throw e;
      }
    }
  }
}
