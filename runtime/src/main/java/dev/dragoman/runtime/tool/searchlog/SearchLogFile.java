package dev.dragoman.runtime.tool.searchlog;

import dev.dragoman.runtime.json.JsonWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Appends pairs of words and operation to a file, one JSON object per line: {@code
 * {"day":"2026-01-31","words":["return","money"],"operation":"refunds_create"}}. A file that is
 * full or cannot be written is logged once and does not affect calls.
 */
public final class SearchLogFile {
  /** Maximum size of the file in bytes. */
  public static final long FILE_LIMIT = 4 * 1024 * 1024;

  private static final Logger LOG = LoggerFactory.getLogger(SearchLogFile.class);

  private final Path file;
  private final AtomicBoolean warned = new AtomicBoolean();

  /** Creates a file writer; the file is created with the first pair. */
  public SearchLogFile(Path file) {
    this.file = file;
  }

  /** Appends a pair. */
  synchronized void append(LocalDate day, List<String> words, String operation) {
    byte[] line = line(day, words, operation);
    try {
      if (Files.exists(file) && Files.size(file) + line.length > FILE_LIMIT) {
        warn("is full; move or delete it");
      } else {
        Files.write(file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      }
    } catch (IOException e) {
      warn("cannot be written: " + e);
    }
  }

  private void warn(String fault) {
    if (!warned.getAndSet(true)) {
      LOG.warn("The search log {} {}. Searches are no longer recorded.", file, fault);
    }
  }

  private static byte[] line(LocalDate day, List<String> words, String operation) {
    ObjectNode line = JsonNodeFactory.instance.objectNode();
    line.put("day", day.toString());
    ArrayNode array = line.putArray("words");
    words.forEach(array::add);
    line.put("operation", operation);
    return (JsonWriter.write(line) + "\n").getBytes(StandardCharsets.UTF_8);
  }
}
