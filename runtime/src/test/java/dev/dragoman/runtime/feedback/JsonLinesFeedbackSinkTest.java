package dev.dragoman.runtime.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dragoman.runtime.extension.Feedback;
import dev.dragoman.runtime.extension.FeedbackException;
import dev.dragoman.runtime.extension.FeedbackSink;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class JsonLinesFeedbackSinkTest {
  private static final Clock NOON =
      Clock.fixed(Instant.parse("2026-11-21T12:00:00Z"), ZoneOffset.UTC);

  @TempDir Path folder;

  @Test
  void writesOneObjectALine() throws IOException {
    Path file = folder.resolve("f.jsonl");
    FeedbackSink sink = sink(file);
    assertThat(file).doesNotExist();

    String first =
        sink.submit(
            new Feedback(
                Feedback.Kind.MISSING_CAPABILITY,
                "line one\nline two \u202e é",
                Optional.of("things_list"),
                Optional.of("search")));
    String second = sink.submit(message("again"));

    List<String> lines = Files.readAllLines(file);
    assertThat(lines).hasSize(2);
    assertThat(lines.get(0)).matches("\\p{ASCII}+");
    JsonNode line = JsonMapper.shared().readTree(lines.get(0));
    assertThat(line.toString())
        .isEqualTo(
            "{\"id\":\""
                + first
                + "\",\"time\":\"2026-11-21T12:00:00Z\",\"server\":\"acme\",\"version\":\"1.2\","
                + "\"kind\":\"missing_capability\",\"tool\":\"search\","
                + "\"operation\":\"things_list\",\"message\":\"line one\\nline two \u202e é\"}");
    assertThat(lines.get(1)).contains(second).doesNotContain("tool", "operation");
  }

  @Test
  void keepsWhatIsThere() throws IOException {
    Path file = folder.resolve("f.jsonl");
    Files.writeString(file, "{}\n");

    sink(file).submit(message("new"));

    assertThat(Files.readAllLines(file)).hasSize(2).first().isEqualTo("{}");
  }

  @Test
  void concurrentReportsDoNotMix() throws IOException {
    Path file = folder.resolve("f.jsonl");
    List<FeedbackSink> sinks = List.of(sink(file), sink(file));
    Set<String> ids = ConcurrentHashMap.newKeySet();

    IntStream.range(0, 400)
        .parallel()
        .forEach(number -> ids.add(sinks.get(number % 2).submit(message("x".repeat(1_000)))));

    List<String> lines = Files.readAllLines(file);
    assertThat(lines).hasSize(400);
    assertThat(lines)
        .allSatisfy(
            line ->
                assertThat(ids).contains(JsonMapper.shared().readTree(line).get("id").asString()));
  }

  @Test
  void aFileThatCannotBeWrittenIsSaidWithoutItsPlace() {
    assertThatThrownBy(() -> sink(folder).submit(message("x")))
        .isInstanceOf(FeedbackException.class)
        .hasMessageContaining("was not stored")
        .hasMessageContaining("--feedback")
        .message()
        .doesNotContain(folder.toString());
  }

  @Test
  void theFileIsBounded() throws IOException {
    Path file = folder.resolve("f.jsonl");
    try (RandomAccessFile large = new RandomAccessFile(file.toFile(), "rw")) {
      large.setLength(JsonLinesFeedbackSink.FILE_LIMIT);
    }

    assertThatThrownBy(() -> sink(file).submit(message("x")))
        .isInstanceOf(FeedbackException.class)
        .hasMessageContaining("file is full");
    assertThat(Files.size(file)).isEqualTo(JsonLinesFeedbackSink.FILE_LIMIT);
  }

  @Test
  void aMessageIsBounded() {
    assertThatThrownBy(() -> message("x".repeat(Feedback.MESSAGE_LIMIT + 1)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Feedback message(String text) {
    return new Feedback(Feedback.Kind.BUG, text, Optional.empty(), Optional.empty());
  }

  private static FeedbackSink sink(Path file) {
    return new JsonLinesFeedbackSink(file, "acme", "1.2", NOON);
  }
}
