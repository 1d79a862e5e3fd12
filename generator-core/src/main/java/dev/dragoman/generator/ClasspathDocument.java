package dev.dragoman.generator;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/**
 * A document on a class path, such as the contract that another team publishes as an artifact.
 *
 * <p>A document in a jar is unpacked together with the JSON and YAML files of its folder and the
 * folders below, to which its references may lead. Files whose content is unchanged are not written
 * again, so that they do not make anything out of date.
 */
public final class ClasspathDocument {
  private static final List<String> DOCUMENTS = List.of(".yaml", ".yml", ".json");

  private ClasspathDocument() {}

  /**
   * The file of a document.
   *
   * @param address such as {@code classpath:openapi/lamp.yaml}; slashes before the name are ignored
   * @param loader finds the document; the first one of that name is taken
   * @param folder where documents in jars are unpacked, each jar in a folder of its own
   * @return empty if the class path has no such document
   * @throws IOException if it cannot be read or written
   */
  public static Optional<Path> find(String address, ClassLoader loader, Path folder)
      throws IOException {
    String name = address.replaceFirst("(?i)^classpath:/*", "");
    URL found = loader.getResource(name);
    if (found == null || name.isEmpty() || name.endsWith("/")) {
      return Optional.empty();
    }
    if (found.getProtocol().equals("file")) {
      return Optional.of(path(found));
    }
    if (!(found.openConnection() instanceof JarURLConnection connection)) {
      return Optional.empty();
    }
    connection.setUseCaches(false);
    try (JarFile jar = connection.getJarFile()) {
      Path root = folder.resolve(String.valueOf(Path.of(jar.getName()).getFileName()));
      unpack(jar, name.substring(0, name.lastIndexOf('/') + 1), root);
      return Optional.of(root.resolve(name));
    }
  }

  private static Path path(URL file) throws IOException {
    try {
      return Path.of(file.toURI());
    } catch (URISyntaxException e) {
      throw new IOException(file + " is not the URL of a file", e);
    }
  }

  private static void unpack(JarFile jar, String prefix, Path root) throws IOException {
    List<JarEntry> entries =
        jar.stream()
            .filter(entry -> entry.getName().startsWith(prefix) && isDocument(entry.getName()))
            .toList();
    for (JarEntry entry : entries) {
      Path file = root.resolve(entry.getName()).normalize();
      if (!file.startsWith(root)) {
        throw new IOException(jar.getName() + ": an entry leads out of its folder: " + entry);
      }
      try (InputStream content = jar.getInputStream(entry)) {
        write(file, content.readAllBytes());
      }
    }
  }

  private static boolean isDocument(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return DOCUMENTS.stream().anyMatch(lower::endsWith);
  }

  private static void write(Path file, byte[] content) throws IOException {
    if (!Files.isRegularFile(file) || !Arrays.equals(Files.readAllBytes(file), content)) {
      Files.createDirectories(file.getParent());
      Files.write(file, content);
    }
  }
}
