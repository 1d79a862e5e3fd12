package dev.dragoman.benchmarks.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;

class ClassCallsTest {
  /** A class that does what no generated class may. */
  static final class Bad {
    static void run() {
      System.setProperty("dragoman.bad", "a long and a double: " + Long.MAX_VALUE + Math.E);
      Runtime.getRuntime().halt(1);
    }
  }

  @Test
  void forbiddenCallsAreFound() throws IOException {
    assertThat(calls(Bad.class))
        .contains("java/lang/System.setProperty", "java/lang/Runtime.getRuntime");
    assertThat(calls(Expectation.class)).isEmpty();
  }

  private static java.util.List<String> calls(Class<?> type) throws IOException {
    String name = type.getName().substring(type.getName().lastIndexOf('.') + 1) + ".class";
    try (InputStream bytes = type.getResourceAsStream(name)) {
      return ClassCalls.forbidden(bytes.readAllBytes());
    }
  }
}
