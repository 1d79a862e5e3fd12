package dev.dragoman.generator.write;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Objects;

/** Replaces a file completely, or leaves it unchanged. */
public final class AtomicFile {
  private AtomicFile() {}

  /** Whether a file already has this content. */
  static boolean holds(Path file, byte[] bytes) throws IOException {
    return Files.isRegularFile(file) && Arrays.equals(Files.readAllBytes(file), bytes);
  }

  /**
   * Replaces a file.
   *
   * @throws IOException if it cannot be written
   */
  public static void replace(Path target, byte[] bytes) throws IOException {
    if (Files.isDirectory(target)) {
      // A move replaces a folder that is empty.
      throw new FileSystemException(target.toString(), null, "is a directory");
    }
    Path folder = Objects.requireNonNull(target.toAbsolutePath().getParent(), "a folder");
    Files.createDirectories(folder);
    // Not createTempFile, whose files are readable by their owner only.
    Path draft = folder.resolve("." + target.getFileName() + ".tmp");
    try {
      Files.write(draft, bytes);
      Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(draft);
    }
  }
}
