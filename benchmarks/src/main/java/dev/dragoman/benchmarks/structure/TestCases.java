package dev.dragoman.benchmarks.structure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Test cases that are data: tables of input and expected outcome. */
final class TestCases {
  private TestCases() {}

  /** The lines, other than blank ones, of all tables below a folder; 0 if there is none. */
  static int lines(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return 0;
    }
    int lines = 0;
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        lines += (int) text.lines().filter(line -> !line.isBlank()).count();
      }
    }
    return lines;
  }
}
