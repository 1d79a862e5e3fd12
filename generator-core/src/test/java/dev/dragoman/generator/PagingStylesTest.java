package dev.dragoman.generator;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import dev.dragoman.generator.config.Configuration;
import dev.dragoman.generator.options.GenerationOptions;
import dev.dragoman.generator.testing.Compilations;
import dev.dragoman.generator.testing.CompiledClasses;
import dev.dragoman.generator.testing.PagedUpstream;
import dev.dragoman.generator.write.OutputFolders;
import dev.dragoman.runtime.AccessNames;
import dev.dragoman.runtime.Caller;
import dev.dragoman.runtime.ServerDefinition;
import dev.dragoman.runtime.execute.http.HttpExecutor;
import dev.dragoman.runtime.execute.origin.Upstream;
import dev.dragoman.runtime.guard.Guard;
import dev.dragoman.runtime.mcp.tool.CallToolResult;
import dev.dragoman.runtime.mcp.tool.CallToolResult.Content;
import dev.dragoman.runtime.mcp.tool.ClientInput;
import dev.dragoman.runtime.mcp.tool.ToolCall;
import dev.dragoman.runtime.tool.ApiOperations;
import dev.dragoman.runtime.tool.execute.ApiBackend;
import dev.dragoman.runtime.tool.execute.ExecuteTool;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A list of 250 items, read to its end through {@code execute} of a generated server, for every way
 * in which pages follow each other, from an API on loopback.
 */
@Timeout(60)
class PagingStylesTest {
  private static final Path USE = Path.of("src/test/resources/paging/UseLists.java.txt");
  private static final Path DOCUMENT = Path.of("src/test/resources/paging/lists.yaml");
  private static final List<Long> EVERY = LongStream.range(0, PagedUpstream.ITEMS).boxed().toList();
  private static final int TOKENS = 2_000;
  private static final int MOST_BYTES = 7_000;
  private static final String READS =
      """
      operations:
        - match: {method: post}
          access: read
      """;

  @TempDir static Path folder;
  private static PagedUpstream api;
  private static CompiledClasses classes;
  private static ApiOperations operations;
  private static ExecuteTool execute;

  @BeforeAll
  static void build() throws Exception {
    api = new PagedUpstream();
    OutputFolders folders = OutputFolders.below(folder.resolve("generated"));
    Path rules = Files.writeString(folder.resolve("config.yaml"), READS);
    GenerationOptions options =
        new GenerationOptions(Optional.of("Lists"), "generated", Optional.empty())
            .withOperator(Configuration.read(rules).choices().withClient());
    Generator.generate(new GenerationRequest(SpecInput.of(DOCUMENT), options, folders, "test"));
    Map<String, String> sources = Compilations.read(folders.sources());
    sources.put("generated/UseLists.java", Files.readString(USE));
    Compilation compilation = Compilations.compile(sources);
    assertThat(compilation).succeededWithoutWarnings();
    classes =
        new CompiledClasses(
            compilation,
            PagingStylesTest.class.getClassLoader(),
            folders.resources().toUri().toURL());
    ServerDefinition definition =
        (ServerDefinition) classes.loadClass("generated.ListsApi").getField("DEFINITION").get(null);
    operations = new ApiOperations(definition);
    execute =
        new ExecuteTool(
            operations,
            new Guard(AccessNames.of("Lists")),
            ApiBackend.live(() -> new HttpExecutor(definition, Upstream.named(api.url()))));
  }

  @AfterAll
  static void close() throws IOException {
    api.close();
    classes.close();
  }

  @ParameterizedTest
  @CsvSource({
    "byPage,         page,     query,  /page page=3",
    "byOffset,       offset,   query,  /offset offset=50",
    "byPosition,     offset,   query,  /position startPosition=51",
    "byCursor,       cursor,   query,  /cursor cursor=c50",
    "byHeader,       cursor,   header, /header X-Next-Token: c50",
    "byLastItem,     lastItem, query,  /last starting_after=i99",
    "byLink,         link,     query,  /link after=c50",
    "byUrl,          url,      query,  /url $skiptoken=c50",
    "searchByCursor, cursor,   body,   /search/cursor start_cursor=c50",
    "searchByPage,   page,     body,   /search/page page=1",
    "searchByOffset, offset,   body,   /search/offset offset=50"
  })
  void everyItemOnceInOrderWithinTheBudget(
      String operation, String kind, String place, String second) {
    JsonNode paging =
        operations
            .catalog()
            .details(operations.catalog().find(operation).orElseThrow())
            .path("paging");
    assertThat(paging.path("kind").asString("")).isEqualTo(kind);
    assertThat(paging.path("in").asString(place)).isEqualTo(place);
    List<Long> seen = new ArrayList<>();
    int calls = 0;
    JsonNode next = first(operation);
    while (!next.isMissingNode() && calls < PagedUpstream.ITEMS) {
      JsonNode result = result(next);
      result.path("body").values().forEach(item -> seen.add(item.path("number").longValue()));
      next = result.path("next");
      calls++;
    }

    assertThat(seen).isEqualTo(EVERY);
    assertThat(calls).as("results of %d tokens", TOKENS).isGreaterThan(1);
    assertThat(api.positions()).contains(second);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "byPage",
        "byOffset",
        "byPosition",
        "byCursor",
        "byHeader",
        "byLastItem",
        "byLink",
        "byUrl",
        "searchByCursor",
        "searchByPage",
        "searchByOffset"
      })
  void theTypedClientTurnsThePagesInTheSameWay(String operation) throws Exception {
    Object numbers =
        classes
            .loadClass("generated.UseLists")
            .getMethod("numbers", URI.class, String.class)
            .invoke(null, api.url(), operation);

    assertThat(numbers).isEqualTo(EVERY);
  }

  private static JsonNode first(String operation) {
    ObjectNode call = JsonMapper.shared().createObjectNode().put("operation", operation);
    if (operation.equals("byUrl")) {
      call.putObject("arguments").put("api-version", "1");
    } else if (operation.startsWith("search")) {
      call.putObject("body").put("query", "q");
    }
    return call.put("max_items", PagedUpstream.ITEMS).put("answer_tokens", TOKENS);
  }

  private static JsonNode result(JsonNode arguments) {
    CallToolResult result =
        (CallToolResult)
            execute.call(
                new ToolCall((ObjectNode) arguments, Caller.anonymous(), ClientInput.none()));
    String text = ((Content.Text) result.content().get(0)).text();
    assertThat(result.isError()).as(text).isFalse();
    assertThat(text.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(MOST_BYTES);
    return JsonMapper.shared().readTree(text);
  }
}
