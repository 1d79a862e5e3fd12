package dev.dragoman.runtime.execute.mock.list;

import dev.dragoman.runtime.execute.mock.value.Names;
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * The page that a request asks for, by the usual names of the operation's query parameters.
 *
 * @param kind how pages follow each other
 * @param parameter the parameter that selects a page
 * @param given its value; empty for the first page
 * @param first the number of the first page, or of the first item
 * @param size the number of items on a page
 */
public record PageRequest(
    Kind kind, String parameter, Optional<String> given, long first, int size) {
  private static final Set<String> PAGE =
      Set.of("page", "pagenumber", "pageno", "pagenum", "pageindex", "currentpage");
  private static final Set<String> OFFSET =
      Set.of("offset", "skip", "start", "startat", "startindex", "pageoffset", "startoffset");
  private static final Set<String> CURSOR =
      Set.of(
          "cursor",
          "after",
          "pageafter",
          "pagecursor",
          "aftercursor",
          "pagetoken",
          "nexttoken",
          "nextcursor",
          "nextpagetoken",
          "startcursor",
          "marker",
          "continuation",
          "continuationtoken",
          "starttoken",
          "next");
  private static final Set<String> LAST_ITEM = Set.of("startingafter");
  private static final Set<String> SIZE =
      Set.of(
          "limit",
          "perpage",
          "pagesize",
          "size",
          "maxresults",
          "pagelimit",
          "count",
          "take",
          "top",
          "results",
          "maxitems",
          "first",
          "rows",
          "itemsperpage",
          "maxpagesize");

  private static final int USUAL_SIZE = 10;
  private static final int MAX_SIZE = 1_000;

  /** Stands for every number above it. */
  private static final int MAX_NUMBER = 999_999_999;

  /** How pages follow each other. */
  public enum Kind {
    PAGE,
    OFFSET,
    CURSOR,
    /** By the id of the last item before the page. */
    LAST_ITEM
  }

  /**
   * The page that a request asks for; empty if the operation has no pages.
   *
   * @param details the operation in the catalog; what it says about paging takes precedence over
   *     the usual names
   * @param given the value of a parameter in the request
   */
  public static Optional<PageRequest> of(
      JsonNode details, Function<String, Optional<String>> given) {
    JsonNode planned = details.path("paging");
    return planned(planned, details)
        .map(kind -> planned(kind, planned, details, given))
        .or(() -> byNames(details, given));
  }

  /** The parameters that select a page, or its size. */
  static Set<String> parameters(JsonNode details) {
    Set<String> asked = new HashSet<>();
    of(
        details,
        name -> {
          asked.add(name);
          return Optional.empty();
        });
    return asked;
  }

  private static Optional<PageRequest> byNames(
      JsonNode details, Function<String, Optional<String>> given) {
    return parameter(details, LAST_ITEM)
        .map(one -> page(Kind.LAST_ITEM, one, details, given))
        .or(() -> cursor(details).map(one -> page(value(one.path("schema")), one, details, given)))
        .or(() -> parameter(details, PAGE).map(one -> page(Kind.PAGE, one, details, given)))
        .or(() -> parameter(details, OFFSET).map(one -> page(Kind.OFFSET, one, details, given)));
  }

  private static Optional<Kind> planned(JsonNode planned, JsonNode details) {
    String parameter = planned.path("parameter").asString("");
    if (parameter.isEmpty()) {
      return Optional.empty();
    }
    return switch (planned.path("kind").asString("")) {
      case "page" -> Optional.of(Kind.PAGE);
      case "offset" -> Optional.of(Kind.OFFSET);
      case "cursor" -> Optional.of(value(schema(parameter, details)));
      case "lastItem" -> Optional.of(Kind.LAST_ITEM);
      case "link", "url" -> Optional.of(linked(parameter, details));
      default -> Optional.empty();
    };
  }

  /** A link may contain the number of a page as well as a value. */
  private static Kind linked(String name, JsonNode details) {
    String plain = Names.plain(name);
    JsonNode schema = schema(name, details);
    if (isNumber(schema) && PAGE.contains(plain)) {
      return Kind.PAGE;
    }
    return isNumber(schema) && OFFSET.contains(plain) ? Kind.OFFSET : value(schema);
  }

  private static JsonNode schema(String parameter, JsonNode details) {
    return details
        .path("parameters")
        .valueStream()
        .filter(one -> one.path("name").asString("").equals(parameter))
        .map(one -> one.path("schema"))
        .findFirst()
        .orElseGet(MissingNode::getInstance);
  }

  /** A value of the response before, which may have to be a number. */
  private static Kind value(JsonNode schema) {
    String type = schema.path("type").toString();
    boolean text = schema.has("$ref") || type.contains("string");
    return isNumber(schema) && !text ? Kind.OFFSET : Kind.CURSOR;
  }

  private static PageRequest planned(
      Kind kind, JsonNode planned, JsonNode details, Function<String, Optional<String>> given) {
    String name = planned.path("parameter").asString("");
    long first = planned.path("first").asLong(kind == Kind.PAGE ? 1 : 0);
    String size = planned.path("size").asString("");
    Optional<JsonNode> parameter =
        details
            .path("parameters")
            .valueStream()
            .filter(one -> one.path("argument").asString("").equals(size))
            .findFirst();
    int most = planned.path("sizeMax").asInt(MAX_SIZE);
    int items =
        parameter
            .map(one -> size(one, given))
            .orElseGet(() -> size.isEmpty() ? USUAL_SIZE : size(given.apply(size), USUAL_SIZE));
    return new PageRequest(
        kind, name, given.apply(name), first, Math.max(1, Math.min(most, items)));
  }

  /** A page that is not a number is selected by a value of the response before. */
  private static Optional<JsonNode> cursor(JsonNode details) {
    return parameter(details, CURSOR)
        .or(() -> parameter(details, PAGE).filter(page -> !isNumber(page.path("schema"))));
  }

  private static boolean isNumber(JsonNode schema) {
    return schema.has("$ref")
        || schema.path("type").toString().contains("integer")
        || schema.path("type").toString().contains("number");
  }

  private static PageRequest page(
      Kind kind, JsonNode parameter, JsonNode details, Function<String, Optional<String>> given) {
    String name = parameter.path("name").asString("");
    JsonNode schema = parameter.path("schema");
    boolean zero = schema.path("default").asInt(schema.path("minimum").asInt(1)) == 0;
    int size = parameter(details, SIZE).map(one -> size(one, given)).orElse(USUAL_SIZE);
    return new PageRequest(kind, name, given.apply(name), kind == Kind.PAGE && !zero ? 1 : 0, size);
  }

  private static int size(JsonNode parameter, Function<String, Optional<String>> given) {
    JsonNode schema = parameter.path("schema");
    int usual = schema.path("default").asInt(USUAL_SIZE);
    int most = Math.min(MAX_SIZE, schema.path("maximum").asInt(MAX_SIZE));
    int wanted = size(given.apply(parameter.path("name").asString("")), usual);
    return Math.max(1, Math.min(most, wanted));
  }

  private static int size(Optional<String> wanted, int usual) {
    OptionalInt number = wanted.map(PageRequest::number).orElse(OptionalInt.empty());
    return number.isPresent() ? Math.max(1, Math.min(MAX_SIZE, number.getAsInt())) : usual;
  }

  /** The number that a text is. */
  static OptionalInt number(String text) {
    if (!text.matches("[0-9]+")) {
      return OptionalInt.empty();
    }
    String digits = text.replaceFirst("^0+(?=.)", "");
    return OptionalInt.of(digits.length() > 9 ? MAX_NUMBER : Integer.parseInt(digits));
  }

  private static Optional<JsonNode> parameter(JsonNode details, Set<String> names) {
    return details
        .path("parameters")
        .valueStream()
        .filter(one -> one.path("in").asString("").equals("query"))
        .filter(one -> names.contains(Names.plain(one.path("name").asString(""))))
        .findFirst();
  }
}
