package dev.dragoman.generator.spec.tree;

import dev.dragoman.generator.model.Json;
import dev.dragoman.generator.problem.Location;
import dev.dragoman.generator.spec.keyword.Numerals;

/**
 * Interprets plain YAML scalars. Numbers are those of YAML's JSON schema (YAML 1.2.2, section
 * 10.2), to which OpenAPI 3.0.4 restricts documents ("Format"): {@code 012}, {@code 0o17}, {@code
 * .5} and {@code +1} are strings, as are {@code no}, {@code on} and dates. {@code ~} and {@code
 * True}, which many documents contain, are read as in the core schema.
 */
final class YamlScalars {
  private YamlScalars() {}

  /** The value of a plain scalar. */
  static Json plain(String text, Location location) {
    return switch (text) {
      case "", "~", "null", "Null", "NULL" -> new Json.Null(location);
      case "true", "True", "TRUE" -> new Json.Bool(true, text, location);
      case "false", "False", "FALSE" -> new Json.Bool(false, text, location);
      default ->
          Numerals.isJson(text) ? new Json.Num(text, location) : new Json.Str(text, location);
    };
  }
}
