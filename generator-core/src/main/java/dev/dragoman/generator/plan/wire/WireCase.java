package dev.dragoman.generator.plan.wire;

import dev.dragoman.generator.plan.OperationPlan;
import java.util.Objects;
import java.util.Optional;

/**
 * One generated test.
 *
 * @param operation the operation it calls
 * @param arguments a JSON object, by argument name
 * @param body the body in JSON; empty for a call without
 * @param expected the request, as {@link dev.dragoman.testing.WireText} shows it
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
