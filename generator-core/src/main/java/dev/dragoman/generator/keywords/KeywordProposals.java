package dev.dragoman.generator.keywords;

import dev.dragoman.generator.plan.OperationPlan;
import dev.dragoman.generator.plan.ServerPlan;
import dev.dragoman.generator.problem.VisibleText;
import dev.dragoman.runtime.search.SearchIndex;
import dev.dragoman.runtime.search.index.SearchIndexWriter;
import dev.dragoman.runtime.search.text.Analyzer;
import dev.dragoman.runtime.search.text.WordLists;
import dev.dragoman.runtime.tool.searchlog.SearchPairs;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;

/**
 * Proposes keywords: words of queries that led to an operation several times although search does
 * not list it among the first hits for them. Only a person decides whether they are used.
 */
public final class KeywordProposals {
  /** An operation among this many hits of a query was found. */
  static final int HITS = 5;

  private static final int MOST_WORDS = 10;
  private static final int MOST_OPERATIONS = 200;

  private final ServerPlan plan;
  private final SearchIndex index;
  private final int least;
  private final Map<String, Integer> ordinals = new HashMap<>();
  private final Map<List<String>, Set<Integer>> found = new HashMap<>();

  /** For each operation, how many queries had a word. */
  private final Map<Integer, Map<String, Integer>> counts = new TreeMap<>();

  private int used;
  private int matched;
  private int unknown;

  private KeywordProposals(ServerPlan plan, SearchPairs pairs, int least) {
    this.plan = plan;
    this.index = SearchIndex.read(ByteBuffer.wrap(SearchIndexWriter.write(plan.indexed())));
    this.least = least;
    for (OperationPlan operation : plan.operations()) {
      ordinals.put(operation.id(), operation.ordinal());
    }
    pairs.pairs().forEach(this::count);
  }

  /**
   * Proposals as text: a YAML snippet for the configuration file, with the evidence as comments.
   *
   * @param least how many queries must have a word before it is proposed
   */
  public static String text(ServerPlan plan, SearchPairs pairs, int least) {
    return new KeywordProposals(plan, pairs, least).text(pairs);
  }

  private void count(SearchPairs.Pair pair) {
    OptionalInt ordinal = ordinal(pair.operation());
    if (ordinal.isEmpty()) {
      unknown++;
    } else if (hits(pair.words()).contains(ordinal.getAsInt())) {
      matched++;
    } else {
      used++;
      for (String word : new LinkedHashSet<>(pair.words())) {
        if (isNew(word, ordinal.getAsInt())) {
          counts
              .computeIfAbsent(ordinal.getAsInt(), unused -> new TreeMap<>())
              .merge(word, 1, Integer::sum);
        }
      }
    }
  }

  private OptionalInt ordinal(String id) {
    Integer ordinal = ordinals.get(id);
    return ordinal == null ? OptionalInt.empty() : OptionalInt.of(ordinal);
  }

  private Set<Integer> hits(List<String> words) {
    return found.computeIfAbsent(
        words,
        query -> {
          Set<Integer> hits = new HashSet<>();
          index
              .search(String.join(" ", query), ordinal -> true, HITS)
              .forEach(hit -> hits.add(hit.ordinal()));
          return hits;
        });
  }

  /**
   * Whether a word says something about an operation that its document does not: not a function
   * word, not a verb that any operation may have, and not a word that finds it already.
   */
  private boolean isNew(String word, int operation) {
    if (!Analyzer.hasTopic(word) || WordLists.VERBS.containsKey(word)) {
      return false;
    }
    return index.search(word, ordinal -> ordinal == operation, 1).isEmpty();
  }

  /**
   * A word.
   *
   * @param queries how many queries with it led to the operation
   */
  private record Proposal(String word, int queries) {}

  private List<Proposal> proposals(Map<String, Integer> words) {
    return words.entrySet().stream()
        .filter(word -> word.getValue() >= least)
        .map(word -> new Proposal(word.getKey(), word.getValue()))
        .sorted(
            Comparator.comparing((Proposal one) -> -one.queries()).thenComparing(Proposal::word))
        .limit(MOST_WORDS)
        .toList();
  }

  private String text(SearchPairs pairs) {
    Map<Integer, List<Proposal>> proposed = new LinkedHashMap<>();
    counts.entrySet().stream()
        .map(entry -> Map.entry(entry.getKey(), proposals(entry.getValue())))
        .filter(entry -> !entry.getValue().isEmpty())
        .sorted(Comparator.comparing(entry -> -entry.getValue().get(0).queries()))
        .limit(MOST_OPERATIONS)
        .forEach(entry -> proposed.put(entry.getKey(), entry.getValue()));
    List<String> lines = new ArrayList<>(summary(pairs));
    if (proposed.isEmpty()) {
      lines.add("# No word led to an operation at least " + least + " times without finding it.");
    } else {
      lines.add("# Review each word, then copy what fits to the configuration file.");
      lines.add("operations:");
      proposed.forEach((ordinal, words) -> rule(ordinal, words, lines));
    }
    return String.join("\n", lines) + "\n";
  }

  private List<String> summary(SearchPairs pairs) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "# %d searches led to an operation; %d of them found it among the first %d hits."
            .formatted(used + matched, matched, HITS));
    if (unknown > 0) {
      lines.add(
          "# " + unknown + " recorded runs were of operations that the server no longer has.");
    }
    if (pairs.invalid() > 0) {
      lines.add("# " + pairs.invalid() + " lines of the log are not valid and were ignored.");
    }
    return lines;
  }

  private void rule(int ordinal, List<Proposal> words, List<String> lines) {
    OperationPlan operation = plan.operations().get(ordinal);
    String summary = operation.summary().isBlank() ? "" : ": " + operation.summary().strip();
    lines.add("  # " + line(operation.route() + summary));
    lines.add("  - match: {operationId: " + quoted(operation.id()) + "}");
    lines.add("    keywords:");
    for (Proposal one : words) {
      lines.add("      - " + quoted(one.word()) + " # " + one.queries() + " searches");
    }
  }

  /** Text of the document on one line, which cannot end the comment. */
  private static String line(String text) {
    String line = VisibleText.of(text).replaceAll("\\R|\\p{Cntrl}", " ");
    return line.length() > 120 ? line.substring(0, 120) + "…" : line;
  }

  private static String quoted(String text) {
    return "'" + text.replaceAll("\\p{Cntrl}", " ").replace("'", "''") + "'";
  }
}
