package dev.dragoman.runtime.tool.search;

import static java.util.Comparator.comparing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How hits of one query share the bytes of a result.
 *
 * @param bytes the maximum size of each hit, in bytes
 * @param described how many hits are described; the rest is only named
 */
record HitShares(List<Integer> bytes, int described) {
  /** Maximum size of the hits of a query, in bytes. */
  private static final int MOST = 5 * HitText.BUDGET;

  /** Bytes of a hit that is only named. */
  private static final int NAMED = 120;

  HitShares {
    bytes = List.copyOf(bytes);
  }

  /**
   * Divides {@link HitText#BUDGET} times the number of hits, or more if they need more, up to five
   * times the budget. Shortest hits first, each gets what it wants but at most an equal share of
   * the rest, and never less than it needs.
   *
   * @param least what each hit needs, in bytes
   * @param wanted what each hit takes without a limit, in bytes
   */
  static HitShares of(List<Integer> least, List<Integer> wanted) {
    int count = least.size();
    int needed = least.stream().mapToInt(Integer::intValue).sum();
    int total = Math.max(count * HitText.BUDGET, Math.min(needed, MOST));
    int described = described(least, total);
    List<Integer> bytes = new ArrayList<>(Collections.nCopies(count, 0));
    int left = total - NAMED * (count - described);
    int reserved = least.subList(0, described).stream().mapToInt(Integer::intValue).sum();
    int sharers = described;
    for (int i : IntStream.range(0, described).boxed().sorted(comparing(wanted::get)).toList()) {
      reserved -= least.get(i);
      int fair = Math.min(left / sharers, left - reserved);
      int share = Math.min(left, Math.max(least.get(i), fair));
      bytes.set(i, Math.min(wanted.get(i), share));
      left -= bytes.get(i);
      sharers--;
    }
    return new HitShares(bytes, described);
  }

  /** How many of the first hits can show what they need; the first one always counts. */
  private static int described(List<Integer> least, int total) {
    int used = 0;
    for (int i = 0; i < least.size(); i++) {
      used += least.get(i);
      if (i > 0 && used + NAMED * (least.size() - i - 1) > total) {
        return i;
      }
    }
    return least.size();
  }
}
