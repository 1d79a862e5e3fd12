package dev.dragoman.generator.plan.schema;

import dev.dragoman.generator.model.Json;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds the schema that describes a value: follows references and unwraps trivial compositions. */
public final class SchemaLookup {
  /** Maximum number of references and wrappers in a row, which ends circular ones. */
  private static final int MAX_HOPS = 32;

  private final Map<String, Json> definitions;

  /**
   * Creates a lookup.
   *
   * @param definitions the referenced schemas by canonical reference
   */
  public SchemaLookup(Map<String, Json> definitions) {
    this.definitions = definitions;
  }

  /**
   * The schema that describes a value: the target of references, of an {@code allOf} with one part,
   * and of a union with null.
   */
  public Json.Obj resolve(Json schema) {
    return follow(schema).schema();
  }

  /**
   * The target of a schema.
   *
   * @param schema the schema that describes the value
   * @param reference the last reference that was followed
   * @param nullable whether null is allowed, by the target or on the way to it
   */
  public record Target(Json.Obj schema, Optional<String> reference, boolean nullable) {}

  /** Like {@link #resolve}, with what was found on the way. */
  public Target follow(Json schema) {
    Json current = schema;
    Optional<String> reference = Optional.empty();
    boolean nullable = false;
    for (int hop = 0; hop < MAX_HOPS; hop++) {
      if (!(current instanceof Json.Obj object)) {
        break;
      }
      nullable |= isNullable(object) || unionWithNull(object);
      Optional<Json> inner = unwrap(object);
      if (inner.isEmpty()) {
        return new Target(object, reference, nullable);
      }
      String followed = object.text("$ref");
      reference = followed == null ? reference : Optional.of(followed);
      current = inner.get();
    }
    return new Target(new Json.Obj(Map.of(), schema.location()), Optional.empty(), nullable);
  }

  /**
   * The target of a canonical reference.
   *
   * @throws NullPointerException if there is no definition with this reference
   */
  public Target behind(String reference) {
    return follow(Objects.requireNonNull(definitions.get(reference), reference));
  }

  private boolean unionWithNull(Json.Obj schema) {
    return Stream.of("anyOf", "oneOf")
        .map(schema::items)
        .anyMatch(union -> notNull(union).size() < union.size());
  }

  /**
   * The only schema inside a wrapper; empty if the schema describes the value itself. Except for
   * allowing null, siblings of {@code $ref} (OpenAPI 3.1) are ignored here, because they rarely
   * change the type.
   */
  private Optional<Json> unwrap(Json.Obj schema) {
    String reference = schema.text("$ref");
    if (reference != null) {
      return Optional.ofNullable(definitions.get(reference));
    }
    if (schema.members().containsKey("type") || schema.members().containsKey("properties")) {
      return Optional.empty();
    }
    return single(schema.items("allOf"))
        .or(() -> single(notNull(schema.items("anyOf"))))
        .or(() -> single(notNull(schema.items("oneOf"))));
  }

  private static Optional<Json> single(List<Json> schemas) {
    return schemas.size() == 1 ? Optional.of(schemas.get(0)) : Optional.empty();
  }

  private List<Json> notNull(List<Json> schemas) {
    return schemas.stream().filter(one -> !isNull(one)).toList();
  }

  /** Whether a schema allows only null, in any spelling. */
  public boolean isNull(Json schema) {
    if (!(behindReferences(schema) instanceof Json.Obj object)) {
      return false;
    }
    List<Json> values = object.items("enum");
    return "null".equals(object.text("type"))
        || (!object.items("type").isEmpty() && types(object).isEmpty())
        || object.get("const") instanceof Json.Null
        || (!values.isEmpty() && values.stream().allMatch(Json.Null.class::isInstance));
  }

  /** Whether a schema allows no value at all. */
  public boolean isNever(Json schema) {
    return behindReferences(schema) instanceof Json.Bool bool && !bool.value();
  }

  /** The schema itself, behind any references to it but with all that is written beside others. */
  public Json behindReferences(Json schema) {
    Json current = schema;
    for (int hop = 0; hop < MAX_HOPS; hop++) {
      String reference = current instanceof Json.Obj object ? object.text("$ref") : null;
      Json next = reference == null ? null : definitions.get(reference);
      if (next == null) {
        return current;
      }
      current = next;
    }
    return current;
  }

  /** The schema's types except null. */
  public static List<String> types(Json.Obj schema) {
    String single = schema.text("type");
    return single == null
        ? schema.items("type").stream()
            .filter(Json.Str.class::isInstance)
            .map(type -> ((Json.Str) type).value())
            .filter(type -> !type.equals("null"))
            .toList()
        : List.of(single);
  }

  /** The schema's only type except null; empty if it has none or several. */
  public static Optional<String> type(Json.Obj schema) {
    List<String> types = types(schema);
    return types.size() == 1 ? Optional.of(types.get(0)) : Optional.empty();
  }

  /**
   * Whether null is allowed, as declared in OpenAPI 3.0 ({@code nullable}) or 3.1 ({@code type}).
   */
  public static boolean isNullable(Json.Obj schema) {
    return schema.isTrue("nullable")
        || schema.isTrue("x-nullable")
        || (types(schema).isEmpty()
            && schema.items("enum").stream().anyMatch(Json.Null.class::isInstance))
        || schema.items("type").stream()
            .anyMatch(type -> type instanceof Json.Str string && string.value().equals("null"));
  }

  /** The properties of an object; those of its {@code allOf} parts come first. */
  public Map<String, Json> properties(Json.Obj schema) {
    Map<String, Json> properties = new LinkedHashMap<>();
    for (Json.Obj part : parts(schema)) {
      Json.Obj own = part.object("properties");
      if (own != null) {
        properties.putAll(own.members());
      }
    }
    return properties;
  }

  /** The names of required properties, including those of {@code allOf} parts. */
  public Set<String> required(Json.Obj schema) {
    Set<String> names = new LinkedHashSet<>();
    for (Json.Obj part : parts(schema)) {
      for (Json name : part.items("required")) {
        if (name instanceof Json.Str string) {
          names.add(string.value());
        }
      }
    }
    return names;
  }

  /** All {@code allOf} parts of a schema, each once, followed by the schema itself. */
  public List<Json.Obj> parts(Json.Obj schema) {
    List<Json.Obj> ordered = new ArrayList<>();
    collect(schema, Collections.newSetFromMap(new IdentityHashMap<>()), ordered);
    return ordered;
  }

  /** Circular inheritance ends at the first schema that has already been visited. */
  private void collect(Json.Obj schema, Set<Json.Obj> seen, List<Json.Obj> into) {
    if (!seen.add(schema)) {
      return;
    }
    for (Json part : schema.items("allOf")) {
      collect(resolve(part), seen, into);
    }
    into.add(schema);
  }
}
