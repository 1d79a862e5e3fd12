package dev.dragoman.runtime.tool.execute;

import static dev.dragoman.runtime.tool.ToolFixture.FULL;
import static dev.dragoman.runtime.tool.ToolFixture.call;
import static dev.dragoman.runtime.tool.ToolFixture.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.AccessNames;
import dev.dragoman.runtime.ServerDefinition;
import dev.dragoman.runtime.execute.IdempotencyHeaders;
import dev.dragoman.runtime.execute.RawUpstream;
import dev.dragoman.runtime.execute.http.HttpExecutor;
import dev.dragoman.runtime.execute.http.ResilienceSettings;
import dev.dragoman.runtime.execute.origin.Upstream;
import dev.dragoman.runtime.guard.Guard;
import dev.dragoman.runtime.mcp.tool.CallToolResult;
import dev.dragoman.runtime.metrics.Metrics;
import dev.dragoman.runtime.tool.ApiOperations;
import dev.dragoman.runtime.tool.TrackerApi;
import dev.dragoman.runtime.tool.TrackerResources;
import dev.dragoman.runtime.tool.call.CallOptions;
import dev.dragoman.runtime.tool.call.ConfirmationMode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** Writes whose repetition the API notices. */
class IdempotencyTest {
  private static final Pattern KEY =
      Pattern.compile("\r\nX-Once: ([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})\r\n");
  private static final String CREATE =
      "{\"operation\": \"issues_create\", \"arguments\": {\"owner\": \"o\", \"repo\": \"r\"},"
          + " \"body\": {\"title\": \"t\"}%s}";
  private static final String UNAVAILABLE = "HTTP/1.1 503 No\nContent-Length: 0\n\n";

  @TempDir Path folder;
  private final RawUpstream api = RawUpstream.answering(UNAVAILABLE);

  @BeforeEach
  void write() throws IOException {
    TrackerResources.write(folder);
  }

  @AfterEach
  void close() {
    api.close();
  }

  private CallToolResult execute(Optional<String> header, String json) {
    return call(tool(header), FULL, json);
  }

  private ExecuteTool tool(Optional<String> header) {
    ServerDefinition definition = TrackerApi.definition(TrackerResources.anchorIn(folder)).build();
    ResilienceSettings resilience =
        new ResilienceSettings(8, new IdempotencyHeaders(header), new Metrics());
    return new ExecuteTool(
        new ApiOperations(definition),
        new Guard(AccessNames.of("Acme")),
        ApiBackend.live(() -> new HttpExecutor(definition, Upstream.named(api.url()), resilience)),
        new CallOptions(
            true,
            Optional.empty(),
            Optional.empty(),
            ConfirmationMode.OFF,
            header,
            CallOptions.DEFAULT_ANSWER_TOKENS));
  }

  private static String note(CallToolResult result) {
    // The result is one JSON value, the notes included.
    assertThat(result.content()).hasSize(1);
    return JsonMapper.shared().readTree(text(result)).path("notes").path(0).asString("");
  }

  @Test
  @DisplayName("S18 without a header for keys a write is sent once, and a key is refused")
  void withoutAHeader() {
    assertThat(text(execute(Optional.empty(), CREATE.formatted("")))).contains("\"status\":503");
    assertThat(api.requests()).hasSize(1);
    CallToolResult refused =
        execute(Optional.empty(), CREATE.formatted(", \"idempotency_key\": \"k\""));
    assertThat(refused.isError()).isTrue();
    assertThat(text(refused))
        .contains("does not declare an idempotency key", "--idempotency-header");
    assertThat(api.requests()).hasSize(1);
  }

  @Test
  @DisplayName("S18 a write with a key is sent twice at most, with one key, which is told")
  void aKeyIsMadeForEachCall() {
    CallToolResult result = execute(Optional.of("X-Once"), CREATE.formatted(""));
    execute(Optional.of("X-Once"), CREATE.formatted(""));

    List<String> keys =
        api.requests().stream()
            .map(request -> KEY.matcher(request).results().findFirst().orElseThrow().group(1))
            .toList();
    assertThat(keys).hasSize(4);
    assertThat(keys.get(0)).isEqualTo(keys.get(1)).isNotEqualTo(keys.get(2));
    assertThat(note(result)).contains("idempotency key " + keys.get(0));
  }

  @Test
  void theKeyIsAPropertyOfItsOwnWhereOnlyTheOperatorKnowsTheHeader() {
    assertThat(tool(Optional.of("X-Once")).descriptor().inputSchema().at("/properties"))
        .anyMatch(property -> property.path("description").asString("").contains("earlier call"));
    assertThat(tool(Optional.empty()).descriptor().inputSchema().at("/properties"))
        .noneMatch(property -> property.path("description").asString("").contains("earlier call"));
  }

  @Test
  void aKeyOfAnEarlierCallIsSentAgain() {
    String json = CREATE.formatted(", \"idempotency_key\": \"key-of-before\"");

    assertThat(note(execute(Optional.of("X-Once"), json))).contains("key-of-before");
    assertThat(api.requests()).hasSize(2).allMatch(sent -> sent.contains("X-Once: key-of-before"));
  }

  /** The document says of this header that it is "a" or "b". */
  @Test
  void aHeaderThatTakesNoMadeUpKeyGetsNone() {
    assertThat(text(execute(Optional.of("trace"), CREATE.formatted("")))).contains("503");

    assertThat(api.requests()).hasSize(1).noneMatch(sent -> sent.contains("trace"));
  }

  @Test
  void readsAndPreviewsGetNoKeyOfTheOperators() {
    assertThat(text(execute(Optional.of("X-Once"), "{\"operation\": \"users_me\"}")))
        .contains("503");
    assertThat(api.requests()).hasSize(2).noneMatch(sent -> sent.contains("X-Once"));
    CallToolResult preview =
        execute(Optional.of("X-Once"), CREATE.formatted(", \"dry_run\": true"));
    assertThat(text(preview)).contains("X-Once: ");
    assertThat(preview.content()).hasSize(1);
  }

  @Test
  @DisplayName("S9 a key with a line break is not sent")
  void aKeyWithALineBreak() {
    CallToolResult result =
        execute(Optional.of("X-Once"), CREATE.formatted(", \"idempotency_key\": \"a\\r\\nX: b\""));

    assertThat(result.isError()).isTrue();
    assertThat(text(result)).contains("nothing was sent");
    assertThat(api.requests()).isEmpty();
  }
}
