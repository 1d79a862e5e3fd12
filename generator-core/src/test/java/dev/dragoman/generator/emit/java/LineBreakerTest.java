package dev.dragoman.generator.emit.java;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Where long lines are broken. */
class LineBreakerTest {
  private static final String LONG = "x".repeat(60);

  @Test
  void shortLinesAndCommentsStay() {
    String source = "  int a = b(c, d);\n   * " + LONG + LONG + "\n";
    assertThat(LineBreaker.of(source)).isEqualTo(source);
  }

  @Test
  void chainsBreakBeforeTheirDots() {
    assertThat(LineBreaker.of("  return a(b).c(\"%s\").d(\"e).f(\", g);\n".formatted(LONG + LONG)))
        .isEqualTo(
            """
              return a(b)
                  .c(
                      "%s")
                  .d("e).f(", g);
            """
                .formatted(LONG + LONG));
  }

  @Test
  void argumentsGoOnOneLineIfTheyFitAndUnderEachOtherIfNot() {
    assertThat(
            LineBreaker.of(
                "      callSomethingElse(\"%s\", \"%s\");\n".formatted(LONG, "y".repeat(12))))
        .isEqualTo(
            "      callSomethingElse(\n          \"%s\", \"%s\");\n"
                .formatted(LONG, "y".repeat(12)));
    assertThat(LineBreaker.of("  call(\"%s\", b(c, d), \"a, \\\"b\");\n".formatted(LONG + LONG)))
        .isEqualTo(
            "  call(\n      \"%s\",\n      b(c, d),\n      \"a, \\\"b\");\n"
                .formatted(LONG + LONG));
  }

  @Test
  void branchesBreakBehindTheArrow() {
    assertThat(
            LineBreaker.of(
                "    case \"a -> b\" -> of(%s.A, %s::b);\n".formatted(LONG, "y".repeat(20))))
        .isEqualTo(
            "    case \"a -> b\" ->\n        of(%s.A, %s::b);\n".formatted(LONG, "y".repeat(20)));
  }
}
