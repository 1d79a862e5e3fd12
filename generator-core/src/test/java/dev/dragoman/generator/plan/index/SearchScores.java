package dev.dragoman.generator.plan.index;

import dev.dragoman.runtime.search.IndexedOperation;
import dev.dragoman.runtime.search.Ranking;
import dev.dragoman.runtime.search.SearchIndex;
import dev.dragoman.runtime.search.SearchIndex.Hit;
import dev.dragoman.runtime.search.SearchIndexWriter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Scores search on a set of tasks: JSON Lines of {id, query, gold, alt} and the document beside.
 */
final class SearchScores {
  private static final JsonMapper JSON = new JsonMapper();

  private SearchScores() {}

  /** Means over the tasks of a set. */
  record Score(int tasks, double recall5, double recall10, double hit1, double mrr, double ndcg10) {
    String line(String name) {
      return "%-24s %5d  %.3f  %.3f  %.3f  %.3f  %.3f"
          .formatted(name, tasks, recall5, recall10, hit1, mrr, ndcg10);
    }
  }

  /** A task; each gold with the ones as good as it. */
  record Task(String id, String query, String kind, List<Set<String>> gold) {}

  /** A document's operations and their index. */
  record Corpus(List<IndexedOperation> operations, SearchIndex index, int bytes) {
    List<String> ranked(String query, Ranking ranking) {
      List<String> routes = new ArrayList<>();
      for (Hit hit : index.search(query, ordinal -> true, 10, ranking)) {
        IndexedOperation operation = operations.get(hit.ordinal());
        routes.add(operation.method() + " " + operation.path());
      }
      return routes;
    }
  }

  static Corpus corpus(Path document) throws IOException {
    Path file = document;
    if (Files.size(file) < 200) {
      file = file.resolveSibling(Files.readString(file).strip()).normalize();
    }
    List<IndexedOperation> operations = SpecOperations.of(JSON.readTree(file));
    byte[] index = SearchIndexWriter.write(operations);
    return new Corpus(operations, SearchIndex.read(ByteBuffer.wrap(index)), index.length);
  }

  static List<Task> tasks(Path set) throws IOException {
    List<Task> tasks = new ArrayList<>();
    for (String line : Files.readAllLines(set)) {
      JsonNode node = JSON.readTree(line);
      List<Set<String>> gold = new ArrayList<>();
      for (int i = 0; i < node.path("gold").size(); i++) {
        Set<String> good = new HashSet<>(Set.of(node.path("gold").path(i).stringValue()));
        node.path("alt").path(i).forEach(alt -> good.add(alt.stringValue()));
        gold.add(good);
      }
      tasks.add(
          new Task(
              node.path("id").stringValue(),
              node.path("query").stringValue(),
              node.path("kind").stringValue(""),
              gold));
    }
    return tasks;
  }

  static Score score(Corpus corpus, List<Task> tasks, Ranking ranking) {
    double recall5 = 0;
    double recall10 = 0;
    double hit1 = 0;
    double mrr = 0;
    double ndcg = 0;
    for (Task task : tasks) {
      List<String> ranked = corpus.ranked(task.query(), ranking);
      recall5 += recall(task, ranked, 5);
      recall10 += recall(task, ranked, 10);
      double gain = 0;
      int first = -1;
      Set<Set<String>> left = new HashSet<>(task.gold());
      for (int i = 0; i < ranked.size(); i++) {
        String route = ranked.get(i);
        if (left.removeIf(good -> good.contains(route))) {
          gain += discount(i);
          first = first < 0 ? i : first;
        }
      }
      hit1 += first == 0 ? 1 : 0;
      mrr += first < 0 ? 0 : 1.0 / (first + 1);
      double ideal = 0;
      for (int i = 0; i < Math.min(10, task.gold().size()); i++) {
        ideal += discount(i);
      }
      ndcg += gain / ideal;
    }
    int n = Math.max(1, tasks.size());
    return new Score(tasks.size(), recall5 / n, recall10 / n, hit1 / n, mrr / n, ndcg / n);
  }

  private static double discount(int rank) {
    return Math.log(2) / Math.log(rank + 2);
  }

  private static double recall(Task task, List<String> ranked, int depth) {
    Set<String> top = new HashSet<>(ranked.subList(0, Math.min(depth, ranked.size())));
    long found = task.gold().stream().filter(good -> good.stream().anyMatch(top::contains)).count();
    return (double) found / task.gold().size();
  }
}
