package dev.dragoman.runtime.tool;

import dev.dragoman.runtime.execute.ApiResponse;
import dev.dragoman.runtime.execute.Outcome;
import dev.dragoman.runtime.execute.ResponseShaper;
import dev.dragoman.runtime.mcp.ToolResult;
import dev.dragoman.runtime.mcp.ToolResult.Content;
import java.util.Optional;

/** Makes a tool's answer of the API's. */
final class ApiAnswer {
  private static final ResponseShaper SHAPER = new ResponseShaper();

  private ApiAnswer() {}

  /** The answer as content; not as structured content too, which would double its tokens. */
  static ToolResult of(ApiResponse response) {
    Outcome outcome = SHAPER.shape(response);
    return new ToolResult(
        outcome.content().stream().map(ApiAnswer::content).toList(),
        Optional.empty(),
        outcome.isError());
  }

  private static Content content(Outcome.Content block) {
    if (block instanceof Outcome.Content.Binary binary) {
      return binary(binary);
    }
    return new Content.Text(((Outcome.Content.Text) block).text());
  }

  private static Content binary(Outcome.Content.Binary binary) {
    String type = binary.mediaType();
    if (type.startsWith("image/")) {
      return new Content.Image(binary.base64(), type);
    }
    return type.startsWith("audio/")
        ? new Content.Audio(binary.base64(), type)
        : new Content.Blob("response:body", binary.base64(), type);
  }
}
