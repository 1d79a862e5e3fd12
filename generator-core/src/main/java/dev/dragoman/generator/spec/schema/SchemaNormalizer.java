package dev.dragoman.generator.spec.schema;

import dev.dragoman.generator.model.Json;
import dev.dragoman.generator.problem.Location;
import dev.dragoman.generator.spec.keyword.KeywordTypes;
import dev.dragoman.generator.spec.node.NodeReader;
import dev.dragoman.generator.spec.problem.SpecProblem;
import dev.dragoman.generator.spec.schema.DynamicScopes.Scope;
import dev.dragoman.generator.spec.source.References;
import dev.dragoman.generator.spec.source.References.Target;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Copies schemas with every reference in canonical form, and collects the definitions to which they
 * refer. Only members that contain schemas are examined: a property named {@code $ref}, or one
 * inside an example, is data.
 *
 * <p>References are kept rather than replaced by their targets, because schemas are often recursive
 * and shared by hundreds of operations.
 */
public final class SchemaNormalizer {
  /** The consequence of an unusable schema, for messages. */
  private static final String ANYTHING = "It is replaced with {}, which allows any value.";

  /** Canonical references make these superfluous, and would be resolved against them. */
  private static final Set<String> IDENTIFIERS = Set.of("$anchor", "$dynamicAnchor", "$id");

  private static final Set<String> ONE =
      Set.of(
          "additionalItems",
          "additionalProperties",
          "contains",
          "contentSchema",
          "else",
          "if",
          "items",
          "not",
          "propertyNames",
          "then",
          "unevaluatedItems",
          "unevaluatedProperties");
  private static final Set<String> LISTS = Set.of("allOf", "anyOf", "oneOf", "prefixItems");
  private static final Set<String> MAPS =
      Set.of("$defs", "definitions", "dependentSchemas", "patternProperties", "properties");

  private final NodeReader nodes;
  private final References references;
  private final Discriminators discriminators;
  private final Map<String, Json> definitions = new LinkedHashMap<>();
  private final Deque<Waiting> waiting = new ArrayDeque<>();
  private final DynamicScopes scopes;
  private Scope scope = Scope.NONE;

  /** Property maps behind references that are being copied, so that none waits for itself. */
  private final Set<Location> open = new HashSet<>();

  /** Copies by scope and original, so that a shared schema is copied once. */
  private final Map<Scope, IdentityHashMap<Json, Json>> done = new HashMap<>();

  /** Creates a normalizer. */
  public SchemaNormalizer(NodeReader nodes, References references) {
    this.nodes = nodes;
    this.references = references;
    this.scopes = new DynamicScopes(references);
    this.discriminators = new Discriminators(references, nodes, this::need);
  }

  /** A definition that remains to be copied, with its name in a scope. */
  private record Waiting(String name, Target target, Scope scope) {}

  /**
   * The schema with canonical references.
   *
   * @param schema null if the document does not contain one
   * @param holder the location of the object that should contain it
   */
  public Json take(@Nullable Json schema, Location holder) {
    return schema == null ? new Json.Obj(Map.of(), holder) : rewrite(schema);
  }

  /**
   * The definitions to which the schemas so far refer, directly or indirectly, by canonical
   * reference. To be called when all schemas have been taken.
   */
  public Map<String, Json> definitions() {
    while (!waiting.isEmpty()) {
      Waiting next = waiting.remove();
      scope = next.scope();
      definitions.put(next.name(), rewrite(next.target().value()));
      scope = Scope.NONE;
    }
    reportCycles();
    return definitions;
  }

  private Json rewrite(Json schema) {
    Scope around = scope;
    scope = scopes.enter(around, schema);
    IdentityHashMap<Json, Json> here = done.computeIfAbsent(scope, key -> new IdentityHashMap<>());
    Json taken = here.get(schema);
    if (taken == null) {
      taken = rewriteNew(schema);
      here.put(schema, taken);
    }
    scope = around;
    return taken;
  }

  private Json rewriteNew(Json schema) {
    if (schema instanceof Json.Bool) {
      return schema;
    }
    if (!(schema instanceof Json.Obj object)) {
      nodes.warning(
          SpecProblem.SCHEMA, schema.location(), "A schema should be an object.", ANYTHING);
      return new Json.Obj(Map.of(), schema.location());
    }
    return references.isDynamic() && object.get("$dynamicRef") instanceof Json.Str dynamic
        ? dynamic(object, dynamic)
        : plain(object);
  }

  private Json plain(Json.Obj schema) {
    Json.Str reference = References.of(schema);
    if (reference == null) {
      return members(schema, "");
    }
    return nodes
        .target(reference, ANYTHING)
        .map(target -> members(schema, need(target)))
        .orElseGet(() -> new Json.Obj(Map.of(), schema.location()));
  }

  /** The schema with a plain reference to the target of its dynamic one in this scope. */
  private Json dynamic(Json.Obj schema, Json.Str written) {
    Map<String, Json> rest = new LinkedHashMap<>(schema.members());
    rest.remove("$dynamicRef");
    Json plain = plain(new Json.Obj(rest, schema.location()));
    Optional<Target> first = nodes.target(written, ANYTHING);
    if (first.isEmpty() || !(plain instanceof Json.Obj taken)) {
      return plain;
    }
    Map<String, Json> members = new LinkedHashMap<>(taken.members());
    Json name = new Json.Str(need(dynamic(written, first.get())), written.location());
    if (members.putIfAbsent("$ref", name) != null) {
      List<Json> all = new ArrayList<>(taken.items("allOf"));
      all.add(new Json.Obj(Map.of("$ref", name), schema.location()));
      members.put("allOf", new Json.Arr(all, schema.location()));
    }
    return new Json.Obj(members, schema.location());
  }

  private Target dynamic(Json.Str written, Target first) {
    String name = written.value().substring(written.value().indexOf('#') + 1);
    boolean isDynamic =
        first.value() instanceof Json.Obj schema && name.equals(schema.text("$dynamicAnchor"));
    return isDynamic ? scope.anchors().getOrDefault(name, first) : first;
  }

  /** The name of a definition, which is copied later. */
  private String need(Target target) {
    Scope inside = scopes.enter(scope, target);
    String name = scopes.name(target, inside);
    if (!definitions.containsKey(name)) {
      definitions.put(name, target.value());
      waiting.add(new Waiting(name, target, inside));
    }
    return name;
  }

  /**
   * Returns the same object if nothing in it changes, so that most of a document is kept in memory
   * only once.
   */
  private Json members(Json.Obj schema, String canonical) {
    Map<String, Json> members = new LinkedHashMap<>();
    boolean changed = false;
    for (Map.Entry<String, Json> member : schema.members().entrySet()) {
      if (references.byIdentifier() && IDENTIFIERS.contains(member.getKey())) {
        changed = true;
        continue;
      }
      Json taken = keyword(member.getKey(), member.getValue(), canonical);
      members.put(member.getKey(), taken);
      changed |= taken != member.getValue();
    }
    if (FileType.isIt(schema)) {
      FileType.level(members);
      changed = true;
    }
    changed |= KeywordTypes.fit(members, this::note);
    return changed ? new Json.Obj(members, schema.location()) : schema;
  }

  private void note(Location location, String message, String hint) {
    nodes.warning(SpecProblem.SCHEMA, location, message, hint);
  }

  private Json keyword(String name, Json value, String canonical) {
    if (name.equals("$ref") && value instanceof Json.Str written) {
      return written.value().equals(canonical)
          ? written
          : new Json.Str(canonical, written.location());
    }
    if (ONE.contains(name)) {
      return value instanceof Json.Arr array ? list(array) : rewrite(value);
    }
    if (LISTS.contains(name) && value instanceof Json.Arr array) {
      return list(array);
    }
    if (MAPS.contains(name) && value instanceof Json.Obj object) {
      Json.Str reference = References.of(object);
      return reference == null ? map(object, this::rewrite) : behind(reference);
    }
    if (name.equals("dependencies") && value instanceof Json.Obj object) {
      return map(object, entry -> entry instanceof Json.Arr ? entry : rewrite(entry));
    }
    if (name.equals("discriminator") && value instanceof Json.Obj object) {
      return discriminators.level(object);
    }
    return LISTS.contains(name) || MAPS.contains(name) ? wrong(name, value) : value;
  }

  /**
   * The properties behind a reference. Some documents reference all properties at once, which no
   * version allows.
   */
  private Json behind(Json.Str reference) {
    Json target = nodes.target(reference, ANYTHING).map(Target::value).orElse(null);
    if (target instanceof Json.Obj object
        && References.of(object) == null
        && open.add(object.location())) {
      Json taken = map(object, this::rewrite);
      open.remove(object.location());
      return taken;
    }
    nodes.warning(
        SpecProblem.SCHEMA,
        reference.location(),
        "\"$ref\" in place of a schema name does not resolve to an object of schemas.",
        "It is ignored.");
    return new Json.Obj(Map.of(), reference.location());
  }

  /** Handles a value of the wrong type; members that contain schemas are replaced by empty ones. */
  private Json wrong(String name, Json value) {
    if (!(value instanceof Json.Null)) {
      nodes.warning(
          SpecProblem.SCHEMA,
          value.location(),
          "The schema's \"%s\" has the wrong type.".formatted(name),
          "An empty value is used.");
    }
    return LISTS.contains(name)
        ? new Json.Arr(List.of(), value.location())
        : new Json.Obj(Map.of(), value.location());
  }

  private Json list(Json.Arr array) {
    List<Json> items = new ArrayList<>(array.items().size());
    boolean changed = false;
    for (Json item : array.items()) {
      Json taken = rewrite(item);
      items.add(taken);
      changed |= taken != item;
    }
    return changed ? new Json.Arr(items, array.location()) : array;
  }

  private static Json map(Json.Obj object, UnaryOperator<Json> rewrite) {
    Map<String, Json> members = new LinkedHashMap<>();
    boolean changed = false;
    for (Map.Entry<String, Json> member : object.members().entrySet()) {
      Json taken = rewrite.apply(member.getValue());
      members.put(member.getKey(), taken);
      changed |= taken != member.getValue();
    }
    return changed ? new Json.Obj(members, object.location()) : object;
  }

  /**
   * Reports definitions that consist only of references to each other, which no value can match.
   */
  private void reportCycles() {
    Set<String> told = new HashSet<>();
    for (Map.Entry<String, Json> definition : definitions.entrySet()) {
      Set<String> way = new HashSet<>();
      String at = definition.getKey();
      Json.Str reference = References.of(definition.getValue());
      while (reference != null && way.add(at) && !told.contains(at)) {
        at = reference.value();
        Json.Str next = References.of(definitions.getOrDefault(at, reference));
        if (next != null && way.contains(at)) {
          nodes.error(
              SpecProblem.REFERENCE_CYCLE,
              reference.location(),
              "The reference \"%s\" resolves only to other references."
                  .formatted(reference.value()),
              "Point one of them to a definition.");
          told.addAll(way);
        }
        reference = next;
      }
    }
  }
}
