package dev.dragoman.benchmarks.throughput.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CoresTest {

  @Test
  void theServerHasTwoProcessors() {
    assertThat(Cores.of(List.of(0, 1)))
        .hasToString("server on processors 0,1, client and upstream on 1");
    assertThat(Cores.of(List.of(4, 5, 6)))
        .hasToString("server on processors 4,5, client and upstream on 6");
    assertThat(Cores.of(Cores.numbers("0-15")))
        .hasToString("server on processors 0,1, client and upstream on 2,3");
  }

  @Test
  void aSingleProcessorIsNotDivided() {
    Cores cores = Cores.of(List.of(0));
    assertThat(cores).hasToString("nothing is pinned");
    assertThat(cores.ofServer()).isEmpty();
    assertThat(cores.ofLoad()).isEmpty();
  }

  @Test
  void readsTheSystemsLists() {
    assertThat(Cores.numbers("0-1")).containsExactly(0, 1);
    assertThat(Cores.numbers("7")).containsExactly(7);
    assertThat(Cores.numbers("0,2-4,9")).containsExactly(0, 2, 3, 4, 9);
  }

  @Test
  void pinsByTaskset() {
    assertThat(Cores.of(List.of(0, 1, 2, 3)).ofLoad())
        .containsExactly("taskset", "--cpu-list", "2,3");
  }
}
