package dev.dragoman.generator.diff;

import dev.dragoman.generator.diff.Direction.Shift;
import dev.dragoman.generator.lock.SchemaText;
import dev.dragoman.generator.model.Json;
import dev.dragoman.generator.problem.Location;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Compares schemas. A pair of definitions is compared once per direction, however many operations
 * use it, which keeps the time linear in the size of the documents and ends recursion.
 */
final class SchemaComparison {
  private final Map<String, Json> before;
  private final Map<String, Json> after;
  private final Map<SchemaPair, Findings> known = new HashMap<>();
  private final Deque<SchemaPair> open = new ArrayDeque<>();

  /**
   * Creates a comparison.
   *
   * @param before the definitions of the older document by canonical reference
   * @param after the definitions of the newer document
   */
  SchemaComparison(Map<String, Json> before, Map<String, Json> after) {
    this.before = before;
    this.after = after;
  }

  /** Compares two schemas at the same location, and all pairs of definitions that they refer to. */
  void compare(Json older, Json newer, Direction direction, String place, Findings into) {
    walk(older, newer, direction, place, into);
    while (!open.isEmpty()) {
      SchemaPair pair = open.pop();
      Findings findings = known(pair);
      views(
          reference(pair.before(), older.location()),
          reference(pair.after(), newer.location()),
          pair.direction(),
          pair.place(),
          findings);
    }
  }

  private static Json reference(String name, Location location) {
    return new Json.Obj(Map.of("$ref", new Json.Str(name, location)), location);
  }

  /** The changes in a pair of definitions. */
  Findings known(SchemaPair pair) {
    return known.computeIfAbsent(pair, key -> new Findings());
  }

  /** Compares two schemas, or records their pair if both are references. */
  private void walk(Json older, Json newer, Direction direction, String place, Findings into) {
    String olderReference = pureReference(older);
    String newerReference = pureReference(newer);
    if (olderReference == null || newerReference == null) {
      if (!(olderReference == null
          && newerReference == null
          && sameWithoutReferences(older, newer))) {
        views(older, newer, direction, place, into);
      }
      return;
    }
    SchemaPair pair = new SchemaPair(olderReference, newerReference, direction);
    into.use(pair);
    if (!known.containsKey(pair)) {
      known.put(pair, new Findings());
      open.push(pair);
    }
  }

  /**
   * A cheap test that skips most schemas: unchanged ones without references have nothing to report.
   */
  private static boolean sameWithoutReferences(Json older, Json newer) {
    SchemaText one = SchemaText.of(older);
    return one.references().isEmpty() && one.equals(SchemaText.of(newer));
  }

  /**
   * The reference if the schema consists of nothing else; descriptions do not count. Null
   * otherwise.
   */
  private static @Nullable String pureReference(Json schema) {
    return schema instanceof Json.Obj object
            && object.members().keySet().stream()
                .allMatch(name -> Set.of("$ref", "description", "summary", "title").contains(name))
        ? object.text("$ref")
        : null;
  }

  /**
   * Compares two schemas by their normalized views. If the types have nothing in common, further
   * differences follow from that and are not reported.
   */
  private void views(Json older, Json newer, Direction direction, String place, Findings into) {
    SchemaView was = SchemaView.of(older, before);
    SchemaView is = SchemaView.of(newer, after);
    if (was.isNullable() != is.isNullable()) {
      into.add(
          direction,
          is.isNullable() ? Shift.WIDENED : Shift.NARROWED,
          is.isNullable() ? "null-added" : "null-dropped",
          place,
          is.isNullable() ? "may be null now" : "may no longer be null");
    }
    if (!types(was, is, direction, place, into)) {
      return;
    }
    new ValueComparison(direction, place, into).compare(was, is);
    if (was.branches().isEmpty() && is.branches().isEmpty()) {
      objects(was, is, direction, place, into);
    } else {
      new UnionComparison(direction, place, into).compare(older, was, newer, is, this::walk);
    }
  }

  /** Compares types; returns whether further comparison is meaningful. */
  private static boolean types(
      SchemaView was, SchemaView is, Direction direction, String place, Findings into) {
    if (was.types().equals(is.types())) {
      return true;
    }
    boolean covers = covers(is.types(), was.types());
    boolean covered = covers(was.types(), is.types());
    if (covers && covered) {
      return true;
    }
    Shift shift = covers ? Shift.WIDENED : covered ? Shift.NARROWED : Shift.REPLACED;
    into.add(
        direction,
        shift,
        "type-"
            + (shift == Shift.REPLACED
                ? "changed"
                : shift == Shift.WIDENED ? "widened" : "narrowed"),
        place,
        "type was " + words(was.types()) + ", is " + words(is.types()));
    return shift != Shift.REPLACED;
  }

  private static String words(Set<String> types) {
    return types.isEmpty() ? "any" : String.join(" or ", types);
  }

  /**
   * Whether every value of the narrow types is allowed by the wide ones (no types: any value).
   * Every integer is a number (JSON Schema 2020-12, validation, section 6.1.1).
   */
  private static boolean covers(Set<String> wide, Set<String> narrow) {
    return wide.isEmpty()
        || (!narrow.isEmpty()
            && narrow.stream()
                .allMatch(
                    type ->
                        wide.contains(type)
                            || (type.equals("integer") && wide.contains("number"))));
  }

  private void objects(
      SchemaView was, SchemaView is, Direction direction, String place, Findings into) {
    Map<String, Json> older = visible(was.properties(), direction, before);
    Map<String, Json> newer = visible(is.properties(), direction, after);
    new PropertyComparison(direction, place, into)
        .compare(older, was.required(), newer, is.required());
    older.forEach(
        (name, schema) -> {
          Json other = newer.get(name);
          if (other != null) {
            walk(schema, other, direction, place + " /" + name, into);
          }
        });
    if (isArray(was) && isArray(is) && (was.items() != null || is.items() != null)) {
      walk(orAny(was.items()), orAny(is.items()), direction, place + " /[]", into);
    }
    others(was.additional(), is.additional(), direction, place, into);
  }

  /**
   * Compares {@code additionalProperties}. Closing an object matters only in requests: responses
   * may always have new properties.
   */
  private void others(
      @Nullable Json was, @Nullable Json is, Direction direction, String place, Findings into) {
    if (isClosed(was) != isClosed(is)) {
      if (direction == Direction.REQUEST) {
        into.add(
            direction,
            isClosed(is) ? Shift.NARROWED : Shift.WIDENED,
            isClosed(is) ? "object-closed" : "object-opened",
            place,
            isClosed(is) ? "no longer allows other properties" : "allows other properties now");
      }
    } else if (was instanceof Json.Obj || is instanceof Json.Obj) {
      walk(orAny(was), orAny(is), direction, place + " /*", into);
    }
  }

  private static boolean isArray(SchemaView view) {
    return view.types().isEmpty() || view.types().contains("array");
  }

  /** Any value is allowed without {@code items}, or without a schema for additional properties. */
  private static Json orAny(@Nullable Json schema) {
    return schema instanceof Json.Obj ? schema : new Json.Obj(Map.of(), Location.file(""));
  }

  private static boolean isClosed(@Nullable Json others) {
    return others instanceof Json.Bool bool && !bool.value();
  }

  /**
   * The properties in this direction: no read-only ones in requests, no write-only ones in
   * responses.
   */
  private static Map<String, Json> visible(
      Map<String, Json> properties, Direction direction, Map<String, Json> definitions) {
    String hidden = direction == Direction.REQUEST ? "readOnly" : "writeOnly";
    Map<String, Json> visible = new TreeMap<>();
    properties.forEach(
        (name, schema) -> {
          if (!isTrue(schema, hidden, definitions)) {
            visible.put(name, schema);
          }
        });
    return visible;
  }

  private static boolean isTrue(Json schema, String flag, Map<String, Json> definitions) {
    if (!(schema instanceof Json.Obj object)) {
      return false;
    }
    String reference = object.text("$ref");
    return object.isTrue(flag)
        || (reference != null
            && definitions.get(reference) instanceof Json.Obj target
            && target.isTrue(flag));
  }

  /** All pairs that these refer to, directly or indirectly. */
  Set<SchemaPair> closure(Findings findings) {
    Set<SchemaPair> all = new LinkedHashSet<>(findings.uses());
    Deque<SchemaPair> left = new ArrayDeque<>(all);
    while (!left.isEmpty()) {
      for (SchemaPair next : known(left.pop()).uses()) {
        if (all.add(next)) {
          left.push(next);
        }
      }
    }
    return all;
  }
}
