package dev.dragoman.runtime.execute.mock;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.dragoman.runtime.limit.WorkLimit;
import dev.dragoman.runtime.media.MediaKind;
import dev.dragoman.runtime.validate.schema.Schema;
import dev.dragoman.runtime.validate.schema.SchemaCache;
import dev.dragoman.runtime.validate.schema.Structures;
import dev.dragoman.runtime.validate.xml.XmlWriter;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Writes a sample value in a media type. */
final class MediaSample {
  private final Function<String, Optional<JsonNode>> schemas;

  MediaSample(Function<String, Optional<JsonNode>> schemas) {
    this.schemas = schemas;
  }

  /** Whether values with a structure can be written in this media type, besides JSON. */
  static boolean isStructured(String mediaType) {
    return switch (MediaKind.of(mediaType)) {
      case JSON, JSON_LINES, FORM, XML -> true;
      case TEXT ->
          isTable(MediaKind.essence(mediaType))
              || MediaKind.essence(mediaType).equals("text/event-stream")
              || isYaml(MediaKind.essence(mediaType));
      case MULTIPART, BINARY -> false;
    };
  }

  /**
   * The bytes of a value.
   *
   * @param schema the schema of the value
   */
  byte[] write(String mediaType, JsonNode value, JsonNode schema) {
    String type = MediaKind.essence(mediaType);
    return switch (MediaKind.of(mediaType)) {
      case JSON -> value.toString().getBytes(UTF_8);
      case JSON_LINES -> lines(value, type.endsWith("json-seq") ? "\u001e" : "");
      case FORM -> form(value).getBytes(UTF_8);
      case XML -> value.isContainer() ? xml(value, schema) : SampleBytes.of(type);
      case TEXT -> text(type, value).getBytes(UTF_8);
      case MULTIPART, BINARY -> SampleBytes.of(type);
    };
  }

  private static String text(String type, JsonNode value) {
    if (isTable(type) && value.isContainer()) {
      return table(value, type.contains("tab-separated") ? "\t" : ",");
    } else if (type.equals("text/event-stream")) {
      return items(value).map(item -> "data: " + item + "\n\n").collect(Collectors.joining());
    } else if (isYaml(type) || value.isContainer()) {
      return value.isEmpty() && !isYaml(type)
          ? new String(SampleBytes.of(type), UTF_8)
          : value + "\n";
    }
    String text = value.asString("");
    return text.isEmpty() || text.equals("string") ? new String(SampleBytes.of(type), UTF_8) : text;
  }

  private static boolean isTable(String type) {
    return type.equals("text/csv")
        || type.equals("application/csv")
        || type.equals("text/tab-separated-values");
  }

  /** JSON is valid YAML (YAML 1.2, section 1.3). */
  private static boolean isYaml(String type) {
    return type.endsWith("yaml");
  }

  private static Stream<JsonNode> items(JsonNode value) {
    return value.isArray() ? value.valueStream() : Stream.of(value);
  }

  private static byte[] lines(JsonNode value, String before) {
    return items(value)
        .map(item -> before + item + "\n")
        .collect(Collectors.joining())
        .getBytes(UTF_8);
  }

  private static String form(JsonNode value) {
    List<String> fields = new ArrayList<>();
    value.forEachEntry(
        (name, field) ->
            fields.add(
                URLEncoder.encode(name, UTF_8) + "=" + URLEncoder.encode(plain(field), UTF_8)));
    return String.join("&", fields);
  }

  private static String plain(JsonNode value) {
    return value.isContainer() ? value.toString() : value.isNull() ? "" : value.asString();
  }

  /** A header and a row for each item (RFC 4180). */
  private static String table(JsonNode value, String separator) {
    Set<String> columns = new LinkedHashSet<>();
    items(value).forEach(item -> columns.addAll(item.propertyNames()));
    if (columns.isEmpty()) {
      return new String(SampleBytes.of("text/csv"), UTF_8);
    }
    StringBuilder table = new StringBuilder();
    table.append(row(columns.stream(), separator));
    items(value)
        .forEach(
            item ->
                table.append(row(columns.stream().map(name -> cell(item.path(name))), separator)));
    return table.toString();
  }

  private static String cell(JsonNode value) {
    return value.isMissingNode() ? "" : plain(value);
  }

  private static String row(Stream<String> cells, String separator) {
    return cells
            .map(
                cell ->
                    cell.matches("(?s).*[\",\t\r\n].*")
                        ? '"' + cell.replace("\"", "\"\"") + '"'
                        : cell)
            .collect(Collectors.joining(separator))
        + "\r\n";
  }

  private byte[] xml(JsonNode value, JsonNode schema) {
    Schema read = new SchemaCache(schemas).reader("mock").read(schema);
    String text =
        XmlWriter.text(read, "body", value, new Structures(WorkLimit.standard()), new ArrayList<>())
            .asString("");
    return text.getBytes(UTF_8);
  }
}
