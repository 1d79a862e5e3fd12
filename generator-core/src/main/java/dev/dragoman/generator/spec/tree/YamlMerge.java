package dev.dragoman.generator.spec.tree;

import dev.dragoman.generator.model.Json;
import dev.dragoman.generator.problem.Location;
import dev.dragoman.generator.spec.problem.LocatedException;
import dev.dragoman.generator.spec.problem.SpecProblem;
import java.util.List;
import java.util.Map;

/**
 * Applies a merge key: {@code <<: *defaults} or {@code <<: [*a, *b]}. The object's own members take
 * precedence, then those of earlier merges (yaml.org/type/merge.html).
 */
final class YamlMerge {
  private YamlMerge() {}

  /** Adds the members of a merge key to those of earlier ones. */
  static void collect(Json value, Map<String, Json> merged, Location key) {
    List<Json> sources = value instanceof Json.Arr array ? array.items() : List.of(value);
    for (Json source : sources) {
      if (!(source instanceof Json.Obj object)) {
        throw new LocatedException(
            SpecProblem.YAML_FEATURE,
            key,
            "The value of a merge key << must be an object or a list of objects.",
            "Quote the key if it is a plain name.");
      }
      object.members().forEach(merged::putIfAbsent);
    }
  }
}
