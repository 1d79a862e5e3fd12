package dev.dragoman.runtime.catalog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.ServerDefinition;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OptionalResourcesTest {
  private static final String ROOT = "com/acme";

  @TempDir Path folder;

  /** A class that looks for resources in some jars and folders. */
  public static final class Anchor {}

  private ServerDefinition definition(Path... places) throws Exception {
    URL[] urls = new URL[places.length + 1];
    for (int i = 0; i < places.length; i++) {
      urls[i] = places[i].toUri().toURL();
    }
    urls[places.length] = Anchor.class.getProtectionDomain().getCodeSource().getLocation();
    ClassLoader loader = new URLClassLoader(urls, ClassLoader.getPlatformClassLoader());
    return ServerDefinition.builder("Acme")
        .resources(loader.loadClass(Anchor.class.getName()), ROOT)
        .build();
  }

  private Path jar(String name, String... files) throws IOException {
    Path jar = folder.resolve(name);
    try (OutputStream out = Files.newOutputStream(jar);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (String file : files) {
        zip.putNextEntry(new ZipEntry(ROOT + "/" + file));
        zip.write(file.getBytes(UTF_8));
      }
    }
    return jar;
  }

  private Path directory(String name, String... files) throws IOException {
    Path root = Files.createDirectories(folder.resolve(name).resolve(ROOT));
    for (String file : files) {
      Files.writeString(root.resolve(file), file);
    }
    return folder.resolve(name);
  }

  private static String content(ServerDefinition definition) throws IOException {
    Optional<InputStream> found = OptionalResources.open(definition, "tools.json");
    if (found.isEmpty()) {
      return "none";
    }
    try (InputStream stream = found.get()) {
      return new String(stream.readAllBytes(), UTF_8);
    }
  }

  @Test
  void isFoundBesideTheCatalogInAJar() throws Exception {
    assertThat(content(definition(jar("a jar+%20.jar", "catalog.json", "tools.json"))))
        .isEqualTo("tools.json");
  }

  @Test
  void isFoundBesideTheCatalogInAFolder() throws Exception {
    assertThat(content(definition(directory("a folder", "catalog.json", "tools.json"))))
        .isEqualTo("tools.json");
  }

  @Test
  void isNotTakenFromElsewhere() throws Exception {
    Path other = jar("other.jar", "tools.json");
    assertThat(content(definition(jar("server.jar", "catalog.json"), other))).isEqualTo("none");
    assertThat(content(definition(directory("classes", "catalog.json"), other))).isEqualTo("none");
  }

  /** As with class loaders whose URLs say nothing about the place. */
  @Test
  void isLookedForEverywhereWithoutACatalog() throws Exception {
    assertThat(content(definition(jar("other.jar", "tools.json")))).isEqualTo("tools.json");
    assertThat(content(definition(jar("empty.jar", "more.json")))).isEqualTo("none");
  }
}
