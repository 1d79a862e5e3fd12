package dev.dragoman.generator.spec.operation;

import dev.dragoman.generator.model.Json;
import java.util.Locale;

/** A parameter as it is declared, references followed. */
public record RawParameter(String name, String in, Json.Obj object) {
  /**
   * What makes two declarations mean one parameter: name and place; header names in any case, and
   * there is one body only.
   */
  String key() {
    return switch (in) {
      case "body" -> in;
      case "header" -> in + ' ' + name.toLowerCase(Locale.ROOT);
      default -> in + ' ' + name;
    };
  }
}
