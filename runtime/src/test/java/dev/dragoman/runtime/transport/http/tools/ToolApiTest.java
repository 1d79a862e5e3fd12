package dev.dragoman.runtime.transport.http.tools;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.AccessNames;
import dev.dragoman.runtime.Caller;
import dev.dragoman.runtime.Json;
import dev.dragoman.runtime.limit.CallerLimits;
import dev.dragoman.runtime.mcp.McpCore;
import dev.dragoman.runtime.mcp.ServerInfo;
import dev.dragoman.runtime.mcp.fixture.FixtureTool;
import dev.dragoman.runtime.mcp.tool.CallToolResult;
import dev.dragoman.runtime.mcp.tool.CallToolResult.Content;
import dev.dragoman.runtime.mcp.tool.InputRequest;
import dev.dragoman.runtime.mcp.tool.InputRequired;
import dev.dragoman.runtime.mcp.tool.InsufficientScopeException;
import dev.dragoman.runtime.mcp.tool.ToolCall;
import dev.dragoman.runtime.mcp.tool.ToolFailure;
import dev.dragoman.runtime.mcp.tool.ToolFailure.Reason;
import dev.dragoman.runtime.mcp.tool.ToolResponse;
import dev.dragoman.runtime.seal.StateKey;
import dev.dragoman.runtime.trace.TraceContext;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Tools as plain JSON: what a body may be, and what each result and failure becomes. */
class ToolApiTest {
  private static final ToolApiOptions OPTIONS =
      new ToolApiOptions(
          "Acme",
          "1",
          AccessNames.of("Acme"),
          List.of(),
          Set.of(),
          Optional.empty(),
          Optional.empty());

  private static ToolApi api(CallerLimits limits, Function<ToolCall, ToolResponse> body) {
    McpCore core =
        new McpCore(
            new ServerInfo("a", "A", "1", ""),
            List.of(FixtureTool.named("tool", body)),
            StateKey.random(),
            limits);
    return new ToolApi(core.direct(), OPTIONS);
  }

  private static ToolReply reply(Function<ToolCall, ToolResponse> body) {
    return call(api(CallerLimits.none(), body), "/tools/tool", "{}");
  }

  private static ToolReply call(ToolApi api, String path, String body) {
    return api.call(
        path,
        api.read(body.getBytes(StandardCharsets.UTF_8)),
        Caller.anonymous(),
        "someone",
        Optional.empty(),
        TraceContext.NONE);
  }

  private static CallToolResult text(String text) {
    return CallToolResult.text(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                    | {}
          {}                    | {}
          ' \n{"a": [1.0]} '    | {"a":[1.0]}
          {"é": "🦉"}           | {"é":"🦉"}
          []                    | refused
          null                  | refused
          "a"                   | refused
          1                     | refused
          ' '                   | refused
          {"a": 1, "a": 2}      | refused
          {"a": 1} {}           | refused
          {"a": 1,}             | refused
          {a: 1}                | refused
          {"a": NaN}            | refused
          """)
  void aBodyIsOneJsonObject(String body, String arguments) {
    ToolApi api = api(CallerLimits.none(), call -> text(call.arguments().toString()));
    ToolReply reply = call(api, "/tools/tool", body);
    if (arguments.equals("refused")) {
      assertThat(reply.status()).isEqualTo(400);
      assertThat(reply.mediaType()).isEqualTo("application/problem+json");
      assertThat(reply.json().path("detail").asString())
          .startsWith("The body must be a JSON object");
    } else {
      assertThat(reply.status()).isEqualTo(200);
      assertThat(reply.json()).hasToString(arguments);
    }
  }

  @Test
  void aBodyThatIsNotUtf8IsSaidToBe() {
    ToolApi api = api(CallerLimits.none(), call -> text(""));
    ToolApi.Body body = api.read(new byte[] {'{', '"', (byte) 0xFF, '"', ':', '1', '}'});
    assertThat(body.arguments()).isNull();
    assertThat(body.problem().json().path("detail").asString()).isEqualTo("The body is not UTF-8.");
    String deep = "{\"a\":".repeat(101) + "1" + "}".repeat(101);
    assertThat(call(api, "/tools/tool", deep).status()).isEqualTo(400);
  }

  /** JSON in a text is JSON; everything else is as the protocol has it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"a": 1.50}    | {"a":1.50}
          [1, 2]         | [1,2]
          {}             | {}
          plain          | {"content":[{"type":"text","text":"plain"}]}
          1              | {"content":[{"type":"text","text":"1"}]}
          {"a": 1} more  | {"content":[{"type":"text","text":"{\\"a\\": 1} more"}]}
          {broken        | {"content":[{"type":"text","text":"{broken"}]}
          ''             | {"content":[{"type":"text","text":""}]}
          """)
  void aTextIsJsonOrContent(String text, String json) {
    ToolReply reply = reply(call -> text(text));
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.mediaType()).isEqualTo("application/json");
    assertThat(reply.json()).hasToString(json);
  }

  @Test
  void structuredContentTakesPrecedenceAndBlocksStayTogether() {
    ObjectNode structured = (ObjectNode) Json.of("{\"n\": 1}");
    Content one = new Content.Text("{\"a\": 1}");
    assertThat(
            reply(call -> new CallToolResult(List.of(one), Optional.of(structured), false)).json())
        .isEqualTo(structured);
    JsonNode blocks =
        reply(
                call ->
                    new CallToolResult(
                        List.of(one, new Content.Image("AA==", "image/png")),
                        Optional.empty(),
                        false))
            .json();
    assertThat(blocks.path("content").findValuesAsString("type")).containsExactly("text", "image");
  }

  /** RFC 9110, section 15: whose fault it is, and whether to try again. */
  @ParameterizedTest
  @CsvSource({
    "INVALID_ARGUMENTS, 400, Bad Request",
    "REFUSED,           403, Forbidden",
    "UNCONFIRMED,       409, Conflict",
    "NO_RESPONSE,       502, Bad Gateway",
    "LATE,              504, Gateway Timeout",
    "BUSY,              503, Service Unavailable",
    "TOO_MANY_CALLS,    429, Too Many Requests",
    "OTHER,             500, Internal Server Error",
    "API_ERROR,         502, Bad Gateway"
  })
  void aFailureIsAProblem(Reason reason, int status, String title) {
    ToolReply reply = reply(call -> CallToolResult.error(reason, "why\u202e"));
    assertThat(reply.status()).isEqualTo(status);
    assertThat(reply.mediaType()).isEqualTo("application/problem+json");
    assertThat(reply.json())
        .isEqualTo(
            Json.of(
                "{\"type\": \"about:blank\", \"title\": \"%s\", \"status\": %d,"
                        .formatted(title, status)
                    + " \"detail\": \"why\\\\u202E\"}"));
  }

  @Test
  void everyReasonHasAStatus() {
    for (Reason reason : Reason.values()) {
      assertThat(reply(call -> CallToolResult.error(reason, "x")).status()).isBetween(400, 504);
    }
  }

  @ParameterizedTest
  @CsvSource({"400, 502", "401, 502", "404, 502", "429, 429", "500, 502", "503, 502"})
  void theStatusOfTheApiIsNamedBesideOurs(int api, int status) {
    ToolReply reply = reply(call -> CallToolResult.error(ToolFailure.ofApi(api), "no"));
    assertThat(reply.status()).isEqualTo(status);
    assertThat(reply.json().path("api_status").asInt()).isEqualTo(api);
  }

  @Test
  void aCallToConfirmHasATokenAndSaysWhatToDoWithIt() {
    ToolReply reply =
        reply(
            call ->
                new InputRequired(
                    Map.of("q", InputRequest.confirmation("Really?")), "state", "cannot"));
    assertThat(reply.status()).isEqualTo(409);
    assertThat(reply.json().path("detail").asString()).isEqualTo("Really?");
    assertThat(reply.json().path("confirmation").asString()).isNotEmpty();
    assertThat(reply.json().path("remedy").asString()).contains("X-Acme-Confirmation");
  }

  @Test
  void missingScopesAreForTheChallenge() {
    ToolReply reply =
        reply(
            call -> {
              throw new InsufficientScopeException("needs w", List.of("w"));
            });
    assertThat(reply.status()).isEqualTo(403);
    assertThat(reply.scopes()).containsExactly("w");
  }

  @Test
  void aLimitSaysWhenToTryAgain() {
    ToolApi api =
        api(
            new CallerLimits(OptionalInt.empty(), OptionalInt.of(1), limit -> {}),
            call -> text("{}"));
    assertThat(call(api, "/tools/tool", "{}").retryAfter()).isEmpty();
    ToolReply refused = call(api, "/tools/tool", "{}");
    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.retryAfter().orElseThrow()).isBetween(1L, 60L);
  }

  /** A name is repeated only if it could be one. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /tools/other  | There is no tool other. The tools are tool.
          /tools/Tool   | There is no tool Tool. The tools are tool.
          /tools/       | There is no tool of this name. The tools are tool.
          /tools/tool/x | There is no tool of this name. The tools are tool.
          /tools/%3Cb%3E | There is no tool of this name. The tools are tool.
          """)
  void anUnknownToolIsNotFound(String path, String detail) {
    ToolReply reply = call(api(CallerLimits.none(), call -> text("")), path, "{}");
    assertThat(reply.status()).isEqualTo(404);
    assertThat(reply.json().path("detail").asString()).isEqualTo(detail);
  }

  @ParameterizedTest
  @CsvSource({
    "/openapi.json, true",
    "/tools/, true",
    "/tools/a, true",
    "/tools, false",
    "/openapi, false",
    "/openapi.json/, false",
    "/mcp, false",
    "'', false"
  })
  void pathsOfTheApi(String path, boolean own) {
    assertThat(ToolApi.isPath(path)).isEqualTo(own);
  }
}
