package dev.dragoman.benchmarks.search;

import dev.dragoman.runtime.search.rank.RankingWeights;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Checks whether the weights were fitted to the sets. Each set is scored with weights that were
 * chosen without it: each weight separately among zero, half, once and twice its value, by the mean
 * over the other sets, if the gain is significant. If the result is no worse than with the current
 * weights, these were not fitted to that set; if it is no better, choosing weights has nothing left
 * to gain.
 */
final class LeaveOneOut {
  /** A smaller gain of the mean is one or two tasks, and not significant. */
  private static final double LEAST_GAIN = 0.003;

  private static final List<Double> FACTORS = List.of(1.0, 0.0, 0.5, 2.0);

  private final List<SearchSet> sets;
  private final Map<String, Map<RankingWeights, Map<String, Score>>> tables = new LinkedHashMap<>();

  private LeaveOneOut(List<SearchSet> sets) {
    this.sets = sets;
    for (String weight : Weights.names()) {
      Map<RankingWeights, Map<String, Score>> variants = new LinkedHashMap<>();
      double value = Weights.get(RankingWeights.DEFAULT, weight);
      for (double factor : FACTORS) {
        RankingWeights variant = Weights.with(RankingWeights.DEFAULT, weight, value * factor);
        variants.computeIfAbsent(variant, this::rows);
      }
      tables.put(weight, variants);
    }
  }

  static String text(List<SearchSet> sets) {
    return new LeaveOneOut(sets).text();
  }

  private Map<String, Score> rows(RankingWeights ranking) {
    Map<String, Score> rows =
        new LinkedHashMap<>(Table.of(sets, Ranker.lexical(ranking), List.of()));
    rows.keySet().removeIf(row -> row.startsWith(Table.KIND) || row.startsWith("mean"));
    return rows;
  }

  private String text() {
    StringBuilder text =
        new StringBuilder(
            String.format(
                "%-24s%20s  %20s  %s%n",
                "set left out", "as it is R@5 hit@1", "chosen without it", "weights that changed"));
    Map<String, Score> asItIs = rows(RankingWeights.DEFAULT);
    for (Map.Entry<String, Score> row : asItIs.entrySet()) {
      Map<String, Double> changes = changesWithout(row.getKey());
      RankingWeights chosen = RankingWeights.DEFAULT;
      for (Map.Entry<String, Double> change : changes.entrySet()) {
        chosen = Weights.with(chosen, change.getKey(), change.getValue());
      }
      Score other = rows(chosen).getOrDefault(row.getKey(), row.getValue());
      text.append(line(row.getKey(), row.getValue(), other, changes));
    }
    return text.toString();
  }

  private static String line(String set, Score now, Score other, Map<String, Double> changes) {
    String list =
        changes.entrySet().stream()
            .map(change -> change.getKey() + "=" + change.getValue())
            .collect(Collectors.joining(" "));
    return String.format(
        Locale.ROOT,
        "%-24s%14.3f %.3f  %14.3f %.3f  %s%n",
        set,
        now.recall5(),
        now.hit1(),
        other.recall5(),
        other.hit1(),
        list);
  }

  private Map<String, Double> changesWithout(String set) {
    Map<String, Double> changes = new LinkedHashMap<>();
    tables.forEach(
        (weight, variants) -> {
          RankingWeights best = RankingWeights.DEFAULT;
          for (RankingWeights variant : variants.keySet()) {
            boolean better =
                goodness(variants, variant, set) > goodness(variants, best, set) + LEAST_GAIN;
            best = better ? variant : best;
          }
          if (!best.equals(RankingWeights.DEFAULT)) {
            changes.put(weight, Weights.get(best, weight));
          }
        });
    return changes;
  }

  private static double goodness(
      Map<RankingWeights, Map<String, Score>> variants, RankingWeights ranking, String without) {
    return variants.getOrDefault(ranking, Map.of()).entrySet().stream()
        .filter(row -> !row.getKey().equals(without))
        .mapToDouble(row -> (row.getValue().recall5() + row.getValue().hit1()) / 2)
        .average()
        .orElse(0);
  }
}
