package dev.dragoman.generator.spec.identifier;

import dev.dragoman.generator.model.Json;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds the schema resources and anchors of one file. */
final class ResourceReader {
  /** Members that contain data, in which {@code $id} does not identify anything. */
  private static final Set<String> DATA = Set.of("const", "default", "enum", "example", "examples");

  /** Members whose own members have names rather than keywords. */
  private static final Set<String> BY_NAME =
      Set.of(
          "$defs",
          "callbacks",
          "content",
          "definitions",
          "dependencies",
          "dependentSchemas",
          "encoding",
          "headers",
          "links",
          "mapping",
          "parameters",
          "pathItems",
          "paths",
          "patternProperties",
          "properties",
          "requestBodies",
          "responses",
          "schemas",
          "securitySchemes",
          "variables",
          "webhooks");

  private final Identifiers identifiers;
  private final String key;
  private final Deque<String> path = new ArrayDeque<>();
  private @Nullable Resource file;

  ResourceReader(Identifiers identifiers, String key) {
    this.identifiers = identifiers;
    this.key = key;
  }

  /** Adds the resources and anchors below a value to the identifiers. */
  void read(Json root, Resource resource) {
    this.file = resource;
    value(root, resource, false);
  }

  private void value(Json value, Resource resource, boolean byName) {
    if (value instanceof Json.Obj object) {
      object(object, byName ? resource : schema(object, resource), byName);
    } else if (value instanceof Json.Arr array) {
      for (int i = 0; i < array.items().size(); i++) {
        below(String.valueOf(i), array.items().get(i), resource, false);
      }
    }
  }

  private void object(Json.Obj object, Resource resource, boolean byName) {
    for (Map.Entry<String, Json> member : object.members().entrySet()) {
      String name = member.getKey();
      boolean isData = !byName && (DATA.contains(name) || name.startsWith("x-"));
      if (!isData) {
        below(name, member.getValue(), resource, !byName && BY_NAME.contains(name));
      }
    }
  }

  private void below(String step, Json value, Resource resource, boolean byName) {
    if (value instanceof Json.Obj || value instanceof Json.Arr) {
      path.addLast(step);
      value(value, resource, byName);
      path.removeLast();
    }
  }

  /** The resource of a schema: its own if it has an {@code $id}, otherwise the one around it. */
  private Resource schema(Json.Obj schema, Resource around) {
    Resource resource = around;
    String id = schema.text("$id");
    if (id != null) {
      int hash = id.indexOf('#');
      String before = hash < 0 ? id : id.substring(0, hash);
      if (!before.isEmpty()) {
        resource =
            Identifiers.resolved(around.uri(), before)
                .map(uri -> identifiers.open(uri, here(schema)))
                .orElse(around);
      }
      // Before draft 2019-09, an anchor was an $id that consists of a fragment only.
      anchor(resource, hash < 0 ? null : id.substring(hash + 1), schema, false);
    }
    anchor(resource, schema.text("$anchor"), schema, false);
    anchor(resource, schema.text("$dynamicAnchor"), schema, true);
    if (schema.text("$dynamicRef") != null) {
      identifiers.dynamicReference();
    }
    if (resource != file) {
      identifiers.member(schema, resource);
    }
    return resource;
  }

  private void anchor(Resource resource, @Nullable String name, Json.Obj schema, boolean dynamic) {
    if (name != null && !name.isEmpty() && !name.startsWith("/")) {
      resource.anchor(name, here(schema), dynamic);
    }
  }

  private Place here(Json value) {
    String pointer =
        path.stream()
            .map(step -> "/" + step.replace("~", "~0").replace("/", "~1"))
            .collect(Collectors.joining());
    return new Place(key + "#" + pointer, value);
  }
}
