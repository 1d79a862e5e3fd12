package dev.dragoman.generator.plan;

import java.util.List;
import java.util.Objects;

/** A type generated for request bodies: a record that wraps a JSON object, or an enum. */
public sealed interface ModelPlan {

  /** Simple name. */
  String className();

  /**
   * An object.
   *
   * @param className simple name
   * @param description its description in the document; empty if there is none
   * @param properties in document order
   * @param nested types declared inside it; empty for a nested type
   */
  record ObjectPlan(
      String className, String description, List<PropertyPlan> properties, List<ModelPlan> nested)
      implements ModelPlan {
    /**
     * With more arguments than this, calls are hard to read; all properties are then set by builder
     * methods.
     */
    private static final int MAX_FACTORY = 12;

    public ObjectPlan {
      Objects.requireNonNull(className);
      Objects.requireNonNull(description);
      properties = List.copyOf(properties);
      nested = List.copyOf(nested);
    }

    /** The properties that are arguments of the builder's factory method. */
    public List<PropertyPlan> factory() {
      List<PropertyPlan> required =
          properties.stream()
              .filter(property -> property.required() && !property.readOnly())
              .toList();
      return required.size() > MAX_FACTORY ? List.of() : required;
    }

    /** Whether requests contain it, so that it has a builder. */
    public boolean hasBuilder() {
      return properties.stream().anyMatch(property -> !property.readOnly());
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
   * A property of an object.
   *
   * @param name its name in requests
   * @param member its name in Java
   * @param type its Java type
   * @param required whether the object must have it
   * @param nullable whether its value may be null
   * @param readOnly whether only responses have it
   * @param description its description in the document; empty if there is none
   */
  record PropertyPlan(
      String name,
      String member,
      JavaType type,
      boolean required,
      boolean nullable,
      boolean readOnly,
      String description) {
    public PropertyPlan {
      Objects.requireNonNull(name);
      Objects.requireNonNull(member);
      Objects.requireNonNull(type);
      Objects.requireNonNull(description);
    }
  }
}
