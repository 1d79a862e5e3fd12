package dev.dragoman.generator.write;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Objects;

/** Replaces a file by a whole new one, or leaves it as it is. */
public final class AtomicFile {
  private AtomicFile() {}

  /**
   * Replaces a file; one that has these bytes already is not touched.
   *
   * @return whether something was written
   * @throws IOException when the disk refuses
   */
  public static boolean replaceIfChanged(Path target, byte[] bytes) throws IOException {
    if (Files.isRegularFile(target) && Arrays.equals(Files.readAllBytes(target), bytes)) {
      return false;
    }
    replace(target, bytes);
    return true;
  }

  /**
   * Replaces a file.
   *
   * @throws IOException when the disk refuses
   */
  public static void replace(Path target, byte[] bytes) throws IOException {
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
}
