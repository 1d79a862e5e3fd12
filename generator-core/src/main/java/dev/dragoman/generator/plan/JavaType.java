package dev.dragoman.generator.plan;

import java.util.List;
import java.util.Objects;

/** The Java type of a parameter. */
public sealed interface JavaType {

  /** Types that need no declaration. */
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
    /** What Java cannot say: unions, anything. */
    JSON
  }

  /** An enum of the group's class. */
  record EnumOf(EnumPlan plan) implements JavaType {
    public EnumOf {
      Objects.requireNonNull(plan);
    }
  }

  /**
   * A type generated for request bodies.
   *
   * @param names simple names, a nested type's behind the one that holds it
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
