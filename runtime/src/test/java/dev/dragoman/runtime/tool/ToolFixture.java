package dev.dragoman.runtime.tool;

import dev.dragoman.runtime.AccessMode;
import dev.dragoman.runtime.AuthMode;
import dev.dragoman.runtime.Caller;
import dev.dragoman.runtime.Secret;
import dev.dragoman.runtime.mcp.tool.CallToolResult;
import dev.dragoman.runtime.mcp.tool.CallToolResult.Content;
import dev.dragoman.runtime.mcp.tool.ClientInput;
import dev.dragoman.runtime.mcp.tool.McpTool;
import dev.dragoman.runtime.mcp.tool.ToolCall;
import dev.dragoman.runtime.mcp.tool.ToolResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Calls tools as the protocol does: with JSON, for a caller. */
public final class ToolFixture {
  public static final Caller FULL =
      new Caller(
          AccessMode.FULL_ACCESS,
          AuthMode.USER,
          Optional.empty(),
          Optional.of(Secret.of("key-of-the-caller")));

  private ToolFixture() {}

  public static CallToolResult call(McpTool tool, Caller caller, String json) {
    return (CallToolResult) answer(tool, caller, ClientInput.none(), json);
  }

  public static ToolResponse answer(McpTool tool, Caller caller, ClientInput input, String json) {
    ObjectNode arguments = (ObjectNode) JsonMapper.shared().readTree(json);
    return tool.call(new ToolCall(arguments, caller, input));
  }

  public static String text(CallToolResult result) {
    return ((Content.Text) result.content().get(0)).text();
  }

  public static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
