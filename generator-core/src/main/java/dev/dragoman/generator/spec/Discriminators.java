package dev.dragoman.generator.spec;

import dev.dragoman.generator.model.Json;
import dev.dragoman.generator.spec.References.Target;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Gives the values of a discriminator's mapping, which are names of schemas or references, their
 * canonical spelling (OpenAPI 3.1, section 4.8.25).
 */
final class Discriminators {
  private static final List<String> HOMES = List.of("#/components/schemas/", "#/definitions/");

  private final References references;
  private final Nodes nodes;
  private final Source document;
  private final Consumer<Target> needed;

  Discriminators(References references, Nodes nodes, Source document, Consumer<Target> needed) {
    this.references = references;
    this.nodes = nodes;
    this.document = document;
    this.needed = needed;
  }

  /** The discriminator with the mapping levelled. */
  Json level(Json.Obj discriminator) {
    Json.Obj mapping = discriminator.object("mapping");
    if (mapping == null) {
      return discriminator;
    }
    Map<String, Json> levelled = new LinkedHashMap<>();
    mapping
        .members()
        .forEach(
            (value, schema) ->
                levelled.put(value, schema instanceof Json.Str name ? level(name) : schema));
    Map<String, Json> members = new LinkedHashMap<>(discriminator.members());
    members.put("mapping", new Json.Obj(levelled, mapping.location()));
    return new Json.Obj(members, discriminator.location());
  }

  private Json level(Json.Str name) {
    Optional<Target> target = byName(name).or(() -> byReference(name));
    if (target.isEmpty()) {
      nodes.warning(
          SpecProblem.DANGLING_REFERENCE,
          name.location(),
          "The discriminator maps to \"%s\", which names no schema.".formatted(name.value()),
          "The mapping is kept as it is.");
      return name;
    }
    needed.accept(target.get());
    return new Json.Str(target.get().canonical(), name.location());
  }

  private Optional<Target> byName(Json.Str name) {
    return HOMES.stream()
        .flatMap(home -> find(home + Pointer.escape(name.value()), document.root()).stream())
        .findFirst();
  }

  private Optional<Target> byReference(Json.Str name) {
    return find(name.value(), name);
  }

  private Optional<Target> find(String reference, Json from) {
    try {
      return references.find(reference, from.location());
    } catch (LocatedException e) {
      return Optional.empty();
    }
  }
}
