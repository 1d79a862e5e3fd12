package dev.dragoman.runtime.mcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dragoman.runtime.AccessMode;
import dev.dragoman.runtime.AuthMode;
import dev.dragoman.runtime.Caller;
import dev.dragoman.runtime.Secret;
import dev.dragoman.runtime.mcp.fixture.FixtureTool;
import dev.dragoman.runtime.mcp.message.IncomingMessage;
import dev.dragoman.runtime.mcp.message.MessageContext;
import dev.dragoman.runtime.mcp.message.ProtocolVersion;
import dev.dragoman.runtime.mcp.message.Reply;
import dev.dragoman.runtime.mcp.tool.CallToolResult;
import dev.dragoman.runtime.mcp.tool.McpTool;
import dev.dragoman.runtime.mcp.tool.ToolCall;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What no transport shows: how a core is made and what reaches a tool. */
class McpCoreTest {
  private static final ServerInfo INFO = new ServerInfo("a", "A", "1", "");

  @Test
  void twoToolsOfOneNameAreRefused() {
    McpTool tool = FixtureTool.named("twice", call -> CallToolResult.text(""));
    assertThatThrownBy(() -> new McpCore(INFO, List.of(tool, tool)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Duplicate tool name twice.");
  }

  @Test
  void anInputSchemaMustBeThatOfAnObject() {
    for (String schema : List.of("{}", "{\"type\": \"array\"}", "{\"type\": [\"object\"]}")) {
      McpTool tool = FixtureTool.named("odd", schema, call -> CallToolResult.text(""));
      assertThatThrownBy(() -> new McpCore(INFO, List.of(tool)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("tool odd");
    }
  }

  @Test
  void noInstructionsAreNoKey() {
    McpCore core = new McpCore(INFO, List.of());
    String answer =
        answer(
            core,
            Caller.anonymous(),
            """
            {"jsonrpc": "2.0", "id": 1, "method": "initialize",
             "params": {"protocolVersion": "2025-11-25"}}
            """);
    assertThat(answer).doesNotContain("instructions").contains("\"tools\":{}");
  }

  @Test
  void theCallerReachesTheToolAsItIs() {
    Caller caller =
        new Caller(
            AccessMode.FULL_ACCESS,
            AuthMode.PARTNER,
            Optional.of("org"),
            Optional.of(Secret.of("key")));
    McpTool tool =
        FixtureTool.named(
            "same", call -> CallToolResult.text(String.valueOf(call.caller().equals(caller))));
    String answer =
        answer(
            new McpCore(INFO, List.of(tool)),
            caller,
            "{\"jsonrpc\": \"2.0\", \"id\": 1, \"method\": \"tools/call\","
                + " \"params\": {\"name\": \"same\"}}");
    assertThat(answer).contains("\"text\":\"true\"");
  }

  @Test
  void aToolThatAnswersNothingOrBreaksIsAnInternalError() {
    McpTool nothing = FixtureTool.named("nothing", call -> null);
    McpTool endless = FixtureTool.named("endless", McpCoreTest::endless);
    McpCore core = new McpCore(INFO, List.of(nothing, endless));
    for (String name : List.of("nothing", "endless")) {
      String call =
          "{\"jsonrpc\": \"2.0\", \"id\": 1, \"method\": \"tools/call\","
              + " \"params\": {\"name\": \""
              + name
              + "\"}}";
      assertThat(answer(core, Caller.anonymous(), call)).contains("-32603");
    }
  }

  private static CallToolResult endless(ToolCall call) {
    throw new StackOverflowError();
  }

  private static String answer(McpCore core, Caller caller, String message) {
    IncomingMessage incoming = core.read(message.getBytes(StandardCharsets.UTF_8));
    Reply reply = core.handle(incoming, new MessageContext(caller, ProtocolVersion.V2025_11_25));
    return new String(((Reply.Answer) reply).bytes(), StandardCharsets.UTF_8);
  }
}
