package dev.dragoman.generator;

import dev.dragoman.runtime.catalog.CatalogWriter;
import dev.dragoman.runtime.digest.Sha256;
import dev.dragoman.testing.WireText;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Which build of the generator runs. A snapshot's version does not say: its output counts as up to
 * date only for the same build.
 */
public final class GeneratorBuild {
  private static final String TEMPLATE = "dev/dragoman/templates/report.md";
  private static final int IDENTITY_BYTES = 8;

  private GeneratorBuild() {}

  /** A digest of all files that generator, templates and index formats come from. */
  public static String identity() {
    try {
      MessageDigest digest = Sha256.start();
      List<Path> roots =
          List.of(
              root(GeneratorBuild.class),
              root(CatalogWriter.class),
              root(WireText.class),
              templates());
      for (Path root : roots) {
        add(digest, root);
      }
      return HexFormat.of().formatHex(digest.digest(), 0, IDENTITY_BYTES);
    } catch (URISyntaxException | IOException e) {
      return "unknown";
    }
  }

  private static Path root(Class<?> type) throws URISyntaxException {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
  }

  /** A folder of classes while this is being built, an archive otherwise. */
  private static Path templates() throws URISyntaxException {
    URL template =
        Objects.requireNonNull(GeneratorBuild.class.getResource("/" + TEMPLATE), TEMPLATE);
    String text = template.toString();
    boolean inArchive = text.startsWith("jar:");
    String root =
        inArchive
            ? text.substring("jar:".length(), text.indexOf("!/"))
            : text.substring(0, text.length() - TEMPLATE.length());
    return Path.of(new URI(root));
  }

  /** An archive is one file, a build in progress a folder of them. */
  private static void add(MessageDigest digest, Path root) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(root)) {
      files = all.filter(Files::isRegularFile).sorted().toList();
    }
    for (Path file : files) {
      digest.update(root.relativize(file).toString().getBytes(StandardCharsets.UTF_8));
      digest.update(Files.readAllBytes(file));
    }
  }
}
