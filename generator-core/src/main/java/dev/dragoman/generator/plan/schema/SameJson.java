package dev.dragoman.generator.plan.schema;

import dev.dragoman.generator.model.Json;
import java.util.List;

/** Compares JSON values regardless of their locations in the document. */
public final class SameJson {
  private SameJson() {}

  /**
   * Whether two values are equal. Members may be in any order; numbers are equal if they have the
   * same digits.
   */
  public static boolean test(Json one, Json other) {
    if (one == other) {
      return true;
    }
    if (one instanceof Json.Obj a && other instanceof Json.Obj b) {
      return a.members().keySet().equals(b.members().keySet())
          && a.members().keySet().stream().allMatch(name -> member(a, b, name));
    }
    if (one instanceof Json.Arr a && other instanceof Json.Arr b) {
      return items(a.items(), b.items());
    }
    return scalar(one).equals(scalar(other));
  }

  private static boolean member(Json.Obj one, Json.Obj other, String name) {
    Json mine = one.get(name);
    Json theirs = other.get(name);
    return mine != null && theirs != null && test(mine, theirs);
  }

  private static boolean items(List<Json> one, List<Json> other) {
    if (one.size() != other.size()) {
      return false;
    }
    for (int i = 0; i < one.size(); i++) {
      if (!test(one.get(i), other.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static List<Object> scalar(Json value) {
    if (value instanceof Json.Str string) {
      return List.of("string", string.value());
    } else if (value instanceof Json.Num number) {
      return List.of("number", number.digits());
    } else if (value instanceof Json.Bool bool) {
      return List.of("boolean", bool.value());
    }
    return List.of(value instanceof Json.Null ? "null" : "container", value.getClass());
  }
}
