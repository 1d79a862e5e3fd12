package dev.dragoman.generator.plan.search;

import dev.dragoman.generator.model.Json;
import dev.dragoman.generator.model.ParameterModel;
import dev.dragoman.generator.model.ResponseModel;
import dev.dragoman.generator.plan.OperationPlan;
import dev.dragoman.generator.plan.ParameterPlan;
import dev.dragoman.generator.plan.schema.SchemaLookup;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Describes how to get the next page of results. OpenAPI has no field for this, so it is recognized
 * by the names that APIs commonly use for positions, sizes and next pages.
 */
final class Pagination {
  private static final Set<String> POSITION =
      Set.of(
          "page",
          "cursor",
          "offset",
          "skip",
          "start",
          "after",
          "before",
          "page_token",
          "pagetoken",
          "pagenumber",
          "page_number",
          "starting_after",
          "ending_before",
          "since",
          "marker",
          "startat",
          "next",
          "next_token",
          "nexttoken",
          "start_cursor");
  private static final Set<String> SIZE =
      Set.of(
          "limit",
          "per_page",
          "perpage",
          "page_size",
          "pagesize",
          "count",
          "maxresults",
          "max_results",
          "size",
          "top");
  private static final Set<String> NEXT =
      Set.of(
          "next",
          "next_page",
          "next_page_token",
          "nextpagetoken",
          "next_cursor",
          "nextcursor",
          "next_token",
          "nexttoken",
          "has_more",
          "hasmore",
          "next_page_uri",
          "nextlink",
          "after",
          "cursor");

  private final SchemaLookup schemas;

  Pagination(SchemaLookup schemas) {
    this.schemas = schemas;
  }

  /**
   * One phrase, e.g. {@code page_token; next from pagination.next_page_token}; empty if the
   * operation is not a GET with a position among its query parameters.
   */
  String of(OperationPlan operation) {
    List<String> position = named(operation, POSITION);
    if (position.isEmpty() || !operation.model().method().equals("GET")) {
      return "";
    }
    List<String> size = named(operation, SIZE);
    Set<String> next = nextFields(operation);
    String phrase = String.join(", ", position);
    if (!size.isEmpty()) {
      phrase += " (size: " + String.join(", ", size) + ")";
    }
    return next.isEmpty() ? phrase : phrase + "; next from " + String.join(", ", next);
  }

  private static List<String> named(OperationPlan operation, Set<String> names) {
    List<String> found = new ArrayList<>();
    for (ParameterPlan parameter : operation.parameters()) {
      boolean isQuery = parameter.model().in() == ParameterModel.In.QUERY;
      if (isQuery && names.contains(parameter.model().name().toLowerCase(Locale.ROOT))) {
        found.add(parameter.argument());
      }
    }
    return found;
  }

  /**
   * The fields of a successful response that contain the next position, and the {@code Link} header
   * (RFC 8288), which is used for paging if it is declared.
   */
  private Set<String> nextFields(OperationPlan operation) {
    Set<String> fields = new LinkedHashSet<>();
    for (ResponseModel response : operation.model().responses()) {
      if (response.status().startsWith("2")) {
        response.headers().stream()
            .filter(header -> header.equalsIgnoreCase("Link"))
            .forEach(header -> fields.add("the Link header"));
        response.content().stream()
            .limit(1)
            .forEach(media -> collect("", schemas.resolve(media.schema()), fields, 2));
      }
    }
    return fields;
  }

  private void collect(String prefix, Json.Obj schema, Set<String> into, int depth) {
    for (Map.Entry<String, Json> property : schemas.properties(schema).entrySet()) {
      String name = property.getKey();
      Json.Obj type = schemas.resolve(property.getValue());
      if (NEXT.contains(name.toLowerCase(Locale.ROOT)) && type.object("properties") == null) {
        into.add(prefix + name);
      } else if (depth > 1) {
        collect(prefix + name + ".", type, into, depth - 1);
      }
    }
  }
}
