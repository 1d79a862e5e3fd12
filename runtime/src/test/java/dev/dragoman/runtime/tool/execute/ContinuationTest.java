package dev.dragoman.runtime.tool.execute;

import static dev.dragoman.runtime.tool.ToolFixture.FULL;
import static dev.dragoman.runtime.tool.ToolFixture.call;
import static dev.dragoman.runtime.tool.ToolFixture.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.dragoman.runtime.AccessMode;
import dev.dragoman.runtime.AccessNames;
import dev.dragoman.runtime.AuthMode;
import dev.dragoman.runtime.Caller;
import dev.dragoman.runtime.Json;
import dev.dragoman.runtime.Secret;
import dev.dragoman.runtime.SecurityScheme;
import dev.dragoman.runtime.ServerDefinition;
import dev.dragoman.runtime.execute.http.HttpExecutor;
import dev.dragoman.runtime.execute.origin.Upstream;
import dev.dragoman.runtime.guard.Guard;
import dev.dragoman.runtime.mcp.tool.CallToolResult;
import dev.dragoman.runtime.metrics.Metrics;
import dev.dragoman.runtime.seal.StateKey;
import dev.dragoman.runtime.tool.ApiOperations;
import dev.dragoman.runtime.tool.TrackerApi;
import dev.dragoman.runtime.tool.TrackerResources;
import dev.dragoman.runtime.tool.call.CallOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Pages that the API links by URLs with parameters that its document does not declare: what they
 * add to the query is sealed, and a seal from elsewhere is refused.
 */
class ContinuationTest {
  private static final int PAGE = 30;
  private static final String DETAILS =
      """
      {"parameters": [
         {"name": "owner", "argument": "owner", "in": "path", "required": true, "schema": {"type": "string"}},
         {"name": "repo", "argument": "repo", "in": "path", "required": true, "schema": {"type": "string"}},
         {"name": "page", "argument": "page", "in": "query", "schema": {"type": "integer"}}],
       "responses": {"200": {"content": {"application/json": {"schema": {"type": "object",
         "properties": {"nextLink": {"type": "string"},
           "data": {"type": "array", "items": {"type": "object", "properties": {
             "id": {"type": "integer"}, "text": {"type": "string"}}}}}}}}}},
       "paging": {"kind": "url", "field": "nextLink", "items": "data"}}
      """;

  private static final StateKey KEY = StateKey.of("0123456789abcdef0123456789abcdef");
  private static final Caller OTHER = caller(AccessMode.FULL_ACCESS, "key-of-another");
  private static final Caller READER = caller(AccessMode.READ_ONLY, "key-of-the-caller");

  @TempDir Path folder;
  private final List<URI> requests = new CopyOnWriteArrayList<>();
  private Instant now = Instant.parse("2026-07-28T12:00:00Z");
  private HttpServer api;
  private ExecuteTool execute;
  private int items = 250;
  private int textLength = 10;
  private UnaryOperator<String> url = query -> "?" + query;

  private static Caller caller(AccessMode mode, String key) {
    return new Caller(mode, AuthMode.USER, Optional.empty(), Optional.of(Secret.of(key)));
  }

  @BeforeEach
  void open() throws IOException {
    TrackerResources.write(
        folder, TrackerResources.cards(), Map.of("issues_list", DETAILS), Map.of());
    api = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    api.createContext("/", this::respond);
    api.start();
    execute = server(KEY);
  }

  @AfterEach
  void close() {
    api.stop(0);
  }

  private ExecuteTool server(StateKey key) {
    ServerDefinition definition =
        TrackerApi.definition(TrackerResources.anchorIn(folder))
            .securityScheme(
                new SecurityScheme.ApiKey("inQuery", SecurityScheme.Location.QUERY, "k"))
            .organizationParameter("org_id")
            .build();
    ApiOperations operations = new ApiOperations(definition);
    URI base = URI.create("http://127.0.0.1:" + api.getAddress().getPort() + "/gate");
    OperationCalls calls =
        new OperationCalls(
            operations,
            new Guard(AccessNames.of("Acme")),
            ApiBackend.live(() -> new HttpExecutor(definition, Upstream.named(base))),
            CallOptions.defaults(),
            CallHooks.counting(new Metrics()),
            new PageSeal(() -> key, () -> now));
    return new ExecuteTool(
        operations, calls, CallOptions.defaults(), CallHooks.counting(new Metrics()));
  }

  /** Pages of 30 items. The document does not say how a later one is requested. */
  private void respond(HttpExchange exchange) throws IOException {
    URI target = exchange.getRequestURI();
    requests.add(target);
    String query = target.getQuery();
    int start =
        query == null || !query.contains("$token=")
            ? 0
            : Integer.parseInt(query.replaceFirst(".*\\$token=a/b\\+(\\d+).*", "$1"));
    int end = Math.min(items, start + PAGE);
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    ArrayNode data = body.putArray("data");
    IntStream.range(start, end)
        .forEach(id -> data.addObject().put("id", id).put("text", "x".repeat(textLength)));
    if (end < items) {
      body.put("nextLink", url.apply("page=1&$token=a%2Fb%2B" + end));
    }
    byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private static String listing(String more) {
    return "{\"operation\":\"issues_list\",\"arguments\":{\"owner\":\"o\",\"repo\":\"r\",\"page\":1}"
        + more
        + "}";
  }

  private JsonNode result(String arguments) {
    return result(execute, FULL, arguments);
  }

  private static JsonNode result(ExecuteTool tool, Caller caller, String arguments) {
    CallToolResult result = call(tool, caller, arguments);
    assertThat(result.isError()).as(text(result)).isFalse();
    assertThat(text(result).getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(35_000);
    return Json.of(text(result));
  }

  private List<Integer> all(String first, String list) {
    List<Integer> seen = new ArrayList<>();
    JsonNode next = Json.of(first);
    while (!next.isMissingNode() && seen.size() <= items) {
      JsonNode result = result(next.toString());
      result.path("body").at(list).values().stream()
          .filter(item -> item.has("id"))
          .forEach(item -> seen.add(item.path("id").intValue()));
      next = result.path("next");
    }
    return seen;
  }

  private List<Integer> everyItem() {
    return IntStream.range(0, items).boxed().toList();
  }

  /** A result has room for several pages, a page, a part of a page, and no whole item. */
  @ParameterizedTest
  @CsvSource({"10, 250", "1000, 250", "2000, 250", "34000, 35"})
  void everyItemIsReadOnce(int length, int count) {
    textLength = length;
    items = count;

    assertThat(all(listing(",\"max_items\":250"), "")).isEqualTo(everyItem());
    assertThat(all(listing(""), "/data")).isEqualTo(everyItem());
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 2_000})
  void aLongTokenIsInsideTheBudget(int length) {
    textLength = length;
    String mark = "m".repeat(3_500);
    url = query -> "?" + query + "&mark=" + mark;

    assertThat(all(listing(",\"max_items\":250"), "")).isEqualTo(everyItem());
    assertThat(all(listing(""), "/data")).isEqualTo(everyItem());
    assertThat(requests.stream().anyMatch(one -> one.getQuery().endsWith("&mark=" + mark)))
        .isTrue();
  }

  /** Only the query is taken: neither the host, nor the scheme, nor the path. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://api.example.com/repos/o/r/issues?",
        "ftp://user:password@127.0.0.1:1/x/repos/o/r/issues?",
        "//127.0.0.1:1/gate/repos/o/r/issues?",
        "/repos/o/r/issues?"
      })
  void theRequestIsTheServersOwn(String start) {
    url = query -> start.startsWith("ftp") ? "http" + start.substring(3) + query : start + query;
    JsonNode next = result(listing("")).path("next");
    result(next.toString());

    assertThat(next.path("arguments")).isEqualTo(Json.of(listing("")).path("arguments"));
    assertThat(requests)
        .extracting(URI::toString)
        .containsExactly(
            "/gate/repos/o/r/issues?page=1", "/gate/repos/o/r/issues?page=1&$token=a%2Fb%2B30");
  }

  @Test
  void aUrlOfAnotherPathIsNotRead() {
    url = query -> "https://api.example.com/repos/o/secret/issues?" + query;
    JsonNode result = result(listing(",\"max_items\":100"));

    assertThat(result.path("body").size()).isEqualTo(PAGE);
    assertThat(result.has("next")).isFalse();
    assertThat(result.path("notice").asString())
        .isEqualTo(
            "30 items from 1 page. There is another page, but the API's URL of the next page has"
                + " another path, and parameters that its document does not declare: $token.");
  }

  /**
   * Credentials, organizations and declared parameters cannot be set by a URL's undeclared part.
   */
  @Test
  void whatIsNotThePagesIsNotTaken() {
    url = query -> "?" + query + "&k=stolen&access_token=t&org_id=9&filter[org_id]=9&_method=PUT";
    result(result(listing("")).path("next").toString());

    assertThat(requests.get(1).getQuery()).isEqualTo("page=1&$token=a/b+30");
  }

  @Test
  void aDryRunShowsTheRequest() {
    ObjectNode next = (ObjectNode) result(listing("")).path("next");

    CallToolResult shown = call(execute, FULL, next.put("dry_run", true).toString());

    assertThat(text(shown)).contains("/gate/repos/o/r/issues?page=1&$token=a%2Fb%2B30");
    assertThat(requests).hasSize(1);
  }

  @Test
  void serversThatShareAKeyContinueEachOther() {
    JsonNode next = result(listing("")).path("next");

    assertThat(result(server(KEY), FULL, next.toString()).at("/body/data/0/id").intValue())
        .isEqualTo(30);
  }

  /** A page may be read in parts, so that a seal is good for more than one call. */
  @Test
  void aSealCanBeUsedAgainUntilItExpires() {
    String next = result(listing("")).path("next").toString();
    result(next);
    now = now.plus(PageSeal.LIFETIME).minusMillis(1);
    result(next);
    now = now.plusMillis(1);
    int before = requests.size();

    CallToolResult refused = call(execute, FULL, next);

    assertThat(refused.isError()).isTrue();
    assertThat(text(refused))
        .isEqualTo(
            "The arguments do not fit; nothing was sent.\n"
                + "- continuation: has expired after 60 minutes. Call the operation from the"
                + " beginning, without continuation.");
    assertThat(requests).hasSize(before);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      nullValues = "-",
      textBlock =
          """
          another caller       | -            | -
          another access mode  | -            | -
          another server       | -            | -
          another operation    | operation    | "issues_create"
          other arguments      | arguments    | {"owner":"o","repo":"s","page":1}
          one argument more    | arguments    | {"owner":"o","repo":"r","page":1,"per":5}
          one argument less    | arguments    | {"owner":"o","repo":"r"}
          a body               | body         | {"q":1}
          a media type         | content_type | "application/json"
          an empty seal        | continuation | "AAAA"
          no seal              | continuation | "?$token=a%2Fb%2B30"
          a seal of its own    | continuation | "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAABmNHl8gAkdG9rZW49MzA"
          a changed seal       | -            | -
          a longer seal        | -            | -
          a shorter seal       | -            | -
          """)
  void aNextFromElsewhereIsRefused(String from, String member, String value) {
    ObjectNode next = (ObjectNode) result(listing("")).path("next");
    String sealed = next.path(NextCall.CONTINUATION).asString();
    if (member != null) {
      next.set(member, Json.of(value));
    }
    switch (from) {
      case "a changed seal" -> next.put(NextCall.CONTINUATION, changed(sealed));
      case "a longer seal" -> next.put(NextCall.CONTINUATION, sealed + "AAAA");
      case "a shorter seal" ->
          next.put(NextCall.CONTINUATION, sealed.substring(0, sealed.length() - 4));
      default -> {}
    }
    ExecuteTool tool = from.equals("another server") ? server(StateKey.random()) : execute;
    Caller caller =
        switch (from) {
          case "another caller" -> OTHER;
          case "another access mode" -> READER;
          default -> FULL;
        };

    CallToolResult refused = call(tool, caller, next.toString());

    assertThat(refused.isError()).isTrue();
    assertThat(text(refused))
        .isEqualTo(
            "The arguments do not fit; nothing was sent.\n"
                + "- continuation: is not valid for this call: it belongs to the caller, the"
                + " operation and the arguments of the result that it comes from, and to this"
                + " server. Copy next from a result as it is, or call the operation from the"
                + " beginning, without continuation.");
    assertThat(requests).hasSize(1);
  }

  /** Changes the last byte of the sealed query: 30 becomes another number. */
  private static String changed(String sealed) {
    char last = sealed.charAt(sealed.length() - 3);
    return sealed.substring(0, sealed.length() - 3)
        + (last == 'A' ? 'B' : 'A')
        + sealed.substring(sealed.length() - 2);
  }

  @Test
  void theAgentCannotNameTheParameterItself() {
    CallToolResult refused =
        call(
            execute,
            FULL,
            listing(",\"max_items\":30").replace("\"page\":1", "\"$token\":\"a/b+30\""));

    assertThat(refused.isError()).isTrue();
    assertThat(requests).isEmpty();
  }
}
