package dev.dragoman.runtime.search;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Keeps among the first hits what words alone put first. Meaning brings up what words cannot find;
 * it has no reason to hide what a request names by its own words, and in long requests, whose
 * meaning is that of everything in them at once, it does.
 */
final class WordsKept {
  private static final int FIRST = 5;

  private WordsKept() {}

  /**
   * Lifts the scores of those that would fall out, to the end of the first hits.
   *
   * @param both scores for words and meaning, by ordinal; changed
   * @param words scores for words alone
   * @param count how many are kept
   */
  static void among(float[] both, float[] words, int count) {
    List<Integer> first = best(both, FIRST);
    List<Integer> missing = new ArrayList<>(best(words, count));
    Set<Integer> kept = new HashSet<>(missing);
    missing.removeAll(first);
    List<Integer> giving = first.stream().filter(ordinal -> !kept.contains(ordinal)).toList();
    if (!missing.isEmpty() && giving.size() >= missing.size()) {
      float above = Math.nextUp(both[giving.get(giving.size() - missing.size())]);
      missing.forEach(ordinal -> both[ordinal] = above);
    }
  }

  /** The best, equals by ordinal; none that scores 0. */
  private static List<Integer> best(float[] scores, int count) {
    List<Integer> best = new ArrayList<>();
    for (int n = 0; n < count; n++) {
      IntStream.range(0, scores.length)
          .filter(i -> scores[i] > 0 && !best.contains(i))
          .reduce((a, b) -> scores[b] > scores[a] ? b : a)
          .ifPresent(best::add);
    }
    return best;
  }
}
