package dev.dragoman.runtime.request;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLConnection;
import java.util.Optional;

/** The media type that a file's name or its first bytes indicate, by the tables of the JDK. */
final class FileType {
  private FileType() {}

  /** The media type; the extension of the name counts more than the bytes. */
  static Optional<String> indicated(String filename, byte[] content) {
    return Optional.ofNullable(URLConnection.guessContentTypeFromName(filename))
        .or(() -> ofBytes(content));
  }

  private static Optional<String> ofBytes(byte[] content) {
    try {
      return Optional.ofNullable(
          URLConnection.guessContentTypeFromStream(new ByteArrayInputStream(content)));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
