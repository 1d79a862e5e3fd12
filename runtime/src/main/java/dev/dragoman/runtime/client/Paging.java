package dev.dragoman.runtime.client;

import dev.dragoman.runtime.json.fields.FieldPath;
import dev.dragoman.runtime.paging.NextPage;
import dev.dragoman.runtime.paging.PageRequest;
import dev.dragoman.runtime.paging.PageRule;
import dev.dragoman.runtime.paging.PageRule.Kind;
import dev.dragoman.runtime.paging.PageRule.Position;
import dev.dragoman.runtime.paging.PageTurn;
import dev.dragoman.runtime.paging.ReservedNames;
import dev.dragoman.runtime.request.ApiRequest;
import dev.dragoman.runtime.request.RequestContent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * How the pages of an operation follow each other; for generated clients. The next page is always
 * requested by the operation itself: a URL that the API returns is read for the values of query
 * parameters and never followed. Paths into a body are names with dots between them, or a JSON
 * Pointer (RFC 6901). Immutable.
 */
public final class Paging {
  private final PageRule rule;
  private final Place place;

  /** Where the next page is requested. */
  private enum Place {
    QUERY,
    HEADER,
    BODY
  }

  private Paging(PageRule rule, Place place) {
    this.rule = rule;
    this.place = place;
  }

  private static Paging of(Kind kind, String parameter, String field, long first) {
    Optional<Position> position =
        Optional.of(parameter)
            .filter(name -> !name.isEmpty())
            .map(name -> new Position(false, name));
    PageRule rule =
        new PageRule(
            kind,
            position,
            path(field),
            List.of(),
            first,
            Optional.empty(),
            OptionalInt.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            parameter.isEmpty() ? Map.of() : Map.of(parameter, parameter));
    return new Paging(rule, Place.QUERY);
  }

  private static Optional<FieldPath> path(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(FieldPath.of(text));
  }

  /**
   * Pages with numbers, until one is empty.
   *
   * @param parameter the query parameter for the number
   * @param first the number of the first page
   */
  public static Paging byPage(String parameter, long first) {
    return of(Kind.PAGE, Objects.requireNonNull(parameter), "", first);
  }

  /** Pages that begin after a number of items, until one is empty. */
  public static Paging byOffset(String parameter) {
    return byOffset(parameter, 0);
  }

  /**
   * Pages that begin with the number of an item, until one is empty.
   *
   * @param first the number of the first item
   */
  public static Paging byOffset(String parameter, long first) {
    return of(Kind.OFFSET, Objects.requireNonNull(parameter), "", first);
  }

  /**
   * Pages whose body contains the value for the next page, or a URL with that value.
   *
   * @param field the path of the value
   */
  public static Paging byCursor(String parameter, String field) {
    return of(Kind.CURSOR, Objects.requireNonNull(parameter), field, 0);
  }

  /**
   * Pages that begin after an item.
   *
   * @param field the path of what identifies the item, in the item
   */
  public static Paging byLastItem(String parameter, String field) {
    return of(Kind.LAST_ITEM, Objects.requireNonNull(parameter), field, 0);
  }

  /**
   * Pages that are linked by a {@code Link} header with the relation {@code next} (RFC 8288). The
   * other kinds honor such a header, too.
   *
   * @param parameter the query parameter by which the next page is requested; empty if it is not
   *     declared
   */
  public static Paging byLink(String parameter) {
    return of(Kind.LINK, Objects.requireNonNull(parameter), "", 0);
  }

  /**
   * Pages whose body contains the URL of the next page.
   *
   * @param field the path of the URL
   */
  public static Paging byUrl(String field) {
    return of(Kind.URL, "", field, 0);
  }

  /** These pages, with their items at a path of the body instead of the body itself. */
  public Paging items(String path) {
    return with(
        rule.query(), path(path).map(FieldPath::steps).orElse(List.of()), place, rule.total());
  }

  /** These pages, requested by a member of the body, whose path the parameter is. */
  public Paging inBody() {
    return with(rule.query(), rule.items(), Place.BODY, rule.total());
  }

  /** These pages, requested by a header. */
  public Paging inHeader() {
    return with(rule.query(), rule.items(), Place.HEADER, rule.total());
  }

  /** These pages, with the names of the operation's query parameters. */
  public Paging query(String... names) {
    Map<String, String> all = new LinkedHashMap<>(rule.query());
    Arrays.stream(names).forEach(name -> all.put(name, name));
    return with(all, rule.items(), place, rule.total());
  }

  /**
   * These pages, with the number of all items in the body.
   *
   * @param path the path of the number
   */
  public Paging total(String path) {
    return with(rule.query(), rule.items(), place, path(path));
  }

  private Paging with(
      Map<String, String> query, List<String> items, Place where, Optional<FieldPath> total) {
    PageRule other =
        new PageRule(
            rule.kind(),
            rule.parameter().map(position -> new Position(where == Place.BODY, position.name())),
            rule.field(),
            items,
            rule.first(),
            rule.size(),
            rule.sizeMax(),
            rule.more(),
            rule.last(),
            total,
            query);
    return new Paging(other, where);
  }

  /** Whether nothing in a response says which page it is. */
  boolean isBlind(NextPage.Page page) {
    return rule.kind() == Kind.PAGE || rule.kind() == Kind.OFFSET || !page.more().isEmpty();
  }

  /** Where the items are, for messages. */
  String place() {
    return rule.items().isEmpty() ? "body" : String.join(".", rule.items());
  }

  /** The items of a page. */
  JsonNode items(JsonNode body) {
    return rule.items(body);
  }

  /** A request as a page of this kind. */
  NextPage.Page page(ApiRequest.Builder request) {
    RequestContent content = request.content();
    return new NextPage.Page(arguments(content), content.body(), content.more());
  }

  private ObjectNode arguments(RequestContent content) {
    ObjectNode arguments = JsonNodeFactory.instance.objectNode();
    String header = place == Place.HEADER ? rule.parameter().map(Position::name).orElse("") : "";
    content.values().stream()
        .filter(
            value ->
                value.place().equals("query")
                    || (value.place().equals("header") && value.name().equals(header)))
        .forEach(value -> arguments.set(value.name(), value.value()));
    return arguments;
  }

  /**
   * What follows a page.
   *
   * @param request the request of the page
   */
  NextPage next(ApiRequest.Builder request, ApiReply reply, JsonNode body) {
    NextPage.Page made = page(request);
    ApiRequest sent = request.build();
    return new PageTurn(
            rule,
            new PageRequest(
                made.arguments(), made.body(), made.more(), sent.rawPath(), sent.rawQuery()),
            reply.headers(),
            body,
            ReservedNames.USUAL)
        .next();
  }

  /** The first request, changed into that of a page. */
  ApiRequest.Builder requesting(ApiRequest.Builder first, NextPage.Page page) {
    RequestContent content = first.content();
    ObjectNode before = arguments(content);
    page.arguments()
        .forEachEntry(
            (name, value) -> {
              if (value.equals(before.get(name))) {
                return;
              }
              boolean isHeader =
                  place == Place.HEADER
                      && rule.parameter().filter(at -> at.name().equals(name)).isPresent();
              if (isHeader) {
                first.replaceHeader(name, value);
              } else {
                first.replaceQuery(name, value);
              }
            });
    JsonNode body = page.body();
    if (body != null && !body.equals(content.body())) {
      first.body(content.mediaType().orElse("application/json"), body);
    }
    return first.more(page.more());
  }
}
