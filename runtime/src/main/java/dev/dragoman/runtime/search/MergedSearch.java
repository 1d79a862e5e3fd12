package dev.dragoman.runtime.search;

import dev.dragoman.runtime.search.index.IndexLayout;
import dev.dragoman.runtime.search.rank.Hit;
import dev.dragoman.runtime.search.text.Analyzer;
import dev.dragoman.runtime.search.text.Literals;
import dev.dragoman.runtime.search.text.Tokenizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Ranks the operations of several indexes together. Scores of one index say nothing about those of
 * another: an index ignores words that it does not know, so that one that knows a single word of a
 * query would match it completely. The scores of each index are therefore weighed: by how well its
 * best operation matches, if words are as rare as they are in all indexes together and unknown ones
 * count, and by which words are more frequent in it than in the others, as a naive Bayes classifier
 * would.
 *
 * <p>Within an index the order is that of a search in it alone.
 */
public final class MergedSearch {
  /** The maximum number of operations that a search in one index alone finds in addition. */
  private static final int OTHERS = 12;

  /** What people write before the name of a system in which something is to be done. */
  private static final String BEFORE_NAME = "(?:\\b(?:in|on|with|at|from|via|using|by)\\s+)?";

  private final List<Source> sources;
  private final MergeWeights weights;

  /**
   * One index in a search.
   *
   * @param filter which ordinals may appear
   * @param name the words that name the index, in lower case: a query that contains all of them
   *     means it; empty if it has no name
   */
  public record Source(SearchIndex index, IntPredicate filter, List<String> name) {
    public Source {
      name = List.copyOf(name);
    }
  }

  /**
   * A ranked operation.
   *
   * @param source the position of its index
   * @param ordinal the operation
   * @param score not negative; comparable within one result only
   */
  public record MergedHit(int source, int ordinal, double score) {}

  /**
   * The result of a search.
   *
   * @param best the best operations, the best first
   * @param others what a search in each index alone would find in addition, an index after the
   *     other: which index a query is about is a guess, unless the query names it. If there are too
   *     many, the best ones of each index
   */
  public record MergedHits(List<MergedHit> best, List<MergedHit> others) {
    public MergedHits {
      best = List.copyOf(best);
      others = List.copyOf(others);
    }
  }

  /** Creates a search in these indexes. */
  public MergedSearch(List<Source> sources) {
    this(sources, MergeWeights.DEFAULT);
  }

  /** Like the above with other weights, for measurements. */
  MergedSearch(List<Source> sources, MergeWeights weights) {
    this.sources = List.copyOf(sources);
    this.weights = weights;
  }

  /**
   * The best operations for a query.
   *
   * @param limit the maximum number of the best ones
   */
  public MergedHits hits(String query, int limit) {
    if (sources.size() == 1) {
      return new MergedHits(alone(query, limit), List.of());
    }
    List<String> words = words(query);
    List<MergedHit> merged = new ArrayList<>();
    for (int i = 0; i < sources.size(); i++) {
      add(i, query, limit, strength(sources.get(i), query, words), merged);
    }
    merged.sort(Comparator.comparingDouble(MergedHit::score).reversed());
    List<MergedHit> best = merged.subList(0, Math.min(limit, merged.size()));
    boolean named = sources.stream().anyMatch(source -> isNamed(source, query));
    return new MergedHits(best, named ? List.of() : others(best, merged));
  }

  private static List<MergedHit> others(List<MergedHit> best, List<MergedHit> merged) {
    Map<Integer, List<MergedHit>> bySource =
        merged.stream()
            .collect(
                Collectors.groupingBy(MergedHit::source, LinkedHashMap::new, Collectors.toList()));
    int longest = bySource.values().stream().mapToInt(List::size).max().orElse(0);
    Set<MergedHit> chosen =
        IntStream.range(0, longest)
            .boxed()
            .flatMap(rank -> bySource.values().stream().flatMap(hits -> at(hits, rank)))
            .filter(hit -> !best.contains(hit))
            .limit(OTHERS)
            .collect(Collectors.toSet());
    return bySource.values().stream().flatMap(List::stream).filter(chosen::contains).toList();
  }

  private static Stream<MergedHit> at(List<MergedHit> hits, int rank) {
    return rank < hits.size() ? Stream.of(hits.get(rank)) : Stream.empty();
  }

  private List<MergedHit> alone(String query, int limit) {
    Source only = sources.get(0);
    return only.index().search(query, only.filter(), limit).stream()
        .map(hit -> new MergedHit(0, hit.ordinal(), hit.score()))
        .toList();
  }

  /** The best hit of an index gets its strength, the others what they have in relation to it. */
  private void add(int source, String query, int limit, double strength, List<MergedHit> merged) {
    Source one = sources.get(source);
    List<Hit> hits = one.index().search(unnamed(one, query), one.filter(), limit);
    double best = hits.isEmpty() ? 1 : Math.max(Float.MIN_NORMAL, hits.get(0).score());
    for (Hit hit : hits) {
      merged.add(new MergedHit(source, hit.ordinal(), strength * hit.score() / best));
    }
  }

  private double strength(Source source, String query, List<String> words) {
    double named = isNamed(source, query) ? weights.named() : 1;
    return named
        * source.index().strength(query, this::idf)
        * Math.exp(weights.affinity() * affinity(source, words));
  }

  /** The query without an index's name, if that is no word of its operations. */
  private static String unnamed(Source source, String query) {
    boolean known = source.name().stream().allMatch(word -> source.index().frequency(word) > 0);
    if (known || !isNamed(source, query)) {
      return query;
    }
    String name = String.join("[\\s_-]*", source.name());
    String rest = query.replaceAll("(?i)" + BEFORE_NAME + "\\b" + name + "\\b", " ").strip();
    return rest.isEmpty() ? query : rest;
  }

  private static boolean isNamed(Source source, String query) {
    List<String> said = List.of(query.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"));
    return !source.name().isEmpty() && said.containsAll(source.name());
  }

  /** How much more frequent the query's words are in an index than in the average one. */
  private double affinity(Source source, List<String> words) {
    double sum = 0;
    for (String word : words) {
      double mean = sources.stream().mapToDouble(one -> share(one, word)).average().orElse(0);
      if (mean > 0) {
        sum += Math.log((share(source, word) + weights.smoothing()) / (mean + weights.smoothing()));
      }
    }
    return sum;
  }

  /** The share of an index's operations that contain a word. */
  private static double share(Source source, String word) {
    return (double) source.index().frequency(word) / Math.max(1, source.index().size());
  }

  /** The inverse document frequency in all indexes together; 0 for a term that none contains. */
  private double idf(String term) {
    int operations = 0;
    int containing = 0;
    for (Source source : sources) {
      operations += source.index().size();
      containing += source.index().termFrequency(term);
    }
    return containing == 0 ? 0 : IndexLayout.idf(operations, containing);
  }

  /** The words of a query that can tell one index from another. */
  private static List<String> words(String query) {
    Set<String> words = new LinkedHashSet<>(Tokenizer.query(Literals.masked(query)));
    words.removeIf(word -> !Analyzer.hasTopic(word));
    return List.copyOf(words);
  }
}
