package dev.dragoman.benchmarks.scale;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class CriteriaTest {
  private static Size size(int operations, double cpuPerOperation, double start) {
    Size size = new Size(operations, Path.of("unused"));
    size.cpu.add(cpuPerOperation * operations);
    size.start.add(start);
    size.sourceBytes = operations;
    size.resourceBytes = operations;
    size.indexBytes = operations;
    size.jarBytes = operations;
    return size;
  }

  @Test
  void holdWhenCostsPerOperationStayAndTheStartToo() {
    assertThat(Criteria.hold(List.of(size(100, 90, 100), size(1000, 4, 110), size(4000, 5.9, 125))))
        .isTrue();
  }

  @Test
  void failWhenAnOperationOfALargeApiCostsMore() {
    assertThat(Criteria.hold(List.of(size(1000, 4, 100), size(4000, 6.1, 100)))).isFalse();
  }

  @Test
  void failWhenTheLargestStartsMoreSlowly() {
    assertThat(Criteria.hold(List.of(size(100, 4, 100), size(4000, 4, 131)))).isFalse();
  }
}
