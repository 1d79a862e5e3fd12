package dev.dragoman.generator.spec.schema;

import dev.dragoman.generator.model.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The schema that a Swagger 2.0 parameter contains among its own members. */
public final class InlineSchema {
  private static final Set<String> NOT_THE_SCHEMAS =
      Set.of(
          "$ref",
          "allowEmptyValue",
          "allowReserved",
          "collectionFormat",
          "content",
          "deprecated",
          "description",
          "example",
          "examples",
          "explode",
          "in",
          "name",
          "required",
          "schema",
          "style",
          "x-example",
          "x-examples");

  private InlineSchema() {}

  /** The schema of a parameter: all of its members that are not specific to parameters. */
  public static Json.Obj of(Json.Obj parameter) {
    Map<String, Json> members = new LinkedHashMap<>(parameter.members());
    members.keySet().removeAll(NOT_THE_SCHEMAS);
    return new Json.Obj(members, parameter.location());
  }
}
