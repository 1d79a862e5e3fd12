package dev.dragoman.generator.plan;

import java.util.List;
import java.util.Objects;

/** The Java type of a parameter or of a value in a request body. */
public sealed interface JavaType {

  /** Types that need no generated declaration. */
  enum Simple implements JavaType {
    STRING,
    INT,
    LONG,
    BIG_INTEGER,
    DECIMAL,
    BOOLEAN,
    /** A JSON object. */
    OBJECT,
    /** A JSON array. */
    ARRAY,
    /** A value that has no single Java type, such as a union. */
    JSON
  }

  /** An enum declared in the group's class. */
  record EnumOf(EnumPlan plan) implements JavaType {
    public EnumOf {
      Objects.requireNonNull(plan);
    }
  }

  /**
   * A type generated for request bodies.
   *
   * @param names simple names from the top-level type to the type itself
   * @param isEnum whether it is an enum
   */
  record Model(List<String> names, boolean isEnum) implements JavaType {
    public Model {
      names = List.copyOf(names);
    }
  }

  /** A list. */
  record ListOf(JavaType element) implements JavaType {
    public ListOf {
      Objects.requireNonNull(element);
    }
  }
}
