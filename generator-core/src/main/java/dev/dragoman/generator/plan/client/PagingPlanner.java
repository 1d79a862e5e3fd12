package dev.dragoman.generator.plan.client;

import dev.dragoman.generator.model.Json;
import dev.dragoman.generator.model.ParameterModel;
import dev.dragoman.generator.model.ResponseModel;
import dev.dragoman.generator.plan.ClientPlan.PagingKind;
import dev.dragoman.generator.plan.OperationPlan;
import dev.dragoman.generator.plan.ParameterPlan;
import dev.dragoman.generator.plan.schema.SchemaLookup;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Recognizes how the pages of an operation follow each other, by the usual names. */
final class PagingPlanner {
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
  private static final Set<String> NEXT =
      Set.of(
          "next",
          "nextcursor",
          "nextpage",
          "nextpagetoken",
          "nextpagecursor",
          "nextpageuri",
          "nextpageurl",
          "nextpagelink",
          "nexttoken",
          "nexturl",
          "nexturi",
          "nextlink",
          "nextmarker",
          "odatanextlink",
          "endcursor",
          "continuationtoken");
  private static final List<String> ITEMS =
      List.of("data", "items", "results", "values", "records", "entries", "content", "value");

  private final SchemaLookup schemas;

  PagingPlanner(SchemaLookup schemas) {
    this.schemas = schemas;
  }

  /** How an operation pages. */
  record Found(PagingKind kind, String parameter, String field, String items, long first) {}

  /**
   * How an operation pages; empty if it does not, or in no known way.
   *
   * @param body the schema of its response
   */
  Optional<Found> find(OperationPlan operation, List<ResponseModel> successful, Json body) {
    Optional<String> items = items(schemas.resolve(body));
    if (items.isEmpty() || !operation.method().equals("GET")) {
      return Optional.empty();
    }
    Json.Obj schema = schemas.resolve(body);
    return byCursor(operation, schema, items.get())
        .or(() -> byLastItem(operation, schema, items.get()))
        .or(() -> byNumber(operation, items.get()))
        .or(() -> byLink(operation, successful, items.get()));
  }

  /** The member that contains the items: the only list, or one with a usual name. */
  private Optional<String> items(Json.Obj schema) {
    if (isOf("array", schema)) {
      return Optional.of("");
    }
    List<String> lists =
        schemas.properties(schema).entrySet().stream()
            .filter(property -> isOf("array", schemas.resolve(property.getValue())))
            .map(Map.Entry::getKey)
            .filter(name -> !name.isEmpty() && name.indexOf('.') < 0)
            .toList();
    return lists.size() == 1
        ? Optional.of(lists.get(0))
        : ITEMS.stream().filter(lists::contains).findFirst();
  }

  private Optional<Found> byCursor(OperationPlan operation, Json.Obj schema, String items) {
    Optional<ParameterPlan> parameter =
        named(operation, CURSOR).or(() -> named(operation, PAGE).filter(page -> !isInteger(page)));
    return parameter.flatMap(
        cursor ->
            next(schema, "", 2)
                .map(field -> new Found(PagingKind.CURSOR, cursor.name(), field, items, 0)));
  }

  private Optional<Found> byLastItem(OperationPlan operation, Json.Obj schema, String items) {
    Json list = items.isEmpty() ? schema : schemas.properties(schema).get(items);
    Json item = list == null ? null : schemas.resolve(list).get("items");
    boolean hasId = item != null && schemas.properties(schemas.resolve(item)).containsKey("id");
    return named(operation, Set.of("startingafter"))
        .filter(parameter -> hasId)
        .map(after -> new Found(PagingKind.LAST_ITEM, after.name(), "id", items, 0));
  }

  private Optional<Found> byNumber(OperationPlan operation, String items) {
    Optional<Found> pages =
        named(operation, PAGE)
            .filter(this::isInteger)
            .map(page -> new Found(PagingKind.PAGE, page.name(), "", items, first(page)));
    return pages.or(
        () ->
            named(operation, OFFSET)
                .filter(this::isInteger)
                .map(offset -> new Found(PagingKind.OFFSET, offset.name(), "", items, 0)));
  }

  private Optional<Found> byLink(
      OperationPlan operation, List<ResponseModel> successful, String items) {
    boolean linked =
        successful.stream()
            .flatMap(response -> response.headers().stream())
            .anyMatch(header -> header.equalsIgnoreCase("Link"));
    return named(operation, CURSOR)
        .filter(parameter -> linked)
        .map(cursor -> new Found(PagingKind.LINK, cursor.name(), "", items, 0));
  }

  private static Optional<ParameterPlan> named(OperationPlan operation, Set<String> names) {
    return operation.parameters().stream()
        .filter(parameter -> parameter.model().in() == ParameterModel.In.QUERY)
        .filter(parameter -> names.contains(plain(parameter.name())))
        .findFirst();
  }

  /** {@code page_token}, {@code pageToken} and {@code page[token]} are one name. */
  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
  }

  private boolean isInteger(ParameterPlan parameter) {
    return isOf("integer", schemas.resolve(parameter.model().schema()))
        || isOf("number", schemas.resolve(parameter.model().schema()));
  }

  private static boolean isOf(String type, Json.Obj schema) {
    return SchemaLookup.type(schema).filter(type::equals).isPresent();
  }

  /** By the parameter's default, or by its minimum if that is zero. */
  private long first(ParameterPlan page) {
    Json.Obj schema = schemas.resolve(page.model().schema());
    return Stream.of(schema.get("default"), schema.get("minimum"))
            .filter(Json.Num.class::isInstance)
            .map(number -> new BigDecimal(((Json.Num) number).digits()))
            .limit(1)
            .filter(number -> number.signum() == 0)
            .findFirst()
            .isPresent()
        ? 0
        : 1;
  }

  /** The member of the body that says what comes next. */
  private Optional<String> next(Json.Obj schema, String prefix, int depth) {
    Map<String, Json> properties = schemas.properties(schema);
    Optional<String> here =
        properties.entrySet().stream()
            .filter(property -> NEXT.contains(plain(property.getKey())))
            .filter(property -> property.getKey().indexOf('.') < 0)
            .filter(property -> isScalar(schemas.resolve(property.getValue())))
            .map(property -> prefix + property.getKey())
            .findFirst();
    return here.isPresent() || depth == 1
        ? here
        : properties.entrySet().stream()
            .filter(property -> property.getKey().indexOf('.') < 0)
            .flatMap(
                property ->
                    next(
                        schemas.resolve(property.getValue()),
                        prefix + property.getKey() + ".",
                        depth - 1)
                        .stream())
            .findFirst();
  }

  private boolean isScalar(Json.Obj schema) {
    return !isOf("boolean", schema)
        && !isOf("array", schema)
        && !isOf("object", schema)
        && schemas.properties(schema).isEmpty();
  }
}
