package dev.dragoman.benchmarks.search;

import dev.dragoman.benchmarks.BadInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tasks and the API to which they refer: {@code SET.jsonl} with {@code SET.openapi.json} or {@code
 * SET.openapi.yaml} next to it.
 *
 * @param name the file's path relative to the folder of all sets, without its extension
 * @param tasks in the order of the file
 * @param corpus the API
 */
record SearchSet(String name, List<Task> tasks, Corpus corpus) {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String ENDING = ".jsonl";

  /**
   * A file this short is not a document but contains the path of one: a symbolic link that was
   * checked out as text.
   */
  private static final int LONGEST_LINK = 300;

  /**
   * The sets in a folder and its subfolders, by name. Sets with the same document share its corpus.
   */
  static List<SearchSet> all(Path folder) throws IOException {
    List<Path> files;
    try (Stream<Path> walk = Files.walk(folder)) {
      files = walk.filter(file -> file.toString().endsWith(ENDING)).sorted().toList();
    }
    Map<Path, Corpus> corpora = new HashMap<>();
    List<SearchSet> sets = new ArrayList<>();
    for (Path file : files) {
      Corpus corpus = corpora.computeIfAbsent(document(file), Corpus::read);
      sets.add(new SearchSet(name(folder, file), tasks(file), corpus));
    }
    if (sets.isEmpty()) {
      throw new BadInputException(folder + " has no SET.jsonl in it.");
    }
    return sets;
  }

  private static String name(Path folder, Path file) {
    String name = folder.relativize(file).toString().replace('\\', '/');
    return name.substring(0, name.length() - ENDING.length());
  }

  private static Path document(Path file) throws IOException {
    String stem = file.getFileName().toString().replace(ENDING, ".openapi.");
    for (String ending : List.of("json", "yaml", "yml")) {
      Path document = file.resolveSibling(stem + ending);
      if (Files.isRegularFile(document)) {
        return linked(document);
      }
    }
    throw new BadInputException(
        file + ": there is neither " + stem + "json nor " + stem + "yaml beside it.");
  }

  private static Path linked(Path document) throws IOException {
    if (Files.size(document) > LONGEST_LINK) {
      return document.toRealPath();
    }
    String text = Files.readString(document).strip();
    boolean isPath = !text.isEmpty() && text.lines().count() == 1 && !text.startsWith("{");
    return isPath ? document.resolveSibling(text).toRealPath() : document.toRealPath();
  }

  private static List<Task> tasks(Path file) throws IOException {
    try (Stream<String> lines = Files.lines(file)) {
      return lines
          .filter(line -> !line.isBlank())
          .map(line -> Task.read(JSON.readTree(line)))
          .toList();
    }
  }

  /** The name of the set's folder; empty for the folder of all sets. */
  String family() {
    int slash = name.lastIndexOf('/');
    return slash < 0 ? "" : name.substring(0, slash);
  }

  /** The mean length of its tasks. */
  double meanWords() {
    return tasks.stream()
        .mapToInt(task -> task.query().strip().split("\\s+").length)
        .average()
        .orElse(0);
  }
}
