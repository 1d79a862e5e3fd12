package dev.dragoman.runtime.paging;

import dev.dragoman.runtime.json.fields.FieldPath;
import dev.dragoman.runtime.paging.PageRule.Position;
import dev.dragoman.runtime.request.ApiRequest.Pair;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Turns a page: from the arguments of a call and its response to the arguments of the next one. A
 * URL in a response is read for the values of declared parameters and never followed, so that an
 * API cannot direct a call elsewhere.
 *
 * @param arguments the arguments of the call, as the agent named them
 * @param sent its body; null if there was none
 * @param headers the headers of the response, with names in lower case
 * @param body its body
 */
public record PageTurn(
    PageRule rule,
    ObjectNode arguments,
    @Nullable JsonNode sent,
    List<Pair> headers,
    JsonNode body) {
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

  private int count() {
    return rule.items(body).size();
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
    JsonNode value = found.orElse(body.path(""));
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
   * The call that a URL describes: each of its parameters that differs from this call's. Repeated
   * ones are filters, which stay the same.
   */
  private NextPage ofUrl(String url) {
    Map<String, List<String>> values =
        LinkHeader.parameters(url).stream()
            .collect(
                Collectors.groupingBy(
                    Pair::name, Collectors.mapping(Pair::value, Collectors.toList())));
    ObjectNode next = arguments.deepCopy();
    values.forEach(
        (name, all) -> {
          String argument = rule.query().get(name);
          if (argument != null && all.size() == 1 && isOther(argument, all.get(0))) {
            next.put(argument, all.get(0));
          }
        });
    if (!next.equals(arguments)) {
      return new NextPage.Page(next, sent);
    }
    String undeclared =
        values.keySet().stream()
            .filter(name -> !rule.query().containsKey(name))
            .sorted()
            .collect(Collectors.joining(", "));
    return new NextPage.Unreachable(
        undeclared.isEmpty()
            ? "the API's URL of the next page is that of this page"
            : "the API's URL of the next page has parameters that its document does not declare: "
                + undeclared);
  }

  /** An argument that is a list or an object was written in a way of its own. */
  private boolean isOther(String argument, String value) {
    JsonNode before = arguments.path(argument);
    return !before.isContainer() && !before.asString("").equals(value);
  }

  private JsonNode given(Position place) {
    if (!place.inBody()) {
      return arguments.path(place.name());
    }
    return sent == null ? body.path("") : PageRule.at(sent, FieldPath.of(place.name()));
  }

  private NextPage with(Position place, JsonNode value) {
    if (place.inBody()) {
      return new NextPage.Page(arguments, PageRule.withMember(sent, place.name(), value));
    }
    ObjectNode next = arguments.deepCopy();
    next.set(place.name(), value);
    return new NextPage.Page(next, sent);
  }
}
