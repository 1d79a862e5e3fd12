package dev.dragoman.runtime.app;

import static dev.dragoman.runtime.app.OwnTool.definition;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.client.ApiReply;
import dev.dragoman.runtime.extension.CallFilter;
import dev.dragoman.runtime.extension.OperationCall;
import dev.dragoman.runtime.extension.Tool;
import dev.dragoman.runtime.extension.ToolContext;
import dev.dragoman.runtime.extension.ToolDefinition;
import dev.dragoman.runtime.extension.ToolResult;
import dev.dragoman.runtime.request.Arguments;
import dev.dragoman.runtime.tool.EchoUpstream;
import dev.dragoman.runtime.tool.TrackerApi;
import dev.dragoman.runtime.tool.TrackerApi.ListIssues;
import dev.dragoman.runtime.tool.TrackerResources;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.JsonNodeFactory;

/** Tools and filters of a server's owner that do what they should not. */
class CustomToolFaultsTest {
  private static final String[] KEY = {"Authorization", "Bearer key-1"};

  @TempDir Path folder;
  private final EchoUpstream api = new EchoUpstream();
  private final CountDownLatch release = new CountDownLatch(1);

  @BeforeEach
  void write() throws IOException {
    TrackerResources.write(folder);
  }

  @AfterEach
  void close() {
    release.countDown();
    api.close();
  }

  private RunningApp running(List<Tool> tools, List<CallFilter> filters, String... more)
      throws InterruptedException {
    List<String> flags =
        new ArrayList<>(List.of("--port", "0", "--feedback", "off", "--stop-delay", "0"));
    flags.addAll(List.of(more));
    return new RunningApp(
        TrackerApi.definition(TrackerResources.anchorIn(folder)).build(),
        new Extensions(tools, filters, null, null),
        Map.of("ACME_BASE_URL", api.url().toString()),
        flags);
  }

  private static Tool tool(String name, OwnTool.Body body) {
    return new OwnTool(definition(name).build(), body);
  }

  /** What a careless developer, whose compiler does not check nullness, can return. */
  @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"})
  private static <T> T nothing() {
    return null;
  }

  @Test
  void faultsOfToolsAreResultsAndNothingElseSuffers() throws Exception {
    List<Tool> tools =
        List.of(
            tool("nothing", (in, context) -> nothing()),
            tool(
                "checked",
                (in, context) -> {
                  throw new IOException("the key is key-1");
                }),
            tool(
                "asserts",
                (in, context) -> {
                  throw new AssertionError("the key is key-1");
                }),
            tool(
                "links",
                (in, context) -> {
                  throw new NoClassDefFoundError("key-1");
                }),
            tool(
                "contradicts",
                (in, context) ->
                    new ToolResult("", Optional.of(JsonNodeFactory.instance.objectNode()), true)),
            tool(
                "interrupts",
                (in, context) -> {
                  throw new InterruptedException("key-1");
                }),
            tool("works", (in, context) -> ToolResult.text("fine")));
    try (RunningApp server = running(tools, List.of())) {
      McpClient client = server.client().with(KEY);
      for (Tool one : tools.subList(0, 6)) {
        String name = one.definition().name();
        assertThat(client.tool(name, "{}"))
            .isEqualTo("error: " + name + " failed because of a fault in the tool.");
        assertThat(client.tool("works", "{}")).isEqualTo("fine");
      }
      assertThat(server.err()).doesNotContain("key-1");
    }
  }

  @Test
  void structuredContentThatIsTooLongBecomesAnErrorAndTextIsCut() throws Exception {
    List<Tool> tools =
        List.of(
            tool("object", (in, context) -> ToolResult.json(text(50_000))),
            tool("fits", (in, context) -> ToolResult.json(text(39_000))),
            tool("exact", (in, context) -> ToolResult.text("x".repeat(40_000))),
            tool("longer", (in, context) -> ToolResult.text("x".repeat(40_001))),
            tool("error", (in, context) -> ToolResult.error("x".repeat(100_000))));
    try (RunningApp server = running(tools, List.of())) {
      McpClient client = server.client();
      assertThat(client.tool("object", "{}"))
          .isEqualTo(
              "error: object returned 50011 characters, more than this server returns (40000)."
                  + " Request less with its arguments.");
      assertThat(client.tool("fits", "{}")).hasSize(39_011);
      assertThat(client.tool("exact", "{}")).hasSize(40_000);
      assertThat(client.tool("longer", "{}"))
          .endsWith("(cut: 40000 of 40001 characters are shown)");
      assertThat(client.tool("error", "{}")).startsWith("error: xxx").hasSizeLessThan(41_000);
    }
  }

  private static tools.jackson.databind.JsonNode text(int length) {
    return JsonNodeFactory.instance.objectNode().put("text", "x".repeat(length));
  }

  @Test
  void aToolThatHangsUsesUpItsOwnPlacesOnly() throws Exception {
    Tool hangs =
        tool(
            "hangs",
            (in, context) -> {
              while (release.getCount() > 0) {
                Thread.onSpinWait();
              }
              return ToolResult.text("late");
            });
    ExecutorService clients = Executors.newFixedThreadPool(64);
    try (RunningApp server =
        running(
            List.of(hangs, tool("works", (in, context) -> ToolResult.text("fine"))),
            List.of(),
            "--tool-timeout",
            "1")) {
      List<Future<String>> calls = new ArrayList<>();
      for (int i = 0; i < 64; i++) {
        String[] key = {"Authorization", "Bearer key-" + i % 8};
        calls.add(clients.submit(() -> server.client().with(key).tool("hangs", "{}")));
      }
      for (Future<String> call : calls) {
        assertThat(call.get()).startsWith("error: hangs did not end within 1 s.");
      }
      assertThat(server.client().tool("hangs", "{}"))
          .isEqualTo("error: hangs is busy: too many calls of it have not ended. Try again later.");
      assertThat(server.client().tool("works", "{}")).isEqualTo("fine");
      release.countDown();
      server.until(() -> answer(server).equals("late"));
    } finally {
      clients.shutdownNow();
    }
  }

  private static String answer(RunningApp server) {
    try {
      return server.client().tool("hangs", "{}");
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** A tool whose definition fails. */
  private record Undefined(Supplier<ToolDefinition> source) implements Tool {
    @Override
    public ToolDefinition definition() {
      return source.get();
    }

    @Override
    public ToolResult call(Arguments arguments, ToolContext context) {
      return ToolResult.text("");
    }
  }

  private String start(List<Tool> tools) {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int exit =
        new ServerCommand(
                TrackerApi.definition(TrackerResources.anchorIn(folder)).build(),
                new Extensions(tools, List.of(), null, null),
                Map.of("ACME_BASE_URL", api.url().toString()),
                new Console(
                    new ByteArrayInputStream(new byte[0]),
                    new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
                    new PrintStream(err, true, StandardCharsets.UTF_8)))
            .run(List.of("--stdio"));
    assertThat(exit).isEqualTo(2);
    return err.toString(StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @ValueSource(strings = {"search", "execute", "submit_mcp_feedback"})
  void namesOfGeneratedToolsAreTaken(String name) {
    assertThat(start(List.of(tool(name, (in, context) -> ToolResult.text("")))))
        .contains("has the name " + name + " of a tool that every server has; give it another one")
        .doesNotContain("\tat ");
  }

  @Test
  void everyBrokenDefinitionIsReportedAtStart() {
    String said =
        start(
            List.of(
                new Undefined(() -> definition("a").input("{\"type\": \"string\"}").build()),
                new Undefined(() -> definition("b").input("{\"type\":").build()),
                new Undefined(() -> definition("c").output("7").build()),
                new Undefined(() -> definition("d").output("{}").build()),
                new Undefined(() -> definition("e e").build()),
                new Undefined(() -> ToolDefinition.builder("f").build()),
                new Undefined(
                    () -> {
                      throw new IllegalStateException();
                    }),
                new Undefined(CustomToolFaultsTest::nothing)));
    assertThat(said)
        .contains("The input schema of the tool a must have \"type\": \"object\"")
        .contains("The input schema of the tool b is not JSON.")
        .contains("The output schema of the tool c is not a JSON object.")
        .contains("The output schema of the tool d must have \"type\": \"object\"")
        .contains("The tool name \"e e\" must be 1 to 64 letters, digits, _ and -.")
        .contains("The tool f needs a title and a description")
        .contains("Undefined has no definition: java.lang.IllegalStateException")
        .contains("Undefined has no definition: it is null")
        .doesNotContain("\tat ", "Cannot invoke");
  }

  /** A filter with one fault, told by the repository. */
  private static final class Faulty implements CallFilter {
    @Override
    public OperationCall request(OperationCall call) {
      return switch (call.arguments().path("repo").asString("")) {
        case "null-request" -> nothing();
        case "throwing-request" -> throw new IllegalStateException("the key is key-1");
        default -> call;
      };
    }

    @Override
    public ApiReply response(OperationCall call, ApiReply reply) {
      return switch (call.arguments().path("repo").asString("")) {
        case "null-response" -> nothing();
        case "throwing-response" -> throw new IllegalStateException("the key is key-1");
        default -> reply;
      };
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"null-request", "throwing-request", "null-response", "throwing-response"})
  void aFaultOfAFilterFailsTheCallAndNoOther(String repository) throws Exception {
    Tool lists =
        tool(
            "lists",
            (in, context) ->
                ToolResult.text(
                    context.client().call(new ListIssues("o", repository, null)).text()));
    try (RunningApp server = running(List.of(lists), List.of(new Faulty()))) {
      McpClient client = server.client().with(KEY);
      String call =
          "{\"operation\": \"issues_list\", \"arguments\": {\"owner\": \"o\", \"repo\": \"%s\"}}";
      String failed = client.post(McpClient.call("execute", call.formatted(repository))).body();
      assertThat(failed).containsAnyOf("\"isError\":true", "\"error\":").doesNotContain("key-1");
      assertThat(client.tool("lists", "{}")).startsWith("error: ").doesNotContain("key-1");
      assertThat(client.tool("execute", call.formatted("good"))).contains("/o/good/issues");
      assertThat(api.requests()).hasSize(repository.endsWith("request") ? 1 : 3);
    }
  }
}
