package dev.dragoman.generator.cli;

import dev.dragoman.generator.Generator;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;

/** Which build of the generator this is: output of another build does not count as up to date. */
final class GeneratorBuild {
  private GeneratorBuild() {}

  /** The place and time of the generator's archive. */
  static String identity() {
    CodeSource source = Generator.class.getProtectionDomain().getCodeSource();
    if (source == null) {
      return "unknown";
    }
    try {
      Path archive = Path.of(source.getLocation().toURI());
      return archive + "@" + Files.getLastModifiedTime(archive);
    } catch (URISyntaxException | IOException e) {
      return "unknown";
    }
  }
}
