package dev.dragoman.example;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.example.polytomic.PolytomicServer;
import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.ServerParameters;
import io.modelcontextprotocol.client.transport.StdioClientTransport;
import io.modelcontextprotocol.json.jackson3.JacksonMcpJsonMapper;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code docs/answers.md}, with what the example server answers in mock mode; {@code
 * -Ddragoman.golden=refresh} writes it anew.
 */
class AnswersPageTest {
  private static final Path PAGE = Path.of("../docs/answers.md");
  private static final JsonMapper MAPPER = JsonMapper.shared();

  private static final String INTRODUCTION =
      """
      # What the tools answer

      Reference with transcripts: each call was made to the Polytomic example (`./run`, mock mode), and a test compares this
      page with what the server answers. Only the text of each result is shown; a call that fails has `isError: true` besides.
      """;

  /**
   * A call on the page.
   *
   * @param title of its section
   * @param words what to notice
   * @param tool the tool's name
   * @param arguments JSON
   * @param isError whether the result is an error
   */
  private record Call(String title, String words, String tool, String arguments, boolean isError) {}

  private static final List<Call> CALLS =
      List.of(
          new Call(
              "search: operations for words",
              "The best hits, each with its route, access level, typed parameters and what is"
                  + " returned. The last lines say what the connection may do.",
              "search",
              "{\"query\": \"start a bulk sync\", \"limit\": 2}",
              false),
          new Call(
              "search: one operation in full",
              "With an operation's id instead of words, everything that is known about it.",
              "search",
              "{\"operation\": \"bulkSync_get\"}",
              false),
          new Call(
              "search: nothing found",
              "An agent learns how to ask differently.",
              "search",
              "{\"query\": \"weather in Paris\"}",
              false),
          new Call(
              "execute: a response",
              "JSON with the status and the body. Useful headers of the response are added if"
                  + " there are any.",
              "execute",
              "{\"operation\": \"identity_get\"}",
              false),
          new Call(
              "execute: some fields of some items",
              "Only what is needed, from as many pages as that takes. What follows is requested"
                  + " with the arguments in next.",
              "execute",
              "{\"operation\": \"bulkSync_list\", \"fields\": [\"id\", \"name\"],"
                  + " \"max_items\": 2}",
              false),
          new Call(
              "execute: a field that is not there",
              "Fields are checked before anything is sent.",
              "execute",
              "{\"operation\": \"bulkSync_list\", \"fields\": [\"nme\"]}",
              true),
          new Call(
              "execute: a dry run",
              "The exact request, without sending it. Credentials are masked.",
              "execute",
              "{\"operation\": \"bulkSync_get\", \"arguments\": {\"id\":"
                  + " \"248df4b7-aa70-47b8-a036-33ac447e668d\"}, \"dry_run\": true}",
              false),
          new Call(
              "execute: arguments that do not fit",
              "All problems at once, then the signature. Nothing was sent.",
              "execute",
              "{\"operation\": \"bulkSync_get\", \"arguments\": {\"idd\": 7}}",
              true),
          new Call(
              "execute: not allowed",
              "The refusal says what a person would have to change, for HTTP and for stdio.",
              "execute",
              "{\"operation\": \"DELETE /api/bulk/syncs/{id}\", \"arguments\": {\"id\":"
                  + " \"248df4b7-aa70-47b8-a036-33ac447e668d\"}}",
              true),
          new Call(
              "execute: no such operation",
              "The most similar operations are named.",
              "execute",
              "{\"operation\": \"bulkSync_gett\"}",
              true),
          new Call(
              "submit_mcp_feedback",
              "A note about the server, written to a file or posted to an endpoint.",
              "submit_mcp_feedback",
              "{\"kind\": \"bug\", \"tool\": \"search\", \"message\": \"did not find the"
                  + " schedules of a bulk sync\"}",
              false));

  @TempDir Path folder;

  @Test
  void thePageIsWhatTheServerAnswers() throws IOException {
    String page = page();
    if ("refresh".equals(System.getProperty("dragoman.golden"))) {
      Files.writeString(PAGE, page);
    }
    assertThat(Files.readString(PAGE))
        .as("run this test with -Ddragoman.golden=refresh after an intended change")
        .isEqualTo(page);
  }

  private String page() {
    StringBuilder page = new StringBuilder(INTRODUCTION);
    StdioClientTransport transport =
        new StdioClientTransport(
            ServerParameters.builder(
                    Path.of(System.getProperty("java.home"), "bin/java").toString())
                .args(
                    "-cp",
                    System.getProperty("java.class.path"),
                    PolytomicServer.class.getName(),
                    "--stdio",
                    "--mock",
                    "--feedback",
                    folder.resolve("feedback.jsonl").toString())
                .build(),
            new JacksonMcpJsonMapper(MAPPER));
    try (McpSyncClient client =
        McpClient.sync(transport).requestTimeout(Duration.ofSeconds(30)).build()) {
      client.initialize();
      CALLS.forEach(call -> page.append(section(call, client)));
    }
    return page.toString();
  }

  private static String section(Call call, McpSyncClient client) {
    Map<String, Object> arguments =
        MAPPER.readValue(call.arguments(), new TypeReference<Map<String, Object>>() {});
    CallToolResult result =
        client.callTool(CallToolRequest.builder(call.tool()).arguments(arguments).build());
    String text = ((TextContent) result.content().get(0)).text();
    assertThat(Boolean.TRUE.equals(result.isError())).as(text).isEqualTo(call.isError());
    return "\n## %s\n\n%s\n\n```json\n%s\n```\n\n```text\n%s\n```\n"
        .formatted(call.title(), call.words(), call.arguments(), withoutWhatVaries(text.strip()));
  }

  /** The version is known from a JAR file only, not from the class folder of the same build. */
  private static String withoutWhatVaries(String text) {
    return text.replaceAll("(?<=Its id: )\\S+", "ID")
        .replaceAll("(?<=User-Agent: dragoman)\\S*", "/VERSION");
  }
}
