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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The media type of a body follows from what is given, and what is sent is of that type. */
class BodyMediaTest {
  private static final String OBJECT = "{type: object}";
  private static final String OBJECTS = "{type: array, items: {type: object, required: [t]}}";
  private static final String BYTES = "{type: string, format: binary}";
  private static final String DOCUMENT =
      """
      openapi: 3.2.0
      info: {title: Fleet, version: "1"}
      servers: [{url: "https://fleet.example.com"}]
      paths:
      """
          + path(
              "patchPod",
              "application/apply-patch+yaml: {schema: " + OBJECT + "}",
              "application/json-patch+json: {schema: " + OBJECT + "}",
              "application/merge-patch+json: {schema: " + OBJECT + "}",
              "application/strategic-merge-patch+json: {schema: " + OBJECT + "}")
          + path(
              "strategic",
              "application/json-patch+json: {schema: {}}",
              "application/strategic-merge-patch+json: {schema: " + OBJECT + "}")
          + path("onlyPatch", "application/json-patch+json: {schema: " + OBJECT + "}")
          + path(
              "described",
              "application/json-patch+json: {schema: {type: array, items: {type: object,"
                  + " required: [op]}}}")
          + path(
              "jsonOrPatch",
              "application/json: {schema: " + OBJECT + "}",
              "application/json-patch+json: {schema: " + OBJECTS + "}")
          + path("bulk", "application/x-ndjson: {schema: " + OBJECTS + "}")
          + path("items", "application/x-ndjson: {itemSchema: {type: object, required: [t]}}")
          + path("whole", "application/vnd.acme+x-ndjson: {schema: {type: string}}")
          + path("each", "application/jsonl: {schema: {type: object, required: [t]}}")
          + path("sequence", "application/json-seq: {schema: " + OBJECTS + "}")
          + path("img", "image/*: {schema: " + BYTES + "}")
          + path("imgx", "image/*: {}")
          + path("any", "\"*/*\": {schema: " + BYTES + "}")
          + path("anyx", "\"*/*\": {}")
          + path("app", "application/*: {schema: " + OBJECT + "}")
          + path("suffix", "application/*+json: {schema: " + OBJECT + "}")
          + path(
              "two",
              "image/*: {schema: " + BYTES + "}",
              "application/json: {schema: " + OBJECT + "}")
          + path("textr", "text/*: {schema: {type: string}}")
          + path("proto", "application/x-protobuf: {schema: " + OBJECT + "}")
          + path("msgpack", "application/vnd.msgpack: {schema: " + OBJECT + "}")
          + path("cbor", "application/senml+cbor: {schema: " + OBJECT + "}")
          + path("csv", "text/csv: {schema: " + OBJECTS + "}")
          + path(
              "csvOrJson",
              "text/csv: {schema: {type: string}}",
              "application/vnd.rows+json: {schema: " + OBJECTS + "}")
          + path(
              "plain",
              "text/plain: {schema: {type: string}}",
              "application/json: {schema: " + OBJECT + "}")
          + path("yaml", "application/yaml: {schema: " + OBJECT + "}");

  @TempDir static Path folder;
  private static LiveSession server;

  private static String path(String id, String... content) {
    return "  /%s: {put: {operationId: %s, requestBody: {required: true, content: {%s}}, responses: {\"200\": {description: ok}}}}%n"
        .formatted(id, id, String.join(", ", content));
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
        "patchPod | {\"spec\":{\"x\":null}} | | application/merge-patch+json",
        "patchPod | [{\"op\":\"remove\",\"path\":\"/a\"}] | | application/json-patch+json",
        "patchPod | [{\"op\":\"remove\",\"path\":\"/a\"}] | application/json-patch+json | application/json-patch+json",
        "patchPod | {\"a\":1} | application/strategic-merge-patch+json | application/strategic-merge-patch+json",
        "patchPod | {\"a\":1} | application/apply-patch+yaml | application/apply-patch+yaml",
        "strategic | {\"a\":1} | | application/strategic-merge-patch+json",
        "onlyPatch | [{\"op\":\"add\",\"path\":\"/a\",\"value\":null}] | | application/json-patch+json",
        "described | [{\"op\":\"test\"}] | | application/json-patch+json",
        "jsonOrPatch | [{\"t\":1}] | | application/json-patch+json",
        "jsonOrPatch | {\"t\":1} | | application/json",
        "csvOrJson | [{\"t\":1}] | | application/vnd.rows+json",
        "app | {\"a\":1} | application/vnd.x+json | application/vnd.x+json",
        "app | {\"a\":1} | | application/json",
        "suffix | {\"a\":1} | application/vnd.x+json | application/vnd.x+json",
        "suffix | {\"a\":1} | | application/json",
        "anyx | {\"a\":1} | | application/json",
        "yaml | {\"a\":1} | | application/yaml",
        "plain | {\"a\":1} | | application/json",
      })
  void aValueGoesOutUnderATypeThatTakesIt(
      String operation, String body, String chosen, String type) {
    Request request = server.sent(call(operation, body, chosen));
    assertThat(request.header("Content-Type")).isEqualTo(type);
    assertThat(request.body()).isEqualTo(body);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "img | iVBORw0KGgo= | image/png | image/png | \u0089PNG\\r\\n\u001a\\n",
        "imgx | iVBORw0KGgo= | image/png | image/png | \u0089PNG\\r\\n\u001a\\n",
        "any | iVBORw0KGgo= | image/png | image/png | \u0089PNG\\r\\n\u001a\\n",
        "any | iVBORw0KGgo= | | application/octet-stream | \u0089PNG\\r\\n\u001a\\n",
        "two | iVBORw0KGgo= | image/png | image/png | \u0089PNG\\r\\n\u001a\\n",
        "textr | a,b | text/csv | text/csv | a,b",
        "textr | a,b | | text/plain | a,b",
        "anyx | <a/> | application/xml | application/xml | <a/>",
        "anyx | a | | text/plain | a",
        "plain | hello | | text/plain | hello",
        "csv | a,b | | text/csv | a,b",
        "proto | YWI= | | application/x-protobuf | ab",
        "img | YWI= | | application/octet-stream | ab",
      })
  void textAndBytesTakeTheChosenType(
      String operation, String text, String chosen, String type, String sent) {
    Request request = server.sent(call(operation, "\"" + text + "\"", chosen));
    assertThat(request.header("Content-Type")).isEqualTo(type);
    assertThat(request.body()).isEqualTo(sent.replace("\\r", "\r").replace("\\n", "\n"));
  }

  @Test
  void aFileSaysItsOwnTypeWithinARange() {
    String file = "{\"filename\":\"a.png\",\"contentType\":\"image/png\",\"base64\":\"AAE=\"}";
    for (String operation : new String[] {"any", "img", "anyx"}) {
      Request request = server.sent(call(operation, file, null));
      assertThat(request.header("Content-Type")).isEqualTo("image/png");
      assertThat(request.body()).isEqualTo("\u0000\u0001");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "onlyPatch | {\"a\":1} | | JSON Patch, an array of operations (RFC 6902, section 3), got an object",
        "onlyPatch | [{\"op\":\"put\",\"path\":\"/a\"}] | | body[0]: requires \"op\"",
        "onlyPatch | [{\"op\":\"add\",\"path\":\"/a\"}] | | body[0]: requires \"value\" for add",
        "onlyPatch | [{\"op\":\"move\",\"path\":\"/a\"}] | | body[0]: requires \"from\"",
        "onlyPatch | [1, {\"op\":\"remove\"}] | | body[1]: requires \"path\"",
        "patchPod | {\"a\":1} | application/json-patch+json | use content_type application/apply-patch+yaml or application/merge-patch+json",
        "patchPod | [] | application/merge-patch+json | expected an object, got an array",
        "described | [{\"path\":\"/\"}] | | op: is required",
        "bulk | [{}] | | body[0]/t: is required",
        "items | [{\"t\":1},{}] | | body[1]/t: is required",
        "each | [{\"t\":1},{}] | | body[1]/t: is required",
        "bulk | \"no lines\" | | expected an array",
        "bulk | \"{\\\"t\\\":1}\\n{}\\n\" | | body[1]/t: is required",
        "proto | {\"a\":1} | | no encoder for it",
        "msgpack | {\"a\":1} | | no encoder for it",
        "cbor | [1] | | no encoder for it",
        "csv | [{\"t\":1}] | | cannot be created from an array or object",
        "img | {\"a\":1} | image/png | no encoder for it",
        "any | \"no Base64!\" | | Base64",
        "img | \"AAE=\" | text/plain | content_type: expected one of image/*",
      })
  void whatFitsNoTypeIsRefusedWithTheReason(
      String operation, String body, String chosen, String reason) {
    assertThat(server.refused(call(operation, body, chosen))).contains(reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "bulk | [{\"t\":1},{\"t\":\"a\\nb\"}] | {\"t\":1}#{\"t\":\"a\\nb\"}#",
        "bulk | {\"t\":1} | {\"t\":1}#",
        "bulk | \"{\\\"t\\\":1}\\n{\\\"t\\\": 2}\\n\" | {\"t\":1}#{\"t\": 2}#",
        "bulk | \"{\\\"t\\\":1}\\n\\n{\\\"t\\\": 2}\" | {\"t\":1}##{\"t\": 2}",
        "bulk | \"[{\\\"t\\\":1}]\" | {\"t\":1}#",
        "items | [{\"t\":1}] | {\"t\":1}#",
        "each | [{\"t\":1},{\"t\":2}] | {\"t\":1}#{\"t\":2}#",
        "each | {\"t\":1} | {\"t\":1}#",
        "sequence | [{\"t\":1},{\"t\":2}] | ^{\"t\":1}#^{\"t\":2}#",
      })
  void lines(String operation, String body, String sent) {
    assertThat(server.sent(call(operation, body, null)).body())
        .isEqualTo(sent.replace('#', '\n').replace('^', '\u001e'));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "patchPod | body: application/merge-patch+json object",
        "strategic | body: application/strategic-merge-patch+json object",
        "onlyPatch | body: application/json-patch+json {op: add|remove|replace|move|copy|test",
        "proto | body: application/x-protobuf string(base64)",
        "msgpack | body: application/vnd.msgpack string(base64)",
        "cbor | body: application/senml+cbor string(base64)",
        "csv | body: text/csv string",
        "csvOrJson | body: application/vnd.rows+json",
        "each | body: application/jsonl ({t: any})[]",
        "whole | body: application/vnd.acme+x-ndjson string",
      })
  void aHitNamesTheTypeThatTheShapeIsFor(String operation, String body) {
    assertThat(server.describe(operation)).contains(body);
  }

  private static String call(String operation, String body, String contentType) {
    String chosen = contentType == null ? "" : ",\"content_type\":\"" + contentType + "\"";
    return "{\"operation\":\"" + operation + "\",\"body\":" + body + chosen + "}";
  }
}
