package dev.dragoman.benchmarks.throughput;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.benchmarks.throughput.load.Load;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;

class CurveTest {
  private static final long START = 1_000_000;

  /** The server was started a second before the first call. */
  private static Curve curve(int seconds, IntUnaryOperator callsInSecond) {
    List<Load.Tick> ticks = new ArrayList<>();
    for (int tick = 0; tick < 5 * seconds; tick++) {
      ticks.add(
          new Load.Tick(
              START + 1_000 + (long) tick * Load.TICK_MILLIS,
              callsInSecond.applyAsInt(tick / 5) / 5));
    }
    return new Curve(START, ticks);
  }

  @Test
  void theTimeCountsFromTheStartOfTheProcess() {
    Curve curve = curve(40, second -> second < 4 ? 100 : 1_000);
    assertThat(curve.steady()).isEqualTo(1_000);
    assertThat(curve.first()).isEqualTo(100);
    // One second without calls, four slow ones, and 0.8 of the next one.
    assertThat(curve.secondsTo(0.8)).isEqualTo(5.8);
    assertThat(curve.secondsTo(1)).isEqualTo(6);
  }

  @Test
  void aRateThatStillRisesIsNotSteady() {
    assertThat(curve(40, second -> 500 + 10 * second).isSteady()).isFalse();
    assertThat(curve(40, second -> 1_000).isSteady()).isTrue();
    assertThat(curve(19, second -> 1_000).isSteady()).as("too short to tell").isFalse();
  }

  @Test
  void aStallIsNotTheSteadyRate() {
    Curve curve = curve(40, second -> second == 35 ? 0 : 1_000);
    assertThat(curve.steady()).isEqualTo(1_000);
    assertThat(curve.isSteady()).isTrue();
  }

  @Test
  void aServerThatIsWarmAtOnce() {
    assertThat(curve(20, second -> 700).secondsTo(0.8)).isEqualTo(2);
  }

  @Test
  void partsAreOneCurve() {
    Curve first = curve(5, second -> 100);
    Curve whole = first.with(curve(20, second -> 900).ticks());
    assertThat(whole.ticks()).hasSize(125);
    assertThat(whole.first()).isEqualTo(100);
    assertThat(whole.steady()).isEqualTo(900);
  }
}
