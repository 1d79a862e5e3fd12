package dev.dragoman.generator.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.generator.testing.LiveApi;
import dev.dragoman.generator.testing.LiveSession;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The media types that a request asks for are those of the document's answers. */
class AcceptTest {
  private static final String DOCUMENT =
      """
      openapi: 3.0.3
      info: {title: Ads, version: "1"}
      servers: [{url: "https://ads.example.com"}]
      paths:
      """
          + path("vendor", "\"200\": %s", "application/vnd.campaign.v3+json")
          + path("version", "\"200\": %s", "application/vnd.people+json;version=1.0")
          + path("json", "\"200\": %s", "application/json")
          + path("csv", "\"200\": %s", "text/csv")
          + path("bytes", "\"200\": %s", "application/octet-stream")
          + path("image", "\"200\": %s", "image/*")
          + path("range", "\"200\": %s", "*/*")
          + path("xmlFirst", "\"200\": %s", "application/xml", "application/json")
          + path("three", "\"201\": %s", "application/vnd.a+json", "application/json", "text/csv")
          + path("charset", "\"200\": %s", "application/json; charset=utf-8")
          + path("broken", "\"200\": %s", "json", "application/json, text/plain")
          + path(
              "error",
              "\"200\": %s, \"400\": " + content("application/problem+json"),
              "application/json")
          + path(
              "onlyError", "\"204\": {description: done}, \"400\": %s", "application/problem+json")
          + path("byDefault", "default: %s", "application/vnd.d+json")
          + path("wildcard", "2XX: %s", "application/vnd.w+json")
          + """
        /nothing: {get: {operationId: nothing, responses: {"204": {description: done}}}}
        /constant:
          get:
            operationId: constant
            parameters:
              - {name: Accept, in: header, required: true, schema: {const: application/vnd.only+json}}
            responses: {"200": {description: ok, content: {application/json: {schema: {type: object}}}}}
        /declared:
          get:
            operationId: declared
            parameters:
              - {name: Accept, in: header, required: true, schema: {type: string, default: application/vnd.s.v2+json}}
              - {name: Content-Type, in: header, required: true, schema: {type: string}}
            responses: {"200": {description: ok, content: {application/json: {schema: {type: object}}}}}
      """;

  @TempDir static Path folder;
  private static LiveSession server;

  private static String content(String... types) {
    StringBuilder content = new StringBuilder("{description: ok, content: {");
    for (String type : types) {
      content.append("\"").append(type).append("\": {schema: {}}, ");
    }
    return content + "}}";
  }

  private static String path(String id, String responses, String... types) {
    return "  /%s: {get: {operationId: %s, responses: {%s}}}%n"
        .formatted(id, id, responses.formatted(content(types)));
  }

  @BeforeAll
  static void start() throws IOException {
    server = LiveApi.build(DOCUMENT, folder).stdio(Map.of());
  }

  @AfterAll
  static void stop() throws IOException {
    server.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "vendor | application/vnd.campaign.v3+json, application/json;q=0.6, */*;q=0.4",
        "version | application/vnd.people+json;version=1.0, application/json;q=0.6, */*;q=0.4",
        "json | application/json, */*;q=0.8",
        "charset | application/json, */*;q=0.8",
        "csv | text/csv, application/json;q=0.6, */*;q=0.4",
        "bytes | application/octet-stream, application/json;q=0.6, */*;q=0.4",
        "image | image/*, application/json;q=0.6, */*;q=0.4",
        "range | application/json, */*;q=0.8",
        "broken | application/json, */*;q=0.8",
        "xmlFirst | application/json, application/xml;q=0.9, */*;q=0.4",
        "three | application/vnd.a+json, application/json;q=0.9, text/csv;q=0.8, */*;q=0.4",
        "error | application/json, application/problem+json;q=0.5, */*;q=0.4",
        "onlyError | application/json, */*;q=0.8",
        "byDefault | application/vnd.d+json, application/json;q=0.6, */*;q=0.4",
        "wildcard | application/vnd.w+json, application/json;q=0.6, */*;q=0.4",
        "nothing | application/json, */*;q=0.8",
        "constant | application/vnd.only+json, application/json;q=0.9, */*;q=0.4",
        "declared | application/vnd.s.v2+json, application/json;q=0.9, */*;q=0.4",
      })
  void declaredAnswersAreAskedFor(String operation, String accept) {
    assertThat(server.sent("{\"operation\":\"" + operation + "\"}").all("Accept"))
        .containsExactly(accept);
  }

  @ParameterizedTest
  @CsvSource({
    "three, text/csv",
    "xmlFirst, application/xml",
    "image, image/png",
    "declared, application/vnd.s.v3+json"
  })
  void anAgentChooses(String operation, String type) {
    assertThat(
            server
                .sent(
                    "{\"operation\":\"%s\",\"arguments\":{\"Accept\":\"%s\"}}"
                        .formatted(operation, type))
                .all("Accept"))
        .containsExactly(type);
  }

  @Test
  void theChoiceIsOfferedWhereThereIsOne() {
    assertThat(server.describe("three"))
        .contains("Accept?: \"application/vnd.a+json\"|application/json|text/csv")
        .contains("text/csv");
    assertThat(server.describe("vendor")).doesNotContain("Accept?");
    assertThat(server.describe("json")).doesNotContain("Accept?");
  }

  @Test
  void whatIsNotOfferedIsRefused() {
    assertThat(server.refused("{\"operation\":\"three\",\"arguments\":{\"Accept\":\"text/html\"}}"))
        .contains("Accept", "text/csv");
    assertThat(server.refused("{\"operation\":\"json\",\"arguments\":{\"Accept\":\"text/html\"}}"))
        .contains("Accept: is not a parameter of this operation");
    assertThat(
            server.refused(
                "{\"operation\":\"declared\",\"arguments\":{\"Accept\":\"a\\r\\nX: y\"}}"))
        .contains("Accept");
  }
}
