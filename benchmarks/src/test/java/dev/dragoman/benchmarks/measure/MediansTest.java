package dev.dragoman.benchmarks.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MediansTest {
  @Test
  void isTheMiddleInOrderOfSize() {
    assertThat(Medians.of(List.of(9, 1, 2))).isEqualTo(2);
    assertThat(Medians.of(List.of(4.0, 1.0, 2.0, 90.0))).isEqualTo(3);
    assertThat(Medians.of(List.of())).isZero();
  }
}
