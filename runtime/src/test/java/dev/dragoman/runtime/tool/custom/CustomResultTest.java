package dev.dragoman.runtime.tool.custom;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.AccessNames;
import dev.dragoman.runtime.ServerDefinition;
import dev.dragoman.runtime.execute.http.HttpExecutor;
import dev.dragoman.runtime.execute.origin.Upstream;
import dev.dragoman.runtime.extension.Tool;
import dev.dragoman.runtime.extension.ToolContext;
import dev.dragoman.runtime.extension.ToolDefinition;
import dev.dragoman.runtime.extension.ToolResult;
import dev.dragoman.runtime.guard.Guard;
import dev.dragoman.runtime.json.JsonReader;
import dev.dragoman.runtime.mcp.tool.CallToolResult;
import dev.dragoman.runtime.metrics.Metrics;
import dev.dragoman.runtime.request.Arguments;
import dev.dragoman.runtime.tool.ApiOperations;
import dev.dragoman.runtime.tool.ToolFixture;
import dev.dragoman.runtime.tool.TrackerApi;
import dev.dragoman.runtime.tool.call.CallOptions;
import dev.dragoman.runtime.tool.call.ConfirmationMode;
import dev.dragoman.runtime.tool.confirm.ToolConfirmation;
import dev.dragoman.runtime.tool.execute.ApiBackend;
import dev.dragoman.runtime.tool.execute.CallHooks;
import dev.dragoman.runtime.tool.execute.OperationCalls;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The bound of what a tool of the owner returns. */
class CustomResultTest {
  private static final int MOST = 5;

  private record Fixed(ToolResult result) implements Tool {
    @Override
    public ToolDefinition definition() {
      return ToolDefinition.builder("fixed").title("Fixed").description("Returns a text.").build();
    }

    @Override
    public ToolResult call(Arguments arguments, ToolContext context) {
      return result;
    }
  }

  private static CallToolResult returned(ToolResult result) {
    ServerDefinition definition = TrackerApi.definition(CustomResultTest.class).build();
    OperationCalls calls =
        new OperationCalls(
            new ApiOperations(definition),
            new Guard(AccessNames.of("Acme")),
            ApiBackend.live(
                () ->
                    new HttpExecutor(
                        definition, Upstream.named(URI.create("https://api.example.com")))),
            CallOptions.defaults(),
            CallHooks.counting(new Metrics()));
    CustomTool tool =
        new CustomTool(
            new Fixed(result),
            new Guard(AccessNames.of("Acme")),
            new ToolConfirmation(ConfirmationMode.OFF, definition),
            calls,
            new CustomToolSettings(Duration.ofSeconds(5), 1, MOST, event -> {}, false));
    return ToolFixture.call(tool, ToolFixture.FULL, "{}");
  }

  @ParameterizedTest
  @CsvSource({
    "'', ''",
    "abcde, abcde",
    "abc😀, abc😀",
    "abcdef, 'abcde\n(cut: 5 of 6 characters are shown)'",
    "abcd😀, 'abcd\n(cut: 4 of 6 characters are shown)'",
    "abc😀f, 'abc😀\n(cut: 5 of 6 characters are shown)'"
  })
  void aLongTextIsCutBetweenCharacters(String text, String shown) {
    assertThat(ToolFixture.text(returned(ToolResult.text(text)))).isEqualTo(shown);
  }

  /** Half an object is not JSON, so a model would read something else than what was returned. */
  @Test
  void aLongObjectIsAnError() {
    CallToolResult result = returned(ToolResult.json(JsonReader.forResponses().read("{\"a\":1}")));
    assertThat(result.isError()).isTrue();
    assertThat(result.structured()).isEmpty();
    assertThat(ToolFixture.text(result)).contains("7 characters").contains("(5)");
  }
}
