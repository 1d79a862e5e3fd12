package dev.dragoman.runtime.json.fields;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/**
 * The fields that a schema of the document declares. Alternatives are taken together: a field of
 * any of them may be in a value. Immutable.
 */
public final class SchemaFields {
  private static final List<String> PARTS = List.of("allOf", "anyOf", "oneOf");
  private static final int MOST_SCHEMAS = 300;

  /** Lists in lists. */
  private static final int MOST_LISTS = 5;

  private final Function<String, Optional<JsonNode>> resolver;
  private final List<JsonNode> schemas;

  private SchemaFields(
      Function<String, Optional<JsonNode>> resolver, Collection<? extends JsonNode> schemas) {
    this.resolver = resolver;
    this.schemas = List.copyOf(schemas);
  }

  /**
   * The fields of some schemas.
   *
   * @param resolver finds the schema of a reference
   */
  public static SchemaFields of(
      Function<String, Optional<JsonNode>> resolver, Collection<? extends JsonNode> schemas) {
    return new SchemaFields(resolver, new Walk(resolver).flatten(schemas));
  }

  /**
   * The schemas of the successful JSON responses of an operation.
   *
   * @param details the operation in the catalog
   */
  public static SchemaFields ofResponse(
      JsonNode details, Function<String, Optional<JsonNode>> resolver) {
    List<JsonNode> found = new ArrayList<>();
    details
        .path("responses")
        .forEachEntry(
            (status, response) -> {
              if (status.startsWith("2") || status.equals("default")) {
                response
                    .path("content")
                    .forEachEntry(
                        (type, media) -> {
                          if (type.contains("json") && media.has("schema")) {
                            found.add(media.path("schema"));
                          }
                        });
              }
            });
    return of(resolver, found);
  }

  /** The declared names, in the order of the document; items of a list count as the list. */
  public Set<String> names() {
    Map<String, Boolean> names = new LinkedHashMap<>();
    items().forEach(s -> s.path("properties").propertyNames().forEach(n -> names.put(n, true)));
    return names.keySet();
  }

  /** Whether values may have fields that are not declared, or nothing is known about them. */
  public boolean isOpen() {
    List<JsonNode> all = items();
    return all.isEmpty()
        || all.stream().anyMatch(schema -> isFree(schema))
        || all.stream().noneMatch(schema -> schema.has("properties"));
  }

  private static boolean isFree(JsonNode schema) {
    JsonNode others = schema.path("additionalProperties");
    return others.isObject()
        || (others.isBoolean() && others.booleanValue())
        || schema.has("patternProperties");
  }

  /** Whether values are lists. */
  public boolean isList() {
    return schemas.stream().anyMatch(SchemaFields::isList);
  }

  /** The only member that is a list, in an object. */
  public Optional<String> onlyList() {
    List<String> lists =
        isList()
            ? List.of()
            : names().stream().filter(name -> member(name).isList()).limit(2).toList();
    return lists.size() == 1 ? Optional.of(lists.get(0)) : Optional.empty();
  }

  /** The fields of a member. */
  public SchemaFields member(String name) {
    List<JsonNode> found = new ArrayList<>();
    for (JsonNode schema : items()) {
      JsonNode member = schema.path("properties").path(name);
      if (!member.isMissingNode()) {
        found.add(member);
      } else if (schema.path("additionalProperties").isObject()) {
        found.add(schema.path("additionalProperties"));
      }
    }
    return of(resolver, found);
  }

  /**
   * The first step of a path that is not declared, with the fields at its place; empty if all are,
   * or if nothing is known about them.
   */
  public Optional<Unknown> unknown(FieldPath path) {
    SchemaFields here = this;
    for (String step : path.steps()) {
      if (here.isList() && FieldPath.isPosition(step)) {
        continue;
      }
      if (here.isOpen() && !here.names().contains(step)) {
        return Optional.empty();
      } else if (!here.names().contains(step)) {
        return Optional.of(new Unknown(step, here.names()));
      }
      here = here.member(step);
    }
    return Optional.empty();
  }

  /**
   * A name that is not declared.
   *
   * @param declared the names at its place
   */
  public record Unknown(String name, Set<String> declared) {}

  /** The schemas, with those of items instead of those of lists. */
  private List<JsonNode> items() {
    List<JsonNode> items = new ArrayList<>(schemas);
    for (int depth = 0;
        depth < MOST_LISTS && items.stream().anyMatch(SchemaFields::isList);
        depth++) {
      List<JsonNode> inner = items.stream().map(SchemaFields::item).toList();
      items = new Walk(resolver).flatten(inner);
    }
    return items;
  }

  private static boolean isList(JsonNode schema) {
    return schema.path("items").isObject();
  }

  private static JsonNode item(JsonNode schema) {
    return isList(schema) ? schema.path("items") : schema;
  }

  /** Follows references and combinations, each once. */
  private static final class Walk {
    private final Function<String, Optional<JsonNode>> resolver;
    private final Set<String> followed = new HashSet<>();
    private final List<JsonNode> found = new ArrayList<>();

    Walk(Function<String, Optional<JsonNode>> resolver) {
      this.resolver = resolver;
    }

    List<JsonNode> flatten(Collection<? extends JsonNode> schemas) {
      schemas.forEach(this::visit);
      return found;
    }

    private void visit(JsonNode schema) {
      if (!schema.isObject() || found.size() >= MOST_SCHEMAS) {
        return;
      }
      String reference = schema.path("$ref").asString("");
      if (!reference.isEmpty() && followed.add(reference)) {
        resolver.apply(reference).ifPresent(this::visit);
      }
      boolean isNull = schema.path("type").asString("").equals("null");
      boolean onlyCombines =
          !schema.has("properties") && !schema.has("items") && !schema.has("additionalProperties");
      boolean combines = PARTS.stream().anyMatch(schema::has) || !reference.isEmpty();
      if (!isNull && !(onlyCombines && combines)) {
        found.add(schema);
      }
      PARTS.forEach(part -> schema.path(part).forEach(this::visit));
    }
  }
}
