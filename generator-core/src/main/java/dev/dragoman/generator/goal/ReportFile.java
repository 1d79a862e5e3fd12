package dev.dragoman.generator.goal;

import dev.dragoman.generator.GenerationRequest;
import dev.dragoman.generator.write.AtomicFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * Where a goal writes what it was asked for, such as a description.
 *
 * @param file the file; standard output if empty
 * @param single whether the goal has one document; with several, each has a separate file with its
 *     package in the name
 */
public record ReportFile(Optional<Path> file, boolean single) {
  public ReportFile {
    Objects.requireNonNull(file);
  }

  /**
   * Writes to the file, or to standard output without a prefix.
   *
   * @throws IOException if writing fails; the file is then unchanged
   */
  public void write(GenerationRequest request, String text) throws IOException {
    Optional<Path> target = target(request);
    if (target.isEmpty()) {
      System.out.print(text);
      System.out.flush();
    } else {
      AtomicFile.replace(target.get(), text.getBytes(StandardCharsets.UTF_8));
    }
  }

  /** The file for one API; empty for standard output. */
  public Optional<Path> target(GenerationRequest request) {
    return file.map(path -> single ? path : own(request, path));
  }

  private static Path own(GenerationRequest request, Path path) {
    String name = String.valueOf(path.getFileName());
    int dot = name.lastIndexOf('.') < 0 ? name.length() : name.lastIndexOf('.');
    String own = name.substring(0, dot) + "-" + request.options().packageName();
    return path.resolveSibling(own + name.substring(dot));
  }
}
