package dev.dragoman.generator.plan;

import dev.dragoman.generator.plan.build.Planner;
import java.util.List;
import java.util.Objects;

/**
 * A class of handlers: the operations of one tag, or a slice of them.
 *
 * @param number from 0
 * @param className simple name
 * @param tag the tag; empty for operations without one
 * @param description what the document says of the tag; empty when nothing
 * @param operations at most {@link Planner#GROUP_SIZE}
 * @param enums the enums their parameters have
 */
public record GroupPlan(
    int number,
    String className,
    String tag,
    String description,
    List<OperationPlan> operations,
    List<EnumPlan> enums) {
  public GroupPlan {
    Objects.requireNonNull(className);
    Objects.requireNonNull(tag);
    Objects.requireNonNull(description);
    operations = List.copyOf(operations);
    enums = List.copyOf(enums);
  }
}
