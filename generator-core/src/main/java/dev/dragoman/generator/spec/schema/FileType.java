package dev.dragoman.generator.spec.schema;

import dev.dragoman.generator.model.Json;
import dev.dragoman.generator.problem.Location;
import java.util.Map;

/** Swagger 2.0's {@code type: file}, which OpenAPI 3.0 replaced with a string of binary format. */
public final class FileType {
  private FileType() {}

  /** Whether a schema has this type. */
  public static boolean isIt(Json.Obj schema) {
    return "file".equals(schema.text("type"));
  }

  /** Replaces the type in a schema's members. */
  static void level(Map<String, Json> members) {
    Json type = members.get("type");
    Location location = type == null ? Location.file("") : type.location();
    members.put("type", new Json.Str("string", location));
    members.put("format", new Json.Str("binary", location));
  }
}
