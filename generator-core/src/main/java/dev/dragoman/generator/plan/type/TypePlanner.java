package dev.dragoman.generator.plan.type;

import dev.dragoman.generator.model.Json;
import dev.dragoman.generator.model.OperationModel;
import dev.dragoman.generator.model.ParameterModel;
import dev.dragoman.generator.plan.JavaType;
import dev.dragoman.generator.plan.JavaType.ListOf;
import dev.dragoman.generator.plan.JavaType.Simple;
import dev.dragoman.generator.plan.name.JavaIdentifiers;
import dev.dragoman.generator.plan.schema.EnumValues;
import dev.dragoman.generator.plan.schema.SchemaLookup;
import java.util.List;
import java.util.Optional;

/**
 * Chooses the Java type of a parameter: the most specific one that represents every valid value.
 */
public final class TypePlanner {
  private static final int MAX_LIST_DEPTH = 3;

  private final SchemaLookup schemas;
  private final ModelPlanner models;

  /** Creates a planner that adds the types it needs to the given models. */
  public TypePlanner(SchemaLookup schemas, ModelPlanner models) {
    this.schemas = schemas;
    this.models = models;
  }

  /** Announces the enums that a parameter needs; see {@link EnumTable#announce}. */
  public void announce(ParameterModel parameter, EnumTable enums) {
    innermost(parameter.schema(), MAX_LIST_DEPTH)
        .filter(target -> target.reference().isEmpty())
        .map(SchemaLookup.Target::schema)
        .flatMap(EnumValues::of)
        .ifPresent(values -> enums.announce(parameter.name(), values));
  }

  /** The schema of the innermost items if the parameter is a list. */
  private Optional<SchemaLookup.Target> innermost(Json schema, int depth) {
    SchemaLookup.Target target = schemas.follow(schema);
    Json.Obj resolved = target.schema();
    Json items = resolved.get("items");
    boolean isArray = SchemaLookup.type(resolved).filter("array"::equals).isPresent();
    if (isArray && items != null && depth > 0) {
      return innermost(items, depth - 1);
    }
    return Optional.of(target);
  }

  /** The maximum number of lines of an operation, including the enums of its parameters. */
  public int lines(OperationModel operation) {
    int enums =
        operation.parameters().stream()
            .flatMap(parameter -> innermost(parameter.schema(), MAX_LIST_DEPTH).stream())
            .filter(target -> target.reference().isEmpty())
            .flatMap(target -> EnumValues.of(target.schema()).stream())
            .mapToInt(values -> PrintedLines.own(new SchemaShape.Choice(values)))
            .sum();
    int encodings =
        operation.body().stream()
            .flatMap(body -> body.content().stream())
            .mapToInt(media -> media.encodings().size())
            .sum();
    return enums
        + PrintedLines.ofOperation(operation.parameters().size(), operation.body().isPresent())
        + 2 * encodings;
  }

  /**
   * The type of a parameter. One with a media type of its own is JSON, because its content is
   * encoded as a whole.
   */
  public JavaType type(String operationClass, ParameterModel parameter, EnumTable enums) {
    if (parameter.contentType().isPresent() || parameter.in() == ParameterModel.In.QUERYSTRING) {
      return Simple.JSON;
    }
    JavaType type =
        type(operationClass, parameter.name(), parameter.schema(), enums, MAX_LIST_DEPTH);
    // An empty value is the empty string, which other types cannot represent.
    return parameter.allowEmptyValue() && type != Simple.STRING ? Simple.JSON : type;
  }

  private JavaType type(
      String operationClass, String name, Json schema, EnumTable enums, int depth) {
    SchemaLookup.Target target = schemas.follow(schema);
    Json.Obj resolved = target.schema();
    Optional<List<String>> values = EnumValues.of(resolved);
    if (values.isPresent() && target.reference().isPresent()) {
      return models.reference(target.reference().get());
    }
    if (values.isPresent()) {
      return new JavaType.EnumOf(enums.plan(operationClass, name, values.get()));
    }
    return switch (SchemaLookup.type(resolved).orElse("")) {
      case "string" -> Simple.STRING;
      case "integer" -> IntegerTypes.integer(resolved);
      case "number" -> Simple.DECIMAL;
      case "boolean" -> Simple.BOOLEAN;
      case "array" -> {
        Json items = resolved.get("items");
        yield items == null || depth == 0
            ? new ListOf(Simple.JSON)
            : new ListOf(type(operationClass, name, items, enums, depth - 1));
      }
      default -> models.type(schema, operationClass + JavaIdentifiers.typeName(name, "Value"));
    };
  }
}
