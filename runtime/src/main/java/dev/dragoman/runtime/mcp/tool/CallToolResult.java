package dev.dragoman.runtime.mcp.tool;

import dev.dragoman.runtime.text.VisibleText;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * The result of a tool.
 *
 * @param content at least one block
 * @param structured the result as JSON, if the tool declares an output schema
 * @param isError whether the call failed
 * @param failure why it failed; present if and only if it did
 */
public record CallToolResult(
    List<Content> content,
    Optional<ObjectNode> structured,
    boolean isError,
    Optional<ToolFailure> failure)
    implements ToolResponse {

  /** A block of content. */
  public sealed interface Content {

    /** Text. */
    record Text(String text) implements Content {}

    /** An image, in Base64. */
    record Image(String data, String mimeType) implements Content {}

    /** Audio, in Base64. */
    record Audio(String data, String mimeType) implements Content {}

    /** Any other bytes, in Base64, as an embedded resource. */
    record Blob(String uri, String data, String mimeType) implements Content {}
  }

  public CallToolResult {
    content = List.copyOf(content);
    Objects.requireNonNull(structured);
    if (failure.isPresent() != isError) {
      throw new IllegalArgumentException("a failure is an error and has a reason");
    }
  }

  /** A result whose failure, if it is one, has no particular reason. */
  public CallToolResult(List<Content> content, Optional<ObjectNode> structured, boolean isError) {
    this(
        content,
        structured,
        isError,
        isError ? Optional.of(ToolFailure.of(ToolFailure.Reason.OTHER)) : Optional.empty());
  }

  /** A successful result with text. */
  public static CallToolResult text(String text) {
    return new CallToolResult(List.of(new Content.Text(text)), Optional.empty(), false);
  }

  /** A failure with text: what went wrong and what to do. Invisible characters are escaped. */
  public static CallToolResult error(String text) {
    return error(ToolFailure.of(ToolFailure.Reason.OTHER), text);
  }

  /** A failure for a reason. */
  public static CallToolResult error(ToolFailure.Reason reason, String text) {
    return error(ToolFailure.of(reason), text);
  }

  /** A failure with its details, and with text as {@link #error(String)} has it. */
  public static CallToolResult error(ToolFailure failure, String text) {
    return new CallToolResult(
        List.of(new Content.Text(VisibleText.of(text))),
        Optional.empty(),
        true,
        Optional.of(failure));
  }

  /** This result with other content. */
  public CallToolResult withContent(List<Content> blocks) {
    return new CallToolResult(blocks, structured, isError, failure);
  }
}
