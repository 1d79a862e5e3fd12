package dev.dragoman.generator.lock;

import dev.dragoman.generator.model.Json;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The names of properties that an object in a request must have, including those of its {@code
 * allOf} parts.
 */
final class RequiredProperties {
  private final Map<String, Json> definitions;
  private final Set<String> followed = new HashSet<>();
  private final Set<String> names = new TreeSet<>();

  RequiredProperties(Map<String, Json> definitions) {
    this.definitions = definitions;
  }

  /** The names, sorted. Can be called once. */
  Set<String> of(Json schema) {
    collect(schema);
    return names;
  }

  private void collect(@Nullable Json schema) {
    if (!(schema instanceof Json.Obj object)) {
      return;
    }
    String reference = object.text("$ref");
    if (reference != null && followed.add(reference)) {
      collect(definitions.get(reference));
    }
    for (Json name : object.items("required")) {
      if (name instanceof Json.Str string && !isReadOnly(object, string.value())) {
        names.add(string.value());
      }
    }
    object.items("allOf").forEach(this::collect);
  }

  /** Whether a property is required in responses only (OpenAPI 3.0.4, section 4.7.24.2). */
  private static boolean isReadOnly(Json.Obj object, String name) {
    Json.Obj properties = object.object("properties");
    Json.Obj property = properties == null ? null : properties.object(name);
    return property != null && property.isTrue("readOnly");
  }
}
