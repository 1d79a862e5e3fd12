package dev.dragoman.runtime.tool.execute;

import static dev.dragoman.runtime.tool.ToolFixture.FULL;
import static dev.dragoman.runtime.tool.ToolFixture.call;
import static dev.dragoman.runtime.tool.ToolFixture.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.AccessNames;
import dev.dragoman.runtime.Json;
import dev.dragoman.runtime.ServerDefinition;
import dev.dragoman.runtime.execute.RawUpstream;
import dev.dragoman.runtime.execute.http.HttpExecutor;
import dev.dragoman.runtime.execute.origin.Upstream;
import dev.dragoman.runtime.guard.Guard;
import dev.dragoman.runtime.mcp.tool.CallToolResult;
import dev.dragoman.runtime.metrics.Metrics;
import dev.dragoman.runtime.tool.ApiOperations;
import dev.dragoman.runtime.tool.TrackerApi;
import dev.dragoman.runtime.tool.TrackerResources;
import dev.dragoman.runtime.tool.call.CallOptions;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Requests that an API accepts with 202, and their state, against an API on loopback. */
class AcceptedTest {
  private static final String OWNER =
      """
      {"parameters": [
         {"name": "owner", "argument": "owner", "in": "path", "required": true, "schema": {"type": "string"}},
         {"name": "repo", "argument": "repo", "in": "path", "required": true, "schema": {"type": "string"}},
         {"name": "page", "argument": "page", "in": "query", "schema": {"type": "integer"}}],
       "responses": {"200": {"content": {"application/json": {"schema": {"type": "object"}}}}}}
      """;

  private static final String CREATE =
      """
      {"parameters": [
         {"name": "owner", "argument": "owner", "in": "path", "required": true, "schema": {"type": "string"}},
         {"name": "repo", "argument": "repo", "in": "path", "required": true, "schema": {"type": "string"}}],
       "body": {"content": {"application/json": {"schema": {"type": "object"}}}},
       "responses": {"202": {"content": {"application/json": {"schema": {"type": "object",
         "properties": {"ticket": {"type": "string"}}}}}}}}
      """;

  private static final String STATUS =
      """
      {"responses": {"200": {"content": {"application/json": {"schema": {"type": "object",
        "properties": {"status": {"type": "string"}, "result": {"type": "string"}}}}}}}}
      """;

  private static final String WAIT = "{'until': {'status': ['done']}, 'seconds': 20}";

  @TempDir Path folder;
  private final List<String> audited = new CopyOnWriteArrayList<>();
  private String accepted = "202 Accepted\nLocation: /v1/status";
  private List<String> states = List.of("{\"status\":\"queued\"}", "{\"status\":\"done\"}");

  @BeforeEach
  void write() throws IOException {
    TrackerResources.write(
        folder,
        TrackerResources.cards(),
        Map.of("issues_create", CREATE, "issues_list", OWNER, "status_get", STATUS),
        Map.of());
  }

  /** Accepts every request that is not a read; reads get one state after the other. */
  private RawUpstream api() {
    int[] reads = {0};
    return RawUpstream.scripted(
        (request, out) -> {
          boolean read = request.startsWith("GET ");
          String body = read ? states.get(Math.min(reads[0]++, states.size() - 1)) : "{}";
          out.write(
              RawUpstream.withBody(
                  "HTTP/1.1 " + (read ? "200 OK" : accepted) + "\nContent-Type: application/json",
                  body.getBytes(StandardCharsets.UTF_8)));
        });
  }

  private JsonNode create(RawUpstream api, String more) {
    CallToolResult result = execute(api, "issues_create", more);
    assertThat(result.isError()).as(text(result)).isFalse();
    return Json.of(text(result));
  }

  private CallToolResult execute(RawUpstream api, String operation, String more) {
    return call(
        tool(api),
        FULL,
        ("{'operation': '"
                + operation
                + "', 'arguments': {'owner': 'o', 'repo': 'r'}, 'body': {'title': 't'}"
                + more
                + "}")
            .replace('\'', '"'));
  }

  private ExecuteTool tool(RawUpstream api) {
    ServerDefinition definition = TrackerApi.definition(TrackerResources.anchorIn(folder)).build();
    ApiOperations operations = new ApiOperations(definition);
    URI base = URI.create(api.url() + "/v1");
    CallHooks hooks =
        new CallHooks(
            List.of(),
            event -> audited.add(event.operation().orElse("") + " " + event.outcome()),
            new Metrics());
    CallOptions options = CallOptions.defaults();
    OperationCalls calls =
        new OperationCalls(
            operations,
            new Guard(AccessNames.of("Acme")),
            ApiBackend.live(() -> new HttpExecutor(definition, Upstream.named(base))),
            options,
            hooks);
    return new ExecuteTool(operations, calls, options, hooks);
  }

  private static List<String> lines(RawUpstream api) {
    return api.requests().stream().map(request -> request.lines().findFirst().orElse("")).toList();
  }

  @Test
  void theStateOfAnAcceptedRequestIsReadUntilItHasTheValue() {
    try (RawUpstream api = api()) {
      JsonNode result = create(api, ", 'wait': " + WAIT);

      assertThat(lines(api))
          .containsExactly(
              "POST /v1/repos/o/r/issues HTTP/1.1",
              "GET /v1/status HTTP/1.1",
              "GET /v1/status HTTP/1.1");
      assertThat(result.path("body")).isEqualTo(Json.of("{\"status\":\"done\"}"));
      assertThat(result.path("notes").path(0).asString())
          .matches("waited \\d+ s with status_get, 3 requests; status is \"done\"");
      assertThat(result.has("next")).isFalse();
      assertThat(audited)
          .containsExactly(
              "status_get status_2xx", "status_get status_2xx", "issues_create status_2xx");
    }
  }

  @Test
  void fieldsAreThoseOfTheState() {
    states = List.of("{\"status\":\"done\",\"result\":\"/r/7\",\"other\":1}");
    try (RawUpstream api = api()) {
      JsonNode result = create(api, ", 'fields': ['result'], 'wait': " + WAIT);

      assertThat(result.path("body")).isEqualTo(Json.of("{\"result\":\"/r/7\"}"));
    }
  }

  @Test
  void afterTheTimeNextGoesOnWaitingAndNeverRepeatsTheRequest() {
    states = List.of("{\"status\":\"queued\"}");
    try (RawUpstream api = api()) {
      String wait = "{'until': {'status': ['done']}, 'seconds': 2}";
      JsonNode result = create(api, ", 'fields': ['status'], 'wait': " + wait);

      assertThat(result.path("next"))
          .isEqualTo(
              Json.of(
                  """
                  {"operation": "status_get", "fields": ["status"],
                   "wait": {"until": {"status": ["done"]}, "seconds": 2}}
                  """));
      states = List.of("{\"status\":\"done\"}");
      CallToolResult rest = call(tool(api), FULL, result.path("next").toString());
      assertThat(Json.of(text(rest)).path("body")).isEqualTo(Json.of("{\"status\":\"done\"}"));
      assertThat(lines(api)).filteredOn(line -> line.startsWith("POST")).hasSize(1);
    }
  }

  @Test
  void theApiDecidesWhenItsStateIsRead() {
    accepted += "\nRetry-After: 90";
    try (RawUpstream api = api()) {
      JsonNode result = create(api, ", 'wait': " + WAIT);

      assertThat(result.path("notes").path(0).asString())
          .isEqualTo(
              "waited 0 s with status_get, 1 request; accepted; the API asks to wait another 90 s");
      assertThat(result.path("next").path("operation").asString()).isEqualTo("status_get");
      assertThat(result.path("next").has("wait")).isTrue();
      assertThat(lines(api)).hasSize(1);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          Location: /v1/status                      | {'operation':'status_get'}
          Location: http://HOST/v1/status           | {'operation':'status_get'}
          Operation-Location: /v1/status\\nLocation: /v1/other | {'operation':'status_get'}
          Azure-AsyncOperation: http://HOST/v1/status | {'operation':'status_get'}
          Location: /v1/repos/a%20b/c+d/issues?page=2 | {'operation':'issues_list','arguments':{'owner':'a b','repo':'c+d','page':'2'}}
          """)
  void withoutWaitNextIsTheCallThatReadsTheState(String header, String next) {
    try (RawUpstream api = api()) {
      String host = api.url().getAuthority();
      accepted = "202 Accepted\n" + header.replace("\\n", "\n").replace("HOST", host);
      JsonNode result = create(api, "");

      assertThat(result.path("next")).isEqualTo(Json.of(next.replace('\'', '"')));
      assertThat(call(tool(api), FULL, result.path("next").toString()).isError()).isFalse();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          http://127.0.0.1:1/v1/status | the URL in location is not below the base URL of the API
          //example.com/v1/status      | the URL in location is not below the base URL of the API
          /v2/status                   | the URL in location is not below the base URL of the API
          /v1/../v1/status             | the URL in location is not below the base URL of the API
          http://[                     | the URL in location is not below the base URL of the API
          /v1/jobs/7                   | the URL in location is not that of a reading operation
          /v1/status?a=1               | the URL in location has a parameter that status_get does not have: a
          """)
  void aUrlThatIsNotOfAReadIsNotFollowed(String url, String reason) {
    accepted = "202 Accepted\nLocation: " + url;
    try (RawUpstream api = api()) {
      JsonNode plain = create(api, "");
      assertThat(plain.path("notice").asString())
          .isEqualTo("The state of the request cannot be read: " + reason + ".");
      assertThat(plain.has("next")).isFalse();

      JsonNode waited = create(api, ", 'wait': " + WAIT);
      assertThat(waited.path("notes").path(0).asString())
          .isEqualTo("waited 0 s, 1 request; did not wait because " + reason);
      assertThat(lines(api)).hasSize(2).allMatch(line -> line.startsWith("POST"));
    }
  }

  @Test
  void aResponseThatIsNotAcceptedIsTheResult() {
    accepted = "201 Created\nLocation: /v1/status";
    try (RawUpstream api = api()) {
      JsonNode result = create(api, ", 'wait': " + WAIT);

      assertThat(result.path("status").intValue()).isEqualTo(201);
      assertThat(result.path("notes").path(0).asString())
          .endsWith("did not wait because the response has status 201, not 202");
      assertThat(create(api, "").has("next")).isFalse();
    }
  }

  @Test
  void aFieldThatTheStateDoesNotHaveEndsTheWait() {
    try (RawUpstream api = api()) {
      JsonNode result = create(api, ", 'wait': {'until': {'statsu': ['done']}}");

      assertThat(result.path("notes").path(0).asString()).contains("did you mean status?");
      assertThat(lines(api)).hasSize(2);
    }
  }

  @Test
  void anOperationThatDoesNotReturn202CannotBeWaitedFor() throws IOException {
    TrackerResources.write(
        folder,
        TrackerResources.cards(),
        Map.of("issues_create", CREATE.replace("202", "201")),
        Map.of());
    try (RawUpstream api = api()) {
      CallToolResult result = execute(api, "issues_create", ", 'wait': " + WAIT);

      assertThat(text(result)).startsWith("issues_create does not return 202");
      assertThat(api.requests()).isEmpty();
    }
  }
}
