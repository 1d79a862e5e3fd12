package dev.dragoman.runtime.audit;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.dragoman.runtime.AccessMode;
import dev.dragoman.runtime.AuthMode;
import dev.dragoman.runtime.Json;
import dev.dragoman.runtime.extension.AuditEvent;
import dev.dragoman.runtime.extension.AuditEvent.Decision;
import dev.dragoman.runtime.extension.AuditSink;
import dev.dragoman.runtime.tool.ToolFixture;
import dev.dragoman.runtime.trace.TraceContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The audit log as lines of JSON. */
class JsonLinesAuditSinkTest {
  @TempDir Path folder;

  private static AuditEvent event(String tool, Optional<String> operation, OptionalInt status) {
    return new AuditEvent(
        Instant.parse("2026-11-27T10:10:00.5Z"),
        "anonymous",
        AccessMode.READ_ONLY,
        AuthMode.PARTNER,
        tool,
        operation,
        Decision.REFUSED,
        "refused",
        status,
        Duration.ofNanos(1_999_999),
        status.isPresent() ? Optional.of("0af7651916cd43dd8448eb211c80319c") : Optional.empty(),
        status.isPresent());
  }

  private static String line(AuditEvent event) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    JsonLinesAuditSink.to(out).accept(event);
    return out.toString(US_ASCII);
  }

  @Test
  void whatThereIsNotIsLeftOut() {
    assertThat(line(event("search", Optional.empty(), OptionalInt.empty())))
        .isEqualTo(
            "{\"time\":\"2026-11-27T10:10:00.500Z\",\"principal\":\"anonymous\","
                + "\"access\":\"read-only\",\"auth\":\"partner\",\"tool\":\"search\","
                + "\"decision\":\"refused\",\"outcome\":\"refused\",\"ms\":1}\n");
    assertThat(line(event("execute", Optional.of("get_me"), OptionalInt.of(404))))
        .endsWith(
            "\"tool\":\"execute\",\"operation\":\"get_me\",\"decision\":\"refused\","
                + "\"outcome\":\"refused\",\"status\":404,\"ms\":1,\"mock\":true,"
                + "\"trace_id\":\"0af7651916cd43dd8448eb211c80319c\"}\n");
  }

  /** An operation's id is text of a document: it begins no line of its own. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "a\nb",
        "a\r\n{\"tool\":\"forged\"}",
        "\u2028\u2029\u0085",
        "\u001b[31mred",
        "\u202Egnp.exe",
        "\"\\",
        "é漢😀",
        "\uD83D",
        ""
      })
  void aLineIsOneLineOfAsciiWithTheSameText(String id) {
    String line = line(event("execute", Optional.of(id), OptionalInt.empty()));

    assertThat(line).matches("[ -~]+\n");
    assertThat(Json.of(line).path("operation").stringValue()).isEqualTo(id);
  }

  /** A rotation moves the file away; the next event begins another one. */
  @Test
  void aFileThatIsMovedAwayIsBegunAgain() throws IOException {
    Path file = folder.resolve("audit.jsonl");
    Files.writeString(file, "before\n");
    AuditSink sink = JsonLinesAuditSink.to(file);

    sink.accept(event("one", Optional.empty(), OptionalInt.empty()));
    Files.move(file, folder.resolve("audit.jsonl.1"));
    sink.accept(event("two", Optional.empty(), OptionalInt.empty()));

    assertThat(Files.readAllLines(folder.resolve("audit.jsonl.1")))
        .satisfiesExactly(
            old -> assertThat(old).isEqualTo("before"),
            one -> assertThat(one).contains("\"tool\":\"one\""));
    assertThat(Files.readAllLines(file)).singleElement().asString().contains("\"tool\":\"two\"");
  }

  @Test
  void linesOfSimultaneousCallsAreNotMixed() throws IOException {
    Path file = folder.resolve("audit.jsonl");
    List<JsonLinesAuditSink> sinks =
        List.of(JsonLinesAuditSink.to(file), JsonLinesAuditSink.to(file));

    IntStream.range(0, 400)
        .parallel()
        .forEach(
            i ->
                sinks
                    .get(i % 2)
                    .accept(event("t" + i, Optional.of("x".repeat(i)), OptionalInt.empty())));

    assertThat(Files.readAllLines(file))
        .hasSize(400)
        .extracting(line -> Json.of(line).path("tool").stringValue())
        .doesNotHaveDuplicates();
  }

  /** A full disk must not keep anybody from working: the log says so instead. */
  @Test
  void aLogThatCannotBeWrittenDoesNotFailTheCall() {
    AuditSink nowhere = JsonLinesAuditSink.to(folder.resolve("missing/audit.jsonl"));

    assertThatCode(
            () -> {
              try (AuditLine line =
                  AuditLine.start(nowhere, ToolFixture.FULL, "search", TraceContext.NONE)) {
                line.answered(200);
              }
            })
        .doesNotThrowAnyException();
  }
}
