package dev.dragoman.runtime.tool;

import dev.dragoman.runtime.AccessMode;
import dev.dragoman.runtime.AuthMode;
import dev.dragoman.runtime.Caller;
import dev.dragoman.runtime.Secret;
import dev.dragoman.runtime.mcp.ClientInput;
import dev.dragoman.runtime.mcp.Tool;
import dev.dragoman.runtime.mcp.ToolAnswer;
import dev.dragoman.runtime.mcp.ToolCall;
import dev.dragoman.runtime.mcp.ToolResult;
import dev.dragoman.runtime.mcp.ToolResult.Content;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Calls tools as the protocol does: with JSON, for a caller. */
final class ToolFixture {
  static final Caller FULL =
      new Caller(
          AccessMode.FULL_ACCESS,
          AuthMode.USER,
          Optional.empty(),
          Optional.of(Secret.of("key-of-the-caller")));

  private ToolFixture() {}

  static ToolResult call(Tool tool, Caller caller, String json) {
    return (ToolResult) answer(tool, caller, ClientInput.none(), json);
  }

  static ToolAnswer answer(Tool tool, Caller caller, ClientInput input, String json) {
    ObjectNode arguments = (ObjectNode) JsonMapper.shared().readTree(json);
    return tool.call(new ToolCall(arguments, caller, input));
  }

  static String text(ToolResult result) {
    return ((Content.Text) result.content().get(0)).text();
  }

  static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
