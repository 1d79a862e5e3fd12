package dev.dragoman.generator.plan.index;

import dev.dragoman.runtime.search.Ranking;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The scores of all sets, and the means that decisions are made by. */
final class SearchTable {
  static final String CORE = "core mean";
  static final String DEVELOPER = "short developer";
  static final String EVERYDAY = "short everyday";

  private static final List<String> CORE_SETS =
      List.of("restbench_tmdb", "wapii_asana", "wapii_gcal", "agentdiff_gcal");

  private SearchTable() {}

  static Map<String, SearchScore> of(List<SearchSet> sets, Ranking ranking) {
    Map<String, SearchScore> table = new LinkedHashMap<>();
    for (SearchSet set : sets) {
      if (!set.folder().equals("socbench")) {
        table.put(set.name(), set.score(task -> true, ranking));
      }
    }
    table.put(
        "socbench mean",
        SearchScore.overSets(
            sets.stream()
                .filter(set -> set.folder().equals("socbench"))
                .map(set -> set.score(task -> true, ranking))
                .toList()));
    table.put(EVERYDAY, kind(sets, "everyday", ranking));
    table.put(DEVELOPER, kind(sets, "developer", ranking));
    table.put(
        CORE,
        SearchScore.overSets(
            sets.stream()
                .filter(set -> CORE_SETS.contains(set.name()))
                .map(set -> set.score(task -> true, ranking))
                .toList()));
    return table;
  }

  private static SearchScore kind(List<SearchSet> sets, String kind, Ranking ranking) {
    return SearchScore.overTasks(
        sets.stream().map(set -> set.score(task -> task.kind().equals(kind), ranking)).toList());
  }
}
