package dev.dragoman.generator.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dragoman.generator.emit.GeneratedFile;
import dev.dragoman.generator.emit.GeneratedFile.Root;
import dev.dragoman.generator.testing.Trees;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputWriterTest {
  private static final FileTime LONG_AGO = FileTime.fromMillis(1_000_000_000_000L);

  @TempDir Path folder;
  private OutputFolders folders;
  private OutputWriter writer;

  @BeforeEach
  void folders() {
    folders = OutputFolders.below(folder);
    writer = new OutputWriter(folders);
  }

  @Test
  void unchangedFilesKeepTheirTime() throws IOException {
    writer.write(List.of(source("a/A.java", "one"), source("a/B.java", "two")));
    Path unchanged = folders.sources().resolve("a/A.java");
    Files.setLastModifiedTime(unchanged, LONG_AGO);

    OutputWriter.Outcome outcome =
        writer.write(List.of(source("a/A.java", "one"), source("a/B.java", "other")));

    assertThat(outcome).isEqualTo(new OutputWriter.Outcome(1, 1, 0));
    assertThat(Files.getLastModifiedTime(unchanged)).isEqualTo(LONG_AGO);
    assertThat(folders.sources().resolve("a/B.java")).hasContent("other");
  }

  @Test
  void filesOfTheLastRunAreDeletedAndNoOthers() throws IOException {
    writer.write(List.of(source("a/A.java", "one"), source("a/Gone.java", "two")));
    Path foreign = folders.sources().resolve("a/ByHand.java");
    Files.writeString(foreign, "mine");

    OutputWriter.Outcome outcome = writer.write(List.of(source("a/A.java", "one")));

    assertThat(outcome).isEqualTo(new OutputWriter.Outcome(0, 1, 1));
    assertThat(folders.sources().resolve("a/Gone.java")).doesNotExist();
    assertThat(foreign).hasContent("mine");
  }

  @Test
  void aManifestCannotPointOutside() throws IOException {
    Path outside = Files.writeString(folder.resolve("outside.txt"), "keep");
    Files.createDirectories(folders.sources());
    Files.writeString(
        folders.manifest(), "dragoman manifest 1\nsources/../outside.txt\nelse/where\n");

    writer.write(List.of(source("A.java", "one")));

    assertThat(outside).hasContent("keep");
  }

  @Test
  void knowsWhetherAllIsThere() throws IOException {
    assertThat(writer.isComplete()).isFalse();
    writer.write(List.of(source("A.java", "one"), source("B.java", "two")));
    assertThat(writer.isComplete()).isTrue();
    Files.delete(folders.sources().resolve("B.java"));
    assertThat(writer.isComplete()).isFalse();
  }

  @Test
  void filesCanBeReadLikeAnyOther() throws IOException {
    Path byHand = Files.writeString(folder.resolve("by-hand"), "x");
    writer.write(List.of(source("A.java", "one")));
    assertThat(Files.getPosixFilePermissions(folders.sources().resolve("A.java")))
        .isEqualTo(Files.getPosixFilePermissions(byHand));
  }

  @Test
  void aDiskThatRefusesOneFileKeepsAllOfThem() throws IOException {
    writer.write(List.of(source("a/A.java", "one"), source("a/Gone.java", "two")));
    Files.writeString(folders.sources().resolve("b"), "a file in the way");
    Map<String, String> before = Trees.read(folder);

    assertThatThrownBy(
            () ->
                writer.write(
                    List.of(
                        source("a/A.java", "other"),
                        source("a/New.java", "new"),
                        source("b/B.java", "new"))))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(folders.sources().resolve("b").toString());

    assertThat(Trees.read(folder)).isEqualTo(before);
    assertThat(writer.isComplete()).isTrue();
  }

  @Test
  void aFolderThatMayNotBeWrittenKeepsItsFiles() throws IOException {
    writer.write(List.of(source("a/A.java", "one"), source("b/B.java", "two")));
    Map<String, String> before = Trees.read(folder);
    Path closed = folders.sources().resolve("b");
    Set<PosixFilePermission> open = Files.getPosixFilePermissions(closed);
    Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("r-xr-xr-x"));
    try {
      Assumptions.assumeFalse(Files.isWritable(closed), "the superuser may write everywhere");
      assertThatThrownBy(
              () -> writer.write(List.of(source("a/A.java", "x"), source("b/B.java", "y"))))
          .isInstanceOf(AccessDeniedException.class)
          .hasMessageContaining(closed.toString());
    } finally {
      Files.setPosixFilePermissions(closed, open);
    }
    assertThat(Trees.read(folder)).isEqualTo(before);
  }

  private static GeneratedFile source(String path, String text) {
    return GeneratedFile.text(Root.SOURCES, path, text);
  }
}
