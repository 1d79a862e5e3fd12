package dev.dragoman.generator.plan.wire;

import dev.dragoman.generator.plan.OperationPlan;
import java.util.Objects;
import java.util.Optional;

/**
 * One generated test.
 *
 * @param operation the operation to call
 * @param arguments a JSON object of values by argument name
 * @param body the body in JSON; empty for a call without one
 * @param expected the request, as written by {@link dev.dragoman.testing.WireText}
 */
public record WireCase(
    OperationPlan operation, String arguments, Optional<String> body, String expected) {
  public WireCase {
    Objects.requireNonNull(operation);
    Objects.requireNonNull(arguments);
    Objects.requireNonNull(body);
    Objects.requireNonNull(expected);
  }
}
