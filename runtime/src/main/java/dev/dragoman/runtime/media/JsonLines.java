package dev.dragoman.runtime.media;

import dev.dragoman.runtime.json.JsonReader;
import dev.dragoman.runtime.json.JsonWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * Formats that contain a sequence of JSON values: one per line in NDJSON and JSON Lines, each after
 * a record separator in JSON text sequences (RFC 7464).
 */
public final class JsonLines {
  private static final String RECORD_SEPARATOR = "\u001E";

  private JsonLines() {}

  /** Writes values in the format of the given media type. */
  public static String write(String mediaType, List<JsonNode> values) {
    String before = isSequence(mediaType) ? RECORD_SEPARATOR : "";
    return values.stream()
        .map(value -> before + JsonWriter.write(value) + "\n")
        .collect(Collectors.joining());
  }

  /** Parses text in such a format; empty if a line is not JSON or if there are no values. */
  public static Optional<List<JsonNode>> parse(String mediaType, String text) {
    List<JsonNode> values = new ArrayList<>();
    String separator = isSequence(mediaType) ? RECORD_SEPARATOR : "\r?\n";
    for (String line : text.split(separator, -1)) {
      if (!line.isBlank()) {
        Optional<JsonNode> value = JsonReader.forClients().find(line);
        if (value.isEmpty()) {
          return Optional.empty();
        }
        values.add(value.get());
      }
    }
    return values.isEmpty() ? Optional.empty() : Optional.of(values);
  }

  private static boolean isSequence(String mediaType) {
    return MediaKind.essence(mediaType).endsWith("json-seq");
  }
}
