package dev.dragoman.generator.plan;

import dev.dragoman.generator.problem.Location;
import java.util.Objects;

/**
 * A part of a request body that is represented as untyped JSON in Java. The report lists these
 * parts so that a user sees where the generated types are less specific than the document.
 *
 * @param location the schema
 * @param reason why it has no Java type of its own
 */
public record JsonFallback(Location location, Reason reason) {

  /** Why a schema has no Java type of its own. */
  public enum Reason {
    ALTERNATIVES("alternatives (oneOf, anyOf)"),
    ALTERNATIVES_BESIDE_PROPERTIES(
        "alternatives besides properties: only the properties are typed"),
    FREE_MAP("an object without named properties"),
    ANY("any type"),
    SEVERAL_TYPES("several types"),
    NULLABLE_ITEMS("a list whose items may be null"),
    UNTYPED_ITEMS("a list of numbers, maps or any values as the whole body"),
    NULLABLE_BODY("a body that may be null"),
    DIFFERENT_SCHEMAS("media types with different schemas"),
    MANY_PROPERTIES("too many properties for a readable class"),
    MANY_VALUES("too many enum values for a readable class"),
    DEEP("nested too deeply to be named");

    private final String text;

    Reason(String text) {
      this.text = text;
    }

    /** The reason as text for the report. */
    public String text() {
      return text;
    }
  }

  public JsonFallback {
    Objects.requireNonNull(location);
    Objects.requireNonNull(reason);
  }
}
