package dev.dragoman.runtime.metrics;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;

/**
 * A counter for each set of label values. Beyond a thousand sets, new ones are counted as {@code
 * other}, so that a document with many operations does not fill the memory of the collector.
 */
public final class Counter implements Family {
  static final int MAX_SETS = 1_000;

  private static final String OTHER = "other";

  private final String name;
  private final String help;
  private final List<String> labels;
  private final Map<List<String>, LongAdder> counts = new ConcurrentHashMap<>();

  Counter(String name, String help, List<String> labels) {
    this.name = name;
    this.help = help;
    this.labels = labels;
    if (labels.isEmpty()) {
      counts.put(List.of(), new LongAdder());
    }
  }

  /** Increments the counter for the given values, one per label. */
  public void count(String... values) {
    List<String> set = List.of(values);
    if (set.size() != labels.size()) {
      throw new IllegalArgumentException(name + " has the labels " + labels);
    }
    LongAdder known = counts.get(set);
    if (known == null) {
      List<String> kept =
          counts.size() < MAX_SETS ? set : Collections.nCopies(labels.size(), OTHER);
      known = counts.computeIfAbsent(kept, key -> new LongAdder());
    }
    known.increment();
  }

  @Override
  public void write(List<String> lines) {
    lines.addAll(Family.head(name, "counter", help));
    Stream<String> figures =
        counts.entrySet().stream()
            .map(one -> name + Family.labels(labels, one.getKey()) + " " + one.getValue().sum());
    figures.sorted().forEach(lines::add);
  }
}
