package dev.dragoman.generator.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dragoman.generator.write.OutputFolders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerJarTest {
  @TempDir Path folder;
  private OutputFolders folders;
  private Path library;
  private ServerJar jar;

  @BeforeEach
  void sources() throws IOException {
    folders = OutputFolders.below(folder.resolve("generated"));
    Files.createDirectories(folders.sources().resolve("a"));
    Files.createDirectories(folders.resources());
    Files.writeString(folders.resources().resolve("data.txt"), "x");
    source("package a; public class Main {}");
    library = Files.createDirectories(folder.resolve("libraries")).resolve("one.jar");
    Files.write(
        library, new byte[] {'P', 'K', 5, 6, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0});
    jar = new ServerJar(folder.resolve("out"), List.of(library.getParent()));
    Files.createDirectories(folder.resolve("out"));
  }

  private void source(String text) throws IOException {
    Files.writeString(folders.sources().resolve("a/Main.java"), text);
  }

  @Test
  void holdsClassesAndResourcesAndNamesItsLibraries() throws IOException {
    jar.build(folders, "a.Main");
    try (JarFile file = new JarFile(folder.resolve("out/server.jar").toFile())) {
      assertThat(file.stream().map(Object::toString))
          .containsExactly("META-INF/MANIFEST.MF", "a/Main.class", "data.txt");
      assertThat(file.getManifest().getMainAttributes().getValue("Class-Path"))
          .isEqualTo("lib/one.jar");
    }
  }

  @Test
  void isNotBuiltAnyMoreWhenALibraryChanges() throws IOException {
    assertThat(jar.isBuilt()).isFalse();
    jar.build(folders, "a.Main");
    assertThat(jar.isBuilt()).isTrue();
    Files.write(library, new byte[] {1});
    assertThat(jar.isBuilt()).isFalse();
  }

  @Test
  void codeThatDoesNotCompileLeavesNoArchive() throws IOException {
    jar.build(folders, "a.Main");
    source("package a; public class Main { nonsense }");
    assertThatThrownBy(() -> jar.build(folders, "a.Main"))
        .isInstanceOf(CompilationException.class)
        .hasMessageContaining("Main.java");
    assertThat(jar.isBuilt()).isFalse();
  }

  @Test
  void equalInputMakesEqualBytesInAnotherFolder() throws IOException {
    jar.build(folders, "a.Main");
    ServerJar other = new ServerJar(folder.resolve("other/out"), List.of(library.getParent()));
    Files.createDirectories(folder.resolve("other/out"));
    other.compile(folders);
    other.pack(folders, "a.Main");
    assertThat(other.jar()).hasSameBinaryContentAs(jar.jar());
  }

  @Test
  void noEntryTellsWhenItWasPacked() throws IOException {
    jar.build(folders, "a.Main");
    try (JarFile file = new JarFile(jar.jar().toFile())) {
      assertThat(file.stream())
          .extracting(JarEntry::getTimeLocal)
          .containsOnly(LocalDateTime.of(2026, 1, 1, 0, 0));
    }
  }
}
