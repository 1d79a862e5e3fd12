package dev.dragoman.runtime.transport.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.AccessMode;
import dev.dragoman.runtime.AuthMode;
import dev.dragoman.runtime.Caller;
import dev.dragoman.runtime.Secret;
import dev.dragoman.runtime.auth.AccessRefusedException;
import dev.dragoman.runtime.auth.CallerResolver;
import dev.dragoman.runtime.auth.RequestHeaders;
import dev.dragoman.runtime.mcp.McpCore;
import dev.dragoman.runtime.mcp.ServerInfo;
import dev.dragoman.runtime.mcp.fixture.FixtureTool;
import dev.dragoman.runtime.mcp.tool.CallToolResult;
import dev.dragoman.runtime.mcp.tool.InsufficientScopeException;
import dev.dragoman.runtime.mcp.tool.McpTool;
import dev.dragoman.runtime.metrics.Metrics;
import dev.dragoman.runtime.seal.StateKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of a POST: media type, credentials, body, slots, and the reply. */
class EndpointTest {
  private static final String PING = "{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\"ping\"}";
  private static final String PONG = "{\"jsonrpc\":\"2.0\",\"id\":7,\"result\":{}}";
  private static final HttpOptions OPTIONS =
      HttpOptions.builder().maxBodyBytes(1000).maxInFlight(4).build();

  private final Metrics metrics = new Metrics();
  private final List<McpTool> tools = new ArrayList<>();
  private CallerResolver callers = headers -> Caller.anonymous();
  private Intake intake = new Intake(OPTIONS, new Resolver(), metrics);
  private Endpoint endpoint = endpoint(StateKey.random());

  private Endpoint endpoint(StateKey key) {
    McpCore core = new McpCore(new ServerInfo("a", "A", "1", ""), tools, key);
    intake = new Intake(OPTIONS, new Resolver(), metrics);
    return new Endpoint(core, intake, Tags.NONE);
  }

  /** The resolver that a test chooses. */
  private final class Resolver implements CallerResolver {
    @Override
    public Caller resolve(RequestHeaders headers) {
      return callers.resolve(headers);
    }

    @Override
    public Optional<String> insufficientScope(Caller caller, List<String> scopes) {
      return Optional.of("Bearer scope=\"" + String.join(" ", scopes) + "\"");
    }
  }

  private void serve(McpTool tool) {
    tools.add(tool);
    endpoint = endpoint(StateKey.random());
  }

  private RecordedExchange handled(RecordedExchange exchange) {
    endpoint.handle(exchange, EndpointPath.WHOLE);
    return exchange;
  }

  private static String call(String tool) {
    return "{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\"tools/call\",\"params\":{\"name\":\""
        + tool
        + "\"}}";
  }

  @ParameterizedTest
  @CsvSource({
    "application/json,                            200",
    "Application/JSON,                            200",
    "application/json;charset=utf-8,              200",
    "application/json; charset=UTF-8,             200",
    "'application/json ; charset=\"utf-8\"',      200",
    "application/json;charset=utf-16,             415",
    "application/json;charset=iso-8859-1,         415",
    "application/json;profile=x,                  415",
    "application/problem+json,                    415",
    "application/jsonp,                           415",
    "text/json,                                   415",
    "text/plain,                                  415",
    "application/x-www-form-urlencoded,           415",
    "multipart/form-data,                         415",
    "'application/json,text/plain',               415",
    "'',                                          415"
  })
  void mediaTypes(String type, int status) {
    RecordedExchange exchange =
        handled(RecordedExchange.post(PING).without("Content-Type").with("Content-Type", type));
    assertThat(exchange.status).isEqualTo(status);
  }

  /** A simple request, which a browser sends without a preflight, has no JSON content type. */
  @Test
  void theMediaTypeMustBeGivenOnce() {
    RecordedExchange none = handled(RecordedExchange.post(PING).without("Content-Type"));
    assertThat(none.status).isEqualTo(415);
    assertThat(none.text()).isEqualTo("{\"error\":\"Unsupported Media Type\"}");
    assertThat(handled(RecordedExchange.post(PING).with("Content-Type", "text/plain")).status)
        .isEqualTo(415);
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "identity", "br", ""})
  void encodedBodiesAreNotRead(String encoding) {
    RecordedExchange exchange =
        handled(RecordedExchange.post(PING).with("Content-Encoding", encoding));
    assertThat(exchange.status).isEqualTo(415);
    assertThat(exchange.receiver).isNull();
  }

  @Test
  void aRequestIsAnsweredAndANotificationAccepted() {
    RecordedExchange request = handled(RecordedExchange.post(PING));
    assertThat(request.status).isEqualTo(200);
    assertThat(request.text()).isEqualTo(PONG);
    assertThat(request.events).containsExactly("processing", "responding");
    RecordedExchange notification =
        handled(RecordedExchange.post("{\"jsonrpc\":\"2.0\",\"method\":\"x\"}"));
    assertThat(notification.status).isEqualTo(202);
    assertThat(notification.text()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "'{',                                            -32700",
    "'{\"a\":1}',                                    -32600",
    "'[]',                                           -32600",
    "'{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":1}',  -32600"
  })
  void aMessageThatIsNotOneIs400(String body, int code) {
    RecordedExchange exchange = handled(RecordedExchange.post(body));
    assertThat(exchange.status).isEqualTo(400);
    assertThat(exchange.text()).contains("\"code\":" + code);
  }

  @ParameterizedTest
  @CsvSource({"1000, 200", "1001, 413"})
  void theLengthOfABody(int length, int status) {
    String body = PING + " ".repeat(length - PING.length());
    assertThat(handled(RecordedExchange.post(body)).status).isEqualTo(status);
    assertThat(handled(RecordedExchange.post(body).declaring(length)).status).isEqualTo(status);
  }

  @Test
  void refusalsAreCountedByStatus() {
    handled(RecordedExchange.post(" ".repeat(1001)));
    handled(RecordedExchange.post(" ".repeat(1001)));
    handled(RecordedExchange.post("")).timers.get(0).task.run();
    assertThat(metrics.text())
        .contains("dragoman_http_refusals_total{status=\"413\"} 2")
        .contains("dragoman_http_refusals_total{status=\"408\"} 1");
  }

  private void refuseWith(AccessRefusedException refusal) {
    callers =
        headers -> {
          throw refusal;
        };
  }

  @Test
  void aRefusedCallerGetsTheReasonAndTheChallenge() {
    refuseWith(new AccessRefusedException(401, "No token.", Optional.of("Bearer realm=\"a\"")));
    RecordedExchange exchange = handled(RecordedExchange.post(PING));
    assertThat(exchange.status).isEqualTo(401);
    assertThat(exchange.sentHeader("WWW-Authenticate")).hasValue("Bearer realm=\"a\"");
    assertThat(exchange.sentHeader("Retry-After")).isEmpty();
    assertThat(exchange.sentHeader("Connection")).as("can be used again").isEmpty();
    assertThat(exchange.text())
        .isEqualTo("{\"jsonrpc\":\"2.0\",\"error\":{\"code\":-32600,\"message\":\"No token.\"}}");
  }

  @Test
  void aRefusalWithoutAChallengeHasNoSuchHeader() {
    refuseWith(new AccessRefusedException(403, "Not this one.", Optional.empty()));
    RecordedExchange exchange = handled(RecordedExchange.post(PING));
    assertThat(exchange.status).isEqualTo(403);
    assertThat(exchange.sentHeader("WWW-Authenticate")).isEmpty();
  }

  /** The refusal stands, whatever becomes of the body; the connection then does not. */
  @Test
  void aRefusedCallersLongBodyIsNotRead() {
    refuseWith(new AccessRefusedException(401, "No token.", Optional.empty()));
    RecordedExchange exchange = handled(RecordedExchange.post(PING).declaring(1001));
    assertThat(exchange.status).isEqualTo(401);
    assertThat(exchange.receiver).isNull();
    assertThat(exchange.sentHeader("Connection")).hasValue("close");
  }

  @Test
  void theMediaTypeIsCheckedBeforeTheCaller() {
    refuseWith(new AccessRefusedException(401, "No token.", Optional.empty()));
    assertThat(handled(RecordedExchange.post(PING).without("Content-Type")).status).isEqualTo(415);
  }

  @Test
  void theCallersHeadersAreFoundInAnyCase() {
    List<String> seen = new ArrayList<>();
    callers =
        headers -> {
          seen.addAll(headers.all("authorization"));
          return Caller.anonymous();
        };
    handled(RecordedExchange.post(PING).with("Authorization", "Bearer x"));
    assertThat(seen).containsExactly("Bearer x");
  }

  @Test
  void missingScopesAreAChallenge() {
    serve(
        FixtureTool.named(
            "strict",
            call -> {
              throw new InsufficientScopeException("Needs more.", List.of("a:read", "a:write"));
            }));
    RecordedExchange exchange = handled(RecordedExchange.post(call("strict")));
    assertThat(exchange.status).isEqualTo(403);
    assertThat(exchange.sentHeader("WWW-Authenticate")).hasValue("Bearer scope=\"a:read a:write\"");
    assertThat(exchange.text()).contains("Needs more.", "\"isError\":true");
  }

  /** A tool that fails badly must not leave the exchange open or its slot taken. */
  @Test
  void aToolThatDiesLeavesNothingBehind() {
    serve(
        FixtureTool.named(
            "dies",
            call -> {
              throw new OutOfMemoryError("made up");
            }));
    for (int i = 0; i < 10; i++) {
      RecordedExchange exchange = handled(RecordedExchange.post(call("dies")));
      assertThat(exchange.aborted).isInstanceOf(OutOfMemoryError.class);
    }
    assertThat(metrics.text()).contains("dragoman_http_in_flight 0");
    assertThat(handled(RecordedExchange.post(PING)).status).isEqualTo(200);
  }

  /** One sender gets three of four slots; the fourth is for somebody else. */
  @Test
  void aSenderCannotTakeEverySlot() {
    List<RecordedExchange> inner = new ArrayList<>();
    serve(
        FixtureTool.named(
            "again",
            call -> {
              RecordedExchange next = RecordedExchange.post(call("again"));
              inner.add(next);
              endpoint.handle(next, EndpointPath.WHOLE);
              return CallToolResult.text("done");
            }));
    assertThat(handled(RecordedExchange.post(call("again"))).status).isEqualTo(200);
    assertThat(inner).hasSize(3);
    assertThat(inner.get(1).status).isEqualTo(200);
    RecordedExchange fourth = inner.get(2);
    assertThat(fourth.status).isEqualTo(503);
    assertThat(fourth.sentHeader("Retry-After")).hasValue("1");
    assertThat(fourth.text()).isEqualTo("{\"error\":\"Service Unavailable\"}");
  }

  /** Without credentials the network is the sender, with them the caller is. */
  @ParameterizedTest
  @CsvSource({
    "'', '', n1, n1, 503",
    "'', '', n1, n2, 200",
    "a,  b,  n1, n1, 200",
    "a,  a,  n1, n2, 503"
  })
  void whoTheSenderIs(String first, String second, String one, String other, int status) {
    List<RecordedExchange> last = new ArrayList<>();
    callers = headers -> caller(String.join("", headers.all("X-Key")));
    serve(
        FixtureTool.named(
            "deep",
            call -> {
              int depth = last.size();
              RecordedExchange next =
                  depth < 2
                      ? RecordedExchange.post(call("deep")).with("X-Key", first).from(one)
                      : RecordedExchange.post(PING).with("X-Key", second).from(other);
              last.add(next);
              endpoint.handle(next, EndpointPath.WHOLE);
              return CallToolResult.text("done");
            }));
    handled(RecordedExchange.post(call("deep")).with("X-Key", first).from(one));
    assertThat(last).hasSize(3);
    assertThat(last.get(2).status).isEqualTo(status);
  }

  private static Caller caller(String key) {
    return key.isEmpty()
        ? Caller.anonymous()
        : new Caller(
            AccessMode.READ_ONLY, AuthMode.USER, Optional.empty(), Optional.of(Secret.of(key)));
  }

  /** Only a client that says so can read a stream. */
  @ParameterizedTest
  @CsvSource({
    "'application/json, text/event-stream', true",
    "text/event-stream,                     true",
    "application/json,                      false",
    "*/*,                                   false",
    "'',                                    false"
  })
  void whenTheResponseMayBecomeAStream(String accept, boolean stream) {
    List<Integer> timers = new ArrayList<>();
    RecordedExchange exchange = RecordedExchange.post(call("looks")).with("Accept", accept);
    serve(
        FixtureTool.named(
            "looks",
            call -> {
              timers.add(exchange.running().size());
              return CallToolResult.text("");
            }));
    handled(exchange);
    assertThat(timers).as("heartbeats").containsExactly(stream ? 1 : 0);
  }

  @Test
  void stoppingInterruptsCallsThatRun() {
    serve(
        FixtureTool.named(
            "waits",
            call -> {
              intake.cancelAll();
              return CallToolResult.text("interrupted " + Thread.currentThread().isInterrupted());
            }));
    RecordedExchange exchange = handled(RecordedExchange.post(call("waits")));
    assertThat(exchange.text()).contains("interrupted true");
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
    intake.cancelAll();
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  @Test
  void aBodyHasTheConfiguredTimeToArrive() {
    RecordedExchange exchange = handled(RecordedExchange.post(""));
    assertThat(exchange.timers.get(0).delay).isEqualTo(Duration.ofSeconds(30));
    assertThat(Objects.requireNonNull(exchange.receiver).isOpen()).isTrue();
    exchange.timers.get(0).task.run();
    assertThat(exchange.status).isEqualTo(408);
    assertThat(exchange.text()).isEqualTo("{\"error\":\"Request Timeout\"}");
  }
}
