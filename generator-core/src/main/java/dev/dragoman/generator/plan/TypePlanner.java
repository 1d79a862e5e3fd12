package dev.dragoman.generator.plan;

import dev.dragoman.generator.model.Json;
import dev.dragoman.generator.model.MediaTypeModel;
import dev.dragoman.generator.model.ParameterModel;
import dev.dragoman.generator.plan.JavaType.ListOf;
import dev.dragoman.generator.plan.JavaType.Simple;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Chooses the Java type of a parameter: the closest one that loses nothing. */
final class TypePlanner {
  /** An enum with more values says nothing to a reader and may not fit into a class file. */
  private static final int MAX_ENUM_VALUES = 100;

  private static final int MAX_LIST_DEPTH = 3;

  private final Schemas schemas;

  TypePlanner(Schemas schemas) {
    this.schemas = schemas;
  }

  /** Says which enums the parameter will want. */
  void announce(ParameterModel parameter, EnumTable enums) {
    innermost(parameter.schema(), MAX_LIST_DEPTH)
        .flatMap(this::enumValues)
        .ifPresent(values -> enums.announce(parameter.name(), values));
  }

  private Optional<Json.Obj> innermost(Json schema, int depth) {
    Json.Obj resolved = schemas.resolve(schema);
    Json items = resolved.get("items");
    boolean isArray = Schemas.type(resolved).filter("array"::equals).isPresent();
    if (isArray && items != null && depth > 0) {
      return innermost(items, depth - 1);
    }
    return Optional.of(resolved);
  }

  /** The type of a parameter. */
  JavaType type(String operationClass, ParameterModel parameter, EnumTable enums) {
    if (parameter.contentType().isPresent() || parameter.in() == ParameterModel.In.QUERYSTRING) {
      return Simple.JSON;
    }
    return type(operationClass, parameter.name(), parameter.schema(), enums, MAX_LIST_DEPTH);
  }

  private JavaType type(
      String operationClass, String name, Json schema, EnumTable enums, int depth) {
    Json.Obj resolved = schemas.resolve(schema);
    Optional<List<String>> values = enumValues(resolved);
    if (values.isPresent()) {
      return new JavaType.EnumOf(enums.plan(operationClass, name, values.get()));
    }
    return switch (Schemas.type(resolved).orElse("")) {
      case "string" -> Simple.STRING;
      case "integer" -> integer(resolved);
      case "number" -> Simple.DECIMAL;
      case "boolean" -> Simple.BOOLEAN;
      case "array" -> {
        Json items = resolved.get("items");
        yield items == null || depth == 0
            ? new ListOf(Simple.JSON)
            : new ListOf(type(operationClass, name, items, enums, depth - 1));
      }
      case "object" -> Simple.OBJECT;
      default -> schemas.properties(resolved).isEmpty() ? Simple.JSON : Simple.OBJECT;
    };
  }

  /** How a body is read: as what its schema says it is, where null is no value of it. */
  JavaType body(MediaTypeModel media) {
    Json.Obj resolved = schemas.resolve(media.schema());
    if (Schemas.isNullable(resolved)) {
      return Simple.JSON;
    }
    String type = Schemas.type(resolved).orElse("");
    boolean isObject = type.equals("object") || !schemas.properties(resolved).isEmpty();
    return isObject ? Simple.OBJECT : type.equals("array") ? Simple.ARRAY : Simple.JSON;
  }

  private static JavaType integer(Json.Obj schema) {
    String format = Optional.ofNullable(schema.text("format")).orElse("");
    if (format.equals("int32")) {
      return Simple.INT;
    }
    boolean beyondLong =
        format.equals("uint64")
            || (schema.get("maximum") instanceof Json.Num maximum
                && new BigDecimal(maximum.digits()).compareTo(BigDecimal.valueOf(Long.MAX_VALUE))
                    > 0);
    return beyondLong ? Simple.BIG_INTEGER : Simple.LONG;
  }

  /** The values of an enum of strings that Java can say well; null among them does not count. */
  private Optional<List<String>> enumValues(Json.Obj schema) {
    if (!Schemas.type(schema).filter("string"::equals).isPresent()) {
      return Optional.empty();
    }
    Set<String> values = new LinkedHashSet<>();
    for (Json value : schema.items("enum")) {
      if (value instanceof Json.Str string) {
        values.add(string.value());
      } else if (!(value instanceof Json.Null)) {
        return Optional.empty();
      }
    }
    return values.isEmpty() || values.size() > MAX_ENUM_VALUES
        ? Optional.empty()
        : Optional.of(new ArrayList<>(values));
  }
}
