package dev.dragoman.runtime.execute.mock;

import dev.dragoman.runtime.limit.WorkLimit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Flattens a schema into one without {@code $ref}, {@code allOf}, {@code oneOf} and {@code anyOf}.
 *
 * <p>Of alternatives the first one that is not null is used; inside a circular schema, the first
 * one that ends the recursion.
 */
final class SchemaMerge {
  private static final int MAX_STEPS = 200;
  private static final Set<String> SCALARS = Set.of("string", "number", "integer", "boolean");

  private static final List<String> EXAMPLES = List.of("example", "examples");
  private static final List<String> ANNOTATIONS = List.of("example", "examples", "default");

  /** Units of work for one keyword, or one name or value in it. */
  private static final int KEYWORD_COST = 50;

  private final Function<String, Optional<JsonNode>> resolver;
  private final WorkLimit work;
  private final Set<String> above;
  private final Set<String> references = new LinkedHashSet<>();
  private final Set<String> followed = new LinkedHashSet<>();
  private boolean again;
  private int steps;

  /**
   * Creates a merge of one schema.
   *
   * @param above the references through which it was reached
   * @param work is charged for each merged keyword; once it is used up, the rest is omitted
   */
  SchemaMerge(Function<String, Optional<JsonNode>> resolver, Set<String> above, WorkLimit work) {
    this.resolver = resolver;
    this.work = work;
    this.above = above;
  }

  /** The references that stand for the schema as a whole, excluding its parts. */
  Set<String> references() {
    return references;
  }

  /** Whether the schema is among those that contain it, and no alternative ends the recursion. */
  boolean isCircular() {
    return again;
  }

  /**
   * The flattened schema; an empty one for {@code true}, {@code false} and unresolved references.
   */
  ObjectNode flatten(JsonNode schema) {
    ObjectNode merged = JsonNodeFactory.instance.objectNode();
    into(merged, schema, true);
    return merged;
  }

  /**
   * Merges a schema, its references and parts.
   *
   * @param whole whether the schema describes the complete value rather than a part of it
   */
  private void into(ObjectNode merged, JsonNode schema, boolean whole) {
    if (!schema.isObject() || ++steps > MAX_STEPS || !work.spend(KEYWORD_COST)) {
      return;
    }
    String reference = schema.path("$ref").asString("");
    if (!reference.isEmpty() && followed.add(reference)) {
      if (whole) {
        references.add(reference);
        again |= above.contains(reference);
      }
      resolver.apply(reference).ifPresent(target -> into(merged, target, whole));
    }
    schema.forEachEntry((keyword, value) -> merge(merged, keyword, value));
    JsonNode parts = schema.path("allOf");
    parts.values().forEach(part -> into(merged, part, whole && parts.size() == 1));
    for (String keyword : List.of("oneOf", "anyOf")) {
      JsonNode chosen = choose(schema.path(keyword));
      if (chosen != null) {
        into(merged, chosen, whole);
        discriminate(merged, schema.path("discriminator"), chosen.path("$ref").asString(""));
      }
    }
    annotate(merged, schema);
  }

  /** What a schema says of itself takes precedence over what its parts say of themselves. */
  private static void annotate(ObjectNode merged, JsonNode schema) {
    if (schema.has("example") || schema.has("examples")) {
      merged.remove(EXAMPLES);
    }
    for (String keyword : ANNOTATIONS) {
      JsonNode own = schema.path(keyword);
      if (!own.isMissingNode()) {
        merged.set(keyword, own);
      }
    }
  }

  /**
   * The first alternative that is not null; inside a circular schema, the first that ends the
   * recursion.
   */
  private @Nullable JsonNode choose(JsonNode alternatives) {
    for (JsonNode alternative : alternatives.values()) {
      boolean isNull = alternative.path("type").asString("").equals("null");
      if (!isNull && (!again || leadsOut(alternative))) {
        again = false;
        return alternative;
      }
    }
    return null;
  }

  private boolean leadsOut(JsonNode alternative) {
    String reference = alternative.path("$ref").asString("");
    return reference.isEmpty()
        ? SCALARS.contains(alternative.path("type").asString(""))
        : !above.contains(reference);
  }

  private void merge(ObjectNode merged, String keyword, JsonNode value) {
    if (!work.spend(KEYWORD_COST * (1L + value.size() + merged.path(keyword).size()))) {
      return;
    }
    switch (keyword) {
      case "$ref", "allOf", "oneOf", "anyOf" -> {}
      case "properties" -> properties(merged, value);
      case "required" -> merged.set(keyword, union(merged.path(keyword), value));
      case "enum" -> merged.set(keyword, common(merged.path(keyword), value));
      case "type" -> merged.set(keyword, SchemaLimits.type(merged.path(keyword), value));
      default -> merged.set(keyword, SchemaLimits.stricter(keyword, merged.path(keyword), value));
    }
  }

  /** A property that several parts describe must match all of them. */
  private static void properties(ObjectNode merged, JsonNode properties) {
    ObjectNode all =
        merged.path("properties") instanceof ObjectNode before
            ? before
            : JsonNodeFactory.instance.objectNode();
    properties.forEachEntry(
        (name, schema) -> {
          JsonNode before = all.get(name);
          all.set(name, before == null || before.equals(schema) ? schema : both(before, schema));
        });
    merged.set("properties", all);
  }

  private static ObjectNode both(JsonNode left, JsonNode right) {
    ObjectNode both = JsonNodeFactory.instance.objectNode();
    both.set("allOf", JsonNodeFactory.instance.arrayNode().add(left).add(right));
    return both;
  }

  private static ArrayNode union(JsonNode left, JsonNode right) {
    Set<String> names = new LinkedHashSet<>();
    left.values().forEach(name -> names.add(name.asString("")));
    right.values().forEach(name -> names.add(name.asString("")));
    ArrayNode union = JsonNodeFactory.instance.arrayNode();
    names.forEach(union::add);
    return union;
  }

  /**
   * The values in both enums; if there are none, the document contradicts itself and the later enum
   * is used.
   */
  private static JsonNode common(JsonNode left, JsonNode right) {
    List<JsonNode> both = new ArrayList<>(right.values());
    if (left.isArray()) {
      Set<String> known = new HashSet<>();
      left.values().forEach(value -> known.add(value.toString()));
      both.removeIf(value -> !known.contains(value.toString()));
    }
    return both.isEmpty() ? right : JsonNodeFactory.instance.arrayNode().addAll(both);
  }

  /** Sets the discriminator's property to the value for the chosen schema. */
  private static void discriminate(ObjectNode merged, JsonNode discriminator, String reference) {
    String property = discriminator.path("propertyName").asString("");
    if (property.isEmpty() || reference.isEmpty()) {
      return;
    }
    String name = reference.substring(reference.lastIndexOf('/') + 1);
    for (String value : discriminator.path("mapping").propertyNames()) {
      String target = discriminator.path("mapping").path(value).asString("");
      if (target.equals(reference) || target.equals(name)) {
        name = value;
        break;
      }
    }
    ObjectNode constant = JsonNodeFactory.instance.objectNode().put("const", name);
    ObjectNode only = JsonNodeFactory.instance.objectNode();
    only.set(property, constant);
    properties(merged, only);
  }
}
