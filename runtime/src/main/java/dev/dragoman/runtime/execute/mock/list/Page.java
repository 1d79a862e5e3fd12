package dev.dragoman.runtime.execute.mock.list;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * A page of a list.
 *
 * @param items the items on the page
 * @param start the number of items before it
 * @param total the number of all items
 * @param size the greatest number of items on a page
 * @param number the number of the page
 * @param next the value with which the next page is requested; empty for the last one
 * @param nextLink the path and query of the next page; empty for the last one
 */
public record Page(
    List<ObjectNode> items,
    int start,
    int total,
    int size,
    long number,
    Optional<String> next,
    Optional<String> nextLink) {
  private static final String TOKEN = "mock-";

  public Page {
    items = List.copyOf(items);
  }

  /** Thrown if a request asks for a page with a value that no response contained. */
  public static final class UnknownPageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnknownPageException(String parameter) {
      super("The value of " + parameter + " is not one that a response of this list contained.");
    }
  }

  /** All items on one page. */
  public static Page whole(List<ObjectNode> items) {
    int size = items.size();
    return new Page(items, 0, size, Math.max(1, size), 1, Optional.empty(), Optional.empty());
  }

  /**
   * The page that a request asks for.
   *
   * @param id the property that identifies an item
   * @throws UnknownPageException if there is no such page
   */
  public static Page of(
      List<ObjectNode> all, PageRequest request, String id, String path, String rawQuery) {
    int start = Math.min(all.size(), start(all, request, id));
    int end = Math.min(all.size(), start + request.size());
    List<ObjectNode> items = all.subList(start, end);
    long number = request.first() + start / request.size();
    Optional<String> next =
        Optional.of(end)
            .filter(shown -> shown < all.size())
            .map(shown -> next(request, items, id, shown))
            .filter(value -> !value.isEmpty());
    Query query = Query.of(rawQuery);
    Optional<String> link =
        next.map(value -> path + "?" + query.with(request.parameter(), value).raw());
    return new Page(items, start, all.size(), request.size(), number, next, link);
  }

  private static String next(PageRequest request, List<ObjectNode> items, String id, int end) {
    return switch (request.kind()) {
      case PAGE -> String.valueOf(request.first() + end / request.size());
      case OFFSET -> String.valueOf(request.first() + end);
      case CURSOR -> TOKEN + end;
      case LAST_ITEM -> items.get(items.size() - 1).path(id).asString("");
    };
  }

  private static int start(List<ObjectNode> all, PageRequest request, String id) {
    if (request.given().isEmpty() || request.given().get().isEmpty()) {
      return 0;
    }
    String given = request.given().get();
    return switch (request.kind()) {
      case PAGE -> (int) Math.min(all.size(), before(given, request) * request.size());
      case OFFSET -> (int) Math.min(all.size(), before(given, request));
      case CURSOR -> token(given, request);
      case LAST_ITEM -> after(all, request, id, given);
    };
  }

  /** How many pages or items come before the one with a number. */
  private static long before(String given, PageRequest request) {
    return Math.max(0, PageRequest.number(given).orElse(0) - request.first());
  }

  private static int token(String given, PageRequest request) {
    if (!given.matches(TOKEN + "[0-9]{1,9}")) {
      throw new UnknownPageException(request.parameter());
    }
    return Integer.parseInt(given.substring(TOKEN.length()));
  }

  private static int after(List<ObjectNode> all, PageRequest request, String id, String given) {
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).path(id).asString("").equals(given)) {
        return i + 1;
      }
    }
    throw new UnknownPageException(request.parameter());
  }
}
