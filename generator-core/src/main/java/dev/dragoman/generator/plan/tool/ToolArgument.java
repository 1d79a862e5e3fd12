package dev.dragoman.generator.plan.tool;

import dev.dragoman.generator.model.Json;
import java.util.Objects;

/**
 * A value that an operation takes, as an argument of a tool.
 *
 * @param name the name of the tool's argument
 * @param original the operation's name for it: that of an argument, or of a property of the body
 * @param kind what it becomes
 * @param required whether every call needs it
 * @param schema its schema in the document
 * @param description its description; empty if only the schema has one
 */
record ToolArgument(
    String name, String original, Kind kind, boolean required, Json schema, String description) {

  /** What an argument becomes. */
  enum Kind {
    PARAMETER,
    /** A property of the body. */
    PROPERTY,
    /** The body. */
    BODY
  }

  ToolArgument {
    Objects.requireNonNull(name);
    Objects.requireNonNull(original);
    Objects.requireNonNull(kind);
    Objects.requireNonNull(schema);
    Objects.requireNonNull(description);
  }

  /** Whether the configuration means this argument, in either spelling. */
  boolean isNamed(String given) {
    return given.equals(name) || given.equals(original);
  }
}
