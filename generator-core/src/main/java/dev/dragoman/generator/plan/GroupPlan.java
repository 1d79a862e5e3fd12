package dev.dragoman.generator.plan;

import dev.dragoman.generator.plan.build.Planner;
import java.util.List;
import java.util.Objects;

/**
 * A generated class of handlers: the operations of one tag, or a part of them.
 *
 * @param number its index, starting at 0
 * @param className simple name
 * @param tag the tag; empty for operations without one
 * @param description the document's description of the tag; empty if there is none
 * @param operations at most {@link Planner#GROUP_SIZE}
 * @param enums the enums of their parameters
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
