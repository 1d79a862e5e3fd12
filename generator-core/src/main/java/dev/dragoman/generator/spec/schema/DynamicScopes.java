package dev.dragoman.generator.spec.schema;

import dev.dragoman.generator.model.Json;
import dev.dragoman.generator.spec.source.References;
import dev.dragoman.generator.spec.source.References.Target;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The target of {@code $dynamicRef} depends on the path by which its schema is reached (JSON Schema
 * 2020-12 core, section 8.2.3.2). A definition that is reached with different targets is written
 * once for each of them, so that later stages need only plain references.
 */
final class DynamicScopes {
  /**
   * The outermost dynamic anchor of each name on a path.
   *
   * @param key identifies the scope
   */
  record Scope(String key, Map<String, Target> anchors) {
    static final Scope NONE = new Scope("", Map.of());

    static Scope of(Map<String, Target> anchors) {
      String key =
          new TreeMap<>(anchors)
              .entrySet().stream()
                  .map(anchor -> anchor.getKey() + "=" + anchor.getValue().canonical())
                  .collect(Collectors.joining("\n"));
      return new Scope(key, Map.copyOf(anchors));
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Scope that && key.equals(that.key);
    }

    @Override
    public int hashCode() {
      return key.hashCode();
    }
  }

  private final References references;
  private final Map<String, Set<String>> reached = new HashMap<>();
  private final Map<String, Integer> counts = new HashMap<>();
  private final Map<String, String> names = new HashMap<>();

  DynamicScopes(References references) {
    this.references = references;
  }

  /** The scope inside a schema that is reached from another scope. */
  Scope enter(Scope around, Json schema) {
    if (!references.isDynamic()) {
      return Scope.NONE;
    }
    Map<String, Target> anchors = new HashMap<>(references.dynamicAnchors(schema));
    anchors.putAll(around.anchors());
    return anchors.size() == around.anchors().size() ? around : Scope.of(anchors);
  }

  /**
   * The scope of a definition, restricted to the anchors that the definition or its targets need.
   * Without this restriction, nearly every definition would be written several times.
   */
  Scope enter(Scope around, Target target) {
    if (!references.isDynamic()) {
      return Scope.NONE;
    }
    Map<String, Target> anchors = new HashMap<>(enter(around, target.value()).anchors());
    anchors.keySet().retainAll(reached(target));
    return Scope.of(anchors);
  }

  /**
   * The name of a definition in a scope: its canonical reference, with a number if it has several
   * scopes.
   */
  String name(Target target, Scope scope) {
    if (scope.equals(enter(Scope.NONE, target))) {
      return target.canonical();
    }
    return names.computeIfAbsent(
        target.canonical() + "\n" + scope.key(),
        key -> target.canonical() + "@" + counts.merge(target.canonical(), 1, Integer::sum));
  }

  /** The names of dynamic references in a definition and its targets. */
  private Set<String> reached(Target target) {
    Set<String> known = reached.get(target.canonical());
    if (known == null) {
      known = new HashSet<>();
      collect(target, new HashSet<>(), known);
      reached.put(target.canonical(), known);
    }
    return known;
  }

  private void collect(Target target, Set<String> seen, Set<String> into) {
    if (seen.add(target.canonical())) {
      collect(target.value(), seen, into);
    }
  }

  private void collect(Json value, Set<String> seen, Set<String> into) {
    if (value instanceof Json.Arr array) {
      array.items().forEach(item -> collect(item, seen, into));
    }
    if (value instanceof Json.Obj object) {
      object
          .members()
          .forEach(
              (name, member) -> {
                if (name.equals("$dynamicRef") && member instanceof Json.Str reference) {
                  into.add(reference.value().replaceFirst("^[^#]*#", ""));
                }
                if (name.matches("\\$(dynamicRef|ref)") && member instanceof Json.Str reference) {
                  references.known(reference).ifPresent(next -> collect(next, seen, into));
                }
                collect(member, seen, into);
              });
    }
  }
}
