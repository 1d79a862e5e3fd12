package dev.dragoman.generator.overlay;

import dev.dragoman.generator.model.Json;
import dev.dragoman.generator.problem.Problems;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Merges one value into another (Overlay 1.1, "Action Object"). */
final class Merge {
  private final Problems problems;

  Merge(Problems problems) {
    this.problems = problems;
  }

  /**
   * The target with the action's value merged into it. A value other than an array is appended to
   * an array.
   */
  Json into(Json target, Json value) {
    boolean appends = target instanceof Json.Arr && !(value instanceof Json.Arr);
    return appends
        ? merged(target, new Json.Arr(List.of(value), value.location()))
        : merged(target, value);
  }

  /**
   * Objects are merged recursively, arrays are concatenated, and scalars are replaced; all other
   * combinations are errors.
   */
  private Json merged(Json target, Json value) {
    if (target instanceof Json.Obj one && value instanceof Json.Obj other) {
      Map<String, Json> members = new LinkedHashMap<>(one.members());
      other.members().forEach((name, member) -> members.merge(name, member, this::merged));
      return new Json.Obj(members, one.location());
    }
    if (target instanceof Json.Arr one && value instanceof Json.Arr other) {
      List<Json> items = new ArrayList<>(one.items());
      items.addAll(other.items());
      return new Json.Arr(items, one.location());
    }
    if (isPlain(target) && isPlain(value)) {
      return value;
    }
    OverlayProblem.MERGE.error(
        problems,
        value.location(),
        "%s cannot be merged into %s, at %s."
            .formatted(kind(value), kind(target).toLowerCase(Locale.ROOT), target.location()),
        "Use a value of the same kind, or remove the existing one first.");
    return target;
  }

  private static boolean isPlain(Json value) {
    return !(value instanceof Json.Obj) && !(value instanceof Json.Arr);
  }

  private static String kind(Json value) {
    if (value instanceof Json.Obj) {
      return "An object";
    }
    return value instanceof Json.Arr ? "An array" : "A plain value";
  }
}
