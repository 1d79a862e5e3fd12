package dev.dragoman.runtime.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class MetricsTest {
  /** A comment or a sample of the text format, without a timestamp. */
  private static final Pattern LINE =
      Pattern.compile(
          "# (HELP|TYPE) [a-z_]+ .+"
              + "|[a-z_]+(\\{[a-z]+=\"([^\"\\\\\n]|\\\\.)*\"(,[a-z]+=\"([^\"\\\\\n]|\\\\.)*\")*})?"
              + " -?[0-9]+(\\.[0-9]+)?");

  private final Metrics metrics = new Metrics();

  @Test
  void everyKindInTheOrderOfNames() {
    metrics.gauge("b_bytes", "Bytes.", () -> 1.5);
    metrics.counter("a_total", "Calls.", "tool", "outcome").count("x", "ok");
    metrics.counter("a_total", "Calls.", "tool", "outcome").count("x", "ok");
    metrics.durations("c_seconds", "Times.", "tool").add("x", Duration.ofMillis(20));
    metrics.durations("c_seconds", "Times.", "tool").add("x", Duration.ofMinutes(2));
    metrics.gauges("d_state", "States.", "origin", () -> Map.of("b", 2.0, "a", 1.0));

    String text = metrics.text();

    assertThat(text.lines()).allMatch(line -> LINE.matcher(line).matches());
    assertThat(text)
        .startsWith("# HELP a_total Calls.\n# TYPE a_total counter\n")
        .contains("a_total{tool=\"x\",outcome=\"ok\"} 2\n# HELP b_bytes Bytes.\n")
        .contains("# TYPE b_bytes gauge\nb_bytes 1.500000\n")
        .contains("c_seconds_bucket{tool=\"x\",le=\"0.01\"} 0\n")
        .contains("c_seconds_bucket{tool=\"x\",le=\"0.025\"} 1\n")
        .contains("c_seconds_bucket{tool=\"x\",le=\"60\"} 1\n")
        .contains("c_seconds_bucket{tool=\"x\",le=\"+Inf\"} 2\n")
        .contains("c_seconds_sum{tool=\"x\"} 120.020000\nc_seconds_count{tool=\"x\"} 2\n")
        .endsWith("d_state{origin=\"a\"} 1\nd_state{origin=\"b\"} 2\n");
  }

  @Test
  void labelsCannotBreakOut() {
    metrics.counter("a_total", "Calls.", "tool").count("x\"} 9\n\\");

    assertThat(metrics.text().lines()).allMatch(line -> LINE.matcher(line).matches());
    assertThat(metrics.text()).contains("a_total{tool=\"x\\\"} 9\\n\\\\\"} 1");
  }

  @Test
  void cardinalityIsBounded() {
    Counter counter = metrics.counter("a_total", "Calls.", "operation");
    for (int number = 0; number < 3 * Counter.MAX_SETS; number++) {
      counter.count("operation-" + number);
    }

    assertThat(metrics.text().lines().count()).isLessThanOrEqualTo(Counter.MAX_SETS + 3);
    assertThat(metrics.text())
        .contains("a_total{operation=\"other\"} " + 2 * Counter.MAX_SETS + "\n");
  }

  @Test
  void aCounterWithoutLabelsBeginsWithZero() {
    Counter counter = metrics.counter("a_total", "Calls.");
    assertThat(metrics.text()).endsWith("a_total 0\n");
    counter.count();
    assertThat(metrics.text()).endsWith("a_total 1\n");
    assertThatThrownBy(() -> counter.count("too", "many"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theProcessIsMeasured() {
    ProcessGauges.addTo(metrics);

    assertThat(metrics.text())
        .containsPattern("jvm_memory_used_bytes\\{area=\"heap\"} [1-9][0-9]+\n")
        .containsPattern("jvm_threads [1-9]")
        .contains("jvm_memory_max_bytes ", "process_uptime_seconds ");
  }
}
