package dev.dragoman.runtime.client;

import dev.dragoman.runtime.json.Scalars;
import dev.dragoman.runtime.paging.LinkHeader;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * How the pages of an operation follow each other; for generated clients. The next page is always
 * requested by one query parameter of the operation itself: a URL that the API returns is read for
 * the parameter's value and never followed. Immutable.
 */
public final class Paging {
  private static final List<String> MORE =
      List.of("has_more", "hasMore", "has_next", "hasNext", "has_next_page", "hasNextPage");
  private static final List<String> LAST = List.of("isLast", "is_last", "last_page_reached");

  private final Kind kind;
  private final String parameter;
  private final String field;
  private final String items;
  private final long first;

  private enum Kind {
    PAGE,
    OFFSET,
    CURSOR,
    LAST_ITEM,
    LINK
  }

  private Paging(Kind kind, String parameter, String field, String items, long first) {
    this.kind = kind;
    this.parameter = Objects.requireNonNull(parameter);
    this.field = Objects.requireNonNull(field);
    this.items = Objects.requireNonNull(items);
    this.first = first;
  }

  /**
   * Pages with numbers, until one is empty.
   *
   * @param parameter the query parameter for the number
   * @param first the number of the first page
   */
  public static Paging byPage(String parameter, long first) {
    return new Paging(Kind.PAGE, parameter, "", "", first);
  }

  /** Pages that begin after a number of items, until one is empty. */
  public static Paging byOffset(String parameter) {
    return new Paging(Kind.OFFSET, parameter, "", "", 0);
  }

  /**
   * Pages whose body contains the value for the next page, or a URL with that value.
   *
   * @param field the member of the body, with dots between the names of objects and members
   */
  public static Paging byCursor(String parameter, String field) {
    return new Paging(Kind.CURSOR, parameter, field, "", 0);
  }

  /**
   * Pages that begin after an item.
   *
   * @param field the member of the item that identifies it
   */
  public static Paging byLastItem(String parameter, String field) {
    return new Paging(Kind.LAST_ITEM, parameter, field, "", 0);
  }

  /**
   * Pages that are linked by a {@code Link} header with the relation {@code next} (RFC 8288). The
   * other kinds honor such a header, too.
   */
  public static Paging byLink(String parameter) {
    return new Paging(Kind.LINK, parameter, "", "", 0);
  }

  /** These pages, with their items in a member of the body instead of the body itself. */
  public Paging items(String member) {
    return new Paging(kind, parameter, field, member, first);
  }

  /** The query parameter by which the next page is requested. */
  String parameter() {
    return parameter;
  }

  /** Whether pages are counted, so that nothing in a response says which page it is. */
  boolean isNumbered() {
    return kind == Kind.PAGE || kind == Kind.OFFSET;
  }

  /** Where the items are, for messages. */
  String place() {
    return items.isEmpty() ? "body" : items;
  }

  /** The items of a page. */
  JsonNode items(JsonNode body) {
    return at(body, items);
  }

  private static JsonNode at(JsonNode body, String path) {
    JsonNode found = body;
    for (String name : path.isEmpty() ? new String[0] : path.split("\\.", -1)) {
      found = found.path(name);
    }
    return found;
  }

  /**
   * The parameter's value for the page after a page; empty after the last one.
   *
   * @param value the parameter's value for this page; null for the first one
   * @throws ApiReplyException if there is a next page that the parameter cannot request
   */
  Optional<String> next(ApiReply reply, JsonNode body, @Nullable String value) {
    LinkHeader links = LinkHeader.of(reply.headers());
    if (links.isPaged()) {
      return links.next().map(url -> ofUrl(reply, url));
    }
    JsonNode page = items(body);
    return isLast(body) ? Optional.empty() : next(reply, body, page, value);
  }

  private Optional<String> next(
      ApiReply reply, JsonNode body, JsonNode page, @Nullable String value) {
    int size = page.size();
    return switch (kind) {
      case PAGE -> size == 0 ? Optional.empty() : number(value, first, 1);
      case OFFSET -> size == 0 ? Optional.empty() : number(value, 0, size);
      case CURSOR ->
          text(at(body, field)).map(next -> LinkHeader.isUrl(next) ? ofUrl(reply, next) : next);
      case LAST_ITEM -> size == 0 ? Optional.empty() : text(at(page.path(size - 1), field));
      case LINK -> Optional.empty();
    };
  }

  private static Optional<String> number(@Nullable String value, long first, long step) {
    try {
      return Optional.of(Long.toString(Math.addExact(value == null ? first : parsed(value), step)));
    } catch (NumberFormatException | ArithmeticException notANumber) {
      return Optional.empty();
    }
  }

  private static long parsed(String value) {
    return Long.parseLong(value);
  }

  private static Optional<String> text(JsonNode value) {
    return Scalars.string(value)
        .filter(text -> !text.isBlank() && !value.isBoolean())
        .filter(text -> !text.equals("null"));
  }

  /** Whether the body, or the object around the next value, says that no page follows. */
  private boolean isLast(JsonNode body) {
    int dot = field.lastIndexOf('.');
    return Stream.of(body, at(body, dot < 0 ? "" : field.substring(0, dot)))
        .anyMatch(
            object ->
                MORE.stream().anyMatch(name -> isFlag(object.path(name), false))
                    || LAST.stream().anyMatch(name -> isFlag(object.path(name), true)));
  }

  private static boolean isFlag(JsonNode value, boolean expected) {
    return value.isBoolean() && value.booleanValue() == expected;
  }

  private String ofUrl(ApiReply reply, String url) {
    return LinkHeader.parameter(url, parameter)
        .orElseThrow(
            () ->
                ApiReplyException.unreadable(
                    reply,
                    "refers to a next page that cannot be requested, because the URL does not"
                        + " contain the parameter "
                        + parameter));
  }
}
