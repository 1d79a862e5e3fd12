package dev.dragoman.runtime.json.fields;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reduces JSON to some of its fields. Names pass through lists: they apply to each item. A position
 * selects one item of a list. Fields that a value does not have are ignored.
 *
 * @param members the parts below this one; empty if all of it stays
 */
public record Projection(Map<String, Projection> members) {
  /** The projection that keeps everything. */
  public static final Projection ALL = new Projection(Map.of());

  public Projection {
    members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
  }

  /** The projection to these fields; everything stays if there are none. */
  public static Projection of(Collection<FieldPath> paths) {
    Map<String, Projection> members = new LinkedHashMap<>();
    paths.forEach(path -> add(members, path));
    return new Projection(members);
  }

  private static void add(Map<String, Projection> members, FieldPath path) {
    String first = path.steps().get(0);
    Projection before = members.get(first);
    if (path.steps().size() == 1) {
      members.put(first, ALL);
    } else if (before == null || !before.isAll()) {
      Map<String, Projection> below =
          before == null ? new LinkedHashMap<>() : new LinkedHashMap<>(before.members);
      add(below, path.rest());
      members.put(first, new Projection(below));
    }
  }

  /** Whether everything stays. */
  public boolean isAll() {
    return members.isEmpty();
  }

  /**
   * Some fields, as far as they are in this projection: a field of which only parts are selected is
   * replaced by those parts.
   *
   * @param fields fields of the value, with the positions in its lists
   * @param whole the value, of which this projection selects a part
   */
  public List<FieldPath> within(List<FieldPath> fields, JsonNode whole) {
    List<FieldPath> all = new ArrayList<>();
    for (FieldPath field : fields) {
      Projection here = this;
      JsonNode value = whole;
      for (String step : field.steps()) {
        boolean inList = value instanceof ArrayNode && FieldPath.isPosition(step);
        here = inList ? here.ofItem(step) : here.members.getOrDefault(step, ALL);
        value = inList ? value.path(Integer.parseInt(step)) : value.path(step);
      }
      here.collect(field, all);
    }
    return all;
  }

  /** The part of one item of a list. */
  private Projection ofItem(String position) {
    Projection named = named();
    Projection below = members.get(position);
    if (named.isAll() || below == null) {
      return below == null ? named : below;
    }
    return named.and(below);
  }

  private void collect(FieldPath here, List<FieldPath> into) {
    if (isAll()) {
      into.add(here);
      return;
    }
    members.forEach(
        (name, below) ->
            below.collect(
                new FieldPath(FieldPath.plus(here.steps(), name), here.isPointer()), into));
  }

  /** The reduced value. */
  public Selected apply(JsonNode whole) {
    IdentityHashMap<ArrayNode, int[]> positions = new IdentityHashMap<>();
    return new Selected(part(whole, positions), positions);
  }

  private JsonNode part(JsonNode whole, IdentityHashMap<ArrayNode, int[]> positions) {
    if (isAll()) {
      return whole;
    } else if (whole instanceof ArrayNode items) {
      return items(items, positions);
    } else if (whole instanceof ObjectNode object) {
      ObjectNode parts = object.objectNode();
      object.forEachEntry(
          (name, value) -> {
            Projection below = members.get(name);
            if (below != null) {
              parts.set(name, below.part(value, positions));
            }
          });
      return parts;
    }
    return whole;
  }

  /** Names apply to all items, and positions to one each; with positions alone, only to those. */
  private ArrayNode items(ArrayNode items, IdentityHashMap<ArrayNode, int[]> positions) {
    ArrayNode parts = items.arrayNode();
    Projection named = named();
    if (!named.isAll()) {
      for (int i = 0; i < items.size(); i++) {
        parts.add(ofItem(Integer.toString(i)).part(items.get(i), positions));
      }
      return parts;
    }
    int[] chosen =
        members.keySet().stream()
            .filter(FieldPath::isPosition)
            .mapToInt(Integer::parseInt)
            .filter(position -> position < items.size())
            .distinct()
            .sorted()
            .toArray();
    for (int position : chosen) {
      parts.add(ofItem(Integer.toString(position)).part(items.get(position), positions));
    }
    positions.put(parts, chosen);
    return parts;
  }

  /** The part of the names that are not positions; everything if there are none. */
  private Projection named() {
    Map<String, Projection> names = new LinkedHashMap<>(members);
    names.keySet().removeIf(FieldPath::isPosition);
    return new Projection(names);
  }

  /** This part and another one. */
  private Projection and(Projection other) {
    if (isAll() || other.isAll()) {
      return ALL;
    }
    Map<String, Projection> both = new LinkedHashMap<>(members);
    other.members.forEach((name, below) -> both.merge(name, below, Projection::and));
    return new Projection(both);
  }

  /**
   * The selected part of a value.
   *
   * @param positions of lists of which only some items were selected, the positions of those items
   *     in the original list, by identity
   */
  public record Selected(JsonNode value, IdentityHashMap<ArrayNode, int[]> positions) {

    /** Everything. */
    public static Selected all(JsonNode value) {
      return new Selected(value, new IdentityHashMap<>());
    }

    /** Whether the items of a list were selected one by one. */
    public boolean isChosen(ArrayNode list) {
      return positions.containsKey(list);
    }

    /** The position of an item in the original list. */
    public int position(ArrayNode list, int index) {
      int @Nullable [] chosen = positions.get(list);
      return chosen == null ? index : chosen[index];
    }
  }
}
