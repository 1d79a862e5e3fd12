package dev.dragoman.benchmarks.throughput;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class CriterionTest {

  @Test
  void theBoundItselfIsMet() {
    assertThat(Criterion.atMost("x", OptionalDouble.of(3), 3).isMissed()).isFalse();
    assertThat(Criterion.atMost("x", OptionalDouble.of(3.01), 3).isMissed()).isTrue();
    assertThat(Criterion.atLeast("x", OptionalDouble.of(6), 6).isMissed()).isFalse();
    assertThat(Criterion.atLeast("x", OptionalDouble.of(5.99), 6).isMissed()).isTrue();
  }

  @Test
  void whatIsNotANumberMeetsNothing() {
    assertThat(Criterion.atMost("x", OptionalDouble.of(Double.NaN), 3).isMissed()).isTrue();
    assertThat(Criterion.atLeast("x", OptionalDouble.of(Double.NaN), 3).isMissed()).isTrue();
  }

  @Test
  void aMissingPeerIsReportedAndNotJudged() {
    Criterion criterion = Criterion.atLeast("x", OptionalDouble.empty(), 6);
    assertThat(criterion.isMissed()).isFalse();
    assertThat(criterion.row()).isEqualTo("--\tx\tnot measured\tat least 6.00");
    assertThat(Criterion.atLeast("x", OptionalDouble.of(5), 6).row()).startsWith("FAIL\tx\t5.00");
  }
}
