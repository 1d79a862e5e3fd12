package dev.dragoman.runtime.catalog;

import dev.dragoman.runtime.ServerDefinition;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.ZipFile;

/**
 * Resources that a server may have. A class loader looks for one that does not exist in every jar
 * of the class path, and opens them all for it; here, it is looked for where the catalog is.
 */
public final class OptionalResources {
  private static final String IN_JAR = "!/";

  private OptionalResources() {}

  /**
   * Opens a resource.
   *
   * @param name the name of a file below the resource root
   * @throws IOException if it cannot be read
   */
  public static Optional<InputStream> open(ServerDefinition definition, String name)
      throws IOException {
    return exists(definition, name)
        ? Optional.ofNullable(definition.resources().getResourceAsStream(path(definition, name)))
        : Optional.empty();
  }

  /**
   * Whether there is such a resource.
   *
   * @param name the name of a file below the resource root
   */
  public static boolean exists(ServerDefinition definition, String name) {
    Class<?> anchor = definition.resources();
    URL catalog = anchor.getResource(path(definition, CatalogFiles.HEADER));
    if (catalog != null && catalog.getProtocol().equals("file")) {
      return Files.exists(file(catalog.toString()).resolveSibling(name));
    }
    if (catalog != null && catalog.toString().matches("jar:file:[^!]*!/[^!]*")) {
      String inJar = catalog.getPath();
      String entry = inJar.substring(inJar.indexOf(IN_JAR) + IN_JAR.length());
      try (ZipFile jar = new ZipFile(file(inJar.substring(0, inJar.indexOf(IN_JAR))).toFile())) {
        return jar.getEntry(entry.replace(CatalogFiles.HEADER, name)) != null;
      } catch (IOException unreadable) {
        // As below: the class loader has just read it in some other way.
      }
    }
    return anchor.getResource(path(definition, name)) != null;
  }

  private static String path(ServerDefinition definition, String name) {
    return "/" + definition.resourceRoot() + "/" + name;
  }

  private static Path file(String url) {
    try {
      return Path.of(new URI(url));
    } catch (URISyntaxException e) {
      throw new IllegalStateException("A class loader returned a URL that is none: " + url, e);
    }
  }
}
