package dev.dragoman.maven;

import dev.dragoman.generator.write.AtomicFile;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Writes the report of a goal. */
final class Output {
  private Output() {}

  /**
   * Writes to the file, or to standard output without a prefix, so that {@code mvn -q} prints
   * nothing else.
   *
   * @throws IOException if writing fails; the file is then unchanged
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
