package dev.dragoman.benchmarks.scale;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/**
 * Writes OpenAPI 3.0 documents of any size: resources with a tag, a schema for reading and one for
 * writing, and five operations each, with parameters, enums, references and texts similar to those
 * of published documents. The same size gives the same bytes, and the operations of a small
 * document are the first ones of a large document.
 */
public final class SyntheticApi {
  private static final int OPERATIONS_PER_RESOURCE = 5;
  private static final int RESOURCES_PER_TAG = 6;

  private final int words;
  private final int properties;

  private SyntheticApi(int words, int properties) {
    this.words = words;
    this.properties = properties;
  }

  /**
   * A document with this many operations, about two kilobytes each.
   *
   * @param operations rounded up to a multiple of five
   */
  public static void write(Path file, int operations) throws IOException {
    new SyntheticApi(14, 8).write(file, operations, Long.MAX_VALUE);
  }

  /** A document with long descriptions and wide schemas, just above a size in bytes. */
  static void writeWide(Path file, long bytes) throws IOException {
    new SyntheticApi(50, 24).write(file, Integer.MAX_VALUE, bytes);
  }

  private void write(Path file, int operations, long bytes) throws IOException {
    StringBuilder schemas = new StringBuilder();
    long written = 0;
    try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      out.write(
          """
          {"openapi":"3.0.3","info":{"title":"Synthetic","version":"1"},
          "servers":[{"url":"https://api.example.com/v1"}],
          "security":[{"key":[]}],"paths":{
          """);
      for (int i = 0; i * OPERATIONS_PER_RESOURCE < operations && written < bytes; i++) {
        Resource resource = new Resource(i, new Random(i));
        String paths = resource.paths();
        String schema = resource.schemas();
        out.write((i == 0 ? "" : ",\n") + paths);
        schemas.append(i == 0 ? "" : ",\n").append(schema);
        written += paths.length() + schema.length();
      }
      out.write(
          """
          },
          "components":{"securitySchemes":{"key":{"type":"http","scheme":"bearer"}},"schemas":{
          """);
      out.append(schemas).write("\n}}}\n");
    }
  }

  /** One resource; every choice is derived from its number. */
  private final class Resource {
    private final int number;
    private final Random random;
    private final String name;
    private final String type;

    private Resource(int number, Random random) {
      this.number = number;
      this.random = random;
      this.name = Words.noun(random) + "-" + Words.noun(random) + "-" + number;
      this.type = Words.pascal(name);
    }

    private String paths() {
      String collection = "\"/" + name + "\":{";
      String item = "\"/" + name + "/{id}\":{\"parameters\":[" + pathId() + "],";
      return collection
          + operation("get", "list" + type, "List " + name, filters(), "", type + "Page")
          + ","
          + operation("post", "create" + type, "Create a " + name, key(), body("Input"), type)
          + "},\n"
          + item
          + operation("get", "get" + type, "Get a " + name, "", "", type)
          + ","
          + operation("patch", "update" + type, "Change a " + name, "", body("Input"), type)
          + ","
          + operation("delete", "delete" + type, "Delete a " + name, "", "", "")
          + "}";
    }

    private String operation(
        String method, String id, String summary, String parameters, String body, String answer) {
      String tag = "group " + number / RESOURCES_PER_TAG;
      return """
          "%s":{"operationId":"%s","summary":"%s","description":"%s","tags":["%s"],
          "parameters":[%s],%s"responses":{%s}}"""
          .formatted(method, id, summary, sentence(2), tag, parameters, body, responses(answer));
    }

    private String responses(String answer) {
      return answer.isEmpty()
          ? "\"204\":{\"description\":\"Gone.\"}"
          : "\"200\":{\"description\":\"" + sentence(1) + "\"," + content(answer) + "}";
    }

    private String content(String schema) {
      return "\"content\":{\"application/json\":{\"schema\":"
          + "{\"$ref\":\"#/components/schemas/"
          + schema
          + "\"}}}";
    }

    private String body(String suffix) {
      return "\"requestBody\":{\"required\":true," + content(type + suffix) + "},";
    }

    private String pathId() {
      return """
          {"name":"id","in":"path","required":true,"description":"%s","schema":{"type":"string"}}"""
          .formatted(sentence(1));
    }

    private String filters() {
      return """
          {"name":"limit","in":"query","description":"How many.",
          "schema":{"type":"integer","minimum":1,"maximum":100,"default":20}},
          {"name":"cursor","in":"query","description":"Where the last page ended.",
          "schema":{"type":"string"}},
          {"name":"status","in":"query","description":"%s",
          "schema":{"type":"string","enum":["active","paused","archived"]}},
          {"name":"%s","in":"query","description":"%s",
          "schema":{"type":"array","items":{"type":"string"}}}"""
          .formatted(sentence(1), Words.noun(random), sentence(1));
    }

    private String key() {
      return """
          {"name":"Idempotency-Key","in":"header","description":"%s","schema":{"type":"string"}}"""
          .formatted(sentence(1));
    }

    private String schemas() {
      String other = number == 0 ? "" : ",\"parent\":{\"$ref\":\"#/components/schemas/Status0\"}";
      String status = number == 0 ? status() : "";
      return status
          + "\""
          + type
          + "\":{\"type\":\"object\",\"description\":\""
          + sentence(1)
          + "\",\"required\":[\"id\"],\"properties\":{\"id\":{\"type\":\"string\"}"
          + properties(true)
          + "}},\n\""
          + type
          + "Input\":{\"type\":\"object\",\"required\":[\"name\"],\"properties\":{\"name\":"
          + "{\"type\":\"string\",\"maxLength\":100}"
          + properties(false)
          + other
          + "}},\n\""
          + type
          + "Page\":{\"type\":\"object\",\"properties\":{\"next_cursor\":{\"type\":\"string\"},"
          + "\"items\":{\"type\":\"array\",\"items\":{\"$ref\":\"#/components/schemas/"
          + type
          + "\"}}}}";
    }

    /** A schema to which all others refer, like error or address types. */
    private String status() {
      return "\"Status0\":{\"type\":\"object\",\"properties\":{\"code\":{\"type\":\"string\"},"
          + "\"since\":{\"type\":\"string\",\"format\":\"date-time\"}}},\n";
    }

    private String properties(boolean ofAnswer) {
      StringBuilder out = new StringBuilder();
      for (int i = 0; i < properties; i++) {
        out.append(",\n\"").append(Words.noun(random)).append('_').append(i).append("\":");
        out.append(property(i, ofAnswer));
      }
      return out.toString();
    }

    private String property(int kind, boolean ofAnswer) {
      String description = "\"description\":\"" + sentence(1) + "\"";
      return switch (kind % 6) {
        case 0 -> "{\"type\":\"integer\",\"minimum\":0," + description + "}";
        case 1 -> "{\"type\":\"string\",\"enum\":[\"low\",\"high\",\"none\"]," + description + "}";
        case 2 -> "{\"type\":\"boolean\",\"readOnly\":" + ofAnswer + "," + description + "}";
        case 3 -> "{\"type\":\"array\",\"items\":{\"type\":\"string\"}," + description + "}";
        case 4 ->
            "{\"type\":\"object\",\"properties\":{\"amount\":{\"type\":\"number\"},"
                + "\"currency\":{\"type\":\"string\",\"minLength\":3,\"maxLength\":3}}}";
        default -> "{\"type\":\"string\",\"nullable\":true," + description + "}";
      };
    }

    private String sentence(int sentences) {
      return Words.sentences(random, sentences, words);
    }
  }
}
