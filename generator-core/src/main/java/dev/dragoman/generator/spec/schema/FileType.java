package dev.dragoman.generator.spec.schema;

import dev.dragoman.generator.model.Json;
import dev.dragoman.generator.problem.Location;
import java.util.Map;

/** Swagger 2.0's {@code type: file}, which became a string of binary format in OpenAPI 3.0. */
public final class FileType {
  private FileType() {}

  public static boolean isIt(Json.Obj schema) {
    return "file".equals(schema.text("type"));
  }

  /** Replaces the type among a schema's members. */
  static void level(Map<String, Json> members) {
    Json type = members.get("type");
    Location location = type == null ? Location.file("") : type.location();
    members.put("type", new Json.Str("string", location));
    members.put("format", new Json.Str("binary", location));
  }
}
