package dev.dragoman.generator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClasspathDocumentTest {
  @TempDir Path folder;

  private URLClassLoader jar(Map<String, String> entries) throws IOException {
    Path jar = folder.resolve("contract 1.jar");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
      for (Map.Entry<String, String> entry : new TreeMap<>(entries).entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue().getBytes(UTF_8));
        zip.closeEntry();
      }
    }
    return new URLClassLoader(new URL[] {jar.toUri().toURL()}, null);
  }

  private Path out() {
    return folder.resolve("out");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "classpath:api/lamp.yaml",
        "classpath:/api/lamp.yaml",
        "CLASSPATH://api/lamp.yaml"
      })
  void aDocumentIsUnpackedWithTheFilesToWhichItMayRefer(String address) throws IOException {
    Map<String, String> entries =
        Map.of(
            "api/lamp.yaml", "lamp",
            "api/schemas/Lamp.JSON", "{}",
            "api/Lamp.class", "code",
            "other/bell.yaml", "bell");
    try (URLClassLoader loader = jar(entries)) {
      Path root = out().resolve("contract 1.jar");
      assertThat(ClasspathDocument.find(address, loader, out()))
          .hasValue(root.resolve("api/lamp.yaml"));
      assertThat(root.resolve("api/lamp.yaml")).hasContent("lamp");
      assertThat(root.resolve("api/schemas/Lamp.JSON")).hasContent("{}");
      assertThat(root.resolve("api/Lamp.class")).doesNotExist();
      assertThat(root.resolve("other")).doesNotExist();
    }
  }

  @Test
  void whatHasNotChangedIsNotWrittenAgain() throws IOException {
    FileTime past = FileTime.fromMillis(1_000_000_000_000L);
    try (URLClassLoader loader = jar(Map.of("lamp.yaml", "lamp"))) {
      Path file = ClasspathDocument.find("classpath:lamp.yaml", loader, out()).orElseThrow();
      Files.setLastModifiedTime(file, past);
      ClasspathDocument.find("classpath:lamp.yaml", loader, out());
      assertThat(Files.getLastModifiedTime(file)).isEqualTo(past);
    }
    try (URLClassLoader loader = jar(Map.of("lamp.yaml", "light"))) {
      assertThat(ClasspathDocument.find("classpath:lamp.yaml", loader, out()).orElseThrow())
          .hasContent("light");
    }
  }

  @Test
  void aDocumentInAFolderIsReadWhereItIs() throws IOException {
    Path classes = Files.createDirectories(folder.resolve("the classes"));
    Path file = Files.writeString(classes.resolve("lamp.yaml"), "lamp");
    try (URLClassLoader loader = new URLClassLoader(new URL[] {classes.toUri().toURL()}, null)) {
      assertThat(ClasspathDocument.find("classpath:lamp.yaml", loader, out())).hasValue(file);
      assertThat(out()).doesNotExist();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"classpath:bell.yaml", "classpath:", "classpath:api/", "classpath:/"})
  void whatIsNotThereIsNotFound(String address) throws IOException {
    try (URLClassLoader loader = jar(Map.of("api/", "", "api/lamp.yaml", "lamp"))) {
      assertThat(ClasspathDocument.find(address, loader, out())).isEmpty();
      assertThat(out()).doesNotExist();
    }
  }

  @Test
  void anEntryCannotLeaveTheFolder() throws IOException {
    try (URLClassLoader loader =
        jar(Map.of("lamp.yaml", "lamp", "../../escaped.yaml", "escaped"))) {
      assertThatThrownBy(() -> ClasspathDocument.find("classpath:lamp.yaml", loader, out()))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("../../escaped.yaml");
      assertThat(folder.resolve("escaped.yaml")).doesNotExist();
    }
  }
}
