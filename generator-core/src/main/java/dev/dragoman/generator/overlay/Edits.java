package dev.dragoman.generator.overlay;

import dev.dragoman.generator.jsonpath.Node;
import dev.dragoman.generator.model.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The locations of a document that an action changes, as a tree. Only the values on the way to them
 * are copied, and each only once, however many targets there are.
 */
final class Edits {
  private final Map<Object, Edits> below = new LinkedHashMap<>();
  private boolean isTarget;

  private Edits() {}

  /** The tree of the given targets. */
  static Edits at(List<Node> targets) {
    Edits root = new Edits();
    for (Node target : targets) {
      Edits at = root;
      for (Object step : target.path()) {
        at = at.below.computeIfAbsent(step, unused -> new Edits());
      }
      at.isTarget = true;
    }
    return root;
  }

  /**
   * The document with every target changed; inner targets are changed before those that contain
   * them.
   */
  Json apply(Json value, UnaryOperator<Json> change) {
    Json changed = rebuilt(value, (edits, child) -> edits.apply(child, change));
    return isTarget ? change.apply(changed) : changed;
  }

  /** The document without the targets; must not be called if the document itself is one. */
  Json remove(Json value) {
    return rebuilt(value, (edits, child) -> edits.isTarget ? null : edits.remove(child));
  }

  /** Changes a child; returns null to remove it. */
  private interface ChildEdit {
    @Nullable Json of(Edits edits, Json child);
  }

  private Json rebuilt(Json value, ChildEdit edit) {
    if (below.isEmpty()) {
      return value;
    }
    if (value instanceof Json.Obj object) {
      Map<String, Json> members = new LinkedHashMap<>();
      object.members().forEach((name, member) -> put(members, name, child(name, member, edit)));
      return new Json.Obj(members, object.location());
    }
    Json.Arr array = (Json.Arr) value;
    List<Json> items = new ArrayList<>();
    for (int index = 0; index < array.items().size(); index++) {
      Json item = child(index, array.items().get(index), edit);
      if (item != null) {
        items.add(item);
      }
    }
    return new Json.Arr(items, array.location());
  }

  private static void put(Map<String, Json> members, String name, @Nullable Json value) {
    if (value != null) {
      members.put(name, value);
    }
  }

  private @Nullable Json child(Object step, Json child, ChildEdit edit) {
    Edits edits = below.get(step);
    return edits == null ? child : edit.of(edits, child);
  }
}
