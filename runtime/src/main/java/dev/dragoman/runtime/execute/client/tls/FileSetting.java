package dev.dragoman.runtime.execute.client.tls;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Objects;

/**
 * A setting that names a file.
 *
 * @param source the flag or variable, for messages
 * @param file the path
 */
public record FileSetting(String source, String file) {
  /** Ten times the size of the bundles of operating systems, in bytes. */
  private static final int MAX_BYTES = 4 * 1024 * 1024;

  public FileSetting {
    Objects.requireNonNull(source);
    Objects.requireNonNull(file);
  }

  /** The path is not shown if the file cannot be read: it may be a pasted key. */
  byte[] read() throws FaultyFileException {
    byte[] bytes;
    try (InputStream in = Files.newInputStream(Path.of(file))) {
      bytes = in.readNBytes(MAX_BYTES + 1);
    } catch (IOException | InvalidPathException e) {
      throw new FaultyFileException(source + " must name a file that the server can read.");
    }
    if (bytes.length > MAX_BYTES) {
      throw new FaultyFileException(
          source + " must name a file of at most " + MAX_BYTES + " bytes.");
    }
    return bytes;
  }

  /** An exception that names the setting and the file. */
  FaultyFileException fault(String message) {
    return new FaultyFileException(source + " " + file + " " + message);
  }

  /** An exception that names the setting, the file and the line. */
  FaultyFileException fault(int line, String message) {
    return new FaultyFileException(source + " " + file + ", line " + line + ": " + message);
  }
}
