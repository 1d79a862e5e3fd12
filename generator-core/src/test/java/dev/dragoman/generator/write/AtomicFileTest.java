package dev.dragoman.generator.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
  @TempDir Path folder;

  @Test
  void aFolderIsNeverReplacedNotEvenAnEmptyOne() throws IOException {
    Path target = Files.createDirectory(folder.resolve("lamp.lock"));
    assertThatThrownBy(() -> AtomicFile.replace(target, new byte[] {1}))
        .isInstanceOf(FileSystemException.class)
        .hasMessage(target + ": is a directory");
    assertThat(target).isEmptyDirectory();
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).containsExactly(target);
    }
  }
}
