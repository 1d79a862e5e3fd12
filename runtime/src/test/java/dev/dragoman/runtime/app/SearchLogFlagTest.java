package dev.dragoman.runtime.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.execute.RawUpstream;
import dev.dragoman.runtime.tool.TrackerApi;
import dev.dragoman.runtime.tool.TrackerResources;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole server that records searches. */
class SearchLogFlagTest {
  private static final String[] KEY = {"Authorization", "Bearer key-1"};
  private static final String SEARCH = "search";
  private static final String EXECUTE = "execute";
  private static final String ME = "{\"operation\": \"users_me\"}";

  @TempDir private Path folder;

  private Path log;

  @BeforeEach
  void write() throws Exception {
    TrackerResources.write(folder);
    log = folder.resolve("searches.jsonl");
  }

  private RunningApp app(RawUpstream api, String... flags) throws InterruptedException {
    List<String> all = new ArrayList<>(List.of("--port=0", "--feedback=off"));
    all.add("--base-url=" + api.url());
    all.addAll(List.of(flags));
    return new RunningApp(
        TrackerApi.definition(TrackerResources.anchorIn(folder)).build(), Map.of(), all);
  }

  @Test
  void wordsAndOperationAreRecordedAndNothingElse() throws Exception {
    try (RawUpstream api = RawUpstream.answering(RawUpstream.EMPTY_OK);
        RunningApp app = app(api, "--search-log=" + log)) {
      McpClient client = app.client().with(KEY);
      client.tool(SEARCH, "{\"query\": \"user account of \\\"Jane\\\" jane@example.com 4711\"}");
      client.tool(EXECUTE, "{\"operation\": \"users_me\", \"dry_run\": true}");
      client.tool(EXECUTE, "{\"operation\": \"nothing\"}");
      app.client().tool(EXECUTE, ME);
      assertThat(log).doesNotExist();
      client.tool(EXECUTE, "{\"operation\": \"GET /user\"}");
      client.tool(EXECUTE, ME);
    }
    assertThat(Files.readAllLines(log))
        .singleElement()
        .asString()
        .matches(
            "\\{\"day\":\"\\d{4}-\\d\\d-\\d\\d\",\"words\":\\[\"user\",\"account\"],"
                + "\"operation\":\"users_me\"}");
  }

  @Test
  void ofSeveralQueriesOnlyTheOnesThatFoundTheOperation() throws Exception {
    try (RawUpstream api = RawUpstream.answering(RawUpstream.EMPTY_OK);
        RunningApp app = app(api, "--search-log=" + log)) {
      app.client()
          .with(KEY)
          .tool(SEARCH, "{\"queries\": [\"replace labels\", \"authenticated user\"]}");
      app.client().with(KEY).tool(EXECUTE, ME);
    }
    assertThat(Files.readAllLines(log))
        .singleElement()
        .asString()
        .contains("[\"authenticated\",\"user\"]");
  }

  @Test
  void nothingIsRecordedUnlessTheOperatorWantsIt() throws Exception {
    try (RawUpstream api = RawUpstream.answering(RawUpstream.EMPTY_OK);
        RunningApp app = app(api)) {
      app.client().with(KEY).tool(SEARCH, "{\"query\": \"who am I\"}");
      app.client().with(KEY).tool(EXECUTE, ME);
    }
    try (var files = Files.list(folder)) {
      assertThat(files.map(file -> String.valueOf(file.getFileName())))
          .noneMatch(name -> name.contains("jsonl"));
    }
  }
}
