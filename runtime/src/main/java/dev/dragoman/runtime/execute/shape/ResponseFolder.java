package dev.dragoman.runtime.execute.shape;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** A folder, configured by the operator, for responses. Never overwrites a file. */
public final class ResponseFolder {
  private static final int MAX_TRIES = 10_000;

  private final Path folder;

  /** The folder; it must exist. */
  public ResponseFolder(Path folder) {
    this.folder = folder;
  }

  /** Writes the bytes and returns the path; empty if they could not be written. */
  Optional<Path> save(byte[] bytes, ResponseFileName name) {
    for (int copy = 1; copy <= MAX_TRIES; copy++) {
      try {
        Path file = folder.toRealPath().resolve(name.copy(copy));
        Files.write(file, bytes, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        return Optional.of(file);
      } catch (FileAlreadyExistsException taken) {
        // The next number may be free.
      } catch (IOException failed) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }
}
