package dev.dragoman.generator.plan.tool;

import dev.dragoman.generator.model.Json;
import dev.dragoman.generator.plan.schema.SchemaLookup;
import dev.dragoman.runtime.text.NearestName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Checks the paths of a tool's {@code fields} against the schema of the response. */
final class ResponseFieldCheck {
  private static final int MAX_LISTS = 8;

  private final SchemaLookup schemas;

  ResponseFieldCheck(SchemaLookup schemas) {
    this.schemas = schemas;
  }

  /** What is wrong with a path, with the most similar name; empty if it can exist. */
  Optional<String> problem(String path, Json response) {
    Json current = response;
    for (String step : path.split("\\.", -1)) {
      Json.Obj object = item(current);
      Map<String, Json> known = properties(object);
      Json next = known.get(step);
      if (next != null) {
        current = next;
      } else if (isScalar(object)) {
        return Optional.of(
            "is not in the response: what contains \"" + step + "\" there is not an object.");
      } else if (known.isEmpty() || isOpen(object)) {
        return step.isBlank() ? Optional.of("has an empty name.") : Optional.empty();
      } else {
        return Optional.of(
            "is not in the response: there is no \""
                + step
                + "\"."
                + NearestName.to(step, known.keySet())
                    .map(near -> " Did you mean " + near + "?")
                    .orElse(" It has: " + PlainSchema.names(known.keySet()) + "."));
      }
    }
    return Optional.empty();
  }

  /** What lists contain, and lists of lists. */
  private Json.Obj item(Json schema) {
    Json.Obj current = schemas.resolve(schema);
    for (int i = 0; i < MAX_LISTS; i++) {
      Json items = current.get("items");
      if (items == null) {
        break;
      }
      current = schemas.resolve(items);
    }
    return current;
  }

  private Map<String, Json> properties(Json.Obj object) {
    Map<String, Json> all = new LinkedHashMap<>(schemas.properties(object));
    schemas.parts(object).stream()
        .flatMap(part -> Stream.of("oneOf", "anyOf").flatMap(name -> part.items(name).stream()))
        .forEach(one -> schemas.properties(item(one)).forEach(all::putIfAbsent));
    return all;
  }

  /** Whether the type leaves no room for members. */
  private static boolean isScalar(Json.Obj schema) {
    List<String> types = SchemaLookup.types(schema);
    return !types.isEmpty() && !types.contains("object") && !types.contains("array");
  }

  private static boolean isOpen(Json.Obj object) {
    return object.get("additionalProperties") instanceof Json.Obj
        || object.isTrue("additionalProperties")
        || object.get("patternProperties") != null;
  }
}
