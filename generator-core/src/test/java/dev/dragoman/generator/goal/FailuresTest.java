package dev.dragoman.generator.goal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
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
        Arguments.of(
            new IOException("No space left on device"),
            "I/O error: java.io.IOException: No space left on device."));
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void whatTheDiskRefusesNamesThePlace(IOException refusal, String message) {
    assertThat(Failures.of(refusal)).hasMessage(message);
  }
}
