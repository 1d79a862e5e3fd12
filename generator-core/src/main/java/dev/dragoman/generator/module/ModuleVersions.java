package dev.dragoman.generator.module;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Collectors;

/** The versions of Maven plugins and libraries that Dragoman is tested with, by short name. */
public final class ModuleVersions {
  private static final String FILE = "/dev/dragoman/generator/module/versions.properties";

  private ModuleVersions() {}

  /** All versions, with names such as {@code compiler} for {@code maven-compiler-plugin}. */
  public static Map<String, String> all() {
    Properties properties = new Properties();
    try (InputStream in =
        Objects.requireNonNull(ModuleVersions.class.getResourceAsStream(FILE), FILE)) {
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties.stringPropertyNames().stream()
        .collect(Collectors.toUnmodifiableMap(name -> name, properties::getProperty));
  }

  /** One of them, e.g. of {@code surefire}. */
  public static String of(String name) {
    return Objects.requireNonNull(all().get(name), name);
  }
}
