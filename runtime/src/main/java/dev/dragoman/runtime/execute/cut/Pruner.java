package dev.dragoman.runtime.execute.cut;

import dev.dragoman.runtime.json.fields.FieldPath;
import dev.dragoman.runtime.json.fields.Projection.Selected;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Leaves out the longest fields of a value until the rest fits. The paths of what is left out count
 * as part of what is shown. Serves one cut.
 */
final class Pruner {
  /** With less room than this, an object is left out as a whole. */
  private static final long WORTHWHILE = 200;

  private final Selected selected;
  private final Set<JsonNode> kept = Collections.newSetFromMap(new IdentityHashMap<>());
  private final List<FieldPath> omitted = new ArrayList<>();
  private long used;

  /**
   * Creates a pruner.
   *
   * @param kept nodes that stay whatever their size, although parts of them may be left out
   */
  Pruner(Selected selected, List<JsonNode> kept) {
    this.selected = selected;
    this.kept.addAll(kept);
  }

  /** What was left out. */
  List<FieldPath> omitted() {
    return omitted;
  }

  /** The bytes that the paths of what was left out need. */
  long omittedSize() {
    return used;
  }

  /**
   * The value without its longest fields.
   *
   * @param path where the value is
   * @param room the bytes for the result and for the paths of what is left out
   * @return empty if nothing of it can be shown
   */
  Optional<JsonNode> prune(JsonNode node, List<String> path, long room) {
    if (ShownSize.of(node, room) <= room) {
      return Optional.of(node);
    } else if (node instanceof ObjectNode object && object.size() <= Target.MOST_MEMBERS) {
      return Optional.of(members(object, path, room));
    } else if (node instanceof ArrayNode list && selected.isChosen(list)) {
      return Optional.of(chosen(list, path, room));
    }
    return kept.contains(node) ? Optional.of(node) : Optional.empty();
  }

  /** A single item; its path is noted if nothing of it can be shown. */
  Optional<JsonNode> alone(JsonNode node, List<String> path, long room) {
    int before = omitted.size();
    long usedBefore = used;
    Optional<JsonNode> part = prune(node, path, room - pathSize(path));
    if (part.filter(shown -> !node.isContainer() || !shown.isEmpty()).isEmpty()) {
      undo(before, usedBefore);
      omit(path);
      return Optional.empty();
    }
    return part;
  }

  private ArrayNode chosen(ArrayNode list, List<String> path, long room) {
    ArrayNode parts = list.arrayNode();
    long left = room - 2;
    for (int i = 0; i < list.size(); i++) {
      List<String> here = plus(path, Integer.toString(selected.position(list, i)));
      long share = left / (list.size() - i);
      long before = used;
      Optional<JsonNode> part = prune(list.get(i), here, share - pathSize(here));
      part.ifPresentOrElse(parts::add, () -> omit(here));
      left -= part.map(shown -> ShownSize.of(shown, share)).orElse(0L) + 1 + used - before;
    }
    return parts;
  }

  private ObjectNode members(ObjectNode object, List<String> path, long room) {
    Map<String, JsonNode> shown = new LinkedHashMap<>();
    long left = room - 2;
    long names = object.propertyStream().mapToLong(m -> pathSize(plus(path, m.getKey()))).sum();
    for (Map.Entry<String, JsonNode> member : ascending(object, room)) {
      String name = member.getKey();
      List<String> here = plus(path, name);
      names -= pathSize(here);
      long own = ShownSize.name(name);
      long space = left - names - own;
      long before = used;
      Optional<JsonNode> part =
          ShownSize.of(member.getValue(), space) <= space
              ? Optional.of(member.getValue())
              : smaller(member.getValue(), here, space);
      if (part.isPresent()) {
        shown.put(name, part.get());
        left -= own + ShownSize.of(part.get(), Long.MAX_VALUE);
      } else {
        omit(here);
      }
      left -= used - before;
    }
    ObjectNode parts = object.objectNode();
    object.forEachEntry(
        (name, value) -> {
          JsonNode part = shown.get(name);
          if (part != null) {
            parts.set(name, part);
          }
        });
    return parts;
  }

  /** A member without its longest fields, if that is worthwhile. */
  private Optional<JsonNode> smaller(JsonNode value, List<String> path, long room) {
    boolean stays = kept.contains(value);
    boolean nameable = omitted.size() + value.size() <= Target.MOST_MEMBERS;
    if (!stays && (room < WORTHWHILE || !nameable || !value.isObject())) {
      return Optional.empty();
    }
    int before = omitted.size();
    long usedBefore = used;
    Optional<JsonNode> part = prune(value, path, room);
    if (!stays && part.filter(shown -> !shown.isEmpty()).isEmpty()) {
      undo(before, usedBefore);
      return Optional.empty();
    }
    return part;
  }

  private void undo(int count, long size) {
    omitted.subList(count, omitted.size()).clear();
    used = size;
  }

  private void omit(List<String> path) {
    omitted.add(new FieldPath(path, true));
    used += pathSize(path);
  }

  /** The bytes of a path in the list of what was left out; an upper bound. */
  private static long pathSize(List<String> path) {
    return ShownSize.text(new FieldPath(path, true).toString(), Long.MAX_VALUE) + 1;
  }

  /** The members, the shortest first; those that stay come before the others. */
  private List<Map.Entry<String, JsonNode>> ascending(ObjectNode object, long room) {
    Map<String, Long> sizes = new LinkedHashMap<>();
    object.forEachEntry((name, value) -> sizes.put(name, ShownSize.of(value, room)));
    return object.properties().stream()
        .sorted(
            Comparator.<Map.Entry<String, JsonNode>, Boolean>comparing(
                    member -> !kept.contains(member.getValue()))
                .thenComparing(member -> sizes.get(member.getKey())))
        .toList();
  }

  private static List<String> plus(List<String> path, String step) {
    return FieldPath.plus(path, step);
  }
}
