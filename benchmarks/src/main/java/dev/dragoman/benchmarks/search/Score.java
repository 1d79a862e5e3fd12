package dev.dragoman.benchmarks.search;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/** The quality of rankings: means over a number of tasks. */
record Score(int tasks, double recall5, double recall10, double hit1, double mrr, double ndcg10) {

  static final String HEADER = "tasks    R@5   R@10  hit@1    MRR nDCG@10";

  /** The score of one ranking, at least ten deep if there are that many operations. */
  static Score of(List<Set<String>> gold, List<String> ranked) {
    Set<Set<String>> missing = new HashSet<>(gold);
    int first = -1;
    double gain = 0;
    for (int rank = 0; rank < ranked.size(); rank++) {
      String route = ranked.get(rank);
      if (missing.removeIf(good -> good.contains(route))) {
        gain += discount(rank);
        first = first < 0 ? rank : first;
      }
    }
    double ideal = 0;
    for (int rank = 0; rank < Math.min(10, gold.size()); rank++) {
      ideal += discount(rank);
    }
    return new Score(
        1,
        recall(gold, ranked, 5),
        recall(gold, ranked, 10),
        first == 0 ? 1 : 0,
        first < 0 ? 0 : 1.0 / (first + 1),
        gain / ideal);
  }

  private static double discount(int rank) {
    return Math.log(2) / Math.log(rank + 2);
  }

  /** The share of what is wanted that is among the first of a ranking. */
  static double recall(List<Set<String>> gold, List<String> ranked, int depth) {
    Set<String> top = new HashSet<>(ranked.subList(0, Math.min(depth, ranked.size())));
    long found = gold.stream().filter(good -> good.stream().anyMatch(top::contains)).count();
    return (double) found / gold.size();
  }

  /** The mean in which every task has the same weight. */
  static Score overTasks(List<Score> scores) {
    return mean(scores, Score::tasks);
  }

  /** The mean in which every set has the same weight. */
  static Score overSets(List<Score> scores) {
    return mean(scores, score -> 1);
  }

  private static Score mean(List<Score> scores, ToDoubleFunction<Score> weight) {
    return new Score(
        scores.stream().mapToInt(Score::tasks).sum(),
        mean(scores, weight, Score::recall5),
        mean(scores, weight, Score::recall10),
        mean(scores, weight, Score::hit1),
        mean(scores, weight, Score::mrr),
        mean(scores, weight, Score::ndcg10));
  }

  private static double mean(
      List<Score> scores, ToDoubleFunction<Score> weight, ToDoubleFunction<Score> measure) {
    double total = scores.stream().mapToDouble(weight).sum();
    double sum =
        scores.stream().mapToDouble(s -> weight.applyAsDouble(s) * measure.applyAsDouble(s)).sum();
    return sum / Math.max(1, total);
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%5d  %.3f  %.3f  %.3f  %.3f  %.3f",
        tasks,
        recall5,
        recall10,
        hit1,
        mrr,
        ndcg10);
  }
}
