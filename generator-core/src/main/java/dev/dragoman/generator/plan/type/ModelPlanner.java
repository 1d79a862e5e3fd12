package dev.dragoman.generator.plan.type;

import dev.dragoman.generator.model.Json;
import dev.dragoman.generator.model.MediaTypeModel;
import dev.dragoman.generator.plan.JavaType;
import dev.dragoman.generator.plan.JavaType.ListOf;
import dev.dragoman.generator.plan.JavaType.Model;
import dev.dragoman.generator.plan.JavaType.Simple;
import dev.dragoman.generator.plan.JsonFallback;
import dev.dragoman.generator.plan.JsonFallback.Reason;
import dev.dragoman.generator.plan.ModelPlan;
import dev.dragoman.generator.plan.ModelPlan.ChoicePlan;
import dev.dragoman.generator.plan.name.NameTable;
import dev.dragoman.generator.plan.name.ReferenceNames;
import dev.dragoman.generator.plan.name.ReservedNames;
import dev.dragoman.generator.plan.schema.SchemaLookup;
import dev.dragoman.generator.plan.type.SchemaShape.Choice;
import dev.dragoman.generator.plan.type.SchemaShape.Items;
import dev.dragoman.generator.plan.type.SchemaShape.Members;
import dev.dragoman.generator.plan.type.SchemaShape.Named;
import dev.dragoman.generator.plan.type.SchemaShape.Plain;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Plans the types for request bodies. Each definition becomes one type named after it, wherever it
 * is used. An inline object is nested in the type that contains it as long as it fits into the
 * file.
 */
public final class ModelPlanner {
  private final ShapeReader requests;
  private ShapeReader shapes;
  private final Map<String, String> namesByReference = new LinkedHashMap<>();
  private final NameTable names = new NameTable(ReservedNames.TYPES);
  private final Map<String, Model> definitions = new LinkedHashMap<>();
  private final Deque<String> waiting = new ArrayDeque<>();
  private final List<ModelPlan> models = new ArrayList<>();

  /**
   * Creates a planner.
   *
   * @param references all definitions. Their names are assigned before anything is planned, so that
   *     a name does not depend on which operation uses it first
   */
  public ModelPlanner(ShapeReader shapes, Collection<String> references) {
    this.requests = shapes;
    this.shapes = shapes;
    for (String reference : references) {
      namesByReference.put(reference, names.claim(ReferenceNames.of(reference), "Model"));
    }
  }

  /**
   * The types needed so far, including those they need themselves, in the order in which they were
   * found.
   */
  public List<ModelPlan> models() {
    while (!waiting.isEmpty()) {
      String reference = waiting.remove();
      define(nameOf(reference), shapes.definition(reference));
    }
    return List.copyOf(models);
  }

  /**
   * Plans the types of responses from now on. A type that requests need, too, stays as it is.
   *
   * @param responses reads their schemas
   */
  public void planResponses(ShapeReader responses) {
    models();
    shapes = responses;
  }

  /** The type of a response, after {@link #planResponses}. */
  public JavaType response(String operationClass, Json schema) {
    String description = "The response of " + operationClass + ".";
    return type(described(shapes.of(schema), description), operationClass + "Response");
  }

  private String nameOf(String reference) {
    return Objects.requireNonNull(namesByReference.get(reference), reference);
  }

  /** The parts of request bodies that are untyped JSON. */
  public List<JsonFallback> fallbacks() {
    return requests.fallbacks();
  }

  /** The type of a body: an object, or a list whose items keep all of their information. */
  JavaType body(String operationClass, Json.Obj resolved, MediaTypeModel media) {
    if (SchemaLookup.isNullable(resolved)) {
      shapes.note(media.schema(), Reason.NULLABLE_BODY);
      return Simple.JSON;
    }
    SchemaShape shape = shapes.of(media.schema());
    if (shape instanceof Items items && !keepsAll(items.element())) {
      shapes.note(media.schema(), Reason.UNTYPED_ITEMS);
      return Simple.ARRAY;
    }
    boolean scalar =
        shape instanceof Plain plain
            && plain.type() != Simple.OBJECT
            && plain.type() != Simple.ARRAY;
    return scalar || isEnum(shape)
        ? Simple.JSON
        : type(described(shape, "The body of " + operationClass + "."), operationClass + "Body");
  }

  private static SchemaShape described(SchemaShape shape, String description) {
    return shape instanceof Members members && members.description().isBlank()
        ? new Members(description, members.members())
        : shape;
  }

  private boolean isEnum(SchemaShape shape) {
    return shape instanceof Choice
        || (shape instanceof Named named && reference(named.reference()).isEnum());
  }

  /** The type of a parameter's value. */
  JavaType type(Json schema, String name) {
    return type(shapes.of(schema), name);
  }

  /** Records that a body's media types have different schemas. */
  void differing(MediaTypeModel media) {
    shapes.note(media.schema(), Reason.DIFFERENT_SCHEMAS);
  }

  /** Whether reading items of this type and writing them again yields the same JSON. */
  private static boolean keepsAll(SchemaShape item) {
    return item instanceof Named
        || item instanceof Members
        || item instanceof Choice
        || (item instanceof Plain plain && plain.type() == Simple.STRING);
  }

  private JavaType type(SchemaShape shape, String name) {
    if (shape instanceof Plain plain) {
      return plain.type();
    }
    if (shape instanceof Items items) {
      return new ListOf(type(items.element(), name));
    }
    if (shape instanceof Named named) {
      return reference(named.reference());
    }
    return promoted(name, shape);
  }

  /** The type of a definition. It is planned later, so that recursion ends. */
  Model reference(String reference) {
    return definitions.computeIfAbsent(
        reference,
        key -> {
          waiting.add(key);
          boolean isEnum = shapes.definition(key) instanceof Choice;
          return new Model(List.of(nameOf(key)), isEnum);
        });
  }

  /** A top-level type for a part that does not fit into the file of the type that contains it. */
  Model promoted(String name, SchemaShape shape) {
    String className = names.claim(name, "Model");
    define(className, shape);
    return new Model(List.of(className), shape instanceof Choice);
  }

  private void define(String className, SchemaShape shape) {
    int place = models.size();
    if (shape instanceof Members members) {
      models.add(place, new ModelFile(this, className, members).plan());
    } else if (shape instanceof Choice choice) {
      models.add(new ChoicePlan(EnumTable.create(className, className, choice.values())));
    }
  }
}
