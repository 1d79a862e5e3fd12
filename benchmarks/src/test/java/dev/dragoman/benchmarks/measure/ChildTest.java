package dev.dragoman.benchmarks.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildTest {
  @TempDir Path folder;

  @Test
  void tellsWhatAProgramPrintedAndHowItEnded() throws Exception {
    Child.Outcome outcome = Child.run(folder, List.of(Jvm.program(), "-version"));
    assertThat(outcome.exitCode()).isZero();
    assertThat(outcome.output()).contains("version");
    assertThat(outcome.millis()).isPositive();
  }

  @Test
  void aFailureNamesItsLastWords() throws Exception {
    Child.Outcome outcome = Child.run(folder, List.of(Jvm.program(), "-no-such-flag"));
    assertThatThrownBy(() -> outcome.orThrow("Java"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("Java ended with exit code 1")
        .hasMessageContaining("no-such-flag");
  }

  /** The array is touched before the program waits, so its pages are resident. */
  @Test
  void seesTheMemoryOfAGrandchild() throws Exception {
    Assumptions.assumeTrue(Files.isDirectory(Path.of("/proc/self")), "this is no Linux");
    Path source = folder.resolve("Big.java");
    Files.writeString(
        source,
        """
        class Big {
          public static void main(String[] args) throws Exception {
            byte[] big = new byte[200 << 20];
            java.util.Arrays.fill(big, (byte) 1);
            Thread.sleep(500);
            System.out.println(big[7]);
          }
        }
        """);
    String java = "'" + Jvm.program() + "' '" + source + "'; true";
    Child.Outcome outcome = Child.run(folder, List.of("sh", "-c", java));
    assertThat(outcome.output().strip()).isEqualTo("1");
    assertThat(outcome.peakMegabytes()).isGreaterThan(200);
  }
}
