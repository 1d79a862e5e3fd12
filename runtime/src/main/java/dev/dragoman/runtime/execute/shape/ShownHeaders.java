package dev.dragoman.runtime.execute.shape;

import dev.dragoman.runtime.execute.ApiResponse;
import dev.dragoman.runtime.request.ApiRequest.Pair;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The headers of a response that a model can act on: paging, limits, versions, locations. */
final class ShownHeaders {
  private static final Set<String> NAMES =
      Set.of(
          "link",
          "location",
          "content-location",
          "retry-after",
          "etag",
          "last-modified",
          "content-range",
          "content-disposition",
          "allow",
          "deprecation",
          "sunset",
          "warning",
          "www-authenticate",
          "operation-location",
          "azure-asyncoperation",
          "preference-applied",
          "request-id",
          "x-request-id",
          "x-correlation-id",
          "x-trace-id");

  /** Families: totals and pages, rate limits under their many names, vendors' request ids. */
  private static final Pattern FAMILIES =
      Pattern.compile(
          "x-total.*|x-page.*|x-per-page|x-next.*|x-prev.*|x-pagination.*|x-has-more|x-cursor.*"
              + "|x-next-cursor|x-count|(x-)?rate-?limit.*|x-.*-request-id|x-oauth-scopes"
              + "|x-accepted-oauth-scopes");

  private ShownHeaders() {}

  /** Names and values; several values are joined with commas (RFC 9110, section 5.3). */
  static ObjectNode of(ApiResponse response) {
    ObjectNode useful = JsonNodeFactory.instance.objectNode();
    for (Pair pair : response.headers()) {
      if (NAMES.contains(pair.name()) || FAMILIES.matcher(pair.name()).matches()) {
        String before = useful.path(pair.name()).asString("");
        useful.put(pair.name(), before.isEmpty() ? pair.value() : before + ", " + pair.value());
      }
    }
    return useful;
  }
}
