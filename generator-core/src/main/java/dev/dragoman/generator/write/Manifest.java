package dev.dragoman.generator.write;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The list of files written by a run, which are the only files that a later run may delete.
 *
 * @param names {@code sources/…}, {@code resources/…} or {@code reports/…}, sorted
 */
record Manifest(Set<String> names) {
  private static final String HEADER = "dragoman manifest 1";
  private static final Pattern NAME = Pattern.compile("(sources|resources|reports)/.+");

  Manifest {
    names = Collections.unmodifiableSet(new TreeSet<>(names));
  }

  /**
   * The files listed in a manifest; empty if it is missing or has another format. Names that could
   * leave the output folders are ignored, because a manifest can be edited by anyone.
   */
  static Manifest read(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      return new Manifest(Set.of());
    }
    String[] lines = Files.readString(file).split("\n", -1);
    if (!lines[0].equals(HEADER)) {
      return new Manifest(Set.of());
    }
    return new Manifest(
        Arrays.stream(lines)
            .skip(1)
            .filter(line -> NAME.matcher(line).matches() && !line.contains(".."))
            .collect(Collectors.toSet()));
  }

  /** Writes the manifest. */
  void write(Path file) throws IOException {
    String text = HEADER + "\n" + String.join("\n", names) + "\n";
    AtomicFile.replace(file, text.getBytes(StandardCharsets.UTF_8));
  }
}
