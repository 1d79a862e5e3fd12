package dev.dragoman.runtime.tool.execute;

import static dev.dragoman.runtime.tool.ToolFixture.FULL;
import static dev.dragoman.runtime.tool.ToolFixture.call;
import static dev.dragoman.runtime.tool.ToolFixture.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.AccessNames;
import dev.dragoman.runtime.ServerDefinition;
import dev.dragoman.runtime.execute.RawUpstream;
import dev.dragoman.runtime.execute.http.HttpExecutor;
import dev.dragoman.runtime.execute.origin.Upstream;
import dev.dragoman.runtime.guard.Guard;
import dev.dragoman.runtime.json.JsonReader;
import dev.dragoman.runtime.mcp.tool.CallToolResult;
import dev.dragoman.runtime.mcp.tool.CallToolResult.Content;
import dev.dragoman.runtime.tool.ApiOperations;
import dev.dragoman.runtime.tool.TrackerApi;
import dev.dragoman.runtime.tool.TrackerResources;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Any response, any fields and any budget, through the tool and an API on loopback: each result is
 * JSON within its budget, what it shows is equal to the original, and {@code next} and {@code
 * omitted}, sent as they are, lead to all of the rest and to nothing twice.
 */
class AnyAnswerPropertyTest {
  private static final int CASES = Integer.getInteger("dragoman.cases", 8);
  private static final Pattern PAGE = Pattern.compile("[?&]page=(\\d+)");

  /** Other cases than the usual ones. */
  private static final long FIRST = Long.getLong("dragoman.seed", 0);

  private static final int MOST_CALLS = 3_000;
  private static final String PAGED =
      """
      {"parameters": [
         {"name": "owner", "argument": "owner", "in": "path", "required": true, "schema": {"type": "string"}},
         {"name": "repo", "argument": "repo", "in": "path", "required": true, "schema": {"type": "string"}},
         {"name": "page", "argument": "page", "in": "query", "schema": {"type": "integer"}}],
       "paging": {"kind": "page", "in": "query", "parameter": "page", "argument": "page",
         "items": "data", "first": 1, "last": "end"}}
      """;

  @TempDir Path folder;
  private RawUpstream api;
  private ExecuteTool execute;
  private volatile List<JsonNode> pages = List.of();
  private volatile String link = "";
  private volatile boolean plain;

  @BeforeEach
  void open() throws IOException {
    TrackerResources.write(
        folder, TrackerResources.cards(), Map.of("issues_list", PAGED), Map.of());
    api = RawUpstream.keeping(this::respond);
    ServerDefinition definition = TrackerApi.definition(TrackerResources.anchorIn(folder)).build();
    execute =
        new ExecuteTool(
            new ApiOperations(definition),
            new Guard(AccessNames.of("Acme")),
            ApiBackend.live(() -> new HttpExecutor(definition, Upstream.named(api.url()))));
  }

  @AfterEach
  void close() {
    api.close();
  }

  private void respond(String request, OutputStream out) throws IOException {
    Matcher page = PAGE.matcher(request);
    JsonNode body = pages.get(page.find() ? Integer.parseInt(page.group(1)) - 1 : 0);
    String head = "HTTP/1.1 200 OK\nContent-Type: " + (plain ? "text/plain" : "application/json");
    String text = plain ? body.stringValue() : escaped(body);
    out.write(
        RawUpstream.withBody(
            head + (link.isEmpty() ? "" : "\nLocation: " + link),
            text.getBytes(StandardCharsets.UTF_8)));
  }

  /** Half of a surrogate pair cannot be written in UTF-8 (RFC 8259, section 8.2). */
  private static String escaped(JsonNode body) {
    StringBuilder text = new StringBuilder();
    body.toString()
        .codePoints()
        .forEach(
            point -> {
              if (point >= 0xD800 && point <= 0xDFFF) {
                text.append(String.format("\\u%04x", point));
              } else {
                text.appendCodePoint(point);
              }
            });
    return text.toString();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void oneResponseIsShownOnce(long seed) {
    for (int i = 0; i < CASES; i++) {
      Random random = new Random(seed * 1_000 + FIRST + i);
      AnyAnswer answer = new AnyAnswer(random);
      plain = random.nextInt(10) == 0;
      JsonNode body = plain ? answer.text() : answer.body();
      pages = List.of(body);
      link = random.nextInt(5) == 0 ? "/" + "x".repeat(random.nextInt(6_000)) : "";
      List<String> fields = plain ? List.of() : answer.fields(body);
      ObjectNode first = first("status_get", fields, random);
      follow(first, AnyAnswer.selected(body, steps(fields)), "seed " + seed + ", case " + i);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13, 14, 15, 16})
  void pagesAreShownOnce(long seed) {
    for (int i = 0; i < CASES; i++) {
      Random random = new Random(seed * 1_000 + FIRST + i);
      AnyAnswer answer = new AnyAnswer(random);
      List<ArrayNode> items = answer.pages();
      JsonNode page = items.get(0);
      List<String> fields = answer.fields(page);
      pages = wrapped(items);
      ObjectNode first = first("issues_list", below(fields), random);
      first
          .putObject("arguments")
          .put("owner", "o")
          .put("repo", "r".repeat(1 + random.nextInt(300)));
      ArrayNode expected = JsonNodeFactory.instance.arrayNode();
      if (random.nextBoolean()) {
        first.put("max_items", 1 + random.nextInt(60));
        items.forEach(list -> expected.add(AnyAnswer.selected(list, steps(fields))));
      } else {
        boolean ofOne =
            !fields.isEmpty() && fields.stream().allMatch(f -> f.matches("/[0-9]+(/.*)?"));
        for (int k = 0; k < (ofOne ? 1 : items.size()); k++) {
          expected.add(
              fields.isEmpty()
                  ? pages.get(k)
                  : AnyAnswer.selected(pages.get(k), steps(below(fields))));
        }
      }
      follow(first, expected, "seed " + seed + ", case " + i);
    }
  }

  private static List<String> below(List<String> fields) {
    return fields.stream().map(f -> f.startsWith("/") ? "/data" + f : "data." + f).toList();
  }

  private static List<JsonNode> wrapped(List<ArrayNode> items) {
    ObjectNode[] all = new ObjectNode[items.size()];
    for (int i = 0; i < all.length; i++) {
      all[i] = JsonNodeFactory.instance.objectNode().put("page", "number " + i);
      all[i].put("end", i == all.length - 1).set("data", items.get(i));
    }
    return List.of(all);
  }

  private static List<List<String>> steps(List<String> fields) {
    return fields.stream().map(AnyAnswer::steps).toList();
  }

  private static ObjectNode first(String operation, List<String> fields, Random random) {
    ObjectNode call = JsonNodeFactory.instance.objectNode().put("operation", operation);
    if (!fields.isEmpty()) {
      ArrayNode names = call.putArray("fields");
      fields.forEach(names::add);
    }
    if (random.nextInt(4) > 0) {
      call.put("answer_tokens", 1_000 + random.nextInt(random.nextBoolean() ? 200 : 9_000));
    }
    return call;
  }

  /** Follows a call to the end of what it leads to. */
  private void follow(ObjectNode first, JsonNode expected, String name) {
    ShownOnce shown = new ShownOnce(expected, name + ": " + first);
    Deque<JsonNode> calls = new ArrayDeque<>(List.of(first));
    Set<JsonNode> made = new HashSet<>();
    while (!calls.isEmpty()) {
      JsonNode next = calls.pop();
      assertThat(made.add(next)).as("%s makes a call twice: %s", name, next).isTrue();
      assertThat(made.size()).as("%s: calls", name).isLessThan(MOST_CALLS);
      JsonNode result = result(next, name);
      shown.add(result.path("body"), next);
      for (String more : List.of("omitted", "next")) {
        if (result.has(more)) {
          calls.push(result.path(more));
        }
      }
    }
    shown.assertComplete();
  }

  private JsonNode result(JsonNode call, String name) {
    CallToolResult result = call(execute, FULL, call.toString());
    String text = text(result);
    assertThat(result.isError()).as("%s: %s%n%s", name, call, text).isFalse();
    int size =
        result.content().stream()
            .mapToInt(
                block -> ((Content.Text) block).text().getBytes(StandardCharsets.UTF_8).length)
            .sum();
    int tokens = call.path("answer_tokens").asInt(10_000);
    assertThat(size)
        .as("%s: %s%n%s", name, call, text)
        .isLessThanOrEqualTo((int) Math.round(tokens * 3.5));
    ObjectNode json =
        (ObjectNode)
            JsonReader.forResponses()
                .find(text)
                .orElseThrow(() -> new AssertionError(name + " is not JSON: " + text));
    return plain ? json.put("body", ((Content.Text) result.content().get(1)).text()) : json;
  }
}
