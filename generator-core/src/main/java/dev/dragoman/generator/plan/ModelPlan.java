package dev.dragoman.generator.plan;

import java.util.List;
import java.util.Objects;

/** A type generated for request bodies: a record around a JSON object, or an enum. */
public sealed interface ModelPlan {

  /** Simple name. */
  String className();

  /**
   * An object.
   *
   * @param className simple name
   * @param description what the document says of it; empty when nothing
   * @param properties in document order
   * @param nested types declared in it; empty for a nested one
   */
  record ObjectPlan(
      String className, String description, List<PropertyPlan> properties, List<ModelPlan> nested)
      implements ModelPlan {
    /** More arguments than this nobody tells apart; then all are methods of the builder. */
    private static final int MAX_FACTORY = 12;

    public ObjectPlan {
      Objects.requireNonNull(className);
      Objects.requireNonNull(description);
      properties = List.copyOf(properties);
      nested = List.copyOf(nested);
    }

    /** The properties that the builder's factory takes. */
    public List<PropertyPlan> factory() {
      List<PropertyPlan> required = properties.stream().filter(PropertyPlan::required).toList();
      return required.size() > MAX_FACTORY ? List.of() : required;
    }
  }

  /** An enum. */
  record ChoicePlan(EnumPlan values) implements ModelPlan {
    public ChoicePlan {
      Objects.requireNonNull(values);
    }

    @Override
    public String className() {
      return values.className();
    }
  }

  /**
   * A member of an object.
   *
   * @param name as it stands on the wire
   * @param member its name in Java
   * @param type its Java type
   * @param required whether the object needs it
   * @param nullable whether null is a value of it
   * @param description what the document says of it; empty when nothing
   */
  record PropertyPlan(
      String name,
      String member,
      JavaType type,
      boolean required,
      boolean nullable,
      String description) {
    public PropertyPlan {
      Objects.requireNonNull(name);
      Objects.requireNonNull(member);
      Objects.requireNonNull(type);
      Objects.requireNonNull(description);
    }
  }
}
