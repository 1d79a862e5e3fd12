package dev.dragoman.generator.plan.type;

import dev.dragoman.generator.plan.OperationPlan;
import dev.dragoman.generator.plan.type.SchemaShape.Choice;
import dev.dragoman.generator.plan.type.SchemaShape.Members;

/**
 * Estimates how many lines a type has at most when it is printed. Planning needs this to divide
 * types into files before they exist.
 */
final class PrintedLines {
  /** Javadoc, accessor, builder method, and a wrapped line. */
  private static final int OF_A_PROPERTY = 10;

  /** Javadoc and accessor, which may be broken. */
  private static final int OF_A_READ_PROPERTY = 6;

  /** Head, factory method and builder. */
  private static final int OF_AN_OBJECT = 30;

  private static final int OF_AN_ENUM = 18;

  private static final int OF_AN_OPERATION = 26;

  /** The record, reading the argument, and sending it. */
  private static final int OF_A_COMPONENT = 3;

  private static final int OF_A_BUILT_COMPONENT = 7;
  private static final int OF_A_BUILDER = 14;

  /** Above this number, parameters share one map. */
  private static final int MAX_COMPONENTS = 120;

  private PrintedLines() {}

  /** The lines of a type without those of its nested types. */
  static int own(SchemaShape shape) {
    if (shape instanceof Members members) {
      return OF_AN_OBJECT
          + members.members().stream()
              .mapToInt(one -> one.readOnly() ? OF_A_READ_PROPERTY : OF_A_PROPERTY)
              .sum();
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
