package dev.dragoman.generator.diff;

import dev.dragoman.generator.model.Json;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Compares the properties of two objects, and which of them are required. */
final class PropertyComparison {
  private final Direction direction;
  private final String place;
  private final Findings into;

  PropertyComparison(Direction direction, String place, Findings into) {
    this.direction = direction;
    this.place = place;
    this.into = into;
  }

  /**
   * Adds the changes of properties. A removed property is breaking in both directions: requests
   * that contain it may be refused, and programs that read it miss it.
   */
  void compare(
      Map<String, Json> older,
      Set<String> wasRequired,
      Map<String, Json> newer,
      Set<String> isRequired) {
    Set<String> names = new TreeSet<>(older.keySet());
    names.addAll(newer.keySet());
    for (String name : names) {
      boolean needed = isRequired.contains(name);
      if (!newer.containsKey(name)) {
        into.add(ChangeEffect.BREAKING, "property-removed", at(name), "was removed");
      } else if (!older.containsKey(name)) {
        added(name, needed);
      } else if (needed != wasRequired.contains(name)) {
        into.add(
            effect(needed),
            needed ? "property-required" : "property-optional",
            at(name),
            needed ? "is required now" : "is no longer required");
      }
    }
  }

  private void added(String name, boolean needed) {
    if (direction == Direction.RESPONSE) {
      into.add(ChangeEffect.HARMLESS, "property-added", at(name), "is new");
    } else if (needed) {
      into.add(ChangeEffect.BREAKING, "property-added-required", at(name), "is new and required");
    } else {
      into.add(ChangeEffect.WIDENING, "property-added", at(name), "is new");
    }
  }

  /** Requiring a property narrows the set of allowed values. */
  private ChangeEffect effect(boolean needed) {
    return direction.effect(needed ? Direction.Shift.NARROWED : Direction.Shift.WIDENED);
  }

  private String at(String name) {
    return place + " /" + name;
  }
}
