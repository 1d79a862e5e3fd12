package dev.dragoman.runtime.tool.call;

import dev.dragoman.runtime.paging.PageRule;
import dev.dragoman.runtime.paging.QueryPart;
import dev.dragoman.runtime.paging.ReservedNames;
import dev.dragoman.runtime.request.ApiRequest;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Adds to the request of a page what the API's URL of that page says about the query. Everything
 * else of the request is this server's own, and so are the parameters that the document declares,
 * that carry a credential or that name an organization, wherever the addition comes from.
 */
final class PageQuery {
  private PageQuery() {}

  /**
   * The request with the addition.
   *
   * @param rule knows what the document declares
   * @param more a query, percent-encoded; empty for none
   */
  static ApiRequest added(ApiRequest request, PageRule rule, ReservedNames reserved, String more) {
    if (more.isEmpty()) {
      return request;
    }
    Set<String> own =
        QueryPart.of(request.rawQuery()).stream().map(QueryPart::name).collect(Collectors.toSet());
    List<QueryPart> added =
        QueryPart.of(more).stream()
            .filter(part -> !rule.declares(part.name()))
            .filter(part -> !own.contains(part.name()) && !reserved.contain(part))
            .toList();
    String query =
        Stream.of(request.rawQuery(), QueryPart.joined(added))
            .filter(text -> !text.isEmpty())
            .collect(Collectors.joining("&"));
    return new ApiRequest(
        request.method(),
        request.server(),
        request.rawPath(),
        query,
        request.headers(),
        request.cookies(),
        request.body());
  }
}
