package dev.dragoman.benchmarks.search;

import dev.dragoman.benchmarks.BadInputException;
import dev.dragoman.runtime.search.MergedSearch;
import dev.dragoman.runtime.search.MergedSearch.MergedHit;
import dev.dragoman.runtime.search.MergedSearch.MergedHits;
import dev.dragoman.runtime.search.MergedSearch.Source;
import dev.dragoman.runtime.search.rank.RankingWeights;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** How often search finds the operations of one API among those of others, compared to alone. */
final class Combined {
  /** The number of hits of a search, unless an agent asks for another. */
  private static final int SHOWN = 5;

  private final List<SearchSet> sets;

  private Combined(List<SearchSet> sets) {
    this.sets = sets;
  }

  /**
   * A table of the sets as a server of all their APIs ranks them.
   *
   * @param names of the sets; each has an API of its own
   * @throws BadInputException if there is no such set
   */
  static String text(List<SearchSet> all, List<String> names) {
    List<SearchSet> chosen = new ArrayList<>();
    for (String name : names) {
      chosen.add(
          all.stream()
              .filter(set -> set.name().equals(name))
              .findFirst()
              .orElseThrow(() -> new BadInputException("There is no set " + name + ".")));
    }
    return new Combined(chosen).text();
  }

  private String text() {
    StringBuilder text = new StringBuilder("One server: ");
    text.append(String.join(", ", sets.stream().map(SearchSet::name).toList())).append('\n');
    text.append(String.format("%-24s%-14s%s%n", "set", "queries", Score.HEADER));
    List<Score> alone = new ArrayList<>();
    List<Score> spanning = new ArrayList<>();
    double shown = 0;
    for (int i = 0; i < sets.size(); i++) {
      int own = i;
      alone.add(
          row(
              text,
              i,
              "alone",
              task -> Ranker.lexical(RankingWeights.DEFAULT).rank(sets.get(own).corpus(), task)));
      row(text, i, "with vendor", task -> ranked(own, List.of(own), task.query()));
      row(text, i, "naming it", task -> ranked(own, all(), task.query() + " with " + word(own)));
      spanning.add(row(text, i, "unnarrowed", task -> ranked(own, all(), task.query())));
      shown += shown(i) / sets.size();
    }
    Score without = Score.overSets(alone);
    double ten = Score.overSets(spanning).recall10() - without.recall10();
    return text.append(String.format(Locale.ROOT, "unnarrowed, mean R@10: %+.3f%n", ten))
        .append(
            String.format(
                Locale.ROOT,
                "recall of five hits and what is named after them, beside five hits alone: %+.3f%n",
                shown - without.recall5()))
        .toString();
  }

  private List<Integer> all() {
    return IntStream.range(0, sets.size()).boxed().toList();
  }

  /** A name that no query contains by chance. */
  private static String word(int set) {
    return "vendor" + (char) ('a' + set);
  }

  private Score row(
      StringBuilder text, int set, String queries, Function<Task, List<String>> ranking) {
    SearchSet one = sets.get(set);
    Score score =
        Score.overTasks(
            one.tasks().stream().map(task -> Score.of(task.gold(), ranking.apply(task))).toList());
    text.append(String.format("%-24s%-14s%s%n", one.name(), queries, score));
    return score;
  }

  /** The hits in the APIs with these positions; those of other APIs are no routes of this one. */
  private List<String> ranked(int own, List<Integer> searched, String query) {
    return search(searched).hits(query, Ranker.DEPTH).best().stream()
        .map(hit -> route(own, searched.get(hit.source()), hit))
        .toList();
  }

  /** The recall of the text of a result in this set: of its hits, and of what it only names. */
  private double shown(int own) {
    return sets.get(own).tasks().stream()
        .mapToDouble(
            task -> {
              MergedHits hits = search(all()).hits(task.query(), SHOWN);
              List<String> routes =
                  Stream.concat(hits.best().stream(), hits.others().stream())
                      .map(hit -> route(own, hit.source(), hit))
                      .toList();
              return Score.recall(task.gold(), routes, routes.size());
            })
        .average()
        .orElse(0);
  }

  private MergedSearch search(List<Integer> searched) {
    return new MergedSearch(
        searched.stream()
            .map(
                set ->
                    new Source(sets.get(set).corpus().index(), ordinal -> true, List.of(word(set))))
            .toList());
  }

  private String route(int own, int set, MergedHit hit) {
    return set == own
        ? sets.get(own).corpus().route(hit.ordinal())
        : "another API's " + set + " " + hit.ordinal();
  }
}
