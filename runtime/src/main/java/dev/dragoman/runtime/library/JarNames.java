package dev.dragoman.runtime.library;

import java.io.File;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;

/**
 * The versions in the names of the jars on the class path. Build tools call a jar {@code
 * ARTIFACT-VERSION.jar}; reading the names takes no time, whereas looking into the jars opens all
 * of them.
 *
 * @param names file names of jars
 */
record JarNames(List<String> names) {
  private static final String SUFFIX = ".jar";

  JarNames {
    names = List.copyOf(names);
  }

  /** Those with which the JVM was started, including those in the manifest of a single jar. */
  static JarNames ofProcess() {
    return of(System.getProperty("java.class.path", ""));
  }

  /**
   * Reads a class path.
   *
   * @param classPath its entries, as in the system property {@code java.class.path}
   */
  static JarNames of(String classPath) {
    String[] entries = classPath.split(File.pathSeparator);
    String[] jars = entries.length == 1 ? manifest(entries[0]).split(" ") : entries;
    return new JarNames(
        Arrays.stream(jars)
            .filter(jar -> jar.endsWith(SUFFIX))
            .map(jar -> jar.substring(1 + Math.max(jar.lastIndexOf('/'), separator(jar))))
            .toList());
  }

  private static int separator(String path) {
    return path.lastIndexOf(File.separatorChar);
  }

  /** The class path in a jar's manifest; an empty text if there is none. */
  private static String manifest(String jar) {
    if (!jar.endsWith(SUFFIX)) {
      return "";
    }
    try (JarFile file = new JarFile(jar)) {
      Manifest manifest = file.getManifest();
      String path =
          manifest == null
              ? null
              : manifest.getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
      return path == null ? "" : path;
    } catch (IOException unreadable) {
      return "";
    }
  }

  /**
   * The version of an artifact; empty if no jar has its name, or more than one, which may be
   * another group's.
   */
  Optional<String> version(String artifactId) {
    List<String> versions =
        names.stream()
            .filter(name -> isOf(name, artifactId))
            .map(name -> name.substring(artifactId.length() + 1, name.length() - SUFFIX.length()))
            .toList();
    return versions.size() == 1 ? Optional.of(versions.get(0)) : Optional.empty();
  }

  private static boolean isOf(String name, String artifactId) {
    int version = artifactId.length() + 1;
    return name.startsWith(artifactId + "-")
        && name.length() > version
        && Character.isDigit(name.charAt(version));
  }
}
