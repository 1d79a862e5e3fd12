package dev.dragoman.generator.plan.index;

import dev.dragoman.runtime.search.IndexedOperation;
import dev.dragoman.runtime.search.Ranking;
import dev.dragoman.runtime.search.SearchIndex;
import dev.dragoman.runtime.search.SearchIndexWriter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A set of search tasks with the API they are about: {@code SET.jsonl} with {@code {id, query,
 * gold, alt, kind}} on each line, {@code SET.openapi.json} beside it.
 *
 * @param name the file's name without its ending
 * @param folder the name of the folder that has it
 */
record SearchSet(
    String name,
    String folder,
    List<Task> tasks,
    List<IndexedOperation> operations,
    SearchIndex index,
    int indexBytes) {
  private static final JsonMapper JSON = new JsonMapper();

  /** Below this a document is no document but names the file that is. */
  private static final int SHORTEST_DOCUMENT = 200;

  /** A task; each gold together with the ones as good as it. */
  record Task(String query, String kind, List<Set<String>> gold) {}

  static List<SearchSet> all(Path folder) throws IOException {
    List<Path> files;
    try (Stream<Path> walk = Files.walk(folder)) {
      files = walk.filter(file -> file.toString().endsWith(".jsonl")).sorted().toList();
    }
    List<SearchSet> sets = new ArrayList<>();
    for (Path file : files) {
      sets.add(read(file));
    }
    return sets;
  }

  private static SearchSet read(Path file) throws IOException {
    String name = file.getFileName().toString().replace(".jsonl", "");
    Path document = file.resolveSibling(name + ".openapi.json");
    if (Files.size(document) < SHORTEST_DOCUMENT) {
      document = document.resolveSibling(Files.readString(document).strip());
    }
    List<Task> tasks = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      tasks.add(task(JSON.readTree(line)));
    }
    List<IndexedOperation> operations = SpecOperations.of(JSON.readTree(document));
    byte[] index = SearchIndexWriter.write(operations);
    return new SearchSet(
        name,
        String.valueOf(file.getParent().getFileName()),
        tasks,
        operations,
        SearchIndex.read(ByteBuffer.wrap(index)),
        index.length);
  }

  private static Task task(JsonNode node) {
    List<Set<String>> gold = new ArrayList<>();
    for (int i = 0; i < node.path("gold").size(); i++) {
      Set<String> good = new HashSet<>(Set.of(node.path("gold").path(i).stringValue()));
      node.path("alt").path(i).forEach(alt -> good.add(alt.stringValue()));
      gold.add(good);
    }
    return new Task(node.path("query").stringValue(), node.path("kind").stringValue(""), gold);
  }

  List<String> ranked(String query, int limit, Ranking ranking) {
    return index.search(query, ordinal -> true, limit, ranking).stream()
        .map(hit -> operations.get(hit.ordinal()))
        .map(operation -> operation.method() + " " + operation.path())
        .toList();
  }

  SearchScore score(Predicate<Task> which, Ranking ranking) {
    List<SearchScore> each =
        tasks.stream()
            .filter(which)
            .map(task -> SearchScore.of(task.gold(), ranked(task.query(), 10, ranking)))
            .toList();
    return SearchScore.overTasks(each);
  }
}
