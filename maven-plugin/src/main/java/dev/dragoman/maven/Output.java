package dev.dragoman.maven;

import dev.dragoman.generator.write.AtomicFile;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Where a goal says what it found. */
final class Output {
  private Output() {}

  /**
   * To the file, else to standard output as it is, so that {@code mvn -q} prints nothing else.
   *
   * @throws IOException when the disk refuses; then the file stays as it was
   */
  static void write(@Nullable File file, String text) throws IOException {
    if (file == null) {
      System.out.print(text);
      System.out.flush();
    } else {
      AtomicFile.replace(file.toPath(), text.getBytes(StandardCharsets.UTF_8));
    }
  }
}
