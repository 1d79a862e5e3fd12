package dev.dragoman.generator.plan.index;

import dev.dragoman.generator.plan.index.SearchScores.Corpus;
import dev.dragoman.generator.plan.index.SearchScores.Score;
import dev.dragoman.generator.plan.index.SearchScores.Task;
import dev.dragoman.runtime.search.Ranking;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Prints the scores of search on each set of a folder. Arguments: the folder, then weights of the
 * ranking to change, such as {@code title=0}; {@code misses=SET} prints what a set's tasks miss.
 */
final class SearchBench {
  private static final List<String> CORE =
      List.of("restbench_tmdb", "wapii_asana", "wapii_gcal", "agentdiff_gcal");

  private SearchBench() {}

  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[0]);
    Map<String, Score> scores = new LinkedHashMap<>();
    List<Score> sections = new ArrayList<>();
    Map<String, List<String>> sweeps = new LinkedHashMap<>();
    Ranking base = Ranking.DEFAULT;
    String misses = "";
    for (String argument : List.of(arguments).subList(1, arguments.length)) {
      String name = argument.substring(0, argument.indexOf('='));
      String value = argument.substring(argument.indexOf('=') + 1);
      if (name.equals("misses")) {
        misses = value;
      } else if (value.contains(",")) {
        sweeps.put(name, List.of(value.split(",")));
      } else {
        base = with(base, name, value);
      }
    }
    Map<Path, Corpus> corpora = new LinkedHashMap<>();
    List<Path> sets;
    try (Stream<Path> files = Files.walk(folder)) {
      sets = files.filter(file -> file.toString().endsWith(".jsonl")).sorted().toList();
    }
    Map<Path, List<Task>> tasks = new LinkedHashMap<>();
    for (Path set : sets) {
      String name = set.getFileName().toString().replace(".jsonl", "");
      Path spec = set.resolveSibling(name + ".openapi.json");
      corpora.put(set, SearchScores.corpus(spec));
      tasks.put(set, SearchScores.tasks(set));
    }
    List<Map.Entry<String, Ranking>> settings = new ArrayList<>();
    settings.add(Map.entry("default", base));
    for (Map.Entry<String, List<String>> sweep : sweeps.entrySet()) {
      for (String value : sweep.getValue()) {
        settings.add(Map.entry(sweep.getKey() + "=" + value, with(base, sweep.getKey(), value)));
      }
    }
    for (Map.Entry<String, Ranking> setting : settings) {
      Ranking ranking = setting.getValue();
      sections.clear();
      scores.clear();
      for (Path set : sets) {
        String name = set.getFileName().toString().replace(".jsonl", "");
        Corpus corpus = corpora.get(set);
        Score score = SearchScores.score(corpus, tasks.get(set), ranking);
        if (set.getParent().endsWith("socbench")) {
          sections.add(score);
        } else {
          scores.put(name, score);
        }
        if (name.startsWith("short_")) {
          for (String kind : List.of("everyday", "developer")) {
            List<Task> some =
                tasks.get(set).stream().filter(task -> task.kind().equals(kind)).toList();
            scores.put(name + " " + kind, SearchScores.score(corpus, some, ranking));
          }
        }
        if (name.equals(misses)) {
          for (Task task : tasks.get(set)) {
            List<String> ranked = corpus.ranked(task.query(), ranking);
            if (ranked.isEmpty()
                || task.gold().stream().noneMatch(g -> g.contains(ranked.get(0)))) {
              System.out.println(
                  task.query()
                      + "\n   GOLD "
                      + task.gold()
                      + "\n   "
                      + String.join("\n   ", ranked));
            }
          }
        }
      }
      scores.put("socbench mean", mean(sections));
      scores.put("CORE MEAN", mean(CORE.stream().map(scores::get).toList()));
      scores.put(
          "short everyday",
          merged(scores.get("short_github everyday"), scores.get("short_stripe everyday")));
      scores.put(
          "short developer",
          merged(scores.get("short_github developer"), scores.get("short_stripe developer")));
      if (settings.size() > 1) {
        StringBuilder line = new StringBuilder("%-20s".formatted(setting.getKey()));
        Score c = scores.get("CORE MEAN");
        line.append(" core %.3f %.3f h1 %.3f |".formatted(c.recall5(), c.recall10(), c.hit1()));
        for (String name :
            List.of(
                "restbench_tmdb",
                "wapii_asana",
                "wapii_gcal",
                "agentdiff_gcal",
                "short everyday",
                "short developer",
                "socbench mean",
                "toolalpaca_simulated",
                "toolbench_g1")) {
          Score s = scores.get(name);
          line.append(
              " %s %.3f %.3f |"
                  .formatted(
                      name.substring(0, Math.min(9, name.length()))
                          + name.substring(Math.max(0, name.length() - 4)),
                      s.recall5(),
                      s.hit1()));
        }
        System.out.println(line);
      } else {
        System.out.println("set                      tasks  R@5    R@10   hit@1  MRR    nDCG@10");
        scores.forEach((name, score) -> System.out.println(score.line(name)));
      }
    }
    for (Path set : sets) {
      if (set.toString().contains("short_")) {
        Corpus corpus = corpora.get(set);
        timing(set.getFileName().toString(), corpus, tasks.get(set));
      }
    }
  }

  private static void timing(String name, Corpus corpus, List<Task> tasks) {
    List<Long> times = new ArrayList<>();
    for (int round = 0; round < 60; round++) {
      for (Task task : tasks) {
        long start = System.nanoTime();
        corpus.ranked(task.query(), Ranking.DEFAULT);
        if (round >= 30) {
          times.add(System.nanoTime() - start);
        }
      }
    }
    times.sort(null);
    System.out.printf(
        "%s: %d operations, %d bytes, %d per operation, query p50 %d us, p99 %d us%n",
        name,
        corpus.operations().size(),
        corpus.bytes(),
        corpus.bytes() / corpus.operations().size(),
        times.get(times.size() / 2) / 1000,
        times.get(times.size() * 99 / 100) / 1000);
  }

  private static Score mean(List<Score> scores) {
    int n = scores.size();
    return new Score(
        scores.stream().mapToInt(Score::tasks).sum(),
        scores.stream().mapToDouble(Score::recall5).sum() / n,
        scores.stream().mapToDouble(Score::recall10).sum() / n,
        scores.stream().mapToDouble(Score::hit1).sum() / n,
        scores.stream().mapToDouble(Score::mrr).sum() / n,
        scores.stream().mapToDouble(Score::ndcg10).sum() / n);
  }

  private static Score merged(Score a, Score b) {
    double n = a.tasks() + b.tasks();
    return new Score(
        a.tasks() + b.tasks(),
        (a.recall5() * a.tasks() + b.recall5() * b.tasks()) / n,
        (a.recall10() * a.tasks() + b.recall10() * b.tasks()) / n,
        (a.hit1() * a.tasks() + b.hit1() * b.tasks()) / n,
        (a.mrr() * a.tasks() + b.mrr() * b.tasks()) / n,
        (a.ndcg10() * a.tasks() + b.ndcg10() * b.tasks()) / n);
  }

  private static Ranking with(Ranking base, String name, String value)
      throws ReflectiveOperationException {
    RecordComponent[] components = Ranking.class.getRecordComponents();
    Object[] values = new Object[components.length];
    Class<?>[] types = new Class<?>[components.length];
    boolean known = false;
    for (int i = 0; i < components.length; i++) {
      types[i] = components[i].getType();
      values[i] = components[i].getAccessor().invoke(base);
      if (components[i].getName().equals(name)) {
        known = true;
        values[i] =
            types[i] == int.class
                ? (Object) Integer.valueOf(value)
                : (Object) Double.valueOf(value);
      }
    }
    if (!known) {
      throw new IllegalArgumentException("No weight is called " + name);
    }
    return Ranking.class.getDeclaredConstructor(types).newInstance(values);
  }
}
