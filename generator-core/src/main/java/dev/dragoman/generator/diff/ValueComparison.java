package dev.dragoman.generator.diff;

import dev.dragoman.generator.diff.Direction.Shift;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Compares the scalar values that two schemas allow: enums and constraints. */
final class ValueComparison {
  /** Maximum number of enum values in a message. */
  private static final int MOST_NAMED = 5;

  private final Direction direction;
  private final String place;
  private final Findings into;

  ValueComparison(Direction direction, String place, Findings into) {
    this.direction = direction;
    this.place = place;
    this.into = into;
  }

  /** Adds the changes of enums and constraints. */
  void compare(SchemaView was, SchemaView is) {
    enums(was, is);
    Set<String> keywords = new TreeSet<>(was.limits().keySet());
    keywords.addAll(is.limits().keySet());
    for (String keyword : keywords) {
      String older = was.limits().get(keyword);
      String newer = is.limits().get(keyword);
      Limits.shift(keyword, older, newer)
          .ifPresent(
              shift ->
                  into.add(
                      direction,
                      shift,
                      "limit-" + word(shift),
                      place,
                      keyword + " was " + orNone(older) + ", is " + orNone(newer)));
    }
  }

  private static String orNone(@Nullable String text) {
    return text == null ? "absent" : text;
  }

  private static String word(Shift shift) {
    return switch (shift) {
      case NARROWED -> "narrowed";
      case WIDENED -> "widened";
      case REPLACED -> "changed";
    };
  }

  /**
   * Adding an enum narrows, removing it widens. Values that are removed and added at the same time
   * are two changes, whose effects differ.
   */
  private void enums(SchemaView was, SchemaView is) {
    Set<String> older = was.values();
    Set<String> newer = is.values();
    if (older == null && newer == null) {
      return;
    }
    if (older == null || newer == null) {
      Shift shift = older == null ? Shift.NARROWED : Shift.WIDENED;
      Set<String> values = older == null ? newer : older;
      into.add(
          direction,
          shift,
          "enum-" + word(shift),
          place,
          (older == null ? "allows only " : "allows more than ") + some(values) + " now");
      return;
    }
    Set<String> gone = new TreeSet<>(older);
    gone.removeAll(newer);
    Set<String> come = new TreeSet<>(newer);
    come.removeAll(older);
    if (!gone.isEmpty()) {
      into.add(direction, Shift.NARROWED, "enum-narrowed", place, "no longer allows " + some(gone));
    }
    if (!come.isEmpty()) {
      into.add(direction, Shift.WIDENED, "enum-widened", place, "now also allows " + some(come));
    }
  }

  private static String some(@Nullable Set<String> values) {
    if (values == null) {
      return "";
    }
    String first = String.join(", ", values.stream().limit(MOST_NAMED).toList());
    int more = values.size() - MOST_NAMED;
    return more > 0 ? first + " and " + more + " more" : first;
  }
}
