package dev.dragoman.runtime.execute.shape;

import dev.dragoman.runtime.execute.ApiResponse;
import dev.dragoman.runtime.execute.cut.ShownSize;
import dev.dragoman.runtime.request.ApiRequest.Pair;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
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

  /**
   * Takes the longest headers away until the rest fits; a part of a URL would be of no use.
   *
   * @param headers what {@link #of} returned
   * @param most the bytes of all that stay
   * @return the names of those that do not
   */
  static List<String> shorten(ObjectNode headers, long most) {
    List<String> left = new ArrayList<>();
    while (ShownSize.of(headers, most) > most) {
      String longest =
          Collections.max(
                  headers.properties(),
                  Comparator.comparing(header -> header.getValue().stringValue().length()))
              .getKey();
      headers.remove(longest);
      left.add(longest);
    }
    return left;
  }

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
