package dev.dragoman.runtime.tool;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.AccessLevel;
import dev.dragoman.runtime.AccessNames;
import dev.dragoman.runtime.Caller;
import dev.dragoman.runtime.Operation;
import dev.dragoman.runtime.catalog.OperationCard;
import dev.dragoman.runtime.guard.Guard;
import dev.dragoman.runtime.mcp.tool.CallToolResult;
import dev.dragoman.runtime.tool.search.SearchTool;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Searches that make no sense, in an API of 1,200 operations: helpful answers, and soon. */
class SearchBadInputTest {
  /** Ten times what is wanted: the machine may be busy. */
  private static final Duration SOON = Duration.ofMillis(500);

  private static final List<String> THINGS =
      List.of("issue", "comment", "label", "branch", "release", "webhook", "member", "alert");

  @TempDir private static Path folder;
  private static SearchTool search;

  @BeforeAll
  static void open() throws IOException {
    List<OperationCard> cards = new ArrayList<>();
    for (int i = 0; i < 1_200; i++) {
      String thing = THINGS.get(i % THINGS.size());
      cards.add(card(i, "area" + i / 40, thing));
    }
    TrackerResources.write(folder, cards, Map.of(), Map.of());
    Class<?> anchor = TrackerResources.anchorIn(folder);
    search =
        new SearchTool(
            new ApiOperations(TrackerApi.definition(anchor).build()),
            new Guard(AccessNames.of("Acme")));
    ask("{\"query\": \"create an issue\"}");
  }

  private static OperationCard card(int i, String area, String thing) {
    return OperationCard.builder(
            Operation.of(
                area + "/" + thing + i,
                i % 2 == 0 ? "GET" : "POST",
                "/" + area + "/{area_id}/" + thing + "s" + i,
                i % 2 == 0 ? AccessLevel.READ : AccessLevel.WRITE))
        .tag(area)
        .summary((i % 2 == 0 ? "List " : "Create ") + thing + "s of " + area)
        .parameters(
            "area_id: string, " + "wanted: string(1..40 chars), ".repeat(12) + "page?: integer")
        .body("application/json {name: string, " + "note?: string, ".repeat(30) + "kind?: a|b}")
        .returns("{" + "id: integer, ".repeat(15) + "name: string}")
        .pagination("page: next page")
        .auth("bearer token")
        .build();
  }

  private static CallToolResult ask(String json) {
    return ToolFixture.call(search, Caller.anonymous(), json);
  }

  static Stream<Arguments> nonsense() {
    String clauses = "list issues, ".repeat(10_000);
    return Stream.of(
        Arguments.of("{}", "Give query (or queries) in words"),
        Arguments.of("{\"query\": \"\"}", "Give query (or queries) in words"),
        Arguments.of("{\"query\": \" \\t\\n\"}", "Give query (or queries) in words"),
        Arguments.of("{\"queries\": []}", "Give query (or queries) in words"),
        Arguments.of("{\"query\": \"" + "issue ".repeat(17_000) + "\"}", "at most 2000"),
        Arguments.of("{\"query\": \"" + "x".repeat(100_000) + "\"}", "at most 2000"),
        Arguments.of("{\"query\": \"" + clauses + "\"}", "at most 2000"),
        Arguments.of(
            "{\"queries\": [" + "\"a\",".repeat(9_999) + "\"a\"]}", "at most 10 at a time"),
        Arguments.of("{\"query\": \"list\", \"tag\": \"nowhere\"}", "\"area0\" (40)"),
        Arguments.of("{\"query\": \"list\", \"method\": \"FETCH\"}", "must be one of: GET, POST"),
        Arguments.of("{\"query\": \"list\", \"access\": \"all\"}", "must be one of: read, write"),
        Arguments.of("{\"query\": \"list\", \"owner\": \"x\"}", "it takes query, queries"),
        Arguments.of("{\"query\": {\"a\": [1]}}", "must be a string, not an object"),
        Arguments.of("{\"query\": \"\\u0000\\u001b[31m\\u202e\\ud800\"}", "Nothing matches"),
        Arguments.of("{\"query\": \"" + "a, ".repeat(600) + "\"}", "Nothing matches"),
        Arguments.of("{\"query\": \"" + "list issues, ".repeat(150) + "\"}", "/issue"),
        Arguments.of("{\"query\": \"" + "'".repeat(2_000) + "\"}", "Nothing matches"));
  }

  @ParameterizedTest
  @MethodSource("nonsense")
  void isAnsweredHelpfullyAndSoon(String json, String help) {
    long start = System.nanoTime();
    CallToolResult result = ask(json);
    Duration took = Duration.ofNanos(System.nanoTime() - start);

    assertThat(ToolFixture.text(result)).contains(help).hasSizeLessThan(6_000);
    assertThat(took).isLessThan(SOON);
  }

  @Test
  void fiveHitsOfLongOperationsStayShort() {
    String answer = ToolFixture.text(ask("{\"query\": \"create an issue\"}"));
    assertThat(answer.split("\n\n")).hasSizeGreaterThan(5);
    assertThat(ForeignText.bytes(answer)).isLessThan(4_950);
    assertThat(answer)
        .contains(
            "params: area_id: string, wanted: ", ", …", "body: application/json {name: string, ");
  }
}
