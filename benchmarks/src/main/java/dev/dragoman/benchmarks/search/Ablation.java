package dev.dragoman.benchmarks.search;

import dev.dragoman.runtime.search.rank.RankingWeights;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** The effect of each part of the ranking: the scores without it. */
final class Ablation {
  private Ablation() {}

  static String text(Function<RankingWeights, Map<String, Score>> table) {
    StringBuilder text = new StringBuilder("Recall@5 and hit@1 with one weight changed\n");
    text.append(line("(as it is)", table.apply(RankingWeights.DEFAULT)));
    for (String weight : Weights.names()) {
      // A part with a minimum number of words is disabled if no query is long enough.
      double off = weight.endsWith("Words") ? Integer.MAX_VALUE : 0;
      RankingWeights without = Weights.with(RankingWeights.DEFAULT, weight, off);
      text.append(line(weight + "=" + (off == 0 ? "0" : "never"), table.apply(without)));
    }
    return text.toString();
  }

  private static String line(String name, Map<String, Score> table) {
    StringBuilder line = new StringBuilder(String.format("%-22s", name));
    table.forEach(
        (row, score) ->
            line.append(
                String.format(Locale.ROOT, " | %s %.3f %.3f", row, score.recall5(), score.hit1())));
    return line.append('\n').toString();
  }
}
