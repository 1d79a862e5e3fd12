package dev.dragoman.generator.diff;

import dev.dragoman.generator.diff.Direction.Shift;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How the change of one limiting keyword moves the set of allowed values. */
final class Limits {
  /** From the narrower to the wider format of a number. */
  private static final Map<String, String> WIDER = Map.of("int32", "int64", "float", "double");

  private Limits() {}

  /** Empty when both say the same. */
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
