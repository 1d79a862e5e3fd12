package dev.dragoman.generator.goal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FailuresTest {
  static Stream<Arguments> refusals() {
    return Stream.of(
        Arguments.of(new AccessDeniedException("/a/b/.lamp.yaml.tmp"), "/a/b: permission denied."),
        Arguments.of(
            new AccessDeniedException("C:\\a\\.lamp.yaml.tmp"), "C:\\a: permission denied."),
        Arguments.of(new AccessDeniedException("/a/b/other"), "/a/b/other: permission denied."),
        Arguments.of(new FileAlreadyExistsException("/a/b"), "I/O error: /a/b already exists."),
        Arguments.of(new DirectoryNotEmptyException("/a"), "I/O error: /a: directory not empty."),
        Arguments.of(new NoSuchFileException("/a/.b.tmp"), "I/O error: /a: no such file."),
        Arguments.of(
            new FileSystemException("/a/b", null, "Read-only file system"),
            "I/O error: /a/b: Read-only file system."),
        Arguments.of(
            new IOException("No space left on device"), "I/O error: No space left on device."));
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void whatTheDiskRefusesNamesThePlace(IOException refusal, String message) {
    assertThat(Failures.of(refusal)).hasMessage(message);
  }
}
