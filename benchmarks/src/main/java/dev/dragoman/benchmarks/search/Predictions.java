package dev.dragoman.benchmarks.search;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Writes rankings for scoring by other tools. */
final class Predictions {
  private static final JsonMapper JSON = new JsonMapper();

  private Predictions() {}

  /** Writes {@code SET.jsonl} for each set: {@code {"id", "ranked": [route, …]}} for each task. */
  static void write(List<SearchSet> sets, Ranker ranker, Path folder) throws IOException {
    for (SearchSet set : sets) {
      List<String> lines = new ArrayList<>();
      for (Task task : set.tasks()) {
        ObjectNode line = JSON.createObjectNode().put("id", task.id());
        ranker.rank(set.corpus(), task).forEach(line.putArray("ranked")::add);
        lines.add(line.toString());
      }
      Path file = folder.resolve(set.name() + ".jsonl");
      Files.createDirectories(file.getParent());
      Files.write(file, lines);
    }
  }
}
