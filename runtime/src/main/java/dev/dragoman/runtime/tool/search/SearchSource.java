package dev.dragoman.runtime.tool.search;

import dev.dragoman.runtime.Caller;
import dev.dragoman.runtime.catalog.OperationCard;
import dev.dragoman.runtime.guard.Guard;
import dev.dragoman.runtime.search.MergedSearch;
import dev.dragoman.runtime.tool.ApiOperations;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;

/**
 * An API that is searched, and for whom.
 *
 * @param id its name among several APIs; empty if it is the only one
 * @param guard decides for each hit whether the caller may run it
 * @param tag the only tag that is searched, as spelled in the catalog
 */
public record SearchSource(
    String id, ApiOperations operations, Guard guard, Caller caller, Optional<String> tag) {
  private static final Pattern HYPHENS = Pattern.compile("-+");

  public SearchSource {
    Objects.requireNonNull(id);
    Objects.requireNonNull(operations);
    Objects.requireNonNull(guard);
    Objects.requireNonNull(caller);
    Objects.requireNonNull(tag);
  }

  /** Whose something is, in a heading; empty if there is no other API. */
  String of() {
    return id.isEmpty() ? "" : " of " + id;
  }

  /** The hits of all sources for one query. */
  static Found search(List<SearchSource> sources, String query, SearchRequest request) {
    List<MergedSearch.Source> indexes =
        sources.stream().map(source -> source.index(request)).toList();
    MergedSearch.MergedHits hits = new MergedSearch(indexes).hits(query, request.limit());
    return new Found(found(sources, hits.best()), found(sources, hits.others()));
  }

  /**
   * What a search in all sources finds.
   *
   * @param hits the best operations
   * @param others what a search in each source alone would find in addition
   */
  record Found(List<FoundOperation> hits, List<FoundOperation> others) {}

  private static List<FoundOperation> found(
      List<SearchSource> sources, List<MergedSearch.MergedHit> hits) {
    return hits.stream()
        .map(hit -> new FoundOperation(hit.source(), sources.get(hit.source()).card(hit.ordinal())))
        .toList();
  }

  private OperationCard card(int ordinal) {
    return operations.catalog().card(ordinal);
  }

  private MergedSearch.Source index(SearchRequest request) {
    return new MergedSearch.Source(operations.index(), filter(request), name());
  }

  private IntPredicate filter(SearchRequest request) {
    return tag.isPresent() || request.filters()
        ? ordinal -> request.admits(card(ordinal), tag)
        : ordinal -> true;
  }

  /** The words that name the API in a query. */
  private List<String> name() {
    return HYPHENS.splitAsStream(id).filter(word -> !word.isEmpty()).toList();
  }
}
