package dev.dragoman.benchmarks.search;

import static java.util.Objects.requireNonNull;

import dev.dragoman.benchmarks.answers.AnswersCall;
import dev.dragoman.runtime.search.rank.RankingWeights;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;

/** Scores search on sets of tasks, or checks its results. */
@Command(
    name = "search",
    header = "How often search finds what tasks need, and whether its results are usable.",
    description =
        "Scores search on sets of tasks: recall@5, recall@10, hit@1, MRR, nDCG@10. With --answers,"
            + " --usable or --bad, checks the results of search.")
public final class SearchCommand implements Callable<Integer> {
  /** Sets whose tasks have at least this many words on average contain tasks with several steps. */
  private static final int LONG = 30;

  @ArgGroup(multiplicity = "1")
  private Way way;

  /** What to measure. */
  private static final class Way {
    @ArgGroup(exclusive = false, multiplicity = "1")
    private @Nullable SetsCall sets;

    @ArgGroup(multiplicity = "1")
    private @Nullable AnswersCall answers;
  }

  @Override
  public Integer call() throws IOException {
    return way.answers == null ? score(requireNonNull(way.sets)) : way.answers.run();
  }

  private static int score(SetsCall call) throws IOException {
    List<SearchSet> sets = SearchSet.all(call.folder());
    if (!call.combined().isEmpty()) {
      System.out.print(Combined.text(sets, call.combined()));
      return 0;
    }
    Ranker words = Ranker.lexical(call.ranking());
    report("By words", sets, words, call, "");
    System.out.print("\n" + Times.header());
    sets.stream().filter(set -> set.family().isEmpty()).map(Times::of).forEach(System.out::print);
    if (!call.lexicalOnly()) {
      report("With the semantic module", sets, Ranker.semantic(call.ranking()), call, "semantic");
    }
    if (call.leaveOneOut()) {
      System.out.print("\n" + LeaveOneOut.text(sets));
    }
    if (call.ablation()) {
      System.out.print("\n" + Ablation.text(ranking -> table(sets, ranking, call)));
    }
    call.misses().ifPresent(name -> misses(sets, words, name));
    return 0;
  }

  private static void report(
      String title, List<SearchSet> sets, Ranker ranker, SetsCall call, String folder)
      throws IOException {
    System.out.println("\n" + title);
    System.out.print(Table.text(Table.of(sets, ranker, call.core())));
    perClause(sets, ranker);
    if (call.predictions().isPresent()) {
      Predictions.write(sets, ranker, call.predictions().get().resolve(folder));
    }
  }

  private static Map<String, Score> table(
      List<SearchSet> sets, RankingWeights ranking, SetsCall call) {
    return Table.of(sets, Ranker.lexical(ranking), call.core());
  }

  private static void perClause(List<SearchSet> sets, Ranker ranker) {
    System.out.println("\nOne query per clause, sets of long tasks");
    for (SearchSet set : sets) {
      if (set.family().isEmpty() && set.meanWords() >= LONG) {
        List<SearchSet> one = List.of(set);
        Score mixed = Table.of(one, PerClause.tenInAll(ranker), List.of()).get(set.name());
        System.out.printf(
            Locale.ROOT,
            "%-24s ten hits in all R@10 %.3f, 5 per query %.3f, 10 per query %.3f%n",
            set.name(),
            mixed == null ? 0 : mixed.recall10(),
            PerClause.recall(one, ranker, 5),
            PerClause.recall(one, ranker, Ranker.DEPTH));
      }
    }
  }

  private static void misses(List<SearchSet> sets, Ranker ranker, String name) {
    for (SearchSet set : sets) {
      for (Task task : set.name().equals(name) ? set.tasks() : List.<Task>of()) {
        List<String> ranked = ranker.rank(set.corpus(), task);
        Set<String> first = Set.copyOf(ranked.subList(0, Math.min(1, ranked.size())));
        if (first.isEmpty() || task.gold().stream().noneMatch(good -> good.containsAll(first))) {
          System.out.println(task.query() + "\n  wanted " + task.gold() + "\n  found  " + ranked);
        }
      }
    }
  }
}
