package dev.dragoman.benchmarks.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The scores of sets, and means over them. */
final class Table {
  /** Prefix of rows for all tasks of one kind. */
  static final String KIND = "kind ";

  private Table() {}

  /**
   * A row for each set in the folder, one for the sets of each subfolder (each set has the same
   * weight), one for the tasks of each kind (each task has the same weight), the mean of all rows
   * of sets and subfolders, and the mean of selected sets.
   */
  static Map<String, Score> of(List<SearchSet> sets, Ranker ranker, List<String> core) {
    Map<String, List<Score>> bySet = new LinkedHashMap<>();
    Map<String, List<Score>> byKind = new LinkedHashMap<>();
    for (SearchSet set : sets) {
      List<Score> scores = new ArrayList<>();
      for (Task task : set.tasks()) {
        Score score = Score.of(task.gold(), ranker.rank(set.corpus(), task));
        scores.add(score);
        if (!task.kind().isEmpty()) {
          byKind.computeIfAbsent(KIND + task.kind(), key -> new ArrayList<>()).add(score);
        }
      }
      String row = set.family().isEmpty() ? set.name() : set.family() + "/ (mean)";
      bySet.computeIfAbsent(row, key -> new ArrayList<>()).add(Score.overTasks(scores));
    }
    Map<String, Score> table = new LinkedHashMap<>();
    bySet.forEach((row, scores) -> table.put(row, Score.overSets(scores)));
    Score mean = Score.overSets(List.copyOf(table.values()));
    byKind.forEach((row, scores) -> table.put(row, Score.overTasks(scores)));
    table.put("mean of all", mean);
    if (!core.isEmpty()) {
      table.put(
          "mean of " + core.size(),
          Score.overSets(core.stream().filter(table::containsKey).map(table::get).toList()));
    }
    return table;
  }

  static String text(Map<String, Score> table) {
    StringBuilder text = new StringBuilder("%-24s%s%n".formatted("set", Score.HEADER));
    table.forEach((name, score) -> text.append("%-24s%s%n".formatted(name, score)));
    return text.toString();
  }
}
