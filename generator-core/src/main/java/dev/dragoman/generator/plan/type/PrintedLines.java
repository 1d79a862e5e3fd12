package dev.dragoman.generator.plan.type;

import dev.dragoman.generator.plan.OperationPlan;
import dev.dragoman.generator.plan.type.SchemaShape.Choice;
import dev.dragoman.generator.plan.type.SchemaShape.Members;

/** How many lines a type takes at most when it is printed. */
final class PrintedLines {
  /** Javadoc, accessor, method of the builder, and room for a broken line. */
  private static final int OF_A_PROPERTY = 10;

  /** Head, factory and builder. */
  private static final int OF_AN_OBJECT = 30;

  private static final int OF_AN_ENUM = 18;

  private static final int OF_AN_OPERATION = 26;

  /** Record, reading, sending. */
  private static final int OF_A_COMPONENT = 3;

  private static final int OF_A_BUILT_COMPONENT = 7;
  private static final int OF_A_BUILDER = 14;

  /** Beyond, parameters share one map. */
  private static final int MAX_COMPONENTS = 120;

  private PrintedLines() {}

  /** The lines of a type without those of types nested in it. */
  static int own(SchemaShape shape) {
    if (shape instanceof Members members) {
      return OF_AN_OBJECT + OF_A_PROPERTY * members.members().size();
    }
    return shape instanceof Choice choice ? OF_AN_ENUM + choice.values().size() : 0;
  }

  /** The lines of a request record. */
  static int ofOperation(int parameters, boolean hasBody) {
    int components = Math.min(parameters, MAX_COMPONENTS) + (hasBody ? 1 : 0);
    boolean hasBuilder = components > OperationPlan.MAX_PLAIN_COMPONENTS;
    return OF_AN_OPERATION
        + components * (hasBuilder ? OF_A_BUILT_COMPONENT : OF_A_COMPONENT)
        + (hasBuilder ? OF_A_BUILDER : 0);
  }
}
