package dev.dragoman.generator.spec.schema;

import dev.dragoman.generator.model.Json;
import dev.dragoman.generator.spec.node.NodeReader;
import dev.dragoman.generator.spec.problem.LocatedException;
import dev.dragoman.generator.spec.problem.SpecProblem;
import dev.dragoman.generator.spec.source.References;
import dev.dragoman.generator.spec.source.References.Target;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Converts the values of a discriminator's mapping, which are names of schemas or references, to
 * canonical references (OpenAPI 3.1, section 4.8.25).
 */
final class Discriminators {
  private final References references;
  private final NodeReader nodes;
  private final Function<Target, String> needed;

  Discriminators(References references, NodeReader nodes, Function<Target, String> needed) {
    this.references = references;
    this.nodes = nodes;
    this.needed = needed;
  }

  /** The discriminator with canonical references in its mapping. */
  Json level(Json.Obj discriminator) {
    Json.Obj mapping = discriminator.object("mapping");
    if (mapping == null) {
      return discriminator;
    }
    Map<String, Json> leveled = new LinkedHashMap<>();
    mapping
        .members()
        .forEach(
            (value, schema) ->
                leveled.put(value, schema instanceof Json.Str name ? level(name) : schema));
    Map<String, Json> members = new LinkedHashMap<>(discriminator.members());
    members.put("mapping", new Json.Obj(leveled, mapping.location()));
    return new Json.Obj(members, discriminator.location());
  }

  /**
   * The canonical reference for a value. A value is a schema name if there is a schema with this
   * name, otherwise a reference.
   */
  private Json level(Json.Str name) {
    Optional<Target> target = references.named(name.value()).or(() -> byReference(name));
    if (target.isEmpty()) {
      nodes.warning(
          SpecProblem.DANGLING_REFERENCE,
          name.location(),
          "The discriminator maps to \"%s\", which is not a schema.".formatted(name.value()),
          "The mapping is kept unchanged.");
      return name;
    }
    return new Json.Str(needed.apply(target.get()), name.location());
  }

  private Optional<Target> byReference(Json.Str reference) {
    try {
      return Optional.of(references.find(reference));
    } catch (LocatedException e) {
      return Optional.empty();
    }
  }
}
