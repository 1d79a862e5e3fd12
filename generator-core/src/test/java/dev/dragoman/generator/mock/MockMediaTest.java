package dev.dragoman.generator.mock;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.generator.testing.LiveApi;
import dev.dragoman.generator.testing.LiveSession;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipInputStream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Element;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Mock responses are what their media type says. */
class MockMediaTest {
  private static final String ROW =
      "{type: object, properties: {id: {type: integer}, name: {type: string, example: 'a, b'}}}";
  private static final String DOCUMENT =
      """
      openapi: 3.0.3
      info: {title: Files, version: "1"}
      servers: [{url: "https://files.example.com"}]
      paths:
      """
          + path("csv", "200", "text/csv", "{type: array, items: " + ROW + "}")
          + path("lines", "200", "application/x-ndjson", "{type: array, items: " + ROW + "}")
          + path("oneLine", "200", "application/jsonl", ROW)
          + path("events", "200", "text/event-stream", ROW)
          + path("form", "200", "application/x-www-form-urlencoded", ROW)
          + path("xml", "200", "application/xml", "{$ref: '#/components/schemas/Pet'}")
          + path(
              "xmlList",
              "200",
              "text/xml",
              "{type: array, xml: {name: pets}, items: {$ref: '#/components/schemas/Pet'}}")
          + path("yaml", "200", "application/yaml", ROW)
          + path("text", "200", "text/plain", "{type: string}")
          + path("pdf", "200", "application/pdf", "{type: string, format: binary}")
          + path("png", "200", "image/png", "{type: string, format: binary}")
          + path("zip", "200", "application/zip", "{type: string, format: binary}")
          + path("gzip", "200", "application/gzip", "{type: string, format: binary}")
          + path("gone", "204", "application/json", ROW)
          + path("reset", "205", "application/json", ROW)
          + """
        /both:
          get:
            operationId: both
            parameters: [{name: Accept, in: header, schema: {type: string}}]
            responses: {"200": {description: ok, content: {application/json: {schema: {type: object}}, text/csv: {schema: {type: array, items: {type: object, properties: {n: {type: integer}}}}}, application/pdf: {}}}}
          head: {operationId: head, responses: {"200": {description: ok, content: {application/json: {schema: {type: object}}}}}}
      components:
        schemas:
          Pet: {type: object, xml: {name: pet}, properties: {id: {type: integer, xml: {attribute: true}}, name: {type: string, example: "Tom & Co"}, tags: {type: array, xml: {wrapped: true}, items: {type: string, xml: {name: tag}}}}}
      """;

  @TempDir static Path folder;
  private static LiveSession server;

  private static String path(String id, String status, String type, String schema) {
    return "  /%s: {get: {operationId: %s, responses: {\"%s\": {description: ok, content: {%s: {schema: %s}}}}}}%n"
        .formatted(id, id, status, type, schema);
  }

  @BeforeAll
  static void start() throws IOException {
    server = LiveApi.build(DOCUMENT, folder).stdio(Map.of(), "--mock");
  }

  @AfterAll
  static void stop() throws IOException {
    server.close();
  }

  private static JsonNode content(String arguments) {
    return server.result("execute", arguments).path("content");
  }

  private static JsonNode content(String operation, int block) {
    return content("{\"operation\":\"" + operation + "\"}").path(block);
  }

  private static String text(String operation) {
    return content(operation, 1).path("text").asString("");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "csv | id,name\\r\\n1,\"a, b\"\\r\\n",
        "lines | {\"id\":1,\"name\":\"a, b\"}\\n",
        "oneLine | {\"id\":1,\"name\":\"a, b\"}\\n",
        "events | data: {\"id\":1,\"name\":\"a, b\"}\\n\\n",
        "form | id=1&name=a%2C+b",
        "yaml | {\"id\":1,\"name\":\"a, b\"}\\n",
        "text | example"
      })
  void texts(String operation, String expected) {
    assertThat(text(operation).replace("\r", "\\r").replace("\n", "\\n")).isEqualTo(expected);
  }

  @Test
  void xmlFollowsItsSchema() throws Exception {
    Element pet = root(text("xml"));
    assertThat(pet.getTagName()).isEqualTo("pet");
    assertThat(pet.getAttribute("id")).isEqualTo("1");
    assertThat(pet.getElementsByTagName("name").item(0).getTextContent()).isEqualTo("Tom & Co");
    assertThat(pet.getElementsByTagName("tags").item(0).getFirstChild().getNodeName())
        .isEqualTo("tag");
    Element pets = root(text("xmlList"));
    assertThat(pets.getTagName()).isEqualTo("pets");
    assertThat(pets.getFirstChild().getNodeName()).isEqualTo("pet");
  }

  private static Element root(String xml) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(xml.getBytes(java.nio.charset.StandardCharsets.UTF_8)))
        .getDocumentElement();
  }

  @Test
  void filesCanBeRead() throws IOException {
    assertThat(ImageIO.read(new ByteArrayInputStream(bytes("png"))).getWidth()).isEqualTo(1);
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes("zip")))) {
      assertThat(zip.getNextEntry()).isNull();
    }
    try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(bytes("gzip")))) {
      assertThat(gzip.readAllBytes()).isEmpty();
    }
    String pdf = new String(bytes("pdf"), ISO_8859_1);
    int table = Integer.parseInt(pdf.replaceAll("(?s).*startxref\n(\\d+)\n%%EOF\n", "$1"));
    assertThat(pdf.substring(table)).startsWith("xref\n0 4\n");
    int catalog = Integer.parseInt(pdf.substring(table).split("\n", -1)[3].substring(0, 10));
    assertThat(pdf.substring(catalog)).startsWith("1 0 obj\n<</Type/Catalog");
  }

  private static byte[] bytes(String operation) {
    JsonNode block = content(operation, 1);
    String base64 =
        block.has("data")
            ? block.path("data").asString()
            : block.path("resource").path("blob").asString();
    return Base64.getDecoder().decode(base64);
  }

  @ParameterizedTest
  @CsvSource({"gone, 204", "reset, 205", "head, 200"})
  void someResponsesHaveNoBody(String operation, int status) {
    JsonNode envelope = JsonMapper.shared().readTree(content(operation, 0).path("text").asString());
    assertThat(envelope.path("status").asInt()).isEqualTo(status);
    assertThat(envelope.has("body")).isFalse();
    assertThat(envelope.path("notice").asString()).contains("without a body");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "text/csv | text/csv",
        "application/pdf;q=0.1, text/csv;q=0.5 | text/csv",
        "application/*;q=0.2, text/* | text/csv",
        "application/pdf | application/pdf",
        "application/json;q=0, */*;q=0.1 | text/csv",
        "text/csv;q=0.3, application/json;q=0.8 | json",
        "image/png | json"
      })
  void theRequestChoosesTheMediaType(String accept, String expected) {
    JsonNode envelope =
        JsonMapper.shared()
            .readTree(
                content("{\"operation\":\"both\",\"arguments\":{\"Accept\":\"" + accept + "\"}}")
                    .path(0)
                    .path("text")
                    .asString());
    String type =
        envelope.has("body")
            ? "json"
            : envelope.path("text").path("mediaType").asString("")
                + envelope.path("binary").path("mediaType").asString("");
    assertThat(type).isEqualTo(expected);
  }
}
