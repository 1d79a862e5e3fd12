package dev.dragoman.generator.spec.source;

import dev.dragoman.generator.model.Json;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds {@code $anchor} names (JSON Schema 2020-12, section 8.2.2); each file is searched once, on
 * first use.
 */
final class Anchors {
  private final Map<String, Map<String, Json>> byFile = new HashMap<>();

  @Nullable Json find(SourceFile source, String name) {
    return byFile
        .computeIfAbsent(
            source.key(),
            unused -> {
              Map<String, Json> found = new HashMap<>();
              collect(source.root(), found);
              return found;
            })
        .get(name);
  }

  private static void collect(Json value, Map<String, Json> found) {
    if (value instanceof Json.Obj object) {
      String anchor = object.text("$anchor");
      if (anchor != null) {
        found.putIfAbsent(anchor, object);
      }
      object.members().values().forEach(member -> collect(member, found));
    } else if (value instanceof Json.Arr array) {
      array.items().forEach(item -> collect(item, found));
    }
  }
}
