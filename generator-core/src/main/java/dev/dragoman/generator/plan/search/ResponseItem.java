package dev.dragoman.generator.plan.search;

import dev.dragoman.generator.model.Json;
import dev.dragoman.generator.model.OperationModel;
import dev.dragoman.generator.plan.schema.SchemaLookup;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The object that a response is about: the response itself, the items of a list, or what an
 * envelope such as {@code {data: [...], has_more}} contains.
 *
 * @param path the names that lead to it, separated by dots; lists are passed through
 * @param fields its fields
 */
record ResponseItem(String path, Map<String, Json> fields) {
  /** Maximum number of envelopes around an object, and of lists directly in each other. */
  private static final int DEPTH = 3;

  /** Usual names of what an envelope contains, for envelopes with several lists. */
  private static final List<String> CONTENT =
      List.of("data", "items", "results", "values", "value", "records", "entries", "list");

  /** Names of objects beside the content of an envelope. */
  private static final Set<String> BESIDE =
      Set.of(
          "meta",
          "metadata",
          "links",
          "pagination",
          "paging",
          "page",
          "pageinfo",
          "error",
          "errors",
          "warnings",
          "included",
          "next",
          "nextpage",
          "previous",
          "prev",
          "first",
          "last",
          "self",
          "odatanextlink",
          "info");

  ResponseItem {
    fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
  }

  /** The object that an operation's response is about; empty if it has no fields. */
  static Optional<ResponseItem> of(OperationModel operation, SchemaLookup schemas) {
    String noun = noun(operation);
    return SuccessResponse.body(operation)
        .map(media -> inside(media.schema(), "", noun, schemas, DEPTH))
        .filter(item -> !item.fields().isEmpty());
  }

  /** The noun of the last literal segment of an operation's path. */
  static String noun(OperationModel operation) {
    PathShape path = PathShape.of(operation.path());
    for (int i = path.segments().size() - 1; i >= 0; i--) {
      if (!path.segments().get(i).contains("{")) {
        return PathShape.noun(path.segments().get(i));
      }
    }
    return "";
  }

  private static ResponseItem inside(
      Json schema, String path, String noun, SchemaLookup schemas, int depth) {
    Map<String, Json> fields = fields(listed(schema, schemas), schemas);
    Optional<String> content = depth == 0 ? Optional.empty() : content(fields, noun, schemas);
    if (content.isEmpty()) {
      return new ResponseItem(path, fields);
    }
    String name = content.get();
    String below = path.isEmpty() ? name : path + "." + name;
    return inside(fields.getOrDefault(name, schema), below, noun, schemas, depth - 1);
  }

  /** The schema of a value, or of what it lists. */
  private static Json.Obj listed(Json schema, SchemaLookup schemas) {
    Json.Obj current = schemas.resolve(schema);
    for (int i = 0; i < DEPTH; i++) {
      Json items = current.get("items");
      if (items == null) {
        break;
      }
      current = schemas.resolve(items);
    }
    return current;
  }

  /** The fields of an object; of alternatives without common fields, those of all. */
  static Map<String, Json> fields(Json.Obj object, SchemaLookup schemas) {
    Map<String, Json> fields = new LinkedHashMap<>(schemas.properties(object));
    if (fields.isEmpty()) {
      schemas.parts(object).stream()
          .flatMap(part -> Stream.of("oneOf", "anyOf").flatMap(name -> part.items(name).stream()))
          .forEach(one -> schemas.properties(schemas.resolve(one)).forEach(fields::putIfAbsent));
    }
    return fields;
  }

  /**
   * The field of an envelope that contains what the response is about; empty for an object with an
   * identity of its own.
   *
   * @param noun what the operation is about
   */
  static Optional<String> content(Map<String, Json> fields, String noun, SchemaLookup schemas) {
    List<String> lists = names(fields, schemas, true);
    Optional<String> named =
        lists.stream().filter(name -> PathShape.noun(name).equals(noun)).findFirst();
    boolean isThing =
        fields.keySet().stream().map(FieldNames::plain).anyMatch(FieldNames.OWN_IDENTITY::contains);
    if (isThing) {
      return Optional.empty();
    }
    if (!lists.isEmpty()) {
      return named
          .or(() -> CONTENT.stream().filter(lists::contains).findFirst())
          .or(() -> lists.size() == 1 ? Optional.of(lists.get(0)) : Optional.empty());
    }
    boolean hasLists =
        fields.values().stream().anyMatch(field -> schemas.resolve(field).get("items") != null);
    List<String> objects = hasLists ? List.of() : names(fields, schemas, false);
    return objects.size() == 1 ? Optional.of(objects.get(0)) : Optional.empty();
  }

  /** The fields that contain lists of objects, or those that contain objects. */
  private static List<String> names(
      Map<String, Json> fields, SchemaLookup schemas, boolean ofLists) {
    return fields.entrySet().stream()
        .filter(field -> !BESIDE.contains(FieldNames.plain(field.getKey())))
        .filter(
            field -> {
              Json.Obj value = schemas.resolve(field.getValue());
              Json items = value.get("items");
              return ofLists
                  ? items != null && !fields(listed(items, schemas), schemas).isEmpty()
                  : items == null && !fields(value, schemas).isEmpty();
            })
        .map(Map.Entry::getKey)
        .toList();
  }
}
