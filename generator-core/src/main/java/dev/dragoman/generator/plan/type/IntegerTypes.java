package dev.dragoman.generator.plan.type;

import dev.dragoman.generator.model.Json;
import dev.dragoman.generator.plan.JavaType.Simple;
import java.math.BigDecimal;
import java.util.Optional;

/** Chooses the Java types of integers. */
final class IntegerTypes {
  private static final BigDecimal MAX_LONG = BigDecimal.valueOf(Long.MAX_VALUE);

  private IntegerTypes() {}

  /**
   * 32 bits only if the document says so, 64 bits by default, and unlimited if larger values are
   * allowed.
   */
  static Simple integer(Json.Obj schema) {
    String format = Optional.ofNullable(schema.text("format")).orElse("");
    if (format.equals("int32")) {
      return Simple.INT;
    }
    boolean beyondLong =
        format.equals("uint64")
            || (schema.get("maximum") instanceof Json.Num maximum
                && new BigDecimal(maximum.digits()).compareTo(MAX_LONG) > 0);
    return beyondLong ? Simple.BIG_INTEGER : Simple.LONG;
  }
}
