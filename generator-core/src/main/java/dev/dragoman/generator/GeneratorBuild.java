package dev.dragoman.generator;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which build of the generator runs. A snapshot's version does not say: its output counts as up to
 * date only for the same build.
 */
public final class GeneratorBuild {
  private GeneratorBuild() {}

  /** The time of the newest file that the generator's classes come from. */
  public static String identity() {
    CodeSource source = GeneratorBuild.class.getProtectionDomain().getCodeSource();
    if (source == null) {
      return "unknown";
    }
    try {
      return String.valueOf(newest(Path.of(source.getLocation().toURI())));
    } catch (URISyntaxException | IOException e) {
      return "unknown";
    }
  }

  /** In milliseconds; an archive is one file, a build in progress a folder of them. */
  private static long newest(Path root) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(root)) {
      files = all.toList();
    }
    long newest = 0;
    for (Path file : files) {
      newest = Math.max(newest, Files.getLastModifiedTime(file).toMillis());
    }
    return newest;
  }
}
