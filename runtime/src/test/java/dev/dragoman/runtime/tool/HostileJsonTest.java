package dev.dragoman.runtime.tool;

import static dev.dragoman.runtime.tool.ToolFixture.FULL;
import static dev.dragoman.runtime.tool.ToolFixture.call;
import static dev.dragoman.runtime.tool.ToolFixture.text;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.AccessNames;
import dev.dragoman.runtime.ServerDefinition;
import dev.dragoman.runtime.execute.RawUpstream;
import dev.dragoman.runtime.execute.http.HttpExecutor;
import dev.dragoman.runtime.execute.origin.Upstream;
import dev.dragoman.runtime.guard.Guard;
import dev.dragoman.runtime.mcp.tool.CallToolResult;
import dev.dragoman.runtime.tool.execute.ApiBackend;
import dev.dragoman.runtime.tool.execute.ExecuteTool;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** JSON from agents and from the API that is dear to read or to work with. */
class HostileJsonTest {
  private static final String PUT =
      "{\"operation\": \"put\", \"arguments\": {\"id\": \"x\"%s}, \"body\": %s}";

  @TempDir Path folder;
  private final List<String> requests = Collections.synchronizedList(new ArrayList<>());

  @BeforeEach
  void open() throws IOException {
    DepotApi.write(folder);
  }

  /** Runs a call against an API that answers with this JSON. */
  private CallToolResult run(String json, String response) {
    byte[] head =
        RawUpstream.withBody(
            "HTTP/1.1 200 OK\nContent-Type: application/json", response.getBytes(UTF_8));
    try (RawUpstream api =
        RawUpstream.scripted(
            (request, out) -> {
              requests.add(request);
              out.write(head);
            })) {
      ServerDefinition definition = DepotApi.definition(TrackerResources.anchorIn(folder)).build();
      ExecuteTool execute =
          new ExecuteTool(
              new ApiOperations(definition),
              new Guard(AccessNames.of("Acme")),
              ApiBackend.live(() -> new HttpExecutor(definition, Upstream.named(api.url()))));
      long begin = System.nanoTime();
      CallToolResult result = call(execute, FULL, json);
      assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(10));
      return result;
    }
  }

  @ParameterizedTest(name = "S12 a response with {0} hides no write")
  @ValueSource(
      strings = {
        "1e99999999999",
        "1e2147483650",
        "123456789e2147483647123",
        "-1E+9999999999999999999",
        "1e-99999999999",
        "1e1000000",
        "1e999999999",
        "10e2147483647"
      })
  void responsesAreShown(String number) {
    CallToolResult result = run(PUT.formatted("", "{\"name\": \"n\"}"), "{\"n\":" + number + "}");

    assertThat(text(result)).contains("\"status\":200");
    assertThat(result.content().toString()).matches("(?is).*\"n.*\\d[eE].*").hasSizeLessThan(500);
    assertThat(result.content().toString()).doesNotContain("E+2147483655");
    assertThat(result.isError()).isFalse();
    assertThat(requests).hasSize(1);
  }

  @ParameterizedTest(name = "S15 the argument {0} is refused, or sent in few bytes")
  @CsvSource(
      delimiter = '|',
      value = {
        ", \"page\": 1e1000000          | {\"name\": \"n\"}",
        ", \"page\": 1e999999999        | {\"name\": \"n\"}",
        ", \"page\": \"1e999999999\"    | {\"name\": \"n\"}",
        ", \"page\": \"1e99999999999\"  | {\"name\": \"n\"}",
        ", \"page\": 1e-999999999       | {\"name\": \"n\"}",
        "''                             | {\"name\": \"n\", \"items\": [{\"price\": 1e999999999}]}",
        "''                             | {\"name\": 1e999999999}",
        "''                             | \"{\\\"name\\\": \\\"n\\\", \\\"items\\\": [{\\\"price\\\": 1e99999999999}]}\"",
        "''                             | \"{\\\"name\\\": \\\"n\\\", \\\"items\\\": [{\\\"price\\\": 1e999999999}]}\"",
        ", \"labels\": [1e999999999]    | {\"name\": \"n\"}",
        ", \"trace\": 1e999999999       | {\"name\": \"n\"}"
      })
  void argumentsCostNothing(String argument, String body) {
    CallToolResult result =
        run(PUT.formatted(argument.equals("''") ? "" : argument, body), "{\"ok\":true}");

    if (result.isError()) {
      assertThat(text(result)).startsWith("The arguments do not fit; nothing was sent.");
      assertThat(requests).isEmpty();
    } else {
      assertThat(requests).singleElement().asString().hasSizeLessThan(1_000);
    }
  }

  @ParameterizedTest(name = "S9 half a surrogate pair is refused: {1} {0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "''                       | {\"name\": \"a\\ud800\"}",
        "''                       | {\"name\": \"n\", \"items\": [{\"price\": 1, \"x\": [\"\\udc00\"]}]}",
        "''                       | \"{\\\"name\\\": \\\"a\\\\ud800\\\"}\"",
        ", \"labels\": [\"\\ud800\"] | {\"name\": \"n\"}",
        ", \"trace\": \"a\\ud800\"   | {\"name\": \"n\"}"
      })
  void halfPairsAreRefused(String argument, String body) {
    CallToolResult result = run(PUT.formatted(argument.equals("''") ? "" : argument, body), "{}");

    assertThat(text(result)).startsWith("The arguments do not fit; nothing was sent.");
    assertThat(text(result)).contains("is not valid Unicode text");
    assertThat(requests).isEmpty();
  }

  @Test
  @DisplayName("S15 long texts of digits are refused, not calculated with")
  void textsOfDigits() {
    String digits = "9".repeat(2_000_000);
    CallToolResult result =
        run(PUT.formatted(", \"page\": \"" + digits + "\"", "{\"name\": \"n\"}"), "{}");

    assertThat(text(result)).startsWith("The arguments do not fit").hasSizeLessThan(2_000);
  }

  @Test
  @DisplayName("S15 values in JSON texts count as the values of a message do")
  void valuesInTexts() {
    String many = "{},".repeat(60_000);
    String texts = ("\"[" + many + "1]\",").repeat(10);
    CallToolResult result =
        run(PUT.formatted(", \"labels\": [" + texts + "\"a\"]", "{\"name\": \"n\"}"), "{}");

    assertThat(result.isError()).isTrue();
    assertThat(text(result)).contains("JSON text").hasSizeLessThan(2_000);
    assertThat(requests).isEmpty();
  }
}
