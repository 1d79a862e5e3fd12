package dev.dragoman.runtime.tool.search;

import dev.dragoman.runtime.catalog.OperationCard;
import dev.dragoman.runtime.tool.ForeignText;
import dev.dragoman.runtime.tool.ToolInput;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The input of a search.
 *
 * @param queries the queries, one per step of the agent's task
 * @param tag as spelled in the catalog, or by the caller if several catalogs spell it
 * @param method in upper case
 * @param access the word of an access level
 * @param limit the number of hits per query
 */
record SearchRequest(
    List<String> queries,
    Optional<String> tag,
    Optional<String> method,
    Optional<String> access,
    int limit) {
  static final int MAX_QUERIES = 10;
  static final int MAX_LENGTH = 2_000;
  static final int MAX_LIMIT = 20;
  static final int DEFAULT_LIMIT = 5;

  /** The number of hits for each of several queries, unless the caller specifies it. */
  private static final int LIMIT_OF_SEVERAL = 3;

  SearchRequest {
    queries = List.copyOf(queries);
  }

  /**
   * Reads a request; problems are recorded in the input. {@code query} and {@code queries} may be
   * combined.
   */
  static SearchRequest read(
      ToolInput input,
      List<String> methods,
      List<String> levels,
      Function<ToolInput, Optional<String>> tag) {
    List<String> queries = new ArrayList<>(input.strings("queries", MAX_QUERIES, MAX_LENGTH));
    input
        .string("query", MAX_LENGTH)
        .filter(query -> !queries.contains(query))
        .ifPresent(query -> queries.add(0, query));
    return new SearchRequest(
        queries,
        tag.apply(input),
        input.word("method", methods),
        input.word("access", levels),
        input.integer(
            "limit", 1, MAX_LIMIT, queries.size() > 1 ? LIMIT_OF_SEVERAL : DEFAULT_LIMIT));
  }

  /** Whether the search is restricted by more than a tag. */
  boolean filters() {
    return method.isPresent() || access.isPresent();
  }

  /**
   * Whether an operation passes the filters.
   *
   * @param spelled the tag as spelled in the operation's catalog
   */
  boolean admits(OperationCard card, Optional<String> spelled) {
    return spelled.map(card.tag()::equals).orElse(true)
        && method.map(card.method()::equalsIgnoreCase).orElse(true)
        && access.map(card.access().word()::equals).orElse(true);
  }

  /** The filters as text, for a result without hits. */
  String filterWords() {
    List<String> words = new ArrayList<>();
    tag.ifPresent(value -> words.add("tag " + ForeignText.quoted(value, 60)));
    method.ifPresent(value -> words.add("method " + value));
    access.ifPresent(value -> words.add("access " + value));
    return words.isEmpty() ? "" : " with " + String.join(", ", words);
  }
}
