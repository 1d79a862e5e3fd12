package dev.dragoman.runtime.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JarNamesTest {
  @TempDir Path folder;

  private static JarNames of(String... entries) {
    return JarNames.of(String.join(File.pathSeparator, entries));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          artifact    | version | why
          httpcore5   | 5.4.4   | not the jar of httpcore5-h2
          httpcore5-h2| 5.4.3   |
          slf4j-api   | 2.0.20-SNAPSHOT | the version is what follows
          jackson-core|         | two groups have an artifact of this name
          classes     |         | a folder
          tool        |         | no version
          zip         |         | no jar
          absent      |         |
          """,
      useHeadersInDisplayName = true)
  void versions(String artifact, String version, String why) {
    JarNames names =
        of(
            "/app/lib/httpcore5-5.4.4.jar",
            "lib/httpcore5-h2-5.4.3.jar",
            "slf4j-api-2.0.20-SNAPSHOT.jar",
            "a/jackson-core-2.22.jar",
            "b/jackson-core-3.2.4.jar",
            "target/classes-1",
            "lib/tool.jar",
            "lib/zip-1.zip");
    assertThat(names.version(artifact).orElse(null)).as(why).isEqualTo(version);
  }

  @Test
  void aSingleJarNamesTheOthersInItsManifest() throws IOException {
    Path jar = folder.resolve("server-1.0.jar");
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, "lib/a-1.jar lib/b-2.jar");
    try (OutputStream out = Files.newOutputStream(jar)) {
      new JarOutputStream(out, manifest).close();
    }
    JarNames names = of(jar.toString());
    assertThat(names.names()).containsExactly("a-1.jar", "b-2.jar");
  }

  @Test
  void whatCannotBeReadNamesNothing() throws IOException {
    Path broken = Files.writeString(folder.resolve("broken-1.jar"), "no zip");
    assertThat(of(broken.toString()).names()).isEmpty();
    assertThat(of(folder.resolve("missing-1.jar").toString()).names()).isEmpty();
    assertThat(of(folder.toString()).names()).isEmpty();
    assertThat(of("").names()).isEmpty();
  }
}
