package dev.dragoman.generator.plan;

import dev.dragoman.generator.model.ParameterModel;
import java.util.Objects;

/**
 * A parameter of an operation.
 *
 * @param argument the name agents give it by, unique within the operation
 * @param component the record component
 * @param type its Java type
 * @param model what the document says
 */
public record ParameterPlan(
    String argument, String component, JavaType type, ParameterModel model) {
  public ParameterPlan {
    Objects.requireNonNull(argument);
    Objects.requireNonNull(component);
    Objects.requireNonNull(type);
    Objects.requireNonNull(model);
  }
}
