package dev.dragoman.runtime.mcp.tool;

import dev.dragoman.runtime.text.VisibleText;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import tools.jackson.databind.node.ObjectNode;

/**
 * The description of a tool for clients.
 *
 * @param name at most 64 characters of {@code [A-Za-z0-9_-]}
 * @param title the name for people
 * @param description the description for the model
 * @param inputSchema JSON Schema; an object schema at the top level
 * @param outputSchema the schema of the structured content, if its structure is known
 * @param annotations hints for the client
 * @param mostCharacters the most characters of a result, for clients that ask for it; empty if the
 *     tool does not say
 */
public record ToolDescriptor(
    String name,
    String title,
    String description,
    ObjectNode inputSchema,
    Optional<ObjectNode> outputSchema,
    Annotations annotations,
    OptionalInt mostCharacters) {

  /** Hints for the client (MCP, "ToolAnnotations"). */
  public record Annotations(
      boolean readOnly, boolean destructive, boolean idempotent, boolean openWorld) {}

  public ToolDescriptor {
    Objects.requireNonNull(name);
    title = VisibleText.line(title);
    description = VisibleText.of(description);
    Objects.requireNonNull(inputSchema);
    Objects.requireNonNull(outputSchema);
    Objects.requireNonNull(annotations);
    Objects.requireNonNull(mostCharacters);
  }

  /** A tool that does not say how long its results are. */
  public ToolDescriptor(
      String name,
      String title,
      String description,
      ObjectNode inputSchema,
      Optional<ObjectNode> outputSchema,
      Annotations annotations) {
    this(name, title, description, inputSchema, outputSchema, annotations, OptionalInt.empty());
  }

  /** This tool with the most characters of a result. */
  public ToolDescriptor returning(int characters) {
    return new ToolDescriptor(
        name,
        title,
        description,
        inputSchema,
        outputSchema,
        annotations,
        OptionalInt.of(characters));
  }
}
