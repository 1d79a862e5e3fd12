package dev.dragoman.generator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.catalog.CatalogWriter;
import dev.dragoman.runtime.digest.Sha256;
import dev.dragoman.testing.WireText;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs copies of the generator's own classes and templates, and alters them. */
class GeneratorBuildTest {
  private static final String TEMPLATES = "dev/dragoman/templates/";
  private static final String IDENTITY = "dev/dragoman/generator/GeneratorBuild.class";
  private static final String WRITER = "dev/dragoman/runtime/catalog/CatalogWriter.class";

  private static final String DIGEST = "dev/dragoman/runtime/digest/Sha256.class";
  private static final String WIRE_TEXT = "dev/dragoman/testing/WireText.class";

  @TempDir Path folder;
  private Path report;

  @BeforeEach
  void copy() throws IOException {
    put("generator/" + IDENTITY, resource(GeneratorBuild.class, IDENTITY));
    put("runtime/" + WRITER, resource(CatalogWriter.class, WRITER));
    put("runtime/" + DIGEST, resource(Sha256.class, DIGEST));
    put("testing/" + WIRE_TEXT, resource(WireText.class, WIRE_TEXT));
    report = put("templates/" + TEMPLATES + "report.md", template("report.md"));
    put("templates/" + TEMPLATES + "module/run", template("module/run"));
  }

  @Test
  void anyTemplateAndAnyClassMakesAnotherBuild() throws Exception {
    String before = identity();
    Files.writeString(report, "one more line\n");
    String other = identity();
    assertThat(other).isNotEqualTo(before).hasSameSizeAs(before);
    put("templates/" + TEMPLATES + "module/run", new byte[] {'#'});
    String third = identity();
    assertThat(third).isNotEqualTo(other);
    put("generator/dev/dragoman/generator/More.class", new byte[0]);
    assertThat(identity()).isNotEqualTo(third);
  }

  @Test
  void theTimeOfAFileDoesNot() throws Exception {
    String before = identity();
    Files.setLastModifiedTime(report, FileTime.fromMillis(1));
    assertThat(identity()).isEqualTo(before);
  }

  private String identity() throws ReflectiveOperationException, IOException {
    URL[] roots = {root("generator"), root("runtime"), root("testing"), root("templates")};
    try (URLClassLoader loader = new URLClassLoader(roots, ClassLoader.getPlatformClassLoader())) {
      return loader
          .loadClass(GeneratorBuild.class.getName())
          .getMethod("identity")
          .invoke(null)
          .toString();
    }
  }

  private URL root(String name) throws IOException {
    return folder.resolve(name).toUri().toURL();
  }

  private Path put(String name, byte[] bytes) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.write(file, bytes);
  }

  private static byte[] template(String name) throws IOException {
    return resource(GeneratorBuild.class, TEMPLATES + name);
  }

  private static byte[] resource(Class<?> type, String name) throws IOException {
    try (var in = Objects.requireNonNull(type.getResourceAsStream("/" + name), name)) {
      return in.readAllBytes();
    }
  }
}
