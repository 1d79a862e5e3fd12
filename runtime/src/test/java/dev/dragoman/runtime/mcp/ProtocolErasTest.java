package dev.dragoman.runtime.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.AccessMode;
import dev.dragoman.runtime.AuthMode;
import dev.dragoman.runtime.Caller;
import dev.dragoman.runtime.Json;
import dev.dragoman.runtime.Secret;
import dev.dragoman.runtime.mcp.fixture.FixtureTool;
import dev.dragoman.runtime.mcp.message.MessageContext;
import dev.dragoman.runtime.mcp.message.ProtocolVersion;
import dev.dragoman.runtime.mcp.message.Reply;
import dev.dragoman.runtime.mcp.tool.CallToolResult;
import dev.dragoman.runtime.mcp.tool.InputRequest;
import dev.dragoman.runtime.mcp.tool.InputRequired;
import dev.dragoman.runtime.mcp.tool.InsufficientScopeException;
import dev.dragoman.runtime.mcp.tool.McpTool;
import dev.dragoman.runtime.mcp.tool.ToolCall;
import dev.dragoman.runtime.mcp.tool.ToolResponse;
import dev.dragoman.runtime.seal.StateKey;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** One core, two protocols: which of them a message belongs to, and what each of them answers. */
class ProtocolErasTest {
  private static final String MODERN =
      "\"_meta\":{\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\","
          + "\"io.modelcontextprotocol/clientCapabilities\":{\"elicitation\":{}}}";

  private final McpCore core =
      new McpCore(
          new ServerInfo("n", "T", "1", "Use it."),
          List.of(
              FixtureTool.named("echo", call -> CallToolResult.text(call.arguments().toString())),
              FixtureTool.named("asks", ProtocolErasTest::ask),
              FixtureTool.named("strict", ProtocolErasTest::refuse)),
          StateKey.random());

  private static ToolResponse ask(ToolCall call) {
    if (call.input().state().isPresent()) {
      return CallToolResult.text(
          call.input().state().get() + " " + call.input().replies().get("q").path("action"));
    }
    return new InputRequired(
        Map.of("q", InputRequest.confirmation("Really?")), "state-1", "It has to ask.");
  }

  private static ToolResponse refuse(ToolCall call) {
    throw new InsufficientScopeException("Needs more.", List.of("a"));
  }

  private static String request(String method, String params) {
    return "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"" + method + "\",\"params\":" + params + "}";
  }

  private Reply handled(String json, @Nullable ProtocolVersion version, Caller caller) {
    return core.handle(
        core.read(json.getBytes(StandardCharsets.UTF_8)), new MessageContext(caller, version));
  }

  private Reply.Answer answer(String json, @Nullable ProtocolVersion version) {
    return (Reply.Answer) handled(json, version, Caller.anonymous());
  }

  private JsonNode modern(String method, String params) {
    String more = params.isEmpty() ? "" : "," + params;
    return answer(request(method, "{" + MODERN + more + "}"), null).body();
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "2025-03-26, 2025-03-26",
        "2025-06-18, 2025-06-18",
        "2025-11-25, 2025-11-25",
        "2026-07-28, 2025-11-25",
        "1999-01-01, 2025-11-25"
      })
  void initializeAgreesOnAVersion(String asked, String agreed) {
    JsonNode body =
        answer(request("initialize", "{\"protocolVersion\":\"" + asked + "\"}"), null).body();
    assertThat(body.path("result"))
        .isEqualTo(
            Json.of(
                """
                {"protocolVersion": "%s",
                 "serverInfo": {"name": "n", "title": "T", "version": "1"},
                 "capabilities": {"tools": {}}, "instructions": "Use it."}
                """
                    .formatted(agreed)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"protocolVersion\":1}", "{\"protocolVersion\":null}"})
  void initializeNeedsAVersion(String params) {
    Reply.Answer answer = answer(request("initialize", params), null);
    assertThat(answer.outcome()).isEqualTo(Reply.Outcome.UNDERSTOOD);
    assertThat(answer.body().path("error"))
        .isEqualTo(
            Json.of("{\"code\":-32602,\"message\":\"\\\"protocolVersion\\\" must be a string.\"}"));
  }

  @Test
  void discoveryListsEveryVersion() {
    JsonNode result = modern("server/discover", "").path("result");
    assertThat(result.path("supportedVersions"))
        .isEqualTo(Json.of("[\"2026-07-28\", \"2025-11-25\", \"2025-06-18\", \"2025-03-26\"]"));
    assertThat(result.path("resultType").asString()).isEqualTo("complete");
    assertThat(result.path("ttlMs").intValue()).isEqualTo(300_000);
    assertThat(result.path("cacheScope").asString()).isEqualTo("public");
    assertThat(result.path("_meta").path("io.modelcontextprotocol/serverInfo").path("name"))
        .hasToString("\"n\"");
    assertThat(result.path("instructions").asString()).isEqualTo("Use it.");
  }

  /** The same method in both protocols: its result tells them apart. */
  @Test
  void theListOfToolsCanBeCachedInTheModernProtocolOnly() {
    JsonNode modern = modern("tools/list", "").path("result");
    JsonNode legacy =
        answer(request("tools/list", "{}"), ProtocolVersion.V2025_06_18).body().path("result");
    assertThat(modern.path("tools")).isEqualTo(legacy.path("tools"));
    assertThat(legacy.path("tools").size()).isEqualTo(3);
    assertThat(modern.has("ttlMs")).isTrue();
    assertThat(legacy.properties()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"cursor\":\"\"", "\"cursor\":\"x\"", "\"cursor\":null"})
  void thereIsOnePage(String cursor) {
    assertThat(modern("tools/list", cursor).path("error").path("message").asString())
        .isEqualTo("Invalid cursor: the list has one page.");
    assertThat(answer(request("tools/list", "{" + cursor + "}"), null).body().has("error"))
        .isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "ping,                  UNDERSTOOD, true",
    "tools/list,            UNDERSTOOD, true",
    "prompts/list,          UNDERSTOOD, false",
    "resources/list,        UNDERSTOOD, false",
    "Ping,                  UNDERSTOOD, false",
    "'',                    UNDERSTOOD, false"
  })
  void methodsOfTheInitializeProtocol(String method, Reply.Outcome outcome, boolean known) {
    Reply.Answer answer = answer(request(method, "{}"), ProtocolVersion.V2025_11_25);
    assertThat(answer.outcome()).isEqualTo(outcome);
    assertThat(answer.body().has("result")).isEqualTo(known);
    assertThat(answer.body().path("error").path("code").asInt(0)).isEqualTo(known ? 0 : -32601);
  }

  /** Over HTTP an unknown method is 404 in the modern protocol, which has no ping any more. */
  @ParameterizedTest
  @ValueSource(strings = {"ping", "initialize", "prompts/list", "x"})
  void otherMethodsAreUnknownInTheModernProtocol(String method) {
    Reply.Answer answer = answer(request(method, "{" + MODERN + "}"), null);
    assertThat(answer.outcome()).isEqualTo(Reply.Outcome.UNKNOWN_METHOD);
    assertThat(answer.body().path("error"))
        .isEqualTo(Json.of("{\"code\":-32601,\"message\":\"Method not found.\"}"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}",
        "{\"_meta\":{}}",
        "{\"_meta\":{\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\"}}",
        "{\"_meta\":{\"io.modelcontextprotocol/clientCapabilities\":{}}}",
        "{\"_meta\":{\"io.modelcontextprotocol/protocolVersion\":1,"
            + "\"io.modelcontextprotocol/clientCapabilities\":{}}}",
        "{\"_meta\":{\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\","
            + "\"io.modelcontextprotocol/clientCapabilities\":[]}}"
      })
  void aModernRequestDeclaresVersionAndCapabilities(String params) {
    Reply.Answer answer = answer(request("tools/list", params), ProtocolVersion.V2026_07_28);
    assertThat(answer.outcome()).isEqualTo(Reply.Outcome.MALFORMED);
    assertThat(answer.body().path("error").path("code").intValue()).isEqualTo(-32602);
    assertThat(answer.body().path("error").path("message").asString())
        .contains("protocolVersion\" (a string)", "clientCapabilities\" (an object)");
  }

  /** A version with initialize is not offered to a client that skipped it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2025-11-25 | This protocol version requires \"initialize\". | [\"2026-07-28\"]",
        "2025-03-26 | This protocol version requires \"initialize\". | [\"2026-07-28\"]",
        "2027-01-01 | Unsupported protocol version. |"
            + " [\"2026-07-28\",\"2025-11-25\",\"2025-06-18\",\"2025-03-26\"]",
        "'' | Unsupported protocol version. |"
            + " [\"2026-07-28\",\"2025-11-25\",\"2025-06-18\",\"2025-03-26\"]"
      })
  void anotherDeclaredVersion(String version, String message, String supported) {
    Reply.Answer answer =
        answer(request("tools/list", "{" + MODERN.replace("2026-07-28", version) + "}"), null);
    assertThat(answer.outcome()).isEqualTo(Reply.Outcome.MALFORMED);
    JsonNode error = answer.body().path("error");
    assertThat(error.path("code").intValue()).isEqualTo(-32022);
    assertThat(error.path("message").asString()).isEqualTo(message);
    assertThat(error.path("data").path("supported")).hasToString(supported);
    assertThat(error.path("data").path("requested").asString()).isEqualTo(version);
  }

  @ParameterizedTest
  @CsvSource({"64, 64", "65, 64", "5000, 64"})
  void aLongVersionIsNotRepeated(int length, int shown) {
    JsonNode error =
        core.unsupportedVersion(core.read(new byte[] {'1'}), "v".repeat(length))
            .body()
            .path("error");
    assertThat(error.path("data").path("requested").asString()).hasSize(shown);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}                                    | \"name\" must be the name of a tool.",
        "{\"name\":1}                          | \"name\" must be the name of a tool.",
        "{\"name\":\"\"}                       | \"name\" must be the name of a tool.",
        "{\"name\":\"nope\"}                   | Unknown tool: nope.",
        "{\"name\":\"Echo\"}                   | Unknown tool: Echo.",
        "{\"name\":\"echo\",\"arguments\":[]}  | \"arguments\" must be an object.",
        "{\"name\":\"echo\",\"arguments\":\"{}\"} | \"arguments\" must be an object.",
        "{\"name\":\"echo\",\"arguments\":1}   | \"arguments\" must be an object."
      })
  void callsThatNameNoToolOrNoArguments(String params, String message) {
    JsonNode error = answer(request("tools/call", params), null).body().path("error");
    assertThat(error.path("code").intValue()).isEqualTo(-32602);
    assertThat(error.path("message").asString()).isEqualTo(message);
  }

  @ParameterizedTest
  @CsvSource({"64, 64", "65, 64"})
  void aLongNameIsNotRepeated(int length, int shown) {
    String name = "x".repeat(length);
    assertThat(
            answer(request("tools/call", "{\"name\":\"" + name + "\"}"), null)
                .body()
                .path("error")
                .path("message")
                .asString())
        .isEqualTo("Unknown tool: " + "x".repeat(shown) + ".");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"name\":\"echo\"}                             | {}",
        "{\"name\":\"echo\",\"arguments\":null}          | {}",
        "{\"name\":\"echo\",\"arguments\":{\"a\":1.50}}  | {\"a\":1.50}"
      })
  void argumentsReachTheTool(String params, String arguments) {
    JsonNode result = answer(request("tools/call", params), null).body().path("result");
    assertThat(result.path("content").path(0).path("text").asString()).isEqualTo(arguments);
    assertThat(result.has("resultType")).isFalse();
  }

  @Test
  void missingScopesAreAResultInBothProtocols() {
    for (String meta : List.of("", MODERN + ",")) {
      Reply.Answer answer =
          answer(request("tools/call", "{" + meta + "\"name\":\"strict\"}"), null);
      assertThat(answer.outcome()).isEqualTo(Reply.Outcome.INSUFFICIENT_SCOPE);
      assertThat(answer.scopes()).containsExactly("a");
      assertThat(answer.body().path("result").path("isError").booleanValue()).isTrue();
      assertThat(answer.body().path("result").has("resultType")).isEqualTo(!meta.isEmpty());
    }
  }

  /** Without a way to ask, the call ends with what the tool has to say about that. */
  @Test
  void aLegacyClientThatCannotBeAskedIsTold() {
    JsonNode result =
        answer(request("tools/call", "{\"name\":\"asks\"}"), null).body().path("result");
    assertThat(result.path("isError").booleanValue()).isTrue();
    assertThat(result.path("content").path(0).path("text").asString()).isEqualTo("It has to ask.");
  }

  @Test
  void aModernClientThatCannotBeAskedIsToldWhatItLacks() {
    Reply.Answer answer =
        answer(
            request(
                "tools/call",
                "{" + MODERN.replace("{\"elicitation\":{}}", "{}") + ",\"name\":\"asks\"}"),
            null);
    assertThat(answer.outcome()).isEqualTo(Reply.Outcome.MALFORMED);
    assertThat(answer.body().path("error"))
        .isEqualTo(
            Json.of(
                """
                {"code": -32021, "message": "It has to ask.",
                 "data": {"requiredCapabilities": {"elicitation": {}}}}
                """));
  }

  private String asked() {
    JsonNode result = modern("tools/call", "\"name\":\"asks\"").path("result");
    assertThat(result.path("resultType").asString()).isEqualTo("input_required");
    assertThat(result.path("inputRequests").path("q").path("method").asString())
        .isEqualTo("elicitation/create");
    return result.path("requestState").asString();
  }

  private JsonNode answered(String state, String responses, String more, Caller caller) {
    String params =
        "{" + MODERN + ",\"name\":\"asks\",\"requestState\":" + state + responses + more + "}";
    return ((Reply.Answer) handled(request("tools/call", params), null, caller)).body();
  }

  private static final String ACCEPT = ",\"inputResponses\":{\"q\":{\"action\":\"accept\"}}";

  @Test
  void anAnswerContinuesTheCallOnce() {
    String state = "\"" + asked() + "\"";
    JsonNode first = answered(state, ACCEPT, "", Caller.anonymous());
    assertThat(first.path("result").path("content").path(0).path("text").asString())
        .isEqualTo("state-1 \"accept\"");
    JsonNode again = answered(state, ACCEPT, "", Caller.anonymous());
    assertThat(again.path("result").path("resultType").asString())
        .as("asked again")
        .isEqualTo("input_required");
  }

  @Test
  void aStateIsForOneCallerAndItsArguments() {
    Caller other =
        new Caller(
            AccessMode.READ_ONLY, AuthMode.USER, Optional.empty(), Optional.of(Secret.of("k")));
    assertThat(code(answered("\"" + asked() + "\"", ACCEPT, "", other))).isEqualTo(-32602);
    assertThat(
            code(
                answered(
                    "\"" + asked() + "\"", ACCEPT, ",\"arguments\":{\"a\":1}", Caller.anonymous())))
        .isEqualTo(-32602);
  }

  private static int code(JsonNode body) {
    return body.path("error").path("code").intValue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"made-up\" | ''",
        "1           | ''",
        "null        | ''",
        "\"\"        | ''",
        "{}          | ''"
      })
  void aStateThatWasNotIssuedIsRefused(String state, String unused) {
    JsonNode body = answered(state, ACCEPT, unused, Caller.anonymous());
    assertThat(code(body)).isEqualTo(-32602);
    assertThat(body.path("error").path("message").asString())
        .contains("\"requestState\" was not issued by this server for this call");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "1", "null", "{\"q\":1}", "{\"q\":null}", "{\"q\":[]}"})
  void responsesAreObjectsByKey(String responses) {
    JsonNode body =
        answered("\"" + asked() + "\"", ",\"inputResponses\":" + responses, "", Caller.anonymous());
    assertThat(code(body)).isEqualTo(-32602);
  }

  @Test
  void whatTheServerSaysAboutItselfIsVisible() {
    ServerInfo info = new ServerInfo("n\n", "T\u200b", "1\t0", "a\nb\u202e");
    assertThat(info).isEqualTo(new ServerInfo("n", "T\\u200B", "1 0", "a\nb\\u202E"));
  }

  @Test
  void anAnswerForNobodyIsDropped() {
    assertThat(
            handled("{\"jsonrpc\":\"2.0\",\"id\":\"x\",\"result\":{}}", null, Caller.anonymous()))
        .isEqualTo(new Reply.Accepted());
  }

  @Test
  void toolsAreOffersNotPromises() {
    McpTool broken =
        FixtureTool.named(
            "broken",
            call -> {
              throw new IllegalStateException("with a secret");
            });
    McpCore other = new McpCore(new ServerInfo("n", "T", "1", ""), List.of(broken));
    Reply.Answer answer =
        (Reply.Answer)
            other.handle(
                other.read(
                    request("tools/call", "{\"name\":\"broken\"}")
                        .getBytes(StandardCharsets.UTF_8)),
                new MessageContext(Caller.anonymous(), null));
    ObjectNode error = (ObjectNode) answer.body().path("error");
    assertThat(error)
        .isEqualTo(Json.of("{\"code\":-32603,\"message\":\"Internal error in tool broken.\"}"));
  }
}
