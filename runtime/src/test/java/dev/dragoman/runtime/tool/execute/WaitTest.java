package dev.dragoman.runtime.tool.execute;

import static dev.dragoman.runtime.tool.ToolFixture.FULL;
import static dev.dragoman.runtime.tool.ToolFixture.call;
import static dev.dragoman.runtime.tool.ToolFixture.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.AccessNames;
import dev.dragoman.runtime.Await;
import dev.dragoman.runtime.Json;
import dev.dragoman.runtime.ServerDefinition;
import dev.dragoman.runtime.execute.IdempotencyHeaders;
import dev.dragoman.runtime.execute.RawUpstream;
import dev.dragoman.runtime.execute.http.HttpExecutor;
import dev.dragoman.runtime.execute.http.ResilienceSettings;
import dev.dragoman.runtime.execute.origin.Upstream;
import dev.dragoman.runtime.guard.Guard;
import dev.dragoman.runtime.mcp.tool.CallToolResult;
import dev.dragoman.runtime.mcp.tool.ClientInput;
import dev.dragoman.runtime.mcp.tool.ToolCall;
import dev.dragoman.runtime.metrics.Metrics;
import dev.dragoman.runtime.tool.ApiOperations;
import dev.dragoman.runtime.tool.TrackerApi;
import dev.dragoman.runtime.tool.TrackerResources;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads that are repeated until a field has a value, against an API on loopback. */
class WaitTest {
  private static final String OK = "200 OK\nContent-Type: application/json";
  private static final String DETAILS =
      """
      {"responses": {"200": {"content": {"application/json": {"schema": {"type": "object",
        "properties": {"status": {"type": "string"}, "done": {"type": "boolean"},
          "jobs": {"type": "array", "items": {"properties": {"state": {"type": "string"}}}}}}}}}}}
      """;

  @TempDir Path folder;
  private final AtomicInteger count = new AtomicInteger();

  @BeforeEach
  void write() throws IOException {
    TrackerResources.write(
        folder, TrackerResources.cards(), Map.of("status_get", DETAILS), Map.of());
  }

  /** Responds with these heads and bodies in turn, and then with the last ones again. */
  private RawUpstream responding(String... headsAndBodies) {
    return RawUpstream.scripted(
        (request, out) -> {
          int last = headsAndBodies.length - 2;
          int at = Math.min(2 * count.getAndIncrement(), last);
          byte[] body = headsAndBodies[at + 1].getBytes(StandardCharsets.UTF_8);
          out.write(RawUpstream.withBody("HTTP/1.1 " + headsAndBodies[at], body));
        });
  }

  private ExecuteTool tool(RawUpstream api) {
    ServerDefinition definition = TrackerApi.definition(TrackerResources.anchorIn(folder)).build();
    ResilienceSettings one =
        new ResilienceSettings(1, new IdempotencyHeaders(Optional.empty()), new Metrics());
    return new ExecuteTool(
        new ApiOperations(definition),
        new Guard(AccessNames.of("Acme")),
        ApiBackend.live(() -> new HttpExecutor(definition, Upstream.named(api.url()), one)));
  }

  private static String waiting(String operation, String wait) {
    return "{\"operation\": \"" + operation + "\", \"wait\": " + wait.replace('\'', '"') + "}";
  }

  private static String note(CallToolResult result) {
    return Json.of(text(result)).path("notes").path(0).asString("");
  }

  /** The note without its figures, which depend on how busy the machine is. */
  private static String state(CallToolResult result) {
    return note(result).replaceFirst("^waited \\d s, [123] requests?; ", "");
  }

  @Test
  void aReadIsRepeatedUntilTheFieldHasOneOfTheValues() {
    String queued = "{\"status\":\"queued\"}";
    try (RawUpstream api =
        responding(OK, queued, OK, queued, OK, "{\"status\":\"Delivered\",\"price\":1}")) {
      long start = System.nanoTime();
      CallToolResult result =
          call(
              tool(api),
              FULL,
              waiting("status_get", "{'until': {'status': ['delivered', 'failed']}}"));
      assertThat(result.isError()).isFalse();
      assertThat(note(result)).matches("waited \\d s, 3 requests; status is \"Delivered\"");
      assertThat(Json.of(text(result)).path("body").path("price").intValue()).isEqualTo(1);
      assertThat(Duration.ofNanos(System.nanoTime() - start))
          .isBetween(Duration.ofMillis(2_500), Duration.ofSeconds(20));
      assertThat(api.requests()).hasSize(3);
    }
  }

  @Test
  void theTimeIsOver() {
    try (RawUpstream api = responding(OK, "{\"status\":\"queued\"}")) {
      CallToolResult result =
          call(
              tool(api),
              FULL,
              waiting("status_get", "{'until': {'status': 'delivered'}, 'seconds': 2}"));
      assertThat(result.isError()).isFalse();
      assertThat(note(result)).matches("waited [23] s, [23] requests; status is still \"queued\"");
      assertThat(Json.of(text(result)).path("next"))
          .isEqualTo(
              Json.of(
                  """
                  {"operation": "status_get",
                   "wait": {"until": {"status": ["delivered"]}, "seconds": 2}}
                  """));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {'status':'b'}                       | {'status': ['a', 'b']} | status is "b"
          {'done':true}                        | {'done': [true]}       | done is true
          {'done':true}                        | {'done': 'TRUE'}       | done is true
          {'jobs':[{'state':'x'},{'state':'x'}]} | {'jobs.state': ['x']} | jobs.state is "x"
          {'jobs':[{'state':'x'},{'state':'y'}]} | {'jobs.state': ['x','y']} | jobs.state are "x", "y"
          {'status':'b','done':false}          | {'status': 'b', 'done': false} | status is "b", done is false
          """)
  void aValueThatIsThereAtOnce(String body, String until, String state) {
    try (RawUpstream api = responding(OK, body.replace('\'', '"'))) {
      CallToolResult result =
          call(tool(api), FULL, waiting("status_get", "{'until': " + until + "}"));
      assertThat(state(result)).isEqualTo(state);
      assertThat(api.requests()).hasSize(1);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {'jobs':[{'state':'x'},{'state':'y'}]} | {'jobs.state': ['x']} | jobs.state are still "x", "y"
          {'jobs':[]}                            | {'jobs.state': ['x']} | jobs.state is not in the response
          {'status':{'a':1}}                     | {'status': ['x']}     | status is not in the response
          {'status':null}                        | {'status': ['x']}     | status is still null
          {'status':'b','done':false}            | {'status': 'b', 'done': true} | done is still false
          no JSON                                | {'status': ['x']}     | status is not in the response
          """)
  void aValueThatDoesNotCome(String body, String until, String state) {
    try (RawUpstream api = responding(OK, body.replace('\'', '"'))) {
      CallToolResult result =
          call(tool(api), FULL, waiting("status_get", "{'until': " + until + ", 'seconds': 1}"));
      assertThat(state(result)).isEqualTo(state);
    }
  }

  @Test
  void anErrorEndsTheWait() {
    try (RawUpstream api = responding(OK, "{\"status\":\"queued\"}", "404 No", "{}")) {
      CallToolResult result =
          call(tool(api), FULL, waiting("status_get", "{'until': {'status': ['done']}}"));
      assertThat(result.isError()).isTrue();
      assertThat(state(result)).isEqualTo("stopped at status 404");
      assertThat(api.requests()).hasSize(2);
      assertThat(Json.of(text(result)).path("status").intValue()).isEqualTo(404);
    }
  }

  @Test
  void theApiDecidesAboutThePause() {
    String queued = "{\"status\":\"queued\"}";
    try (RawUpstream api = responding(OK + "\nRetry-After: 3", queued, OK, "{\"status\":\"x\"}")) {
      CallToolResult result =
          call(tool(api), FULL, waiting("status_get", "{'until': {'status': ['x']}}"));
      assertThat(note(result)).matches("waited [3-6] s, 2 requests; status is \"x\"");
    }
    count.set(0);
    try (RawUpstream api = responding(OK + "\nRetry-After: 90", queued)) {
      CallToolResult result =
          call(tool(api), FULL, waiting("status_get", "{'until': {'status': ['x']}}"));
      assertThat(state(result))
          .isEqualTo("status is still \"queued\"; the API asks to wait another 90 s");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          status_get | {'until': {'statsu': ['x']}}       | wait.until: statsu is not in the schema of the response; did you mean status?
          status_get | {'until': {'jobs.stat': ['x']}}    | wait.until: stat (of jobs.stat) is not in the schema of the response; did you mean state?
          status_get | {'until': {'owner': ['x']}}        | owner is not in the schema of the response; it has done, jobs, status.
          status_get | {'until': {'status.id': ['x']}}    | id (of status.id) is not in the schema of the response; the value there has no fields.
          labels_replace | {'until': {'status': ['x']}}   | labels_replace does not return 202, so that there is no state to wait for. Run it without wait, then wait with the operation that reads its result.
          status_get | {'until': {}}                      | wait: wait must have the form
          status_get | {'seconds': 3}                     | wait: wait must have the form
          status_get | {'until': {'status': []}}          | wait.until.status must be a list of one to 20
          status_get | {'until': {'status': [{}]}}        | wait.until.status must be a list of one to 20
          status_get | {'until': {'status': ['x']}, 'seconds': 0}     | seconds must be an integer from 1 to 60.
          status_get | {'until': {'status': ['x']}, 'seconds': 61}    | seconds must be an integer from 1 to 60.
          status_get | {'until': {'status': ['x']}, 'interval': 1}    | "interval" is not an argument of wait; it takes until, seconds.
          status_get | {'until': {'a':1,'b':1,'c':1,'d':1,'e':1,'f':1}} | wait.until has 6 fields; at most 5.
          status_get | [1]                                | wait must be an object of values by name
          """)
  void waitsThatCannotBeAreRefused(String operation, String wait, String message) {
    try (RawUpstream api = responding(OK, "{}")) {
      String json = waiting(operation, wait);
      String call = operation.startsWith("l") ? json.replaceFirst("\\}$", ", \"body\": []}") : json;
      CallToolResult result = call(tool(api), FULL, call);
      assertThat(result.isError()).isTrue();
      assertThat(text(result)).contains(message);
      assertThat(api.requests()).isEmpty();
    }
  }

  @Test
  void aFieldOfAResponseWithoutASchemaIsWaitedFor() {
    try (RawUpstream api = responding(OK, "{\"a\":1}")) {
      CallToolResult result =
          call(tool(api), FULL, waiting("users_me", "{'until': {'b': ['x']}, 'seconds': 1}"));
      assertThat(state(result)).isEqualTo("b is not in the response");
    }
  }

  /** One request at a time is allowed: the second call finds a place while the first one waits. */
  @Test
  void nothingIsHeldBetweenTwoRequestsAndACancelledCallEnds() throws Exception {
    try (RawUpstream api = responding(OK, "{\"status\":\"queued\"}")) {
      ExecuteTool execute = tool(api);
      List<String> progress = new CopyOnWriteArrayList<>();
      AtomicReference<CallToolResult> end = new AtomicReference<>();
      String json = waiting("status_get", "{'until': {'status': ['x']}, 'seconds': 60}");
      Thread waiter =
          new Thread(
              () ->
                  end.set(
                      (CallToolResult)
                          execute.call(
                              new ToolCall(
                                  (ObjectNode) Json.of(json),
                                  FULL,
                                  ClientInput.none(),
                                  (done, total, message) ->
                                      progress.add(
                                          (int) done
                                              + "/"
                                              + (int) total.orElse(0)
                                              + " "
                                              + message)))));
      waiter.start();
      Await.until("two progress notifications", () -> progress.size() == 2);
      assertThat(progress)
          .allMatch(told -> told.matches("\\d/60 waiting: status is still \"queued\""));
      long start = System.nanoTime();
      JsonNode other = Json.of(text(call(execute, FULL, "{\"operation\": \"users_me\"}")));
      assertThat(other.path("status").intValue()).isEqualTo(200);
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));

      waiter.interrupt();
      waiter.join(5_000);
      assertThat(waiter.isAlive()).isFalse();
      assertThat(text(end.get())).contains("The call was cancelled.");
    }
  }

  @Test
  void aDryRunDoesNotWait() {
    try (RawUpstream api = responding(OK, "{}")) {
      String json = waiting("status_get", "{'until': {'status': ['x']}}");
      CallToolResult result =
          call(tool(api), FULL, json.replaceFirst("\\}$", ", \"dry_run\": true}"));
      assertThat(text(result)).startsWith("Dry run: nothing was sent.");
      assertThat(api.requests()).isEmpty();
    }
  }
}
