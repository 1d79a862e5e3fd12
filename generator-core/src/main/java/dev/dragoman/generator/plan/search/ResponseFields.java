package dev.dragoman.generator.plan.search;

import dev.dragoman.generator.model.ApiModel;
import dev.dragoman.generator.model.Json;
import dev.dragoman.generator.model.OperationModel;
import dev.dragoman.generator.plan.schema.SchemaLookup;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The names of the fields in successful responses, which show what an operation yields. */
final class ResponseFields {
  /**
   * Maximum depth: an envelope, a list in it, and its items. Deeper fields belong to other objects.
   */
  private static final int DEPTH = 3;

  private final ApiModel api;
  private final SchemaLookup schemas;

  /** Creates the fields of an API's operations. */
  ResponseFields(ApiModel api) {
    this.api = api;
    this.schemas = new SchemaLookup(api.definitions());
  }

  /** Every operation with the fields of its response, in document order. */
  List<Producers.Route> routes() {
    return api.operations().stream()
        .map(
            operation ->
                new Producers.Route(operation.method(), operation.path(), fields(operation)))
        .toList();
  }

  private List<String> fields(OperationModel operation) {
    Set<String> names = new LinkedHashSet<>();
    SuccessResponse.body(operation)
        .ifPresent(
            media ->
                collect(schemas.resolve(media.schema()), names, DEPTH, new IdentityHashMap<>()));
    return List.copyOf(names);
  }

  /**
   * Collects the fields of an object and of the items of its lists, but not those of nested
   * objects. A schema is visited again only at a greater remaining depth, which bounds the work for
   * recursive schemas.
   */
  private void collect(Json.Obj schema, Set<String> into, int depth, Map<Json.Obj, Integer> seen) {
    if (depth <= seen.getOrDefault(schema, 0)) {
      return;
    }
    seen.put(schema, depth);
    Json items = schema.get("items");
    if (items != null) {
      collect(schemas.resolve(items), into, depth - 1, seen);
      return;
    }
    schemas
        .properties(schema)
        .forEach(
            (name, property) -> {
              into.add(name);
              Json.Obj type = schemas.resolve(property);
              if (type.get("items") != null) {
                collect(type, into, depth - 1, seen);
              }
            });
  }
}
