package dev.dragoman.runtime.execute.http;

import dev.dragoman.runtime.execute.Fault;
import dev.dragoman.runtime.metrics.Counter;
import dev.dragoman.runtime.metrics.Durations;
import dev.dragoman.runtime.metrics.Metrics;
import java.time.Duration;

/** Counts the outcomes of requests to the API. */
final class UpstreamMetrics {
  private final Counter answers;
  private final Counter faults;
  private final Durations times;

  UpstreamMetrics(Metrics metrics) {
    this.answers =
        metrics.counter("dragoman_upstream_answers_total", "Answers of the API.", "status");
    this.faults =
        metrics.counter("dragoman_upstream_faults_total", "Requests without a response.", "fault");
    this.times =
        metrics.durations(
            "dragoman_upstream_seconds",
            "Time from request to complete response or fault.",
            "outcome");
  }

  void answered(int status, long start) {
    answers.count(String.valueOf(status));
    times.add("answer", since(start));
  }

  void failed(Fault fault, long start) {
    faults.count(fault.word());
    times.add("fault", since(start));
  }

  private static Duration since(long start) {
    return Duration.ofNanos(System.nanoTime() - start);
  }
}
