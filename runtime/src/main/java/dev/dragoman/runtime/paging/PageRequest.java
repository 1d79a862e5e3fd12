package dev.dragoman.runtime.paging;

import dev.dragoman.runtime.text.QueryField;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * How a page was requested.
 *
 * @param arguments the arguments of the call, as the caller named them
 * @param body its body; null if there was none
 * @param more the part of the query that a URL of the API had named; empty if there was none
 * @param path the path that was sent, percent-encoded, starting with a slash
 * @param query the query that was sent, percent-encoded; empty if there was none
 */
public record PageRequest(
    ObjectNode arguments, @Nullable JsonNode body, String more, String path, String query) {
  public PageRequest {
    Objects.requireNonNull(arguments);
    Objects.requireNonNull(more);
    Objects.requireNonNull(path);
    Objects.requireNonNull(query);
  }

  /** Whether the query that was sent has a parameter with this name and value. */
  boolean hasSent(QueryPart part) {
    return QueryPart.of(query).stream().anyMatch(part::isSame);
  }

  /** The names of the query parameters that the caller's arguments have led to. */
  Set<String> ownNames() {
    List<QueryPart> others = QueryPart.of(more);
    return QueryPart.of(query).stream()
        .filter(part -> others.stream().noneMatch(part::isSame))
        .map(QueryPart::name)
        .collect(Collectors.toSet());
  }

  /**
   * Whether a URL, or a reference to one, has the path of this request, whatever is before it: an
   * API behind a gateway does not know the path that leads to it.
   */
  boolean hasPathOf(String url) {
    String there = plain(url.replaceFirst("(?s)[?#].*", "").replaceFirst("^([^/]*:)?//[^/]*", ""));
    String here = plain(path);
    if (there.isEmpty()) {
      return url.startsWith("?") || here.isEmpty();
    }
    boolean isRelative = !there.startsWith("/");
    String last = here.substring(here.lastIndexOf('/') + 1);
    return isRelative ? there.equals(last) : !here.isEmpty() && there.endsWith(here);
  }

  private static String plain(String path) {
    return QueryField.decoded(path).replaceFirst("/+$", "");
  }
}
