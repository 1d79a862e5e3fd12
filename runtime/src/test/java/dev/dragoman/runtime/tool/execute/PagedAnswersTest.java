package dev.dragoman.runtime.tool.execute;

import static dev.dragoman.runtime.tool.ToolFixture.FULL;
import static dev.dragoman.runtime.tool.ToolFixture.call;
import static dev.dragoman.runtime.tool.ToolFixture.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.dragoman.runtime.AccessNames;
import dev.dragoman.runtime.Json;
import dev.dragoman.runtime.ServerDefinition;
import dev.dragoman.runtime.execute.http.HttpExecutor;
import dev.dragoman.runtime.execute.origin.Upstream;
import dev.dragoman.runtime.guard.Guard;
import dev.dragoman.runtime.mcp.tool.CallToolResult;
import dev.dragoman.runtime.tool.ApiOperations;
import dev.dragoman.runtime.tool.TrackerApi;
import dev.dragoman.runtime.tool.TrackerResources;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
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

/** Lists that take several calls, against an API on loopback. */
class PagedAnswersTest {
  private static final int ITEMS = 250;
  private static final int MOST_BYTES = 35_000;
  private static final String ISSUES = "{\"operation\":\"issues_list\",";
  private static final String DETAILS =
      """
      {"parameters": [
         {"name": "owner", "argument": "owner", "in": "path", "required": true, "schema": {"type": "string"}},
         {"name": "repo", "argument": "repo", "in": "path", "required": true, "schema": {"type": "string"}},
         {"name": "page", "argument": "page", "in": "query", "schema": {"type": "integer"}}],
       "responses": {"200": {"content": {"application/json": {"schema": {"type": "object",
         "properties": {
           "total": {"type": "integer"},
           "data": {"type": "array", "items": {"type": "object", "properties": {
             "id": {"type": "integer"}, "title": {"type": "string"}, "text": {"type": "string"},
             "user": {"type": "object", "properties": {"login": {"type": "string"}}}}}}}}}}}},
       "paging": {"kind": "page", "in": "query", "parameter": "page", "argument": "page",
         "items": "data", "first": 1, "total": "total"}}
      """;

  private static final String CREATE =
      """
      {"parameters": [
         {"name": "owner", "argument": "owner", "in": "path", "required": true, "schema": {"type": "string"}},
         {"name": "repo", "argument": "repo", "in": "path", "required": true, "schema": {"type": "string"}}],
       "body": {"content": {"application/json": {"schema": {"type": "object", "properties": {
         "title": {"type": "string"}, "name_of_the_milestone_that_it_belongs_to": {"type": "string"},
         "login_of_the_person_to_whom_it_is_assigned": {"type": "string"},
         "reason_for_which_it_was_closed_by_somebody": {"type": "string"},
         "identifier_of_the_project_that_it_is_part_of": {"type": "string"},
         "color_of_the_label_that_is_shown_beside_title": {"type": "string"},
         "time_of_the_last_change_of_anything_about_it": {"type": "string"},
         "address_of_the_page_on_which_people_can_read_it": {"type": "string"},
         "whether_comments_are_open_to_everybody_or_few": {"type": "string"}}}}}}}
      """;

  @TempDir Path folder;
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private HttpServer api;
  private ExecuteTool execute;
  private int textLength = 10;
  private int failingPage;

  @BeforeEach
  void open() throws IOException {
    TrackerResources.write(
        folder,
        TrackerResources.cards(),
        Map.of("issues_list", DETAILS, "issues_create", CREATE),
        Map.of());
    api = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    api.createContext("/", this::respond);
    api.start();
    ServerDefinition definition = TrackerApi.definition(TrackerResources.anchorIn(folder)).build();
    URI base = URI.create("http://127.0.0.1:" + api.getAddress().getPort());
    execute =
        new ExecuteTool(
            new ApiOperations(definition),
            new Guard(AccessNames.of("Acme")),
            ApiBackend.live(() -> new HttpExecutor(definition, Upstream.named(base))));
  }

  @AfterEach
  void close() {
    api.stop(0);
  }

  /** Pages of 30 items. */
  private void respond(HttpExchange exchange) throws IOException {
    String query = exchange.getRequestURI().getQuery();
    requests.add(String.valueOf(query));
    int page = query == null ? 1 : Integer.parseInt(query.replaceAll("[^0-9]", ""));
    ObjectNode body = JsonNodeFactory.instance.objectNode().put("total", ITEMS);
    ArrayNode data = body.putArray("data");
    IntStream.range((page - 1) * 30, Math.min(ITEMS, page * 30))
        .forEach(
            id ->
                data.addObject()
                    .put("id", id)
                    .put("title", "t" + id)
                    .put("text", "x".repeat(textLength))
                    .putObject("user")
                    .put("login", "u"));
    byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(page == failingPage ? 500 : 200, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private JsonNode result(String arguments) {
    CallToolResult result = call(execute, FULL, arguments);
    assertThat(result.isError()).as(text(result)).isFalse();
    assertThat(text(result).getBytes(StandardCharsets.UTF_8).length)
        .isLessThanOrEqualTo(MOST_BYTES);
    return Json.of(text(result));
  }

  private static List<Integer> ids(JsonNode items) {
    return items.values().stream().map(item -> item.path("id").intValue()).toList();
  }

  private static List<Integer> upTo(int count) {
    return IntStream.range(0, count).boxed().toList();
  }

  private static String listing(String more) {
    return ISSUES + "\"arguments\":{\"owner\":\"o\",\"repo\":\"r\"}" + more + "}";
  }

  @Test
  void aNumberOfItemsComesAsOneList() {
    JsonNode result = result(listing(",\"max_items\":100"));

    assertThat(ids(result.path("body"))).isEqualTo(upTo(100));
    assertThat(requests).containsExactly("null", "page=2", "page=3", "page=4");
    assertThat(result.path("notice").asString())
        .isEqualTo("100 of 250 items from 4 pages; next is the call for more.");
    assertThat(result.path("next").path("skip").intValue()).isEqualTo(10);
    assertThat(result.path("next").path("arguments").path("page").intValue()).isEqualTo(4);
  }

  @Test
  void allItemsEndTheList() {
    JsonNode result = result(listing(",\"max_items\":1000,\"fields\":[\"id\"]"));

    assertThat(ids(result.path("body"))).isEqualTo(upTo(ITEMS));
    assertThat(result.path("body").path(7)).isEqualTo(Json.of("{\"id\":7}"));
    assertThat(result.path("notice").asString())
        .isEqualTo("250 of 250 items from 10 pages; these are all.");
    assertThat(result.has("next")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {10, 500, 3_000, 40_000})
  void nextLeadsToEveryItemOnce(int length) {
    textLength = length;
    List<Integer> seen = new ArrayList<>();
    JsonNode next = Json.of(listing(",\"max_items\":250"));
    while (!next.isMissingNode() && seen.size() <= ITEMS) {
      JsonNode result = result(next.toString());
      seen.addAll(ids(result.path("body")));
      next = result.path("next");
    }

    assertThat(seen).isEqualTo(upTo(ITEMS));
  }

  @ParameterizedTest
  @ValueSource(ints = {10, 2_000, 40_000})
  void nextLeadsOnWithoutANumberOfItemsToo(int length) {
    textLength = length;
    List<Integer> seen = new ArrayList<>();
    JsonNode next = Json.of(listing(""));
    while (!next.isMissingNode() && seen.size() <= ITEMS) {
      JsonNode result = result(next.toString());
      seen.addAll(ids(result.path("body").path("data")));
      next = result.path("next");
    }

    assertThat(seen).isEqualTo(upTo(ITEMS));
  }

  @Test
  void aFieldThatWasLeftOutCanBeRequested() {
    textLength = 40_000;
    JsonNode omitted = result(listing("")).path("omitted");
    JsonNode first = result(omitted.toString());
    JsonNode second = result(first.path("next").toString());

    assertThat(omitted.path("fields")).isEqualTo(Json.of("[\"/data/0/text\"]"));
    String start = first.path("body").path("data").path(0).path("text").asString();
    String end = second.path("body").path("data").path(0).path("text").asString();
    assertThat(start + end).isEqualTo("x".repeat(40_000));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "title       | {\"data\":[{\"title\":\"t0\"}",
        "user.login  | {\"data\":[{\"user\":{\"login\":\"u\"}}",
        "data[].id   | {\"data\":[{\"id\":0}",
        "total       | {\"total\":250}",
        "/data/3/id  | {\"data\":[{\"id\":3}]}",
      })
  void fieldsAreNamedFromTheTopOrFromTheItems(String field, String start) {
    JsonNode result = result(listing(",\"fields\":[\"" + field + "\"]"));

    assertThat(result.path("body").toString()).startsWith(start);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'\"fields\":[\"titel\"]'                | fields: titel is not declared for the response:"
            + " did you mean title?",
        "'\"fields\":[\"user.name\",\"idd\"]'    | did you mean id?",
        "'\"fields\":[\"a..b\"]'                 | is not a path: it has an empty step.",
        "'\"max_items\":0'                       | max_items must be an integer from 1 to 10000.",
        "'\"skip\":-1'                           | skip must be an integer from 0 to",
        "'\"answer_tokens\":50000'               | answer_tokens must be an integer from 1000 to"
            + " 10000.",
      })
  void whatCannotBeShownIsRefusedBeforeAnythingIsSent(String argument, String problem) {
    CallToolResult result = call(execute, FULL, listing("," + argument));

    assertThat(result.isError()).isTrue();
    assertThat(text(result)).contains(problem);
    assertThat(requests).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"/data/3/id\"", "\"total\"", "\"total\",\"/data/3/title\""})
  void theNextPageIsNoContinuationOfOneItem(String fields) {
    assertThat(result(listing(",\"fields\":[" + fields + "]")).has("next")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"title\"", "\"data\"", "\"title\",\"/data/3/id\""})
  void theNextPageContinuesFieldsOfAllItems(String fields) {
    JsonNode next = result(listing(",\"fields\":[" + fields + "]")).path("next");

    assertThat(next.path("arguments").path("page").intValue()).isEqualTo(2);
  }

  /** After an item that is too long, shorter ones do not use the room that it has taken. */
  @Test
  void aLongItemEndsTheList() {
    textLength = 40_000;
    JsonNode result = result(listing(",\"max_items\":50,\"answer_tokens\":1000"));

    assertThat(ids(result.path("body"))).isEqualTo(List.of(0));
    assertThat(result.path("omitted").path("fields")).isEqualTo(Json.of("[\"/data/0/text\"]"));
    assertThat(result.path("next").path("skip").intValue()).isEqualTo(1);
  }

  @Test
  void whatIsLeftOfAChosenItemIsFoundAtItsOwnPosition() {
    textLength = 40_000;
    JsonNode result = result(listing(",\"max_items\":1,\"fields\":[\"/data/7/text\"]"));

    assertThat(result.path("omitted").path("fields")).isEqualTo(Json.of("[\"/data/7/text\"]"));
  }

  @Test
  void aDeepFieldCanBeRequested() {
    String deep = "/a".repeat(100);

    assertThat(result(listing(",\"fields\":[\"" + deep + "\"]")).path("notice").asString())
        .contains("Not in this response");
  }

  @Test
  void aWriteHasNoItems() {
    CallToolResult result =
        call(
            execute,
            FULL,
            "{\"operation\":\"issues_create\",\"arguments\":{\"owner\":\"o\",\"repo\":\"r\"},"
                + "\"body\":{\"title\":\"t\"},\"max_items\":5}");

    assertThat(text(result)).contains("max_items: is for operations that read");
    assertThat(requests).isEmpty();
  }

  @Test
  void aPageThatFailsLosesNothing() {
    failingPage = 3;
    JsonNode result = result(listing(",\"max_items\":100"));

    assertThat(ids(result.path("body"))).isEqualTo(upTo(60));
    assertThat(result.path("notice").asString())
        .endsWith("next is the call for more. The next page failed with status 500.");
    assertThat(result.path("next").path("arguments").path("page").intValue()).isEqualTo(3);
    assertThat(result.path("next").path("max_items").intValue()).isEqualTo(40);
  }

  @Test
  void theNoteOnAFormerIdIsInsideTheBudget() {
    textLength = 80;
    CallToolResult result =
        call(
            execute,
            FULL,
            "{\"operation\":\"%s\",\"arguments\":{\"owner\":\"o\",\"repo\":\"r\"},\"answer_tokens\":1000}"
                .formatted(TrackerResources.LONG_FORMER_ID));

    assertThat(text(result)).startsWith("{\"notes\":[\"the operation open").contains("\"next\":");
    assertThat(text(result).getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(3_500);
  }

  @Test
  void notesAreInsideTheBudget() {
    textLength = 80;
    StringBuilder body = new StringBuilder("{\"title\":\"t\"");
    for (String name :
        List.of(
            "name_of_the_milestone_that_it_belongs_too",
            "login_of_the_person_to_whom_it_is_asigned",
            "reason_for_which_it_was_closed_by_sombody",
            "identifier_of_the_project_that_it_is_part_off",
            "color_of_the_label_that_is_shown_beside_titel",
            "time_of_the_last_change_of_anything_about_itt",
            "address_of_the_page_on_which_people_can_reed_it",
            "whether_comments_are_open_to_everybody_or_feww")) {
      body.append(",\"").append(name).append("\":1");
    }
    CallToolResult result =
        call(
            execute,
            FULL,
            "{\"operation\":\"issues_create\",\"arguments\":{\"owner\":\"o\",\"repo\":\"r\"},"
                + "\"answer_tokens\":1000,\"body\":"
                + body
                + "}}");

    assertThat(text(result)).startsWith("{\"notes\":[").contains("assigned?");
    assertThat(text(result).getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(3_500);
  }
}
