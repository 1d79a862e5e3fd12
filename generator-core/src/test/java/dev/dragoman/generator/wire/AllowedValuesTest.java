package dev.dragoman.generator.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.generator.testing.LiveApi;
import dev.dragoman.generator.testing.LiveSession;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a document allows is sent, as it was given. */
class AllowedValuesTest {
  private static final String DOCUMENT =
      """
      openapi: 3.0.3
      info: {title: Values, version: "1"}
      servers: [{url: "https://a.example"}]
      paths:
        /nullable: {put: {operationId: nullable, requestBody: {required: true, content: {application/json: {schema: {type: object, nullable: true}}}}, responses: {"200": {description: ok}}}}
        /optional: {put: {operationId: optional, requestBody: {content: {application/json: {schema: {type: string, nullable: true}}}}, responses: {"200": {description: ok}}}}
        /strict: {put: {operationId: strict, requestBody: {required: true, content: {application/json: {schema: {type: object}}}}, responses: {"200": {description: ok}}}}
        /q:
          get:
            operationId: q
            parameters:
              - {name: level, in: query, schema: {type: integer, enum: [1, 2, 3]}}
              - {name: word, in: query, schema: {type: string, enum: ["1", "2", "true"]}}
              - {name: count, in: query, schema: {type: integer}}
              - {name: big, in: query, schema: {type: integer, format: int64}}
              - {name: text, in: query, schema: {type: string}}
              - {name: flag, in: query, allowEmptyValue: true, schema: {type: boolean}}
              - {name: on, in: query, schema: {type: boolean}}
              - {name: since, in: query, schema: {type: string, format: date-time}}
              - {name: id, in: query, schema: {type: string, format: uuid}}
              - {name: odd, in: query, schema: {type: string, format: x-our-own}}
              - {name: list, in: query, schema: {type: array, items: {type: string}}}
              - {name: maybe, in: query, schema: {type: string, nullable: true}}
              - {name: token, in: query, schema: {type: string, format: byte}}
              - {name: X-Note, in: header, schema: {type: string}}
            responses: {"200": {description: ok}}
        /b:
          post:
            operationId: b
            requestBody:
              required: true
              content:
                application/json:
                  schema:
                    type: object
                    additionalProperties: true
                    properties:
                      data: {type: string, format: byte}
                      id: {type: integer, readOnly: true}
                      password: {type: string, writeOnly: true}
                      big: {type: integer, format: int64}
                      list: {type: array, items: {type: integer}}
                      url: {type: string, format: uri}
                      note: {type: string, nullable: true}
            responses: {"200": {description: ok}}
      """;

  @TempDir static Path folder;
  private static LiveSession server;

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
        "{\"level\":\"2\"} | level=2",
        "{\"level\":2.0} | level=2",
        "{\"word\":1} | word=1",
        "{\"word\":true} | word=true",
        "{\"count\":1.0} | count=1",
        "{\"count\":\"1\"} | count=1",
        "{\"big\":\"9007199254740993\"} | big=9007199254740993",
        "{\"big\":9223372036854775807} | big=9223372036854775807",
        "{\"text\":\"\"} | text=",
        "{\"flag\":\"\"} | flag=",
        "{\"flag\":true} | flag=true",
        "{\"on\":\"true\"} | on=true",
        "{\"since\":\"2026-01-01T00:00:00+05:30\"} | since=2026-01-01T00%3A00%3A00%2B05%3A30",
        "{\"since\":\"2026-01-01t00:00:00z\"} | since=2026-01-01t00%3A00%3A00z",
        "{\"since\":\"2016-12-31T23:59:60Z\"} | since=2016-12-31T23%3A59%3A60Z",
        "{\"since\":\"2026-01-01T00:00:00.123456789Z\"} | since=2026-01-01T00%3A00%3A00.123456789Z",
        "{\"id\":\"3F2504E0-4F89-41D3-9A0C-0305E82C3301\"} | id=3F2504E0-4F89-41D3-9A0C-0305E82C3301",
        "{\"odd\":\"anything\"} | odd=anything",
        "{\"list\":[]} | ~~",
        "{\"list\":\"a\"} | list=a",
        "{\"maybe\":null} | ~~",
        "{\"token\":\"YWI=\"} | token=YWI%3D",
        "{\"token\":\"_-8=\"} | token=_-8%3D",
      })
  void inAQuery(String arguments, String query) {
    String target = server.sent("{\"operation\":\"q\",\"arguments\":" + arguments + "}").target();
    assertThat(target).isEqualTo("/q" + (query == null || query.isEmpty() ? "" : "?" + query));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "b | {\"data\":\"YWI=\"} | {\"data\":\"YWI=\"}",
        "b | {\"data\":\"YQ==\"} | {\"data\":\"YQ==\"}",
        "b | {\"data\":\"_-8\"} | {\"data\":\"_-8\"}",
        "b | {\"id\":1} | {\"id\":1}",
        "b | {\"password\":\"p\"} | {\"password\":\"p\"}",
        "b | {\"big\":\"9007199254740993\"} | {\"big\":9007199254740993}",
        "b | {\"list\":[]} | {\"list\":[]}",
        "b | {\"list\":[\"1\",2.0]} | {\"list\":[1,2.0]}",
        "b | {\"url\":\"/relative?a=ü\"} | {\"url\":\"/relative?a=ü\"}",
        "b | {\"note\":null} | {\"note\":null}",
        "b | {\"more\":{\"a\":[null]}} | {\"more\":{\"a\":[null]}}",
        "nullable | null | null",
        "optional | null | null",
      })
  void inABody(String operation, String body, String sent) {
    String got = server.sent("{\"operation\":\"" + operation + "\",\"body\":" + body + "}").body();
    assertThat(got).isEqualTo(sent.replace("ü", "\u00c3\u00bc"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{\"operation\":\"strict\",\"body\":null} | body: is required",
        "{\"operation\":\"nullable\"} | body: is required",
        "{\"operation\":\"q\",\"arguments\":{\"on\":\"\"}} | on: expected true or false",
        "{\"operation\":\"q\",\"arguments\":{\"level\":4}} | level",
      })
  void whatItDoesNotAllowIsRefused(String call, String reason) {
    assertThat(server.refused(call)).contains(reason);
  }
}
