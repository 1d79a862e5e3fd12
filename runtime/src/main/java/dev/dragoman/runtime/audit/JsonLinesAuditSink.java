package dev.dragoman.runtime.audit;

import dev.dragoman.runtime.extension.AuditEvent;
import dev.dragoman.runtime.extension.AuditSink;
import dev.dragoman.runtime.json.JsonWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Objects;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes one JSON object per event and line. Each line is a single write, so that servers that
 * share a file do not mix their lines.
 */
public final class JsonLinesAuditSink implements AuditSink {
  private final Lines lines;

  /** Where the lines go. */
  private interface Lines {
    void append(byte[] line) throws IOException;
  }

  private JsonLinesAuditSink(Lines lines) {
    this.lines = lines;
  }

  /** Appends to a file, which is opened for each line: a log rotation needs no signal. */
  public static JsonLinesAuditSink to(Path file) {
    Objects.requireNonNull(file);
    return new JsonLinesAuditSink(
        line -> Files.write(file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND));
  }

  /** Writes to a stream, which is not closed. */
  public static JsonLinesAuditSink to(OutputStream stream) {
    return new JsonLinesAuditSink(
        line -> {
          stream.write(line);
          stream.flush();
        });
  }

  @Override
  public void accept(AuditEvent event) {
    byte[] line = (JsonWriter.writeAscii(json(event)) + "\n").getBytes(StandardCharsets.UTF_8);
    synchronized (this) {
      try {
        lines.append(line);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static ObjectNode json(AuditEvent event) {
    ObjectNode json =
        JsonNodeFactory.instance
            .objectNode()
            .put("time", event.time().toString())
            .put("principal", event.principal())
            .put("access", event.access().word())
            .put("auth", event.auth().word())
            .put("tool", event.tool());
    event.operation().ifPresent(operation -> json.put("operation", operation));
    json.put("decision", event.decision().name().toLowerCase(Locale.ROOT));
    json.put("outcome", event.outcome());
    event.status().ifPresent(status -> json.put("status", status));
    json.put("ms", event.duration().toMillis());
    if (event.mock()) {
      json.put("mock", true);
    }
    event.traceId().ifPresent(id -> json.put("trace_id", id));
    return json;
  }
}
