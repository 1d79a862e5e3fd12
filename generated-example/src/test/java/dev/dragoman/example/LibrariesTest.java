package dev.dragoman.example;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A server carries no library of a feature that it did not ask for. */
class LibrariesTest {
  @ParameterizedTest
  @ValueSource(strings = {"ai.onnxruntime.OrtEnvironment", "dev.dragoman.semantic.MiniLmEncoder"})
  void semanticSearchIsNotThere(String name) {
    assertThatThrownBy(() -> Class.forName(name)).isInstanceOf(ClassNotFoundException.class);
  }
}
