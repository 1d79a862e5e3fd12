package dev.dragoman.generator.diff;

import dev.dragoman.generator.diff.Direction.Shift;
import dev.dragoman.generator.lock.SchemaText;
import dev.dragoman.generator.model.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Compares alternatives; a schema without any is a union of one. */
final class UnionComparison {
  private final Direction direction;
  private final String place;
  private final Findings into;

  UnionComparison(Direction direction, String place, Findings into) {
    this.direction = direction;
    this.place = place;
    this.into = into;
  }

  /** Compares two schemas at the same location. */
  interface Walk {
    void walk(Json older, Json newer, Direction direction, String place, Findings into);
  }

  /**
   * Compares the alternatives of two schemas. Equal ones are matched first. If the same number
   * remains on both sides, they are compared in their order, because a changed alternative usually
   * keeps its position; otherwise only the numbers of removed and added ones are reported.
   */
  void compare(Json older, SchemaView was, Json newer, SchemaView is, Walk walk) {
    Map<String, Json> left = byText(was.branches().isEmpty() ? List.of(older) : was.branches());
    Map<String, Json> right = byText(is.branches().isEmpty() ? List.of(newer) : is.branches());
    List<String> same = left.keySet().stream().filter(right::containsKey).toList();
    for (String text : same) {
      walk.walk(get(left, text), get(right, text), direction, place, into);
      left.remove(text);
      right.remove(text);
    }
    List<Json> gone = new ArrayList<>(left.values());
    List<Json> come = new ArrayList<>(right.values());
    if (gone.size() == come.size() && !(was.branches().isEmpty() || is.branches().isEmpty())) {
      for (int i = 0; i < gone.size(); i++) {
        walk.walk(gone.get(i), come.get(i), direction, place + " /(" + (i + 1) + ")", into);
      }
      return;
    }
    report(gone.size(), Shift.NARROWED, "union-narrowed", "removed");
    report(come.size(), Shift.WIDENED, "union-widened", "added");
  }

  private void report(int count, Shift shift, String code, String what) {
    if (count > 0) {
      into.add(
          direction,
          shift,
          code,
          place,
          count + (count == 1 ? " alternative was " : " alternatives were ") + what);
    }
  }

  private static Json get(Map<String, Json> map, String key) {
    return Objects.requireNonNull(map.get(key));
  }

  /** By their text, so that alternatives may change their order. */
  private static Map<String, Json> byText(List<Json> branches) {
    Map<String, Json> texts = new LinkedHashMap<>();
    branches.forEach(branch -> texts.putIfAbsent(SchemaText.of(branch).text(), branch));
    return texts;
  }
}
