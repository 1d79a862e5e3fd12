package dev.dragoman.runtime.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers, labels and buckets as collectors read them (Prometheus text format 0.0.4). */
class MetricsFormatTest {
  private final Metrics metrics = new Metrics();

  private List<String> lines() {
    return metrics.text().lines().filter(line -> !line.startsWith("#")).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "1, 1",
    "-1, -1",
    "1.5, 1.500000",
    "0.0000001, 0.000000",
    "999999999999999, 999999999999999",
    "1e15, 1000000000000000.000000",
    "NaN, NaN",
    "Infinity, +Inf",
    "-Infinity, -Inf"
  })
  void numbers(double value, String text) {
    metrics.gauge("g", "help", () -> value);
    assertThat(lines()).containsExactly("g " + text);
  }

  /** A duration on a bound belongs to its bucket: "le" means less or equal. */
  @ParameterizedTest
  @CsvSource({
    "0,           0.001",
    "1000000,     0.001",
    "1000001,     0.0025",
    "2500000,     0.0025",
    "1000000000,  1",
    "1000000001,  2.5",
    "60000000000, 60",
    "60000000001, +Inf"
  })
  void theFirstBucketThatCounts(long nanos, String bound) {
    metrics.durations("d_seconds", "help", "tool").add("t", Duration.ofNanos(nanos));
    String first = lines().stream().filter(line -> line.endsWith(" 1")).findFirst().orElseThrow();
    assertThat(first).isEqualTo("d_seconds_bucket{tool=\"t\",le=\"" + bound + "\"} 1");
  }

  @Test
  void bucketsAddUp() {
    Durations durations = metrics.durations("d_seconds", "help", "tool");
    durations.add("t", Duration.ofMillis(1));
    durations.add("t", Duration.ofMillis(400));
    durations.add("t", Duration.ofMinutes(2));
    assertThat(lines())
        .hasSize(18)
        .contains(
            "d_seconds_bucket{tool=\"t\",le=\"0.25\"} 1",
            "d_seconds_bucket{tool=\"t\",le=\"0.5\"} 2",
            "d_seconds_bucket{tool=\"t\",le=\"60\"} 2",
            "d_seconds_bucket{tool=\"t\",le=\"+Inf\"} 3",
            "d_seconds_sum{tool=\"t\"} 120.401000",
            "d_seconds_count{tool=\"t\"} 3");
  }

  @Test
  void aCounterHasAValuePerLabel() {
    Counter counter = metrics.counter("c_total", "help", "a", "b");
    counter.count("1", "2");
    metrics.counter("c_total", "other help", "a", "b").count("1", "2");
    counter.count("2", "1");
    assertThat(lines()).containsExactly("c_total{a=\"1\",b=\"2\"} 2", "c_total{a=\"2\",b=\"1\"} 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> counter.count("1"))
        .withMessage("c_total has the labels [a, b]");
    assertThatIllegalArgumentException().isThrownBy(() -> counter.count("1", "2", "3"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"a\"b | a\\\"b", "a\\b | a\\\\b", "'a\nb' | a\\nb", "ä{}=, | ä{}=,", "'' | ''"})
  void labelsAreEscaped(String value, String written) {
    metrics.gauges("g", "help", "l", () -> Map.of(value, 1.0));
    assertThat(lines())
        .containsExactly(value.isEmpty() ? "g{l=\"\"} 1" : "g{l=\"" + written + "\"} 1");
  }

  @Test
  void gaugesAreReadWhenTheyAreAskedFor() {
    double[] value = {1};
    metrics.gauge("g", "help", () -> value[0]);
    value[0] = 2;
    assertThat(metrics.text()).isEqualTo("# HELP g help\n# TYPE g gauge\ng 2\n");
  }
}
