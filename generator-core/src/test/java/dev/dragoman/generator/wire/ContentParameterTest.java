package dev.dragoman.generator.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.generator.testing.LiveApi;
import dev.dragoman.generator.testing.LiveSession;
import dev.dragoman.generator.testing.LiveUpstream.Request;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A parameter with {@code content} is written in that media type (OpenAPI 3.1, 4.8.12.2.2). */
class ContentParameterTest {
  private static final String DOCUMENT =
      """
      openapi: 3.1.0
      info: {title: Sty, version: "1"}
      servers: [{url: "https://a.example"}]
      paths:
      """
          + path("textQuery", "query", "text/plain", "{type: string}")
          + path("numberQuery", "query", "text/plain", "{type: integer}")
          + path("xmlQuery", "query", "application/xml", "{type: string}")
          + path("csvQuery", "query", "text/csv", "{type: string}")
          + path("jsonQuery", "query", "application/json", "{type: string}")
          + path("vendorQuery", "query", "application/vnd.a+json", "{type: object}")
          + path("textHeader", "header", "text/plain", "{type: string}")
          + path("jsonHeader", "header", "application/json", "{type: string}")
          + path("textCookie", "cookie", "text/plain", "{type: string}")
          + path("jsonCookie", "cookie", "application/json", "{type: string}")
          + path("textPath", "path", "text/plain", "{type: string}")
          + path("jsonPath", "path", "application/json", "{type: string}");

  @TempDir static Path folder;
  private static LiveSession server;

  private static String path(String id, String in, String type, String schema) {
    return "  /%s%s: {get: {operationId: %s, parameters: [{name: color, in: %s, required: true, content: {%s: {schema: %s}}}], responses: {\"200\": {description: ok}}}}%n"
        .formatted(id, in.equals("path") ? "/{color}" : "", id, in, type, schema);
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
      quoteCharacter = '~',
      value = {
        "textQuery | \"a b\\\"c\" | /textQuery?color=a%20b%22c",
        "textQuery | \"\" | /textQuery?color=",
        "numberQuery | 12 | /numberQuery?color=12",
        "xmlQuery | \"<a/>\" | /xmlQuery?color=%3Ca%2F%3E",
        "csvQuery | \"a,b\" | /csvQuery?color=a%2Cb",
        "jsonQuery | \"a\" | /jsonQuery?color=%22a%22",
        "vendorQuery | {\"a\":[1]} | /vendorQuery?color=%7B%22a%22%3A%5B1%5D%7D",
        "textPath | \"a b\\\"c\" | /textPath/a%20b%22c",
        "jsonPath | \"a\" | /jsonPath/%22a%22",
      })
  void inTheTarget(String operation, String value, String target) {
    assertThat(server.sent(call(operation, value)).target()).isEqualTo(target);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "textHeader | \"a b\\\"c\" | color | a b\"c",
        "jsonHeader | \"a\" | color | \"a\"",
        "textCookie | \"a b\\\"c\" | Cookie | color=a%20b%22c",
        "jsonCookie | \"a\" | Cookie | color=%22a%22",
      })
  void inAHeader(String operation, String value, String header, String sent) {
    Request request = server.sent(call(operation, value));
    assertThat(request.all(header)).containsExactly(sent);
  }

  private static String call(String operation, String value) {
    return "{\"operation\":\"" + operation + "\",\"arguments\":{\"color\":" + value + "}}";
  }
}
