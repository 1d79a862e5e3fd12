package dev.dragoman.runtime.tool.named;

import static dev.dragoman.runtime.tool.ToolFixture.FULL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.AccessNames;
import dev.dragoman.runtime.Json;
import dev.dragoman.runtime.ServerDefinition;
import dev.dragoman.runtime.execute.http.HttpExecutor;
import dev.dragoman.runtime.execute.origin.Upstream;
import dev.dragoman.runtime.guard.Guard;
import dev.dragoman.runtime.mcp.tool.CallToolResult;
import dev.dragoman.runtime.mcp.tool.McpTool;
import dev.dragoman.runtime.metrics.Metrics;
import dev.dragoman.runtime.tool.ApiOperations;
import dev.dragoman.runtime.tool.EchoUpstream;
import dev.dragoman.runtime.tool.ToolFixture;
import dev.dragoman.runtime.tool.TrackerApi;
import dev.dragoman.runtime.tool.TrackerResources;
import dev.dragoman.runtime.tool.call.CallOptions;
import dev.dragoman.runtime.tool.execute.ApiBackend;
import dev.dragoman.runtime.tool.execute.CallHooks;
import dev.dragoman.runtime.tool.execute.OperationCalls;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Tools of one operation, against an API that echoes. Apostrophes are quotation marks. */
class NamedToolTest {
  private static final String CREATE =
      "'name':'new_issue','operation':'issues_create','access':'write',"
          + "'parameters':{'account':'owner','repo':'repo'},"
          + "'properties':{'headline':'title','labels':'labels'}";

  @TempDir Path folder;
  private final EchoUpstream api = new EchoUpstream();

  @AfterEach
  void close() {
    api.close();
  }

  private McpTool tool(String members) throws IOException {
    return tool(members, "{}");
  }

  private McpTool tool(String members, String details) throws IOException {
    TrackerResources.write(
        folder,
        TrackerResources.cards(),
        Map.of("issues_create", details.replace('\'', '"')),
        Map.of());
    ServerDefinition definition = TrackerApi.definition(TrackerResources.anchorIn(folder)).build();
    ApiOperations operations = new ApiOperations(definition);
    CallHooks hooks = CallHooks.counting(new Metrics());
    OperationCalls calls =
        new OperationCalls(
            operations,
            new Guard(AccessNames.of("Acme")),
            ApiBackend.live(() -> new HttpExecutor(definition, Upstream.named(api.url()))),
            CallOptions.defaults(),
            hooks);
    String file =
        "{'tools':[{'title':'T','description':'D','input':{'type':'object'}," + members + "}]}";
    byte[] json = file.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    ToolFile tools = ToolFile.read(new ByteArrayInputStream(json));
    return NamedTools.of(tools, operations, calls, CallOptions.defaults(), hooks).get(0);
  }

  private static CallToolResult call(McpTool tool, String arguments) {
    return ToolFixture.call(tool, FULL, arguments.replace('\'', '"'));
  }

  private static String body(String schema, boolean required) {
    return "{'body':{'required':"
        + required
        + ",'content':{'application/json':{'schema':"
        + schema
        + "}}}}";
  }

  @Test
  void flatArgumentsAreSentWhereTheOperationHasThem() throws IOException {
    CallToolResult result =
        call(tool(CREATE), "{'account':'a','repo':'r','headline':'h','labels':['x']}");

    assertThat(result.isError()).isFalse();
    assertThat(api.requests())
        .containsExactly(
            "POST /v1/repos/a/r/issues Bearer key-of-the-caller"
                + " {\"title\":\"h\",\"labels\":[\"x\"]}");
  }

  /** What a model is told has the tool's names, of arguments that it can change. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {'repo':'r','headline':'h'}                           | account: is required
          {'account':'a','repo':'r','headline':{}}              | headline:
          {'account':'a','repo':'r','headline':'h','labels':[{}]} | labels[0]:
          {'account':'a','repo':'r'}                            | headline: is required
          {'account':'a','repo':'r','labels':[]}                | headline: is required
          {'owner':'a','repo':'r','headline':'h'}               | "owner" is not an argument of new_issue; it takes account, repo, headline, labels.
          {'account':'a','repo':'r','title':'h'}                | "title" is not an argument of new_issue
          """)
  void aProblemHasTheNameOfTheToolsArgument(String arguments, String problem) throws IOException {
    String schema =
        "{'type':'object','required':['title'],'properties':{'title':{'type':'string'},"
            + "'labels':{'type':'array','items':{'type':'string'}}}}";

    CallToolResult result = call(tool(CREATE, body(schema, true)), arguments);

    assertThat(result.isError()).isTrue();
    assertThat(ToolFixture.text(result))
        .contains(problem)
        .doesNotContain("body")
        .doesNotContain("search");
    assertThat(api.requests()).isEmpty();
  }

  /** The input schema has no argument that is required, so a call without arguments is right. */
  @Test
  void aRequiredBodyWithoutRequiredPropertiesMayBeEmpty() throws IOException {
    String schema = "{'type':'object','properties':{'title':{'type':'string'}}}";

    CallToolResult result = call(tool(CREATE, body(schema, true)), "{'account':'a','repo':'r'}");

    assertThat(result.isError()).isFalse();
    assertThat(api.requests()).singleElement().asString().endsWith(" {}");
  }

  /** The schema of a client that validates results decides about each of them. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {'type':'object'}                                                             | body
          {'type':'object','properties':{'body':{'type':'object'}}}                     | body
          {'type':'object','properties':{'body':{'type':'array'}}}                      | other
          {'type':'object','properties':{'body':{'required':['nothing']}}}              | other
          {'type':'object','properties':{'body':{'properties':{'uri':{'type':'null'}}}}} | other
          """)
  void structuredContentHasABodyThatMatches(String output, String name) throws IOException {
    McpTool status =
        tool("'name':'up','operation':'status_get','access':'read','output':" + output);

    CallToolResult result = call(status, "{}");

    JsonNode structured = result.structured().orElseThrow();
    assertThat(structured.path("status").intValue()).isEqualTo(200);
    assertThat(structured.path(name).path("uri").stringValue()).isEqualTo("/v1/status");
    assertThat(structured.has(name.equals("body") ? "other" : "body")).isFalse();
    assertThat(Json.of(ToolFixture.text(result)).path("body").has("uri")).isTrue();
  }

  @Test
  void withoutAnOutputSchemaThereIsNoStructuredContent() throws IOException {
    CallToolResult result =
        call(tool("'name':'up','operation':'status_get','access':'read'"), "{}");
    assertThat(result.structured()).isEmpty();
  }

  @Test
  void onlyTheChosenFieldsAreReturned() throws IOException {
    McpTool status =
        tool("'name':'up','operation':'status_get','access':'read','fields':['method']");
    assertThat(Json.of(ToolFixture.text(call(status, "{}"))).path("body"))
        .isEqualTo(Json.of("{\"method\":\"GET\"}"));
  }

  @Test
  void aToolBelongsToTheTagOfItsOperation() throws IOException {
    McpTool create = tool(CREATE);
    assertThat(create.isListed("issues")).isTrue();
    assertThat(create.isListed("users")).isFalse();
    assertThat(create.isListed("")).isFalse();
  }
}
