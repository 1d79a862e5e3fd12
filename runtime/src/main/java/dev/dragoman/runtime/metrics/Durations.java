package dev.dragoman.runtime.metrics;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;

/** A histogram of durations, for each value of a label. */
public final class Durations implements Family {
  private static final double[] BOUNDS = {
    0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60
  };
  private static final double NANOS = 1e9;

  private final String name;
  private final String help;
  private final String label;
  private final Map<String, Histogram> parts = new ConcurrentSkipListMap<>();

  Durations(String name, String help, String label) {
    this.name = name;
    this.help = help;
    this.label = label;
  }

  /**
   * Adds a duration.
   *
   * @param value the value of the label; from a small, fixed set
   */
  public void add(String value, Duration time) {
    parts.computeIfAbsent(value, key -> new Histogram()).add(time);
  }

  @Override
  public void write(List<String> lines) {
    lines.addAll(Family.head(name, "histogram", help));
    parts.forEach((value, histogram) -> histogram.write(value, lines));
  }

  private final class Histogram {
    private final LongAdder[] buckets = new LongAdder[BOUNDS.length + 1];
    private final LongAdder nanos = new LongAdder();

    Histogram() {
      for (int index = 0; index < buckets.length; index++) {
        buckets[index] = new LongAdder();
      }
    }

    void add(Duration time) {
      double seconds = time.toNanos() / NANOS;
      int index = 0;
      while (index < BOUNDS.length && seconds > BOUNDS[index]) {
        index++;
      }
      buckets[index].increment();
      nanos.add(time.toNanos());
    }

    void write(String value, List<String> lines) {
      long count = 0;
      for (int index = 0; index < buckets.length; index++) {
        count += buckets[index].sum();
        String bound = index < BOUNDS.length ? bound(BOUNDS[index]) : "+Inf";
        lines.add(
            name
                + "_bucket"
                + Family.labels(List.of(label, "le"), List.of(value, bound))
                + " "
                + count);
      }
      String labels = Family.labels(List.of(label), List.of(value));
      lines.add(name + "_sum" + labels + " " + Family.number(nanos.sum() / NANOS));
      lines.add(name + "_count" + labels + " " + count);
    }

    private static String bound(double seconds) {
      return seconds == Math.rint(seconds)
          ? String.valueOf((long) seconds)
          : String.valueOf(seconds);
    }
  }
}
