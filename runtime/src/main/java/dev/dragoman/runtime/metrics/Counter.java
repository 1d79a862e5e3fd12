package dev.dragoman.runtime.metrics;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;

/**
 * A number that only grows, for each set of label values. Beyond a thousand sets, new ones count as
 * {@code other}: a document with many operations must not fill the memory of whoever collects.
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

  /** Counts one, for as many values as there are labels. */
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
