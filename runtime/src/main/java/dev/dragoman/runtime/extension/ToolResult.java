package dev.dragoman.runtime.extension;

import dev.dragoman.runtime.text.VisibleText;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The result of a tool of one's own.
 *
 * @param text what the model reads; may be cut to the server's limit
 * @param structured the result as a JSON object, for tools that declare an output schema
 * @param isError whether the tool failed
 */
public record ToolResult(String text, Optional<ObjectNode> structured, boolean isError) {
  public ToolResult {
    Objects.requireNonNull(text);
    structured = structured.map(ObjectNode::deepCopy);
    if (isError && structured.isPresent()) {
      throw new IllegalArgumentException("an error has no structured content");
    }
  }

  /** A result in words. */
  public static ToolResult text(String text) {
    return new ToolResult(text, Optional.empty(), false);
  }

  /**
   * A result as JSON. An object is also the structured content, as the output schema describes it;
   * clients that do not know structured content read the text (MCP, "Structured Content").
   */
  public static ToolResult json(JsonNode value) {
    return new ToolResult(
        value.toString(),
        value instanceof ObjectNode object ? Optional.of(object) : Optional.empty(),
        false);
  }

  /** A failure: what went wrong and what to do. Invisible characters are escaped. */
  public static ToolResult error(String text) {
    return new ToolResult(VisibleText.of(text), Optional.empty(), true);
  }
}
