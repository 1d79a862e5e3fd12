package dev.dragoman.generator.plan;

import java.util.List;
import java.util.Objects;

/**
 * An enum in a group's class.
 *
 * @param className simple name
 * @param parameter the parameter it was first met at, for the Javadoc
 * @param constants in document order
 */
public record EnumPlan(String className, String parameter, List<Constant> constants) {

  /** A constant and the value it stands for. */
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
