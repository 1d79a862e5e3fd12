package dev.dragoman.generator.plan.index;

import dev.dragoman.runtime.search.Ranking;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Prints the scores of search on each set of a folder, the first argument. Others change weights of
 * the ranking: {@code title=0.5}, or {@code title=0,0.5,1} for one line each; {@code misses=SET}
 * prints the tasks of a set whose first hit is wrong.
 */
final class SearchBench {
  private static final int ROUNDS = 60;

  private final List<SearchSet> sets;

  private SearchBench(List<SearchSet> sets) {
    this.sets = sets;
  }

  public static void main(String[] arguments) throws Exception {
    SearchBench bench = new SearchBench(SearchSet.all(Path.of(arguments[0])));
    Map<String, Ranking> settings = new LinkedHashMap<>();
    Ranking base = Ranking.DEFAULT;
    for (String argument : List.of(arguments).subList(1, arguments.length)) {
      String name = argument.substring(0, argument.indexOf('='));
      String[] values = argument.substring(argument.indexOf('=') + 1).split(",", -1);
      if (name.equals("misses")) {
        bench.misses(values[0]);
      } else if (values.length == 1) {
        base = with(base, name, values[0]);
      } else {
        for (String value : values) {
          settings.put(name + "=" + value, with(base, name, value));
        }
      }
    }
    bench.table(base);
    settings.forEach(bench::line);
    bench.sizesAndTimes();
  }

  private void table(Ranking ranking) {
    System.out.println("%-22s".formatted("set") + SearchScore.HEADER);
    SearchTable.of(sets, ranking)
        .forEach((name, score) -> System.out.println("%-22s".formatted(name) + score));
  }

  private void line(String setting, Ranking ranking) {
    StringBuilder line = new StringBuilder("%-20s R@5/hit@1".formatted(setting));
    SearchTable.of(sets, ranking)
        .forEach(
            (name, score) ->
                line.append(
                    String.format(
                        Locale.ROOT, " | %s %.3f %.3f", name, score.recall5(), score.hit1())));
    System.out.println(line);
  }

  private void misses(String name) {
    for (SearchSet set : sets) {
      for (SearchSet.Task task :
          set.name().equals(name) ? set.tasks() : List.<SearchSet.Task>of()) {
        List<String> ranked = set.ranked(task.query(), 5, Ranking.DEFAULT);
        Set<String> first = Set.copyOf(ranked.subList(0, Math.min(1, ranked.size())));
        if (task.gold().stream().noneMatch(good -> good.containsAll(first)) || first.isEmpty()) {
          System.out.println(task.query() + "\n  wanted " + task.gold() + "\n  found  " + ranked);
        }
      }
    }
  }

  private void sizesAndTimes() {
    for (SearchSet set : sets) {
      if (set.operations().size() >= 100) {
        List<Long> times = times(set);
        System.out.printf(
            "%s: %d operations, %d bytes (%d each), query p50 %d us, p99 %d us%n",
            set.name(),
            set.operations().size(),
            set.indexBytes(),
            set.indexBytes() / set.operations().size(),
            times.get(times.size() / 2) / 1_000,
            times.get(times.size() * 99 / 100) / 1_000);
      }
    }
  }

  /** Nanoseconds of each query in the second half of the rounds, in order. */
  private static List<Long> times(SearchSet set) {
    List<Long> times = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      for (SearchSet.Task task : set.tasks()) {
        long start = System.nanoTime();
        set.ranked(task.query(), 10, Ranking.DEFAULT);
        if (round >= ROUNDS / 2) {
          times.add(System.nanoTime() - start);
        }
      }
    }
    times.sort(null);
    return times;
  }

  private static Ranking with(Ranking base, String name, String value)
      throws ReflectiveOperationException {
    RecordComponent[] weights = Ranking.class.getRecordComponents();
    Object[] values = new Object[weights.length];
    Class<?>[] types = new Class<?>[weights.length];
    boolean known = false;
    for (int i = 0; i < weights.length; i++) {
      boolean changed = weights[i].getName().equals(name);
      known |= changed;
      types[i] = weights[i].getType();
      values[i] = changed ? number(types[i], value) : weights[i].getAccessor().invoke(base);
    }
    if (!known) {
      throw new IllegalArgumentException("The ranking has no weight " + name);
    }
    return Ranking.class.getDeclaredConstructor(types).newInstance(values);
  }

  private static Object number(Class<?> type, String value) {
    if (type == int.class) {
      return Integer.valueOf(value);
    }
    return Double.valueOf(value);
  }
}
