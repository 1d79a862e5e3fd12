package dev.dragoman.generator.diff;

import dev.dragoman.generator.model.Json;
import dev.dragoman.generator.model.JsonText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A normalized schema, in which differences between OpenAPI 3.0 and 3.1 do not matter: references
 * are followed, {@code allOf} is merged, null is separate from the types, and {@code const} is an
 * enum with one value.
 */
final class SchemaView {
  private static final Set<String> PLAIN =
      Set.of(
          "minimum",
          "maximum",
          "minLength",
          "maxLength",
          "minItems",
          "maxItems",
          "minProperties",
          "maxProperties",
          "pattern",
          "format",
          "multipleOf",
          "uniqueItems",
          "contentEncoding",
          "contentMediaType");

  private final Map<String, Json> definitions;
  private final Set<String> followed = new HashSet<>();

  /** Null means that there is no enum. */
  private @Nullable Set<String> values;

  private final Set<String> types = new TreeSet<>();
  private boolean nullable;
  private final Map<String, Json> properties = new LinkedHashMap<>();
  private final Set<String> required = new TreeSet<>();
  private @Nullable Json items;
  private @Nullable Json additional;
  private List<Json> branches = List.of();
  private final Map<String, String> limits = new TreeMap<>();

  private SchemaView(Map<String, Json> definitions) {
    this.definitions = definitions;
  }

  /**
   * The view of a schema.
   *
   * @param definitions the schemas that it may refer to, by canonical reference
   */
  static SchemaView of(Json schema, Map<String, Json> definitions) {
    SchemaView view = new SchemaView(definitions);
    view.add(schema);
    return view;
  }

  /** The types without null; empty if any type is allowed. */
  Set<String> types() {
    return types;
  }

  /** Whether null is allowed. A schema without any constraint allows it, too. */
  boolean isNullable() {
    return nullable || saysNothing();
  }

  private boolean saysNothing() {
    return types.isEmpty() && values == null && branches.isEmpty() && properties.isEmpty();
  }

  /** The values as JSON text, without null; null if there is no enum. */
  @Nullable Set<String> values() {
    return values;
  }

  /** The properties, including those of {@code allOf} parts. */
  Map<String, Json> properties() {
    return properties;
  }

  /** The names of required properties. */
  Set<String> required() {
    return required;
  }

  /** The schema of array items; null if there is none. */
  @Nullable Json items() {
    return items;
  }

  /** The value of {@code additionalProperties}; null if it is absent. */
  @Nullable Json additional() {
    return additional;
  }

  /** The alternatives without null; empty unless there are several. */
  List<Json> branches() {
    return branches;
  }

  /** Other constraints, as text by keyword. */
  Map<String, String> limits() {
    return limits;
  }

  /** Merges a schema into this view. Each reference is followed once, which ends recursion. */
  private void add(@Nullable Json schema) {
    if (!(schema instanceof Json.Obj object)) {
      return;
    }
    String reference = object.text("$ref");
    if (reference != null && followed.add(reference)) {
      add(definitions.get(reference));
    }
    object.items("allOf").forEach(this::add);
    addTypes(object);
    addValues(object);
    addLimits(object);
    Json.Obj own = object.object("properties");
    if (own != null) {
      properties.putAll(own.members());
    }
    for (Json name : object.items("required")) {
      if (name instanceof Json.Str string) {
        required.add(string.value());
      }
    }
    items = object.get("items") == null ? items : object.get("items");
    additional =
        object.get("additionalProperties") == null
            ? additional
            : object.get("additionalProperties");
    addUnion(object.items("oneOf"));
    addUnion(object.items("anyOf"));
  }

  private void addTypes(Json.Obj object) {
    List<Json> all = new ArrayList<>(object.items("type"));
    Json single = object.get("type");
    if (single instanceof Json.Str) {
      all.add(single);
    }
    for (Json type : all) {
      if (type instanceof Json.Str string && string.value().equals("null")) {
        nullable = true;
      } else if (type instanceof Json.Str string) {
        types.add(string.value());
      }
    }
    nullable |= object.isTrue("nullable");
  }

  private void addValues(Json.Obj object) {
    List<Json> all = new ArrayList<>(object.items("enum"));
    Json constant = object.get("const");
    if (constant != null) {
      all.add(constant);
    }
    if (all.isEmpty()) {
      return;
    }
    Set<String> texts = new TreeSet<>();
    for (Json value : all) {
      if (value instanceof Json.Null) {
        nullable |= types.isEmpty();
      } else {
        texts.add(JsonText.of(value));
      }
    }
    values = texts;
  }

  private void addLimits(Json.Obj object) {
    for (String keyword : PLAIN) {
      Json value = object.get(keyword);
      if (value != null && !(value instanceof Json.Bool bool && !bool.value())) {
        limits.put(keyword, value instanceof Json.Str text ? text.value() : JsonText.of(value));
      }
    }
    exclusive(object, "exclusiveMinimum", "minimum");
    exclusive(object, "exclusiveMaximum", "maximum");
  }

  /** A flag for the bound in OpenAPI 3.0, a bound of its own in 3.1. */
  private void exclusive(Json.Obj object, String keyword, String limit) {
    if (object.get(keyword) instanceof Json.Num number) {
      limits.put(keyword, number.digits());
    } else if (object.isTrue(keyword) && object.get(limit) instanceof Json.Num number) {
      limits.remove(limit);
      limits.put(keyword, number.digits());
    }
  }

  /**
   * Adds {@code oneOf} or {@code anyOf}. A union with null makes the schema nullable; with one
   * other alternative, it is that alternative.
   */
  private void addUnion(List<Json> union) {
    List<Json> others = union.stream().filter(branch -> !isNull(branch)).toList();
    nullable |= others.size() < union.size();
    if (others.size() == 1) {
      add(others.get(0));
    } else if (!others.isEmpty()) {
      branches = others;
    }
  }

  private static boolean isNull(Json branch) {
    return branch instanceof Json.Obj object && "null".equals(object.text("type"));
  }
}
