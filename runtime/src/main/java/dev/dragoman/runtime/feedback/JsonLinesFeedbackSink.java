package dev.dragoman.runtime.feedback;

import dev.dragoman.runtime.extension.Feedback;
import dev.dragoman.runtime.extension.FeedbackException;
import dev.dragoman.runtime.extension.FeedbackSink;
import dev.dragoman.runtime.json.JsonWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.Objects;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Appends reports to a file, one JSON object per line. The file is created with the first report.
 * Each line is a single write, so that servers that share a file do not mix their lines.
 */
public final class JsonLinesFeedbackSink implements FeedbackSink {
  /** Maximum size of the file in bytes: an agent in a loop must not fill a disk. */
  static final long FILE_LIMIT = 16 * 1024 * 1024;

  private final Path file;
  private final String serverName;
  private final String serverVersion;
  private final Clock clock;

  /**
   * Creates a sink; does not access any file yet.
   *
   * @param serverName written into every line
   * @param serverVersion written into every line
   */
  public JsonLinesFeedbackSink(Path file, String serverName, String serverVersion, Clock clock) {
    this.file = Objects.requireNonNull(file);
    this.serverName = Objects.requireNonNull(serverName);
    this.serverVersion = Objects.requireNonNull(serverVersion);
    this.clock = Objects.requireNonNull(clock);
  }

  @Override
  public String submit(Feedback feedback) {
    String id = UUID.randomUUID().toString();
    append(line(id, feedback));
    return id;
  }

  private byte[] line(String id, Feedback feedback) {
    ObjectNode line = JsonNodeFactory.instance.objectNode();
    line.put("id", id);
    line.put("time", clock.instant().toString());
    line.put("server", serverName);
    line.put("version", serverVersion);
    line.put("kind", feedback.kind().word());
    feedback.tool().ifPresent(tool -> line.put("tool", tool));
    feedback.operation().ifPresent(operation -> line.put("operation", operation));
    line.put("message", feedback.message());
    // The file is read in a terminal, too.
    return (JsonWriter.writeAscii(line) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  private synchronized void append(byte[] line) {
    try {
      if (Files.exists(file) && Files.size(file) + line.length > FILE_LIMIT) {
        log().warn("The feedback file {} is full ({} bytes); move or delete it.", file, FILE_LIMIT);
        throw new FeedbackException("The feedback was not stored: the server's file is full.");
      }
      Files.write(file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      log().warn("The feedback file {} cannot be written: {}", file, e.toString());
      throw new FeedbackException(
          "The feedback was not stored: the server cannot write its feedback file. The operator"
              + " can set another one with --feedback.");
    }
  }

  private static Logger log() {
    return LoggerFactory.getLogger(JsonLinesFeedbackSink.class);
  }
}
