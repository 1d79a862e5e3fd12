package dev.dragoman.generator.spec.operation;

import dev.dragoman.generator.model.Json;
import java.util.Locale;

/**
 * A declared parameter, with references followed.
 *
 * @param name its name
 * @param in its location, as written in the document
 * @param object the Parameter Object
 */
public record RawParameter(String name, String in, Json.Obj object) {
  /**
   * Identifies the parameter: two declarations with the same key are the same parameter. Header
   * names are case-insensitive, and there is only one body.
   */
  String key() {
    return switch (in) {
      case "body" -> in;
      case "header" -> in + ' ' + name.toLowerCase(Locale.ROOT);
      default -> in + ' ' + name;
    };
  }
}
