package dev.dragoman.runtime.paging;

import dev.dragoman.runtime.json.fields.FieldPath;
import dev.dragoman.runtime.paging.PageRule.Position;
import dev.dragoman.runtime.request.ApiRequest.Pair;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Turns a page: from the request of a page and its response to the request of the next one. A URL
 * in a response is read for the values of query parameters and never followed, so that an API
 * cannot direct a call elsewhere.
 *
 * @param rule how the pages follow each other
 * @param made how this page was requested
 * @param headers the headers of the response, with names in lower case
 * @param body its body
 * @param reserved the parameters that are not taken from a URL
 */
public record PageTurn(
    PageRule rule, PageRequest made, List<Pair> headers, JsonNode body, ReservedNames reserved) {
  /** The longest query that is taken from a URL. */
  public static final int MOST_QUERY = 4_000;

  private static final List<String> MORE =
      List.of("has_more", "hasMore", "has_next", "hasNext", "has_next_page", "hasNextPage");
  private static final List<String> LAST = List.of("isLast", "is_last", "last_page_reached");
  private static final String ENDED = "null";

  /** What follows the page. */
  public NextPage next() {
    LinkHeader links = LinkHeader.of(headers);
    if (links.isPaged()) {
      return links.next().map(this::ofUrl).orElseGet(NextPage.None::new);
    } else if (isLast()) {
      return new NextPage.None();
    }
    return switch (rule.kind()) {
      case PAGE -> numbered(1);
      case OFFSET -> numbered(count());
      case CURSOR, URL -> ofValue(rule.field().map(path -> PageRule.at(body, path)));
      case LAST_ITEM ->
          count() == 0
              ? new NextPage.None()
              : ofValue(rule.field().map(p -> PageRule.at(rule.items(body).get(count() - 1), p)));
      case LINK -> new NextPage.None();
    };
  }

  /** The number of items; an object in place of the list has none. */
  private int count() {
    JsonNode items = rule.items(body);
    return items.isArray() ? items.size() : 0;
  }

  /** Whether the body, or the object around the next value, says that no page follows. */
  private boolean isLast() {
    if (rule.more().map(path -> PageRule.at(body, path)).filter(PageTurn::isFalse).isPresent()
        || rule.last().map(path -> PageRule.at(body, path)).filter(PageTurn::isTrue).isPresent()) {
      return true;
    }
    JsonNode around = body;
    List<String> steps = rule.field().map(FieldPath::steps).orElse(List.of());
    for (String step : steps.subList(0, Math.max(0, steps.size() - 1))) {
      around = around.path(step);
    }
    return Stream.of(body, around)
        .anyMatch(
            object ->
                MORE.stream().anyMatch(name -> isFalse(object.path(name)))
                    || LAST.stream().anyMatch(name -> isTrue(object.path(name))));
  }

  private static boolean isFalse(JsonNode value) {
    return value.isBoolean() && !value.booleanValue();
  }

  private static boolean isTrue(JsonNode value) {
    return value.isBoolean() && value.booleanValue();
  }

  private NextPage numbered(long step) {
    Position place = rule.parameter().orElse(null);
    if (place == null || count() == 0) {
      return new NextPage.None();
    }
    Optional<Long> before = number(given(place));
    if (before.isEmpty()) {
      return new NextPage.Unreachable("the value of " + place.name() + " is not a number");
    }
    long next = before.get() + step;
    OptionalInt total = rule.total(body);
    boolean offset = rule.kind() == PageRule.Kind.OFFSET;
    return total.isPresent() && offset && next - rule.first() >= total.getAsInt()
        ? new NextPage.None()
        : with(place, JsonNodeFactory.instance.numberNode(next));
  }

  private Optional<Long> number(JsonNode value) {
    if (value.isMissingNode() || value.isNull()) {
      return Optional.of(rule.first());
    }
    String digits = value.asString("");
    return digits.matches("[0-9]{1,15}") ? Optional.of(Long.parseLong(digits)) : Optional.empty();
  }

  private NextPage ofValue(Optional<JsonNode> found) {
    JsonNode value = found.orElseGet(MissingNode::getInstance);
    String text = value.isContainer() || value.isBoolean() ? "" : value.asString("");
    if (text.isBlank() || text.equals(ENDED)) {
      return new NextPage.None();
    } else if (value.isString() && LinkHeader.isUrl(text)) {
      return ofUrl(text);
    }
    return rule.parameter()
        .map(place -> with(place, value))
        .orElseGet(
            () -> new NextPage.Unreachable("no parameter takes the value for the next page"));
  }

  /**
   * The request that a URL describes: the values of declared parameters become arguments, and what
   * the document does not declare is added to the query if the URL has the path of this request.
   */
  private NextPage ofUrl(String url) {
    List<QueryPart> parts = QueryPart.of(QueryPart.queryOf(url));
    ObjectNode next = declared(parts);
    List<QueryPart> others = undeclared(parts);
    List<QueryPart> taken = others.stream().filter(part -> !reserved.contain(part)).toList();
    String more = QueryPart.joined(taken);
    if (!made.hasPathOf(url)) {
      return next.equals(made.arguments()) ? unreachable(url, others) : page(next, made.more());
    } else if (next.equals(made.arguments()) && taken.stream().allMatch(made::hasSent)) {
      return unreachable(url, others);
    }
    return more.length() > MOST_QUERY
        ? new NextPage.Unreachable("the API's URL of the next page is too long")
        : page(next, more);
  }

  /**
   * The arguments with each value of a declared parameter that differs from this call's. Repeated
   * ones are filters, which stay the same.
   */
  private ObjectNode declared(List<QueryPart> parts) {
    Map<String, List<String>> values =
        parts.stream()
            .filter(part -> part.raw().contains("="))
            .collect(
                Collectors.groupingBy(
                    QueryPart::name, Collectors.mapping(QueryPart::value, Collectors.toList())));
    ObjectNode next = made.arguments().deepCopy();
    values.forEach(
        (name, all) -> {
          String argument = rule.query().get(name);
          if (argument != null && all.size() == 1 && isOther(argument, all.get(0))) {
            next.put(argument, all.get(0));
          }
        });
    return next;
  }

  /** What neither the document declares nor the arguments of this call have led to. */
  private List<QueryPart> undeclared(List<QueryPart> parts) {
    Set<String> own = made.ownNames();
    return parts.stream()
        .filter(part -> !rule.declares(part.name()) && !own.contains(part.name()))
        .toList();
  }

  private NextPage unreachable(String url, List<QueryPart> others) {
    String names =
        others.stream()
            .filter(part -> !made.hasSent(part))
            .map(QueryPart::name)
            .distinct()
            .sorted()
            .collect(Collectors.joining(", "));
    if (names.isEmpty()) {
      return new NextPage.Unreachable("the API's URL of the next page is that of this page");
    }
    return new NextPage.Unreachable(
        made.hasPathOf(url)
            ? "the API's URL of the next page differs in parameters that are never taken from a"
                + " URL: "
                + names
            : "the API's URL of the next page has another path, and parameters that its document"
                + " does not declare: "
                + names);
  }

  /** An argument that is a list or an object was written in a way of its own. */
  private boolean isOther(String argument, String value) {
    JsonNode before = made.arguments().path(argument);
    return !before.isContainer() && !before.asString("").equals(value);
  }

  private JsonNode given(Position place) {
    if (!place.inBody()) {
      return made.arguments().path(place.name());
    }
    JsonNode sent = made.body();
    return sent == null ? MissingNode.getInstance() : PageRule.at(sent, FieldPath.of(place.name()));
  }

  private NextPage with(Position place, JsonNode value) {
    if (place.inBody()) {
      return new NextPage.Page(
          made.arguments(), PageRule.withMember(made.body(), place.name(), value), made.more());
    }
    ObjectNode next = made.arguments().deepCopy();
    next.set(place.name(), value);
    return page(next, made.more());
  }

  private NextPage page(ObjectNode arguments, String more) {
    return new NextPage.Page(arguments, made.body(), more);
  }
}
