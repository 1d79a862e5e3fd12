package dev.dragoman.runtime.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dragoman.runtime.Json;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each value of a body becomes on the wire: parts, lines and text, or a problem. */
class PartsOfBodiesTest {

  /** The part of a field: the header {@code Content-Type} (or {@code -}) and the content. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          text/plain                     | "a"                       | text/plain                | a
          text/plain                     | "é"                       | text/plain; charset=utf-8 | é
          text/csv, text/plain           | "a,b"                     | text/csv                  | a,b
          application/json               | "a"                       | application/json          | "a"
          application/json               | 1.50                      | application/json          | 1.50
          application/merge-patch+json   | {"a":null}                | application/merge-patch+json | {"a":null}
          application/xml                | "<a/>"                    | application/xml           | <a/>
          application/x-ndjson           | {"a":1}                   | application/x-ndjson      | {"a":1}\\n
          application/x-www-form-urlencoded | {"a":"x y"}            | application/x-www-form-urlencoded | a=x+y
          image/png                      | "YWI="                    | image/png                 | ab
          image/png                      | {"base64":"YWI="}         | image/png                 | ab
          image/png, image/jpeg          | "YWI="                    | image/png                 | ab
          image/*                        | {"base64":"YWI=","contentType":"image/gif"} | image/gif | ab
          image/png                      | {"base64":"YWI=","contentType":"image/gif"} | image/gif | ab
          application/vnd.acme           | {"a":1}                   | application/vnd.acme      | {"a":1}
          */*                            | {"a":1}                   | application/json          | {"a":1}
          */*                            | 7                         | -                         | 7
          """)
  void theDocumentsMediaTypeOfAPartIsSent(
      String type, String value, String sentType, String content) {
    String part = field(FieldEncoding.contentType(type), value);
    String header = sentType.equals("-") ? "" : "\r\nContent-Type: " + sentType;
    assertThat(part.replaceFirst("; filename=\"file\"", ""))
        .isEqualTo(
            "Content-Disposition: form-data; name=\"f\""
                + header
                + "\r\n\r\n"
                + content.replace("\\n", "\n"));
  }

  /** The bytes are the first ones of a PNG, a JPEG and a GIF, and of nothing known. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          image/png, image/jpeg  | "iVBORw0KGgo="                             | image/png
          image/png, image/jpeg  | "/9j/4AAQSkZJRg=="                         | image/jpeg
          image/png,image/jpeg   | "R0lGODlh"                                 | image/png
          image/*                | "R0lGODlh"                                 | image/gif
          image/*                | {"base64":"YWI=","filename":"a.png"}       | image/png
          image/*, text/plain    | {"base64":"YWI=","filename":"a.txt"}       | text/plain
          */*                    | {"base64":"YWI=","filename":"a.pdf"}       | application/pdf
          audio/*, video/*       | {"base64":"YWI=","filename":"a.png"}       | application/octet-stream
          application/pdf        | "R0lGODlh"                                 | application/pdf
          """)
  void amongSeveralTypesTheFileDecides(String types, String value, String sent) {
    assertThat(field(FieldEncoding.binary(types), value))
        .contains("\r\nContent-Type: " + sent + "\r\n\r\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      nullValues = "-",
      textBlock =
          """
          -                      | "YWI="                                      | application/octet-stream
          application/pdf        | "YWI="                                      | application/pdf
          image/*                | "YWI="                                      | application/octet-stream
          application/pdf, a/b   | {"base64":"YWI="}                           | application/pdf
          application/pdf        | {"base64":"YWI=","contentType":"a/c"}       | a/c
          application/pdf        | {"base64":"YWI=","contentType":" "}         | application/pdf
          """)
  void aFileNamesItsTypeOrHasThatOfTheDocument(String type, String value, String sent) {
    FieldEncoding encoding = type == null ? FieldEncoding.binary() : FieldEncoding.binary(type);
    assertThat(field(encoding, value)).endsWith("\r\nContent-Type: " + sent + "\r\n\r\nab");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          image/png              | 5          | body/f: expected a Base64 string, or a file as
          image/png              | [true]     | body/f[0]: expected a Base64 string, or a file as
          image/png              | ["YQ==",7] | body/f[1]: expected a Base64 string, or a file as
          image/png              | {"a":1}    | body/f: a body of image/png cannot be created from an array or object
          application/xml        | {"a":1}    | body/f: a body of application/xml cannot be created from an array or object; supply the XML itself as a string
          text/csv               | {"a":1}    | body/f: a body of text/csv cannot be created from an array or object; supply the text itself as a string
          text/plain; charset=us-ascii | "é"  | body/f: cannot be encoded in the character set us-ascii
          """)
  void aPartThatCannotBeWrittenIsNamed(String type, String value, String problem) {
    assertThatThrownBy(() -> field(FieldEncoding.contentType(type), value))
        .hasMessageStartingWith(problem);
  }

  /** RFC 2046, section 5.1.3: parts without names, and RFC 2183 for files among them. */
  @Test
  void aListBecomesPartsWithoutNames() {
    assertThat(
            parts(
                "multipart/mixed; boundary=other",
                "[\"é\", 1.50, null, {\"a\":[1]}, {\"base64\":\"YWI=\",\"filename\":\"a\\\"b\"}]"))
        .isEqualTo(
            """
            --B
            Content-Type: text/plain; charset=utf-8

            é
            --B
            Content-Type: text/plain; charset=utf-8

            1.50
            --B
            Content-Type: application/json

            {"a":[1]}
            --B
            Content-Disposition: attachment; filename="a%22b"
            Content-Type: application/octet-stream

            ab
            --B--
            """);
    assertThat(parts("multipart/mixed", "[]")).isEqualTo("--B--\n");
    assertThatThrownBy(() -> parts("multipart/mixed", "[1, {\"base64\":\"?\"}]"))
        .hasMessageStartingWith("body[1]: expected the bytes of the file in Base64");
  }

  /** RFC 2387, section 3.1: the media type of the first part is required. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          multipart/related              | [{"a":1},"b"]                             | multipart/related; type="application/json"; boundary=B
          Multipart/Related; start="<a>" | ["a",{"b":1}]                             | multipart/related; type="text/plain"; boundary=B
          multipart/related              | {"a":{"base64":"YWI="},"b":1}             | multipart/related; type="application/octet-stream"; boundary=B
          multipart/related              | {"a":1}                                   | multipart/related; type="text/plain"; boundary=B
          multipart/mixed                | [{"a":1}]                                 | multipart/mixed; boundary=B
          """)
  void aRelatedBodyNamesTheTypeOfItsRoot(String mediaType, String value, String sent) {
    RequestBody body = body(mediaType, value, Map.of());
    assertThat(body.contentType().replaceFirst("dragoman-[0-9a-f]+", "B")).isEqualTo(sent);
  }

  @Test
  void anObjectBecomesPartsWithNamesInAnyMultipartBody() {
    assertThat(parts("multipart/related", "{\"a\": 1}"))
        .isEqualTo("--B\nContent-Disposition: form-data; name=\"a\"\n\n1\n--B--\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          application/x-ndjson  | [{"a":1},null]     | {"a":1}\\nnull\\n
          application/x-ndjson  | []                 | ``
          application/jsonl     | {"a":1}            | {"a":1}\\n
          application/jsonl     | 5                  | 5\\n
          application/jsonl     | "{\\"a\\": 1}\\n2" | {"a": 1}\\n2
          application/json-seq  | [1]                | RS1\\n
          application/jsonl     | "a b"              | body: expected an array of JSON values, or text with one value per line
          application/jsonl     | ""                 | body: expected an array of JSON values, or text with one value per line
          application/jsonl     | "1\\n{"            | body: expected an array of JSON values, or text with one value per line
          """)
  void lines(String type, String value, String expected) {
    assertThat(sent(type, value).replace("\u001e", "RS")).isEqualTo(expected.replace("\\n", "\n"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          application/xml        | {"a":1} | body: a body of application/xml cannot be created from an array or object; supply the XML itself as a string
          text/csv               | [1]     | body: a body of text/csv cannot be created from an array or object; supply the text itself as a string
          application/x-protobuf | {"a":1} | body: a body of application/x-protobuf cannot be created from an array or object: this server has no encoder for it
          image/png              | [1]     | body: a body of image/png cannot be created from an array or object: this server has no encoder for it
          text/csv               | "a"     | a
          application/yaml       | {"a":1} | {"a":1}
          application/vnd.acme   | [1]     | [1]
          """)
  void whatNeedsAnEncoderIsRefused(String type, String value, String expected) {
    assertThat(sent(type, value)).startsWith(expected);
  }

  /** The text of a body, or the problem with it. */
  private static String sent(String type, String json) {
    try {
      return text(body(type, json, Map.of()));
    } catch (InvalidArgumentsException refused) {
      return refused.problems().get(0).toString();
    }
  }

  private static String field(FieldEncoding encoding, String json) {
    RequestBody body = body("multipart/form-data", "{\"f\":" + json + "}", Map.of("f", encoding));
    return text(body).replaceAll("\\A--[^\r]+\r\n|\r\n--[^\r]+--\r\n\\z", "");
  }

  private static String parts(String type, String json) {
    RequestBody body = body(type, json, Map.of());
    String boundary = body.contentType().replaceFirst("^multipart/.*; boundary=", "");
    return text(body).replace("--" + boundary, "--B").replace("\r\n", "\n");
  }

  private static RequestBody body(String type, String json, Map<String, FieldEncoding> encodings) {
    return ApiRequest.builder("POST", "/x")
        .body(type, Json.of(json), encodings)
        .build()
        .body()
        .orElseThrow();
  }

  private static String text(RequestBody body) {
    return new String(body.bytes(), StandardCharsets.UTF_8);
  }
}
