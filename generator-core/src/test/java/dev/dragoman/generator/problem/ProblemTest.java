package dev.dragoman.generator.problem;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.generator.problem.Problem.Severity;
import org.junit.jupiter.api.Test;

class ProblemTest {
  private static final Location PLACE = new Location("a.yaml", 1, 2, "");

  @Test
  void isOneLine() {
    Problem problem = problem("A\r\nB \u001B[31m \u202E \u200B \u2028 é \uD83D\uDE00");

    assertThat(problem)
        .hasToString(
            "a.yaml:1:2: [DRG-X] A\\u{D}\\u{A}B \\u{1B}[31m \\u{202E} \\u{200B} \\u{2028}"
                + " é \uD83D\uDE00 Mend it.");
  }

  @Test
  void cutsWhatIsVeryLong() {
    assertThat(problem("x".repeat(5000)).toString()).hasSizeLessThan(1100).contains("xxx… Mend");
  }

  private static Problem problem(String message) {
    return new Problem("DRG-X", Severity.ERROR, PLACE, message, "Mend it.");
  }
}
