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
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Pages that an API links in the headers of its responses, and its document does not mention. */
class UnannouncedPagesTest {
  private static final int ITEMS = 70;
  private static final int PAGE = 30;
  private static final StateKey KEY = StateKey.of("0123456789abcdef0123456789abcdef");
  private static final String PARAMETERS =
      """
      {"parameters": [
         {"name": "owner", "argument": "owner", "in": "path", "required": true, "schema": {"type": "string"}},
         {"name": "repo", "argument": "repo", "in": "path", "required": true, "schema": {"type": "string"}},
         {"name": "page", "argument": "page", "in": "query", "schema": {"type": "integer"}}],
       "responses": {"200": {"content": {"application/json": {"schema": {}}}}}}
      """;

  @TempDir Path folder;
  private final List<URI> requests = new CopyOnWriteArrayList<>();
  private HttpServer api;
  private ExecuteTool execute;

  /** A header line of a page; {@code NEXT} is the query of the next one. */
  private String link = "<?NEXT>; rel=\"next\"";

  private boolean isWrapped;

  @BeforeEach
  void open() throws IOException {
    TrackerResources.write(
        folder, TrackerResources.cards(), Map.of("issues_list", PARAMETERS), Map.of());
    api = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    api.createContext("/", this::respond);
    api.start();
    ServerDefinition definition = TrackerApi.definition(TrackerResources.anchorIn(folder)).build();
    ApiOperations operations = new ApiOperations(definition);
    URI base = URI.create("http://127.0.0.1:" + api.getAddress().getPort());
    OperationCalls calls =
        new OperationCalls(
            operations,
            new Guard(AccessNames.of("Acme")),
            ApiBackend.live(() -> new HttpExecutor(definition, Upstream.named(base))),
            CallOptions.defaults(),
            CallHooks.counting(new Metrics()),
            new PageSeal(() -> KEY, Instant::now));
    execute =
        new ExecuteTool(
            operations, calls, CallOptions.defaults(), CallHooks.counting(new Metrics()));
  }

  @AfterEach
  void close() {
    api.stop(0);
  }

  private void respond(HttpExchange exchange) throws IOException {
    URI target = exchange.getRequestURI();
    requests.add(target);
    String query = String.valueOf(target.getQuery());
    int start =
        query.contains("page=") ? Integer.parseInt(query.replaceFirst(".*page=(\\d+).*", "$1")) : 0;
    int end = Math.min(ITEMS, start + PAGE);
    ArrayNode items = JsonNodeFactory.instance.arrayNode();
    IntStream.range(start, end).forEach(id -> items.addObject().put("id", id));
    JsonNode body = items;
    if (isWrapped) {
      ObjectNode around = JsonNodeFactory.instance.objectNode().put("kind", "list");
      around.set("found", items);
      body = around;
    }
    if (end < ITEMS) {
      exchange
          .getResponseHeaders()
          .add("Link", link.replace("NEXT", "page=" + end + "&mark=m%2F1"));
    } else {
      exchange.getResponseHeaders().add("Link", "<?page=0>; rel=first");
    }
    byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private static String listing(String more) {
    return "{\"operation\":\"issues_list\",\"arguments\":{\"owner\":\"o\",\"repo\":\"r\"}"
        + more
        + "}";
  }

  private JsonNode result(String arguments) {
    CallToolResult result = call(execute, FULL, arguments);
    assertThat(result.isError()).as(text(result)).isFalse();
    return Json.of(text(result));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void nextReadsThemOneByOne(boolean wrapped) {
    isWrapped = wrapped;
    List<Integer> seen = new ArrayList<>();
    JsonNode next = Json.of(listing(""));
    while (!next.isMissingNode()) {
      JsonNode result = result(next.toString());
      JsonNode list = wrapped ? result.path("body").path("found") : result.path("body");
      list.values().forEach(item -> seen.add(item.path("id").intValue()));
      next = result.path("next");
    }
    assertThat(seen).isEqualTo(IntStream.range(0, ITEMS).boxed().toList());
    assertThat(requests)
        .extracting(URI::getRawQuery)
        .containsExactly(null, "page=30&mark=m%2F1", "page=60&mark=m%2F1");
  }

  @Test
  void maxItemsCollectsThem() {
    JsonNode result = result(listing(",\"max_items\":100"));

    assertThat(result.path("body").size()).isEqualTo(ITEMS);
    assertThat(result.path("notice").stringValue())
        .isEqualTo("70 items from 3 pages; these are all.");
  }

  @Test
  void maxItemsEndsWithTheCallForMore() {
    JsonNode result = result(listing(",\"max_items\":40"));
    assertThat(result.path("body").size()).isEqualTo(40);

    JsonNode rest = result(result.path("next").toString());
    assertThat(rest.path("body").get(0).path("id").intValue()).isEqualTo(40);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<?NEXT>; rel=\"last\"",
        "<?NEXT>; rel=\"self\"",
        "<?NEXT>; rel=\"help\"; title=\"next\"",
        "no link"
      })
  void otherLinksAreNoPages(String other) {
    link = other;

    assertThat(result(listing("")).has("next")).isFalse();
    assertThat(requests).hasSize(1);
  }

  @Test
  void aCallThatChangesSomethingIsNotRepeatedForALink() {
    JsonNode result =
        result(
            "{\"operation\":\"issues_create\",\"arguments\":{\"owner\":\"o\",\"repo\":\"r\"},"
                + "\"body\":{\"title\":\"t\"}}");

    assertThat(result.has("next")).isFalse();
  }
}
