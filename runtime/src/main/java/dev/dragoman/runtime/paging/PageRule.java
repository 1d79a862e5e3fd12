package dev.dragoman.runtime.paging;

import dev.dragoman.runtime.json.fields.FieldPath;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * How the pages of an operation follow each other, as the generator recognized it or the operator
 * said. Immutable.
 *
 * @param parameter what requests the next page; empty for URLs
 * @param field the member with the value or URL for the next page, or of the last item
 * @param items the steps to the list in the body; none if the body is the list
 * @param first the number of the first page, or of the first item
 * @param size what requests the size of a page
 * @param sizeMax the largest size of a page
 * @param more the member that says whether there is another page
 * @param last the member that says whether this is the last page
 * @param total the member with the number of all items
 * @param query the arguments for query parameters, by the names on the wire; that for the entire
 *     query string by an empty name
 */
public record PageRule(
    Kind kind,
    Optional<Position> parameter,
    Optional<FieldPath> field,
    List<String> items,
    long first,
    Optional<Position> size,
    OptionalInt sizeMax,
    Optional<FieldPath> more,
    Optional<FieldPath> last,
    Optional<FieldPath> total,
    Map<String, String> query) {

  private static final String WHOLE_QUERY = "";

  /** What the next page is requested by. */
  public enum Kind {
    /** The number of the page. */
    PAGE("page"),
    /** The number of items before the page. */
    OFFSET("offset"),
    /** A value in the body of the page before. */
    CURSOR("cursor"),
    /** A member of the last item of the page before. */
    LAST_ITEM("lastItem"),
    /** The {@code Link} header of the page before (RFC 8288). */
    LINK("link"),
    /** A URL in the body of the page before. */
    URL("url");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    static Optional<Kind> of(String word) {
      return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
    }
  }

  /**
   * Where the next page is requested.
   *
   * @param inBody whether it is a member of the body
   * @param name the argument, or the path of the member in the body
   */
  public record Position(boolean inBody, String name) {
    public Position {
      Objects.requireNonNull(name);
    }
  }

  public PageRule {
    Objects.requireNonNull(kind);
    Objects.requireNonNull(parameter);
    Objects.requireNonNull(field);
    items = List.copyOf(items);
    Objects.requireNonNull(size);
    Objects.requireNonNull(sizeMax);
    Objects.requireNonNull(more);
    Objects.requireNonNull(last);
    Objects.requireNonNull(total);
    query = Map.copyOf(query);
  }

  /**
   * The rule of an operation; empty if it has no pages.
   *
   * @param details the operation in the catalog
   */
  public static Optional<PageRule> of(JsonNode details) {
    JsonNode paging = details.path("paging");
    return Kind.of(text(paging, "kind")).map(kind -> of(kind, paging, details));
  }

  /**
   * The rule of an operation of whose pages the document says nothing: they follow the links in the
   * headers of its responses, if there are any.
   *
   * @param details the operation in the catalog
   */
  public static PageRule ofLinks(JsonNode details) {
    return of(Kind.LINK, MissingNode.getInstance(), details);
  }

  private static PageRule of(Kind kind, JsonNode paging, JsonNode details) {
    return new PageRule(
        kind,
        position(paging, isInBody(paging) ? "parameter" : "argument"),
        path(paging, "field"),
        path(paging, "items").map(FieldPath::steps).orElse(List.of()),
        paging.path("first").asLong(kind == Kind.PAGE ? 1 : 0),
        position(paging, "size"),
        sizeMax(paging),
        path(paging, "more"),
        path(paging, "last"),
        path(paging, "total"),
        query(details));
  }

  /** The same rule for a list at another place of the response. */
  public PageRule withItems(List<String> path) {
    return new PageRule(
        kind, parameter, field, path, first, size, sizeMax, more, last, total, query);
  }

  private static Optional<Position> position(JsonNode paging, String member) {
    String name = text(paging, member);
    return name.isEmpty() ? Optional.empty() : Optional.of(new Position(isInBody(paging), name));
  }

  private static boolean isInBody(JsonNode paging) {
    return text(paging, "in").equals("body");
  }

  private static OptionalInt sizeMax(JsonNode paging) {
    JsonNode most = paging.path("sizeMax");
    return most.isInt() && most.intValue() > 0
        ? OptionalInt.of(most.intValue())
        : OptionalInt.empty();
  }

  private static Map<String, String> query(JsonNode details) {
    Map<String, String> query = new LinkedHashMap<>();
    for (JsonNode parameter : details.path("parameters").values()) {
      String name = text(parameter, "name");
      if (text(parameter, "in").equals("query")) {
        query.put(name, parameter.path("argument").asString(name));
      } else if (text(parameter, "in").equals("querystring")) {
        query.put(WHOLE_QUERY, parameter.path("argument").asString(name));
      }
    }
    return query;
  }

  private static Optional<FieldPath> path(JsonNode paging, String name) {
    String text = text(paging, name);
    return text.isEmpty() ? Optional.empty() : Optional.of(FieldPath.of(text));
  }

  private static String text(JsonNode object, String name) {
    return object.path(name).asString("");
  }

  /**
   * Whether a query parameter, or the object that it is a part of as in {@code filter[name]}, is
   * declared.
   */
  public boolean declares(String name) {
    int bracket = name.indexOf('[');
    return query.containsKey(name)
        || (bracket > 0 && query.containsKey(name.substring(0, bracket)))
        || query.containsKey(WHOLE_QUERY);
  }

  /** The list in a body; missing if there is none. */
  public JsonNode items(JsonNode body) {
    JsonNode found = body;
    for (String step : items) {
      found = found.path(step);
    }
    return found;
  }

  /** The number of all items, if the body says it. */
  public OptionalInt total(JsonNode body) {
    JsonNode count = total.map(path -> at(body, path)).orElseGet(MissingNode::getInstance);
    return count.isInt() && count.intValue() >= 0
        ? OptionalInt.of(count.intValue())
        : OptionalInt.empty();
  }

  /**
   * A body with another value of a member.
   *
   * @param body the body so far; null if there is none
   * @param member the path of the member
   */
  public static ObjectNode withMember(@Nullable JsonNode body, String member, JsonNode value) {
    ObjectNode whole =
        body instanceof ObjectNode object
            ? object.deepCopy()
            : JsonNodeFactory.instance.objectNode();
    List<String> steps = FieldPath.of(member).steps();
    ObjectNode here = whole;
    for (String step : steps.subList(0, steps.size() - 1)) {
      here = here.get(step) instanceof ObjectNode inner ? inner : here.putObject(step);
    }
    here.set(steps.get(steps.size() - 1), value);
    return whole;
  }

  /** The value at a path of members; missing if there is none. */
  public static JsonNode at(JsonNode body, FieldPath path) {
    JsonNode found = body;
    for (String step : path.steps()) {
      found = found.path(step);
    }
    return found;
  }
}
