package dev.dragoman.runtime.validate.schema;

import dev.dragoman.runtime.limit.WorkLimit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a schema allows in combination with those that apply at the same location. Each schema is
 * visited once, and each step is charged to a work limit: {@code allOf} can name a schema twice
 * that in turn names another one twice, and so on. Once the limit is reached, results may be
 * incomplete. Serves one call.
 */
public final class Structures {
  /** Units of work for one name in one schema. */
  static final int LOOKUP_COST = 10;

  private static final int VISIT_COST = 50;

  /**
   * Maximum depth of nested schemas that are followed for types; below it, any type is possible.
   */
  private static final int MAX_DEPTH = 250;

  private final WorkLimit work;
  private final Map<Schema.Key, List<Schema>> wholes = new HashMap<>();
  private final Map<Schema.Key, List<Schema>> alls = new HashMap<>();
  private final Map<Schema.Key, Set<String>> names = new HashMap<>();
  private final Map<Schema.Key, Set<JsonType>> types = new HashMap<>();

  /** Creates structures that charge their work to a limit. */
  public Structures(WorkLimit work) {
    this.work = work;
  }

  /** The limit to which work is charged. */
  public WorkLimit work() {
    return work;
  }

  /** The schema and all schemas that a value must match as well. */
  public List<Schema> whole(Schema schema) {
    return wholes.computeIfAbsent(schema.key(), unused -> collect(schema, false));
  }

  /** Like {@link #whole}, with all alternatives and all schemas that apply conditionally. */
  public List<Schema> all(Schema schema) {
    return alls.computeIfAbsent(schema.key(), unused -> collect(schema, true));
  }

  private List<Schema> collect(Schema start, boolean choices) {
    List<Schema> found = new ArrayList<>();
    Set<Schema.Key> seen = new HashSet<>();
    Deque<Schema> waiting = new ArrayDeque<>();
    waiting.push(start);
    while (!waiting.isEmpty()) {
      Schema schema = waiting.pop();
      if (!work.spend(VISIT_COST)) {
        break;
      }
      if (seen.add(schema.key())) {
        found.add(schema);
        List<Schema> next = new ArrayList<>(schema.parts());
        if (choices) {
          schema.choices().forEach(next::addAll);
          next.addAll(schema.conditionals());
        }
        Collections.reverse(next);
        next.forEach(waiting::push);
      }
    }
    return List.copyOf(found);
  }

  /** The types that a value can have; all types if that is unclear. */
  public Set<JsonType> types(Schema schema) {
    return types(schema, 0);
  }

  private Set<JsonType> types(Schema schema, int depth) {
    Set<JsonType> known = types.get(schema.key());
    if (known != null) {
      return known;
    }
    if (depth > MAX_DEPTH || !work.spend(VISIT_COST)) {
      return JsonType.ALL;
    }
    // A circular reference to this schema can have any type.
    types.put(schema.key(), JsonType.ALL);
    Set<JsonType> found = EnumSet.copyOf(schema.types());
    for (Schema part : schema.parts()) {
      found.retainAll(types(part, depth + 1));
    }
    for (List<Schema> choice : schema.choices()) {
      Set<JsonType> any = EnumSet.noneOf(JsonType.class);
      choice.forEach(branch -> any.addAll(types(branch, depth + 1)));
      found.retainAll(any);
    }
    if (schema.isNullable()) {
      found.add(JsonType.NULL);
    }
    Set<JsonType> result = found.isEmpty() ? JsonType.ALL : Collections.unmodifiableSet(found);
    types.put(schema.key(), result);
    return result;
  }

  /** The member names declared by the schema, or by one that applies at its location. */
  Set<String> names(Schema schema) {
    return names.computeIfAbsent(schema.key(), unused -> collectNames(schema));
  }

  /**
   * Names in conditional schemas count as declared, because whether they apply is not known here.
   */
  private Set<String> collectNames(Schema schema) {
    Set<String> found = new HashSet<>();
    for (Schema one : all(schema)) {
      if (work.spend(VISIT_COST * (long) one.properties().size())) {
        found.addAll(one.properties().keySet());
      }
    }
    return found;
  }

  /** The schemas of a member, wherever it is declared. */
  public Stream<Schema> member(Schema schema, String name) {
    List<Schema> all = all(schema);
    return work.spend(LOOKUP_COST * (long) all.size())
        ? all.stream().map(one -> one.properties().get(name)).flatMap(Stream::ofNullable)
        : Stream.empty();
  }
}
