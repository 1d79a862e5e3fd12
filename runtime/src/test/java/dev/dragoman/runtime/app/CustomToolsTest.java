package dev.dragoman.runtime.app;

import static dev.dragoman.runtime.app.OwnTool.definition;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.AccessLevel;
import dev.dragoman.runtime.client.ApiReply;
import dev.dragoman.runtime.extension.CallFilter;
import dev.dragoman.runtime.extension.OperationCall;
import dev.dragoman.runtime.extension.RefusedException;
import dev.dragoman.runtime.extension.Tool;
import dev.dragoman.runtime.extension.ToolContext;
import dev.dragoman.runtime.extension.ToolDefinition;
import dev.dragoman.runtime.extension.ToolResult;
import dev.dragoman.runtime.request.Arguments;
import dev.dragoman.runtime.tool.EchoUpstream;
import dev.dragoman.runtime.tool.TrackerApi;
import dev.dragoman.runtime.tool.TrackerApi.CreateIssue;
import dev.dragoman.runtime.tool.TrackerApi.DeleteIssue;
import dev.dragoman.runtime.tool.TrackerApi.ListIssues;
import dev.dragoman.runtime.tool.TrackerResources;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Whole servers over HTTP with tools and filters of their owner. */
class CustomToolsTest {
  private static final String[] WRITER = {
    "Authorization", "Bearer key-1", "X-Acme-Access-Mode", "full-access"
  };

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

  /** Lists the issues of a repository and returns what the API said. */
  private static Tool lister() {
    return new OwnTool(
        definition("audit_issues")
            .input(
                """
                {"type": "object", "required": ["repo"], "additionalProperties": false,
                 "properties": {"repo": {"type": "string", "minLength": 2},
                                "page": {"type": "integer", "minimum": 1},
                                "states": {"type": "array", "items": {"enum": ["open", "closed"]}}}}
                """)
            .output(
                "{\"type\": \"object\", \"properties\": {\"uri\": {\"type\": \"string\"}}, \"required\": [\"uri\"]}")
            .build(),
        (in, context) -> {
          ApiReply reply =
              context
                  .client()
                  .call(
                      new ListIssues(
                          "o", in.required("repo").asString(), in.optional("page").asInt()));
          ObjectNode result = JsonNodeFactory.instance.objectNode();
          return ToolResult.json(result.put("uri", reply.json().path("uri").stringValue()));
        });
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

  private static JsonNode listed(McpClient client, String name) throws Exception {
    JsonNode tools =
        client.result(McpClient.message("tools/list", JsonNodeFactory.instance.objectNode()));
    return tools
        .required("tools")
        .valueStream()
        .filter(tool -> tool.path("name").asString("").equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aToolIsListedCalledLoggedAndCounted() throws Exception {
    Path audit = folder.resolve("audit.jsonl");
    try (RunningApp server =
        running(List.of(lister()), List.of(), "--metrics", "--audit", audit.toString())) {
      JsonNode listed = listed(server.client(), "audit_issues");
      assertThat(listed.at("/annotations/readOnlyHint").booleanValue()).isTrue();
      assertThat(listed.at("/annotations/destructiveHint").booleanValue()).isFalse();
      assertThat(listed.at("/inputSchema/required/0").asString()).isEqualTo("repo");
      assertThat(listed.at("/outputSchema/required/0").asString()).isEqualTo("uri");
      assertThat(server.err()).contains("Tools: search, execute, audit_issues; 6 operations.");

      JsonNode result =
          server
              .client()
              .with(WRITER)
              .result(McpClient.call("audit_issues", "{\"repo\": \"re\", \"page\": \"3\"}"));
      assertThat(result.at("/structuredContent/uri").asString())
          .isEqualTo("/v1/repos/o/re/issues?page=3");
      assertThat(api.requests()).containsExactly("GET /v1/repos/o/re/issues?page=3 Bearer key-1 ");
      assertThat(server.client().get("/metrics").body())
          .contains("dragoman_tool_calls_total{tool=\"audit_issues\",outcome=\"success\"} 1")
          .contains(
              "dragoman_operation_calls_total{operation=\"issues_list\",outcome=\"status_2xx\"} 1");
    }
    List<JsonNode> events =
        Files.readAllLines(audit).stream().map(line -> JsonMapper.shared().readTree(line)).toList();
    assertThat(events)
        .extracting(
            event ->
                event.path("tool").asString()
                    + " "
                    + event.path("operation").asString("-")
                    + " "
                    + event.path("decision").asString()
                    + " "
                    + event.path("outcome").asString()
                    + " "
                    + event.path("status").asInt(0))
        .containsExactly(
            "audit_issues issues_list allowed status_2xx 200", "audit_issues - allowed success 0");
    assertThat(events.get(0).path("principal")).isEqualTo(events.get(1).path("principal"));
    assertThat(Files.readString(audit)).doesNotContain("key-1");
  }

  @Test
  void inputIsValidatedBeforeTheToolRuns() throws Exception {
    try (RunningApp server = running(List.of(lister()), List.of())) {
      McpClient client = server.client().with(WRITER);
      assertThat(client.tool("audit_issues", "{\"repo\": \"r\", \"page\": 0, \"more\": 1}"))
          .startsWith("error: The arguments of audit_issues are invalid; nothing was done.")
          .contains(
              "- arguments/repo: expected at least 2",
              "- arguments/page",
              "- arguments/more: is unknown");
      assertThat(client.tool("audit_issues", "{}")).contains("arguments/repo: is required");
      assertThat(client.tool("audit_issues", "{\"repo\": \"re\", \"states\": \"open\"}"))
          .contains("/v1/repos/o/re/issues");
      assertThat(client.tool("audit_issues", "{\"repo\": \"re\", \"states\": [\"new\"]}"))
          .contains("arguments/states[0]");
    }
    assertThat(api.requests()).hasSize(1);
  }

  private static Tool writer(String name, AccessLevel access) {
    return new OwnTool(
        definition(name).access(access).build(),
        (in, context) -> {
          context
              .client()
              .call(
                  new CreateIssue(
                      "o", "r", JsonNodeFactory.instance.objectNode().put("title", "from a tool")));
          context.client().call(new DeleteIssue("o", "r", 7));
          return ToolResult.text("both done");
        });
  }

  @ParameterizedTest
  @CsvSource({
    "READ,        read-only,   full-access, 0, issues_create is a write operation and the tool own is declared as read",
    "WRITE,       read-only,   full-access, 0, own is a write operation and this connection is read-only",
    "WRITE,       full-access, full-access, 1, issues_delete is a destructive operation and the tool own is declared as write",
    "DESTRUCTIVE, full-access, full-access, 2, both done",
    "DESTRUCTIVE, read-only,   full-access, 0, own is a destructive operation and this connection is read-only",
    "DESTRUCTIVE, full-access, read-only,   0, own is a destructive operation and the operator of this server limits it to read-only",
    "READ,        full-access, read-only,   0, issues_create is a write operation and the tool own is declared as read",
  })
  void neitherTheToolNorItsCallsExceedWhatIsAllowed(
      AccessLevel access, String mode, String ceiling, int sent, String answer) throws Exception {
    try (RunningApp server =
        running(List.of(writer("own", access)), List.of(), "--access-ceiling", ceiling)) {
      McpClient client =
          server.client().with("Authorization", "Bearer key-1", "X-Acme-Access-Mode", mode);
      assertThat(client.tool("own", "{}")).contains(answer);
    }
    assertThat(api.requests()).hasSize(sent);
  }

  @Test
  void aToolThatFailsHangsOrReturnsTooMuchIsAnsweredForAndNothingElseSuffers() throws Exception {
    List<Tool> tools =
        List.of(
            new OwnTool(
                definition("throws").access(AccessLevel.WRITE).build(),
                (in, context) -> {
                  throw new IllegalStateException("the key is key-1");
                }),
            new OwnTool(
                definition("fatal").build(),
                (in, context) -> {
                  throw new StackOverflowError();
                }),
            new OwnTool(
                definition("hangs").access(AccessLevel.WRITE).build(),
                (in, context) -> {
                  while (release.getCount() > 0) {
                    Thread.onSpinWait();
                  }
                  return ToolResult.text("late");
                }),
            new OwnTool(
                definition("much").build(), (in, context) -> ToolResult.text("x".repeat(200_000))),
            new OwnTool(
                definition("refuses").build(),
                (in, context) -> {
                  throw new RefusedException("Only on weekdays.");
                }),
            lister());
    try (RunningApp server = running(tools, List.of(), "--tool-timeout", "1")) {
      McpClient client = server.client().with(WRITER);
      assertThat(client.tool("throws", "{}"))
          .isEqualTo(
              "error: throws failed because of a fault in the tool. What it was to change may have"
                  + " been changed; check before calling it again.");
      assertThat(client.tool("fatal", "{}"))
          .isEqualTo("error: fatal failed because of a fault in the tool.");
      assertThat(client.tool("hangs", "{}")).startsWith("error: hangs did not end within 1 s.");
      assertThat(client.tool("much", "{}"))
          .hasSizeLessThan(45_000)
          .contains("of 200000 characters are shown");
      assertThat(client.tool("refuses", "{}")).isEqualTo("error: Only on weekdays.");
      assertThat(client.tool("audit_issues", "{\"repo\": \"re\"}")).contains("/re/issues");
      assertThat(server.err()).doesNotContain("key-1");
    }
  }

  /** Masks e-mail addresses, fixes an argument, withholds one repository, refuses another. */
  private static final class House implements CallFilter {
    @Override
    public OperationCall request(OperationCall call) {
      if (call.arguments().path("repo").asString("").equals("closed")) {
        throw new RefusedException("The repository closed is not for agents.");
      }
      return call.operation().id().equals("issues_list")
          ? call.withArguments(call.arguments().put("page", 1))
          : call;
    }

    @Override
    public ApiReply response(OperationCall call, ApiReply reply) {
      if (call.arguments().path("repo").asString("").equals("secret")) {
        throw new RefusedException("It is secret.");
      }
      return reply.withText(reply.text().replace("a%40example.com", "(hidden)"));
    }
  }

  @Test
  void filtersSeeTheCallsOfAgentsAndOfTools() throws Exception {
    try (RunningApp server = running(List.of(lister()), List.of(new House()))) {
      McpClient client = server.client().with(WRITER);
      String list =
          "{\"operation\": \"issues_list\", \"arguments\": {\"owner\": \"o\", \"repo\": \"%s\"%s}}";
      assertThat(client.tool("execute", list.formatted("a@example.com", ", \"page\": 9")))
          .contains("(hidden)", "page=1")
          .doesNotContain("example.com", "page=9");
      assertThat(client.tool("audit_issues", "{\"repo\": \"a@example.com\", \"page\": 9}"))
          .contains("(hidden)", "page=1");
      int sent = api.requests().size();
      assertThat(client.tool("execute", list.formatted("closed", "")))
          .isEqualTo("error: The repository closed is not for agents. Nothing was sent.");
      assertThat(client.tool("audit_issues", "{\"repo\": \"closed\"}"))
          .contains("The repository closed is not for agents.");
      assertThat(api.requests()).hasSize(sent);
      String create =
          "{\"operation\": \"issues_create\", \"arguments\": {\"owner\": \"o\", \"repo\": \"secret\"},"
              + " \"body\": {\"title\": \"t\"}}";
      assertThat(client.tool("execute", create))
          .startsWith("error: issues_create: The response is withheld. It is secret.")
          .contains("status 200", "do not send it again");
      assertThat(api.requests()).hasSize(sent + 1);
    }
  }

  @Test
  void whatIsWrongWithToolsIsSaidAtStart() {
    Tool two = lister();
    Tool ours = new OwnTool(definition("search").build(), (in, context) -> ToolResult.text("mine"));
    Tool broken =
        new Tool() {
          @Override
          public ToolDefinition definition() {
            return OwnTool.definition("broken").input("[]").build();
          }

          @Override
          public ToolResult call(Arguments arguments, ToolContext context) {
            return ToolResult.text("");
          }
        };
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int exit =
        new ServerCommand(
                TrackerApi.definition(TrackerResources.anchorIn(folder)).build(),
                new Extensions(List.of(two, two, ours, broken), List.of(), null, null),
                Map.of("ACME_BASE_URL", api.url().toString()),
                new Console(
                    new ByteArrayInputStream(new byte[0]),
                    new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
                    new PrintStream(err, true, StandardCharsets.UTF_8)))
            .run(List.of("--stdio"));
    assertThat(exit).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .contains("- Two tools have the name audit_issues; give one of them another name.")
        .contains("has the name search of a tool that every server has")
        .contains("The input schema of the tool broken is not a JSON object.")
        .doesNotContain("\tat ");
  }

  @Test
  void aMockServerAnswersToolsToo() throws Exception {
    Tool tool =
        new OwnTool(
            definition("peek").build(),
            (in, context) ->
                ToolResult.text(
                    "status " + context.client().call(new ListIssues("o", "r", null)).status()));
    try (RunningApp server = running(List.of(tool), List.of(), "--mock")) {
      assertThat(server.client().tool("peek", "{}")).isEqualTo("status 200");
    }
    assertThat(api.requests()).isEmpty();
  }

  /** A call of the stateless protocol by a client that can ask its user; its result. */
  private static JsonNode stateless(RunningApp server, String arguments, String more)
      throws Exception {
    String message =
        """
        {"jsonrpc": "2.0", "id": 1, "method": "tools/call", "params": {"name": "own",
          "_meta": {"io.modelcontextprotocol/protocolVersion": "2026-07-28",
                    "io.modelcontextprotocol/clientCapabilities": {"elicitation": {}}},
          "arguments": %s%s}}
        """
            .formatted(arguments, more);
    HttpRequest request =
        HttpRequest.newBuilder(server.url())
            .header("Content-Type", "application/json")
            .header("Accept", "application/json, text/event-stream")
            .header("MCP-Protocol-Version", "2026-07-28")
            .header("Mcp-Method", "tools/call")
            .header("Mcp-Name", "own")
            .headers(WRITER)
            .POST(HttpRequest.BodyPublishers.ofString(message))
            .build();
    String body =
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body();
    return JsonMapper.shared().readTree(body).required("result");
  }

  private static String answering(JsonNode asked, String reply) {
    return ", \"inputResponses\": {\"question\": %s}, \"requestState\": \"%s\""
        .formatted(reply, asked.required("requestState").stringValue());
  }

  @Test
  void theUserConfirmsTheToolAndAnswersItsQuestions() throws Exception {
    Tool tool =
        new OwnTool(
            definition("own")
                .access(AccessLevel.DESTRUCTIVE)
                .input("{\"type\": \"object\", \"properties\": {\"password\": {}, \"n\": {}}}")
                .build(),
            (in, context) -> {
              ObjectNode form =
                  (ObjectNode)
                      JsonMapper.shared()
                          .readTree(
                              "{\"type\": \"object\", \"properties\": {\"why\": {\"type\": \"string\"}}}");
              String why =
                  context
                      .ask("Why?", form)
                      .map(given -> given.path("why").asString(""))
                      .orElse("-");
              context.client().call(new DeleteIssue("o", why, 7));
              return ToolResult.text("deleted because of " + why);
            });
    String arguments = "{\"n\": 7, \"password\": \"hush\"}";
    try (RunningApp server = running(List.of(tool), List.of(), "--confirm", "destructive")) {
      JsonNode first = stateless(server, arguments, "");
      String question = first.at("/inputRequests/question/params/message").stringValue();
      assertThat(question)
          .startsWith("Run this destructive tool of Acme Tracker API?\n\nOwn own (own)\n")
          .contains("n: 7")
          .doesNotContain("hush");
      JsonNode second = stateless(server, arguments, answering(first, "{\"action\": \"accept\"}"));
      assertThat(second.at("/inputRequests/question/params/message").stringValue())
          .isEqualTo("Why?");
      assertThat(api.requests()).isEmpty();

      JsonNode done =
          stateless(
              server,
              arguments,
              answering(second, "{\"action\": \"accept\", \"content\": {\"why\": \"dup\"}}"));
      assertThat(done.at("/content/0/text").stringValue()).isEqualTo("deleted because of dup");
      assertThat(api.requests()).containsExactly("DELETE /v1/repos/o/dup/issues/7 Bearer key-1 ");

      JsonNode declined =
          stateless(
              server,
              arguments,
              answering(stateless(server, arguments, ""), "{\"action\": \"decline\"}"));
      assertThat(declined.at("/content/0/text").stringValue())
          .startsWith("The user did not agree to own; nothing was done.");
      assertThat(api.requests()).hasSize(1);
    }
  }
}
