package dev.dragoman.benchmarks.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CorpusRowTest {
  @Test
  void passesOnlyWhenAllCountsAreTheSame() {
    assertThat(new CorpusRow("a", 3, 3, 1, 1, 1, 3, "").passed()).isTrue();
    assertThat(new CorpusRow("a", 3, 2, 1, 1, 1, 3, "").passed()).isFalse();
    assertThat(new CorpusRow("a", 3, 3, 1, 1, 1, 2, "").passed()).isFalse();
    assertThat(CorpusRow.failed("a", 0, "no").passed()).isFalse();
  }

  @Test
  void aProblemTakesOneLine() {
    assertThat(CorpusRow.failed("a", 4, "one\n\ttwo").line())
        .isEqualTo("a\t4\t0\t0\t0\t0\t0\tFAIL one two");
  }
}
