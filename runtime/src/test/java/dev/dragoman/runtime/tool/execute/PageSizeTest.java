package dev.dragoman.runtime.tool.execute;

import static dev.dragoman.runtime.tool.ToolFixture.FULL;
import static dev.dragoman.runtime.tool.ToolFixture.call;
import static dev.dragoman.runtime.tool.ToolFixture.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.dragoman.runtime.AccessLevel;
import dev.dragoman.runtime.AccessNames;
import dev.dragoman.runtime.Json;
import dev.dragoman.runtime.Operation;
import dev.dragoman.runtime.OperationHandler;
import dev.dragoman.runtime.ServerDefinition;
import dev.dragoman.runtime.catalog.OperationCard;
import dev.dragoman.runtime.execute.http.HttpExecutor;
import dev.dragoman.runtime.execute.origin.Upstream;
import dev.dragoman.runtime.guard.Guard;
import dev.dragoman.runtime.mcp.tool.CallToolResult;
import dev.dragoman.runtime.request.ApiRequest;
import dev.dragoman.runtime.request.Arguments;
import dev.dragoman.runtime.request.OperationRequest;
import dev.dragoman.runtime.tool.ApiOperations;
import dev.dragoman.runtime.tool.TrackerApi;
import dev.dragoman.runtime.tool.TrackerResources;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** How large the pages of a list are, and which items they are, against an API on loopback. */
class PageSizeTest {
  private static final int ITEMS = 250;
  private static final String DETAILS =
      """
      {"parameters": [
         {"name": "page", "argument": "page", "in": "query", "schema": {"type": "integer"}},
         {"name": "from", "argument": "from", "in": "query", "schema": {"type": "integer"}},
         {"name": "per", "argument": "per", "in": "query", "schema": {"type": "integer"}}],
       "responses": {"200": {"content": {"application/json": {"schema": {"type": "array"}}}}},
       "paging": {RULE}}
      """;
  private static final Operation LIST = Operation.of("list", "GET", "/items", AccessLevel.READ);
  private static final String SIZED = ",'size':'per','sizeMax':100";
  private static final String PAGE =
      "'kind':'page','in':'query','parameter':'page','argument':'page'";
  private static final String OFFSET =
      "'kind':'offset','in':'query','parameter':'from','argument':'from'";

  @TempDir Path folder;
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private HttpServer api;
  private int failingRequest;

  @BeforeEach
  void open() throws IOException {
    api = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    api.createContext("/", this::respond);
    api.start();
  }

  @AfterEach
  void close() {
    api.stop(0);
  }

  /** Pages of 30 items, or of as many as are requested, and at most 100. */
  private void respond(HttpExchange exchange) throws IOException {
    String query = exchange.getRequestURI().getQuery();
    requests.add(String.valueOf(query));
    int size = Math.min(100, value(query, "per", 30));
    int start = value(query, "from", (value(query, "page", 1) - 1) * size);
    String items =
        IntStream.range(start, Math.min(ITEMS, start + size))
            .mapToObj(Integer::toString)
            .collect(Collectors.joining(",", "[", "]"));
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(requests.size() == failingRequest ? 500 : 200, items.length());
    exchange.getResponseBody().write(items.getBytes(StandardCharsets.UTF_8));
    exchange.close();
  }

  private static int value(String query, String name, int usual) {
    String found = ("&" + query).replaceFirst(".*&" + name + "=([0-9]+).*", "$1");
    return found.matches("[0-9]+") ? Integer.parseInt(found) : usual;
  }

  private static OperationRequest read(Arguments in) {
    Map<String, JsonNode> given = in.others("page", "from", "per");
    return () -> {
      ApiRequest.Builder request = ApiRequest.builder("list", "GET", "/items");
      given.forEach(request::query);
      return request;
    };
  }

  private JsonNode list(String rule, String arguments, String answer) throws IOException {
    TrackerResources.write(
        folder,
        List.of(OperationCard.builder(LIST).build()),
        Map.of("list", DETAILS.replace("RULE", rule.replace('\'', '"'))),
        Map.of());
    OperationHandler handler = OperationHandler.of(LIST, PageSizeTest::read);
    ServerDefinition definition =
        TrackerApi.definition(TrackerResources.anchorIn(folder))
            .operations(1, group -> id -> handler)
            .build();
    URI base = URI.create("http://127.0.0.1:" + api.getAddress().getPort());
    ExecuteTool execute =
        new ExecuteTool(
            new ApiOperations(definition),
            new Guard(AccessNames.of("Acme")),
            ApiBackend.live(() -> new HttpExecutor(definition, Upstream.named(base))));
    String call =
        "{'operation':'list',"
            + answer
            + ",'arguments':{"
            + (arguments.equals("-") ? "" : arguments)
            + "}}";
    CallToolResult result = call(execute, FULL, call.replace('\'', '"'));
    assertThat(result.isError()).as(text(result)).isFalse();
    return Json.of(text(result));
  }

  private static String ends(JsonNode items) {
    List<Integer> ids = items.values().stream().map(JsonNode::intValue).toList();
    int first = ids.isEmpty() ? 0 : ids.get(0);
    assertThat(ids).isEqualTo(IntStream.range(first, first + ids.size()).boxed().toList());
    return ids.isEmpty() ? "none" : first + "-" + ids.get(ids.size() - 1);
  }

  /** A page is as large as needed; one that the caller numbered is as large as it was for them. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          -                  | 'max_items':10             | per=10                          | 0-9
          -                  | 'max_items':1              | per=1                           | 0-0
          -                  | 'max_items':250            | per=100 page=2&per=100 page=3&per=100 | 0-249
          -                  | 'max_items':10,'skip':5    | per=15                          | 5-14
          'per':7            | 'max_items':10             | per=7 page=2&per=7              | 0-9
          'page':1           | 'max_items':10             | page=1&per=10                   | 0-9
          'page':'1'         | 'max_items':10             | page=1&per=10                   | 0-9
          'page':null        | 'max_items':10             | per=10                          | 0-9
          'page':2           | 'max_items':10             | page=2                          | 30-39
          'page':2           | 'max_items':100            | page=2 page=3 page=4 page=5     | 30-129
          'page':2           | 'max_items':10,'skip':25   | page=2 page=3                   | 55-64
          'page':3,'per':5   | 'max_items':10             | page=3&per=5 page=4&per=5       | 10-19
          """)
  void pages(String arguments, String answer, String sent, String items) throws IOException {
    JsonNode result = list(PAGE + SIZED, arguments, answer);
    assertThat(ends(result.path("body"))).isEqualTo(items);
    assertThat(String.join(" ", requests)).startsWith(sent);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          -              | 'max_items':10             | per=10                                | 0-9
          'from':30      | 'max_items':10             | from=30&per=10                        | 30-39
          'from':30      | 'max_items':150            | from=30&per=100 from=130&per=100      | 30-179
          'from':240     | 'max_items':150            | from=240&per=100 from=250&per=100     | 240-249
          """)
  void offsetsMeanTheSameForEverySize(String arguments, String answer, String sent, String items)
      throws IOException {
    JsonNode result = list(OFFSET + SIZED, arguments, answer);
    assertThat(ends(result.path("body"))).isEqualTo(items);
    assertThat(String.join(" ", requests)).isEqualTo(sent);
  }

  @ParameterizedTest
  @CsvSource({
    "0,0-9,1",
    "29,29-38,2",
    "30,30-39,2",
    "31,31-40,2",
    "120,120-129,5",
    "245,245-249,10"
  })
  void itemsSeenBeforeAreSkippedOnEveryPage(int skip, String items, int pages) throws IOException {
    JsonNode result = list(PAGE, "-", "'max_items':10,'skip':" + skip);
    assertThat(ends(result.path("body"))).isEqualTo(items);
    assertThat(requests).hasSize(pages);
  }

  @Test
  void whenMoreIsSkippedThanThereIsNothingIsLeft() throws IOException {
    JsonNode result = list(PAGE, "-", "'max_items':10,'skip':251");
    assertThat(ends(result.path("body"))).isEqualTo("none");
    assertThat(result.has("next")).isFalse();
  }

  @Test
  void aPageThatFailsWhileItemsAreSkippedLosesNothing() throws IOException {
    failingRequest = 3;
    JsonNode result = list(PAGE, "-", "'max_items':10,'skip':70");
    assertThat(ends(result.path("body"))).isEqualTo("none");
    assertThat(result.path("next").path("arguments").path("page").intValue()).isEqualTo(3);
    assertThat(result.path("next").path("skip").intValue()).isEqualTo(10);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          ''                        | null
          ,'size':'per'             | null
          ,'sizeMax':100            | null
          ,'size':'per','sizeMax':0 | null
          ,'size':'per','sizeMax':9 | per=9
          """)
  void aSizeIsOnlyChosenWhenItsLimitIsKnown(String rule, String first) throws IOException {
    list(PAGE + (rule.equals("''") ? "" : rule), "-", "'max_items':10");
    assertThat(requests.get(0)).isEqualTo(first);
  }

  /** Without a rule, the list of the response is known by its length only. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          'max_items':10            | 0-9   | 10 items from 1 page; next is the call for more.
          'max_items':10,'skip':25  | 25-29 | 5 items from 1 page; no paging is known for this operation.
          'max_items':100           | 0-29  | 30 items from 1 page; no paging is known for this operation.
          'max_items':10,'skip':30  | none  | 0 items from 1 page; no paging is known for this operation.
          """)
  void withoutARuleOnePageIsRead(String answer, String items, String notice) throws IOException {
    JsonNode result = list("", "-", answer);
    assertThat(ends(result.path("body"))).isEqualTo(items);
    assertThat(result.path("notice").asString()).isEqualTo(notice);
    assertThat(requests).hasSize(1);
  }
}
