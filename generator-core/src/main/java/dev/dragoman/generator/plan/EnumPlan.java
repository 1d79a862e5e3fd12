package dev.dragoman.generator.plan;

import java.util.List;
import java.util.Objects;

/**
 * An enum that is generated in the class of a group.
 *
 * @param className simple name
 * @param parameter the first parameter that uses it, for the Javadoc
 * @param constants in document order
 */
public record EnumPlan(String className, String parameter, List<Constant> constants) {

  /** A constant and its value in requests. */
  public record Constant(String name, String wire) {
    public Constant {
      Objects.requireNonNull(name);
      Objects.requireNonNull(wire);
    }
  }

  public EnumPlan {
    Objects.requireNonNull(className);
    Objects.requireNonNull(parameter);
    constants = List.copyOf(constants);
  }
}
