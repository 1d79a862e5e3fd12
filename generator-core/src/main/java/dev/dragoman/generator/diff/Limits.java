package dev.dragoman.generator.diff;

import dev.dragoman.generator.diff.Direction.Shift;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Determines how a change of one constraint, such as {@code maxLength}, changes the set of allowed
 * values.
 */
final class Limits {
  /** The wider format of each narrower number format. */
  private static final Map<String, String> WIDER = Map.of("int32", "int64", "float", "double");

  private Limits() {}

  /**
   * The change from one value of a keyword to another; null means that the keyword is absent. Empty
   * if both allow the same values. Values of other keywords, such as two patterns, cannot be
   * compared and count as replaced.
   */
  static Optional<Shift> shift(String keyword, @Nullable String before, @Nullable String after) {
    if (before == null || after == null) {
      return before == null && after == null
          ? Optional.empty()
          : Optional.of(before == null ? Shift.NARROWED : Shift.WIDENED);
    }
    if (before.equals(after)) {
      return Optional.empty();
    }
    if (keyword.startsWith("min") || keyword.equals("exclusiveMinimum")) {
      return numbers(before, after, Shift.NARROWED, Shift.WIDENED);
    }
    if (keyword.startsWith("max") || keyword.equals("exclusiveMaximum")) {
      return numbers(before, after, Shift.WIDENED, Shift.NARROWED);
    }
    if (after.equals(WIDER.get(before))) {
      return Optional.of(Shift.WIDENED);
    }
    return Optional.of(before.equals(WIDER.get(after)) ? Shift.NARROWED : Shift.REPLACED);
  }

  private static Optional<Shift> numbers(
      String before, String after, Shift whenRaised, Shift whenLowered) {
    try {
      int order = new BigDecimal(after).compareTo(new BigDecimal(before));
      return order == 0 ? Optional.empty() : Optional.of(order > 0 ? whenRaised : whenLowered);
    } catch (NumberFormatException e) {
      return Optional.of(Shift.REPLACED);
    }
  }
}
