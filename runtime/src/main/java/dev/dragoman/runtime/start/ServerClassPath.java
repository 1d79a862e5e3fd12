package dev.dragoman.runtime.start;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The class path of a server: its jar first.
 *
 * @param text as it was given to the JVM
 * @param entries the files in it
 */
record ServerClassPath(String text, List<Path> entries) {
  static ServerClassPath of(String text) {
    return new ServerClassPath(
        text, Stream.of(text.split(Pattern.quote(File.pathSeparator), -1)).map(Path::of).toList());
  }

  Path first() {
    return entries.get(0);
  }

  boolean isOneJar() {
    return entries.size() == 1;
  }

  /** The name of the jar without its extension. */
  String baseName() {
    return String.valueOf(first().getFileName()).replaceFirst("\\.jar$", "");
  }

  /** The folder of the jar. */
  Path folder() {
    return Optional.ofNullable(first().toAbsolutePath().getParent()).orElseThrow();
  }

  /** A file beside the jar. */
  Path beside(String name) {
    return first().resolveSibling(name);
  }

  /**
   * The main class in the manifest of the jar.
   *
   * @throws IOException if there is none
   */
  String mainClass() throws IOException {
    return attribute(Attributes.Name.MAIN_CLASS)
        .orElseThrow(() -> new IOException(first() + " does not name a main class"));
  }

  /** Whether a file exists and is newer than all jars of the class path, libraries included. */
  boolean isOlderThan(Path file) throws IOException {
    if (!Files.exists(file)) {
      return false;
    }
    FileTime made = Files.getLastModifiedTime(file);
    for (Path jar : jars()) {
      if (Files.getLastModifiedTime(jar).compareTo(made) > 0) {
        return false;
      }
    }
    return true;
  }

  /** With those that the manifest of the first jar names, relative to it (JAR specification). */
  private List<Path> jars() throws IOException {
    List<Path> jars = new ArrayList<>(entries);
    URI base = first().toAbsolutePath().toUri();
    attribute(Attributes.Name.CLASS_PATH).stream()
        .flatMap(text -> Stream.of(text.strip().split(" +", -1)))
        .filter(name -> name.endsWith(".jar"))
        .map(name -> Path.of(base.resolve(name)))
        .filter(Files::exists)
        .forEach(jars::add);
    return jars;
  }

  private Optional<String> attribute(Attributes.Name name) throws IOException {
    try (JarFile jar = new JarFile(first().toFile())) {
      return Optional.ofNullable(jar.getManifest())
          .map(manifest -> manifest.getMainAttributes().getValue(name));
    }
  }
}
