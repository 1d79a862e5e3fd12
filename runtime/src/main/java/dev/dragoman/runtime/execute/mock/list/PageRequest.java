package dev.dragoman.runtime.execute.mock.list;

import dev.dragoman.runtime.execute.mock.value.Names;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * The page that a request asks for, by the usual names of the operation's query parameters.
 *
 * @param kind how pages follow each other
 * @param parameter the parameter that selects a page
 * @param given its value; empty for the first page
 * @param first the number of the first page
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
   * @param details the operation in the catalog
   */
  public static Optional<PageRequest> of(JsonNode details, String rawQuery) {
    Query query = Query.of(rawQuery);
    return parameter(details, LAST_ITEM)
        .map(one -> page(Kind.LAST_ITEM, one, details, query))
        .or(() -> cursor(details).map(one -> page(Kind.CURSOR, one, details, query)))
        .or(() -> parameter(details, PAGE).map(one -> page(Kind.PAGE, one, details, query)))
        .or(() -> parameter(details, OFFSET).map(one -> page(Kind.OFFSET, one, details, query)));
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

  private static PageRequest page(Kind kind, JsonNode parameter, JsonNode details, Query query) {
    String name = parameter.path("name").asString("");
    JsonNode schema = parameter.path("schema");
    boolean zero = schema.path("default").asInt(schema.path("minimum").asInt(1)) == 0;
    long first = details.path("paging").path("first").asLong(kind == Kind.PAGE && !zero ? 1 : 0);
    return new PageRequest(kind, name, query.get(name), first, size(details, query));
  }

  private static int size(JsonNode details, Query query) {
    Optional<JsonNode> parameter = parameter(details, SIZE);
    if (parameter.isEmpty()) {
      return USUAL_SIZE;
    }
    JsonNode schema = parameter.get().path("schema");
    int usual = schema.path("default").asInt(USUAL_SIZE);
    int most = Math.min(MAX_SIZE, schema.path("maximum").asInt(MAX_SIZE));
    int wanted =
        query
            .get(parameter.get().path("name").asString(""))
            .filter(text -> text.matches("[0-9]{1,9}"))
            .map(Integer::parseInt)
            .orElse(usual);
    return Math.max(1, Math.min(most, wanted));
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
