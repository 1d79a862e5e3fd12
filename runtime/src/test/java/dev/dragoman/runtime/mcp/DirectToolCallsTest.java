package dev.dragoman.runtime.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.Caller;
import dev.dragoman.runtime.Json;
import dev.dragoman.runtime.Secret;
import dev.dragoman.runtime.limit.CallerLimits;
import dev.dragoman.runtime.mcp.DirectToolCalls.Outcome;
import dev.dragoman.runtime.mcp.fixture.FixtureTool;
import dev.dragoman.runtime.mcp.state.RequestStates;
import dev.dragoman.runtime.mcp.tool.CallToolResult;
import dev.dragoman.runtime.mcp.tool.CallToolResult.Content;
import dev.dragoman.runtime.mcp.tool.InputRequest;
import dev.dragoman.runtime.mcp.tool.InputRequired;
import dev.dragoman.runtime.mcp.tool.InsufficientScopeException;
import dev.dragoman.runtime.mcp.tool.ToolCall;
import dev.dragoman.runtime.mcp.tool.ToolDescriptor;
import dev.dragoman.runtime.mcp.tool.ToolFailure.Reason;
import dev.dragoman.runtime.mcp.tool.ToolResponse;
import dev.dragoman.runtime.seal.StateKey;
import dev.dragoman.runtime.trace.TraceContext;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

/** Tools without the protocol: what they get, what they answer, and how a user confirms. */
class DirectToolCallsTest {
  private static final StateKey KEY = StateKey.of("0123456789abcdef0123456789abcdef");
  private static final Caller ADA = caller("key-a");

  private final List<ToolCall> done = new ArrayList<>();

  private static Caller caller(String key) {
    return Caller.anonymous().withCredential(Secret.of(key));
  }

  private static DirectToolCalls direct(
      @Nullable StateKey key, CallerLimits limits, Function<ToolCall, ToolResponse> body) {
    return new McpCore(
            new ServerInfo("a", "A", "1", ""),
            List.of(FixtureTool.named("tool", body), FixtureTool.named("other", body)),
            key,
            limits)
        .direct();
  }

  private static DirectToolCalls direct(Function<ToolCall, ToolResponse> body) {
    return direct(KEY, CallerLimits.none(), body);
  }

  private static Outcome call(DirectToolCalls tools, @Nullable String confirmation) {
    return call(tools, "tool", "{\"a\": 1}", ADA, confirmation);
  }

  private static Outcome call(
      DirectToolCalls tools,
      String name,
      String arguments,
      Caller caller,
      @Nullable String confirmation) {
    return tools
        .call(
            name,
            (ObjectNode) Json.of(arguments),
            caller,
            caller.owner(),
            Optional.ofNullable(confirmation),
            TraceContext.NONE)
        .orElseThrow();
  }

  private static String text(Outcome outcome) {
    return ((Content.Text) outcome.result().content().get(0)).text();
  }

  private static Reason reason(Outcome outcome) {
    return outcome.result().failure().orElseThrow().reason();
  }

  /** A tool that asks once and then tells what it knows of the reply. */
  private ToolResponse asking(ToolCall call) {
    ObjectNode reply = call.input().replies().get("sure");
    if (reply == null || call.input().state().isEmpty()) {
      return required(Map.of("sure", InputRequest.confirmation("Delete 1 issue?")));
    }
    done.add(call);
    return CallToolResult.text(call.input().state().get() + " " + reply);
  }

  private static InputRequired required(Map<String, InputRequest> requests) {
    return new InputRequired(requests, "the\nstate", "cannot ask");
  }

  @Test
  void aToolGetsWhatWasGivenAndItsResultIsTheOutcome() {
    DirectToolCalls tools =
        direct(
            call -> {
              done.add(call);
              return CallToolResult.text("done");
            });
    Outcome outcome = call(tools, null);

    assertThat(text(outcome)).isEqualTo("done");
    assertThat(outcome.result().isError()).isFalse();
    assertThat(outcome.scopes()).isEmpty();
    assertThat(outcome.confirmation()).isEmpty();
    assertThat(outcome.retryAfter()).isEmpty();
    assertThat(done.get(0).arguments()).isEqualTo(Json.of("{\"a\": 1}"));
    assertThat(done.get(0).caller()).isEqualTo(ADA);
    assertThat(tools.tools()).extracting(ToolDescriptor::name).containsExactly("tool", "other");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Tool", "tool ", "tools"})
  void anUnknownToolIsNone(String name) {
    assertThat(
            direct(call -> CallToolResult.text(""))
                .call(
                    name,
                    (ObjectNode) Json.of("{}"),
                    ADA,
                    ADA,
                    Optional.empty(),
                    TraceContext.NONE))
        .isEmpty();
  }

  @Test
  void missingScopesAreNamed() {
    DirectToolCalls tools =
        direct(
            call -> {
              throw new InsufficientScopeException("The token lacks w.", List.of("w", "r"));
            });
    Outcome outcome = call(tools, null);

    assertThat(outcome.scopes()).containsExactly("w", "r");
    assertThat(reason(outcome)).isEqualTo(Reason.REFUSED);
    assertThat(text(outcome)).isEqualTo("The token lacks w.");
  }

  /** The message of a fault may contain a secret. */
  @Test
  void aFaultIsAnErrorWithoutItsMessage() {
    for (Throwable fault :
        List.of(
            new IllegalStateException("secret-1"),
            new NoClassDefFoundError("secret-1"),
            new StackOverflowError("secret-1"))) {
      DirectToolCalls tools = direct(call -> sneak(fault));
      Outcome outcome = call(tools, null);
      assertThat(text(outcome)).isEqualTo("Internal error in tool tool.");
      assertThat(reason(outcome)).isEqualTo(Reason.OTHER);
    }
  }

  private static ToolResponse sneak(Throwable fault) {
    if (fault instanceof RuntimeException failure) {
      throw failure;
    }
    throw (Error) fault;
  }

  @Test
  void aConfirmedCallRunsOnce() {
    DirectToolCalls tools = direct(this::asking);
    Outcome asked = call(tools, null);
    assertThat(reason(asked)).isEqualTo(Reason.UNCONFIRMED);
    assertThat(text(asked)).isEqualTo("Delete 1 issue?");
    String token = asked.confirmation().orElseThrow();

    Outcome confirmed = call(tools, token);
    assertThat(text(confirmed)).isEqualTo("the\nstate {\"action\":\"accept\"}");
    assertThat(confirmed.result().isError()).isFalse();

    Outcome again = call(tools, token);
    assertThat(reason(again)).as("asked again").isEqualTo(Reason.UNCONFIRMED);
    assertThat(again.confirmation().orElseThrow()).isNotEqualTo(token);
    assertThat(done).hasSize(1);
  }

  /** Whoever has the token of another call has agreed to that one only. */
  @Test
  void aConfirmationIsForItsCallerToolAndArguments() {
    DirectToolCalls tools = direct(this::asking);
    String token = call(tools, null).confirmation().orElseThrow();
    List<Outcome> others =
        List.of(
            call(tools, "other", "{\"a\": 1}", ADA, token),
            call(tools, "tool", "{\"a\": 2}", ADA, token),
            call(tools, "tool", "{\"a\": 1, \"b\": null}", ADA, token),
            call(tools, "tool", "{\"a\": 1}", caller("key-b"), token),
            call(tools, "tool", "{\"a\": 1}", Caller.anonymous(), token),
            call(tools, "tool", "{\"a\": 1}", ADA, token + "A"),
            call(tools, "tool", "{\"a\": 1}", ADA, "yes"),
            call(tools, "tool", "{\"a\": 1}", ADA, ""));

    assertThat(others)
        .extracting(DirectToolCallsTest::reason)
        .containsOnly(Reason.INVALID_ARGUMENTS);
    assertThat(text(others.get(0))).contains("nothing was done");
    assertThat(done).isEmpty();
    assertThat(call(tools, token).result().isError()).as("still good").isFalse();
  }

  /** Both kinds of calls share a key: the state of a question in the protocol is no agreement. */
  @Test
  void theStateOfAClientOfTheProtocolConfirmsNothing() {
    String state =
        new RequestStates(KEY, Clock.systemUTC())
            .close(
                "state",
                new RequestStates.Subject(
                    ADA.identity(), "tool", (ObjectNode) Json.of("{\"a\": 1}")));

    assertThat(reason(call(direct(this::asking), state))).isEqualTo(Reason.UNCONFIRMED);
    assertThat(done).isEmpty();
  }

  @Test
  void moreThanAConfirmationNeedsAClientOfTheProtocol() {
    ObjectNode form =
        (ObjectNode)
            Json.of("{\"type\": \"object\", \"properties\": {\"n\": {\"type\": \"string\"}}}");
    Map<String, InputRequest> two = new LinkedHashMap<>();
    two.put("one", InputRequest.confirmation("one?"));
    two.put("two", InputRequest.confirmation("two?"));
    for (Map<String, InputRequest> requests :
        List.of(Map.of("form", InputRequest.elicitation("Which?", form)), two)) {
      Outcome outcome = call(direct(call -> required(requests)), null);
      assertThat(reason(outcome)).isEqualTo(Reason.UNCONFIRMED);
      assertThat(outcome.confirmation()).isEmpty();
      assertThat(text(outcome)).contains("capability \"elicitation\"; nothing was done");
    }
  }

  /** Without a key nothing can be confirmed, and a token is none of this server's. */
  @Test
  void aServerWithoutAKeyConfirmsNothing() {
    DirectToolCalls tools = direct(null, CallerLimits.none(), this::asking);
    assertThat(call(tools, null).confirmation()).isEmpty();
    assertThat(reason(call(tools, null))).isEqualTo(Reason.UNCONFIRMED);
    assertThat(reason(call(tools, "token"))).isEqualTo(Reason.INVALID_ARGUMENTS);
    assertThat(done).isEmpty();
  }

  @Test
  void aLimitOfTheCallerSaysWhenToTryAgain() {
    CallerLimits limits = new CallerLimits(OptionalInt.empty(), OptionalInt.of(2), limit -> {});
    DirectToolCalls tools = direct(KEY, limits, call -> CallToolResult.text("done"));
    call(tools, null);
    call(tools, null);

    Outcome refused = call(tools, null);
    assertThat(reason(refused)).isEqualTo(Reason.TOO_MANY_CALLS);
    assertThat(refused.retryAfter().orElseThrow()).isBetween(1L, 30L);
    assertThat(text(refused)).contains("a caller may make 2 calls a minute", "Nothing was done");
    assertThat(call(tools, "tool", "{}", caller("key-b"), null).result().isError()).isFalse();
  }

  /** What a tool does inside of one call counts, too. */
  @Test
  void callsWithinACallAreCounted() {
    CallerLimits limits = new CallerLimits(OptionalInt.empty(), OptionalInt.of(3), limit -> {});
    DirectToolCalls tools =
        direct(
            KEY,
            limits,
            call ->
                CallToolResult.text(
                    call.allowance().take()
                        + " "
                        + call.allowance().take()
                        + " "
                        + call.allowance().take().orElse("none")));

    assertThat(text(call(tools, null)))
        .startsWith("Optional.empty Optional.empty Too many calls: a caller may make 3 calls a")
        .contains("Nothing was sent. Retry after ");
  }
}
