package dev.dragoman.runtime.tool;

import dev.dragoman.runtime.execute.ApiResponse;
import dev.dragoman.runtime.mcp.ToolResult;
import java.nio.charset.StandardCharsets;

/** Makes a tool's answer of the API's. */
final class AnswerText {
  private AnswerText() {}

  static ToolResult of(ApiResponse response) {
    String text =
        response.status() + "\n" + new String(response.body().toArray(), StandardCharsets.UTF_8);
    return response.status() < 400 ? ToolResult.text(text) : ToolResult.error(text);
  }
}
