package dev.dragoman.generator.mock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.generator.testing.LiveApi;
import dev.dragoman.generator.testing.LiveSession;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What mock mode keeps belongs to one caller, and is bounded. */
class MockCallersTest {
  private static final String KEYS =
      MockShop.DOCUMENT.replace(
          "components:\n",
          """
          security: [{key: []}]
          components:
            securitySchemes: {key: {type: http, scheme: bearer}}
          """);
  private static final String CREATE =
      "{\"operation\":\"createThing\",\"body\":{\"name\":\"lamp\",\"secret\":\"%s\"}}";

  @TempDir static Path folder;
  private static LiveApi api;

  @BeforeAll
  static void build() throws IOException {
    api = LiveApi.build(KEYS, folder);
  }

  private static Map<String, String> key(String key) {
    return Map.of("Authorization", "Bearer " + key, "X-Wire-Access-Mode", "full-access");
  }

  private static JsonNode execute(LiveSession server, Map<String, String> headers, String call) {
    return JsonMapper.shared().readTree(server.as(headers).call("execute", call));
  }

  @Test
  void callersAreApart() throws IOException {
    try (LiveSession server = api.http(Map.of(), "--mock")) {
      JsonNode created = execute(server, key("one"), CREATE.formatted("x")).path("body");
      String read =
          "{\"operation\":\"getThing\",\"arguments\":{\"thing_id\":" + created.path("id") + "}}";
      assertThat(execute(server, key("one"), read).path("body").path("name").asString())
          .isEqualTo("lamp");
      assertThat(execute(server, key("two"), read).path("body").path("name").asString())
          .isNotEqualTo("lamp");
      String list = "{\"operation\":\"listThings\"}";
      assertThat(execute(server, key("one"), list).path("body")).hasSize(26);
      assertThat(execute(server, key("two"), list).path("body")).hasSize(25);

      Map<String, String> reader = Map.of("Authorization", "Bearer one");
      assertThat(execute(server, reader, read).path("body").path("name").asString())
          .as("the access mode does not change whose items they are")
          .isEqualTo("lamp");
    }
  }

  @Test
  void aRestartBeginsAnew() throws IOException {
    List<String> ids = new ArrayList<>();
    for (int run = 0; run < 2; run++) {
      try (LiveSession server = api.stdio(Map.of("WIRE_API_KEY", "one"), "--mock")) {
        JsonNode created =
            JsonMapper.shared().readTree(server.call("execute", CREATE.formatted("x")));
        ids.add(created.path("body").path("id").asString());
        JsonNode list =
            JsonMapper.shared().readTree(server.call("execute", "{\"operation\":\"listThings\"}"));
        assertThat(list.path("body")).hasSize(26);
      }
    }
    assertThat(ids.get(0)).isEqualTo(ids.get(1));
  }

  @Test
  void manyChangesAreRefusedAndOthersUnharmed() throws IOException {
    String large = "x".repeat(100_000);
    try (LiveSession server = api.http(Map.of(), "--mock")) {
      int kept = 0;
      JsonNode last = execute(server, key("greedy"), CREATE.formatted(large));
      while (last.path("status").asInt() == 201 && kept < 100) {
        kept++;
        last = execute(server, key("greedy"), CREATE.formatted(large));
      }
      assertThat(kept).isBetween(5, 20);
      assertThat(last.path("status").asInt()).isEqualTo(507);
      assertThat(last.path("body").path("detail").asString()).contains("Restart the server");
      assertThat(execute(server, key("modest"), CREATE.formatted("x")).path("status").asInt())
          .isEqualTo(201);
    }
  }

  @Test
  void theCallersOfLongestAgoAreForgotten() throws IOException {
    try (LiveSession server = api.http(Map.of(), "--mock")) {
      for (int caller = 0; caller <= 100; caller++) {
        JsonNode created = execute(server, key("caller-" + caller), CREATE.formatted("x"));
        assertThat(created.path("status").asInt()).isEqualTo(201);
      }
      String list = "{\"operation\":\"listThings\"}";
      assertThat(execute(server, key("caller-100"), list).path("body")).hasSize(26);
      assertThat(execute(server, key("caller-0"), list).path("body")).hasSize(25);
    }
  }

  @Test
  void callsAtTheSameTimeGetDifferentIds() throws IOException {
    try (LiveSession server = api.http(Map.of(), "--mock")) {
      Set<String> ids = ConcurrentHashMap.newKeySet();
      IntStream.range(0, 60)
          .parallel()
          .forEach(
              one ->
                  ids.add(
                      execute(server, key("one"), CREATE.formatted("x"))
                          .path("body")
                          .path("id")
                          .asString()));
      assertThat(ids).hasSize(60);
      String list = "{\"operation\":\"listThings\",\"arguments\":{\"per_page\":100}}";
      assertThat(execute(server, key("one"), list).path("body")).hasSize(85);
    }
  }

  @Test
  void theAuditLogSaysThatItIsAMock() throws IOException {
    Path audit = folder.resolve("audit.jsonl");
    try (LiveSession server = api.http(Map.of(), "--mock", "--audit", audit.toString())) {
      assertThat(execute(server, key("one"), CREATE.formatted("x")).has("mock")).isTrue();
      assertThat(server.instructions()).startsWith("This server is a mock: ");
    }
    assertThat(lines(audit)).singleElement().asString().contains("\"mock\":true", "createThing");
  }

  @Test
  void aServerThatCallsTheApiDoesNotSayMock() throws IOException {
    Path audit = folder.resolve("live.jsonl");
    try (LiveSession server = api.http(Map.of(), "--audit", audit.toString())) {
      String text =
          server
              .as(key("one"))
              .call("execute", "{\"operation\":\"getThing\",\"arguments\":{\"thing_id\":1}}");
      assertThat(text).doesNotContain("mock");
      assertThat(server.instructions()).startsWith("This server calls the API");
    }
    assertThat(lines(audit)).singleElement().asString().doesNotContain("mock");
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
