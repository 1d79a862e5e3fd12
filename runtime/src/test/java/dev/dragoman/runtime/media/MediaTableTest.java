package dev.dragoman.runtime.media;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.Json;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Which media type a body has, which one is chosen, and what it can be created from. */
class MediaTableTest {

  @ParameterizedTest
  @CsvSource({
    "application/json, JSON",
    "APPLICATION/JSON; charset=utf-8, JSON",
    "' text/json ', JSON",
    "application/x-json, JSON",
    "application/problem+json, JSON",
    "application/vnd.acme.v1+json;profile=x, JSON",
    "application/x-amz-json-1.1, JSON",
    "application/jsonp, BINARY",
    "application/x-ndjson, JSON_LINES",
    "application/jsonl, JSON_LINES",
    "application/json-seq, JSON_LINES",
    "application/geo+json-seq, JSON_LINES",
    "application/stream+json, JSON_LINES",
    "application/vnd.elasticsearch+x-ndjson;compatible-with=8, JSON_LINES",
    "application/vnd.acme+jsonl, JSON_LINES",
    "application/x-www-form-urlencoded, FORM",
    "multipart/form-data, MULTIPART",
    "multipart/mixed; boundary=x, MULTIPART",
    "application/xml, XML",
    "text/xml, XML",
    "application/soap+xml, XML",
    "image/svg+xml, XML",
    "text/plain, TEXT",
    "text/csv, TEXT",
    "text/html, TEXT",
    "message/rfc822, TEXT",
    "application/yaml, TEXT",
    "application/vnd.oai.openapi+yaml, TEXT",
    "application/graphql, TEXT",
    "application/sql, TEXT",
    "application/jwt, TEXT",
    "application/octet-stream, BINARY",
    "application/pdf, BINARY",
    "image/png, BINARY",
    "application/vnd.acme, BINARY",
    "json, BINARY",
    "'', BINARY"
  })
  void kinds(String mediaType, MediaKind kind) {
    assertThat(MediaKind.of(mediaType)).isEqualTo(kind);
  }

  /** The whole order of preference; a shuffled list is put into this order. */
  @Test
  void preference() {
    List<String> ordered =
        List.of(
            "application/json",
            "application/vnd.acme+json",
            "application/json-patch+json",
            "application/x-ndjson",
            "application/x-www-form-urlencoded",
            "multipart/form-data",
            "multipart/mixed",
            "text/csv",
            "application/xml",
            "application/yaml",
            "image/png",
            "application/x-protobuf");
    List<String> reversed = Arrays.asList(ordered.toArray(String[]::new));
    Collections.reverse(reversed);
    assertThat(MediaChoice.ranked(reversed)).isEqualTo(ordered);
    assertThat(MediaChoice.ranked(List.of("text/b", "text/a", "application/json", "text/b")))
        .as("equals keep their order, duplicates are removed")
        .containsExactly("application/json", "text/b", "text/a");
    assertThat(MediaChoice.ranked(List.of("text/plain", "*/*", "application/*")))
        .as("a range without a concrete type is JSON")
        .containsExactly("*/*", "application/*", "text/plain");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          application/json       | application/json                | true
          application/json       | Application/JSON                | true
          application/json       | application/json; charset=utf-8 | false
          application/json; v=1  | application/json                | true
          application/json; v=1  | application/json;V=1            | true
          application/json; v=1  | application/json; v=2           | false
          application/json       | text/json                       | false
          image/*                | image/png                       | true
          image/*                | image/png; q=1                  | true
          image/*                | IMAGE/PNG                       | true
          image/*                | audio/png                       | false
          image/*                | image/                          | false
          image/*                | image/*                         | true
          */*                    | image/*                         | false
          */*                    | image/png                       | true
          */*                    | png                             | false
          */*                    | /png                            | false
          application/*+json     | application/hal+json            | true
          application/*+json     | application/json                | false
          application/*+json     | application/hal+xml             | false
          application/*+json     | application/+json               | false
          """)
  void ranges(String offered, String chosen, boolean matches) {
    assertThat(MediaRange.matches(offered, chosen)).isEqualTo(matches);
  }

  /** A body that an agent gives: JSON data, text, or a file in Base64. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          application/json                  | {"a":1}        | true
          application/json                  | [1]            | true
          application/json                  | "text"         | true
          application/json-patch+json       | [1]            | true
          application/json-patch+json       | "[1]"          | true
          application/json-patch+json       | {"a":1}        | false
          application/json-patch+json       | 1              | false
          application/merge-patch+json      | {"a":1}        | true
          application/merge-patch+json      | [1]            | false
          application/merge-patch+json      | "[1]"          | false
          application/apply-patch+yaml      | {"a":1}        | true
          application/x-ndjson              | [1]            | true
          application/x-ndjson              | {"a":1}        | true
          application/x-ndjson              | "1\\n2"        | true
          application/x-ndjson              | 5              | false
          application/x-www-form-urlencoded | {"a":1}        | true
          application/x-www-form-urlencoded | "{}"           | true
          application/x-www-form-urlencoded | "a=1"          | false
          application/x-www-form-urlencoded | [1]            | false
          multipart/form-data               | {"a":1}        | true
          multipart/form-data               | [1]            | false
          multipart/mixed                   | [1]            | true
          multipart/mixed                   | "text"         | false
          application/xml                   | {"a":1}        | true
          application/xml                   | [1]            | true
          application/xml                   | []             | false
          application/xml                   | {}             | true
          application/xml                   | "<a/>"         | true
          text/plain                        | "text"         | true
          text/plain                        | {"a":1}        | true
          text/csv                          | "a,b"          | true
          text/csv                          | 5              | true
          text/csv                          | {"a":1}        | false
          text/csv                          | [1]            | false
          application/yaml                  | {"a":1}        | true
          image/png                         | "iVBORw=="     | true
          image/png                         | {"base64":"a"} | true
          image/png                         | {"base64":1}   | false
          image/png                         | {"base64":"a","x":1} | false
          image/png                         | {"a":1}        | false
          font/woff2                        | {"a":1}        | false
          application/x-protobuf            | {"a":1}        | false
          application/vnd.apache.arrow.file | [1]            | false
          application/gzip                  | [1]            | false
          application/vnd.acme              | {"a":1}        | true
          application/vnd.zipper            | {"a":1}        | true
          application/octet-stream          | {"a":1}        | true
          """)
  void whatABodyIsCreatedFrom(String mediaType, String value, boolean takes) {
    assertThat(MediaChoice.takes(mediaType, Json.of(value))).isEqualTo(takes);
  }

  @ParameterizedTest
  @CsvSource({
    "application/json, false",
    "application/xml, false",
    "multipart/form-data, false",
    "text/plain, false",
    "application/yaml, false",
    "text/csv, true",
    "text/html, true",
    "image/png, true",
    "video/mp4, true",
    "font/woff2, true",
    "application/x-avro-binary, true",
    "application/vnd.acme, false",
    "application/*, false",
    "*/*, false"
  })
  void whatOnlyAnEncoderCreates(String mediaType, boolean unwritable) {
    assertThat(MediaChoice.isUnwritable(mediaType)).isEqualTo(unwritable);
  }

  /** A range cannot be sent: the value decides what is. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          text/csv           | {"a":1}                                     | false | text/csv
          */*                | {"a":1}                                     | false | application/json
          */*                | [1]                                         | false | application/json
          */*                | "text"                                      | false | text/plain
          */*                | 5                                           | false | text/plain
          */*                | "Ynl0ZXM="                                  | true  | application/octet-stream
          */*                | {"base64":"a"}                              | false | application/octet-stream
          */*                | {"base64":"a","contentType":"image/png"}    | false | image/png
          */*                | {"path":"a.png","contentType":"image/png"}  | true  | image/png
          */*                | {"path":"a.png"}                            | true  | application/octet-stream
          */*                | {"path":"a.png"}                            | false | application/json
          application/*      | "text"                                      | false | application/json
          application/*      | {"a":1}                                     | false | application/json
          text/*             | {"a":1}                                     | false | text/plain
          text/*             | "text"                                      | false | text/plain
          image/*            | "iVBORw=="                                  | false | application/octet-stream
          image/*            | {"base64":"a","contentType":"image/png"}    | false | image/png
          image/*            | {"base64":"a","contentType":"text/html"}    | false | application/octet-stream
          application/*+xml  | {"a":1}                                     | false | application/xml
          application/*+json | {"a":1}                                     | false | application/json
          """)
  void concreteTypes(String offered, String value, boolean isBytes, String sent) {
    assertThat(MediaChoice.concrete(offered, Json.of(value), isBytes)).isEqualTo(sent);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"base64":"a"}                                        | file,  , a
          {"base64":"a","filename":"x.png"}                     | x.png, , a
          {"base64":"a","contentType":"image/png"}              | file, image/png, a
          {"base64":"a","contentType":" "}                      | file,  , a
          {"base64":"a","contentType":5}                        | file, 5, a
          {"base64":"a","filename":"x","contentType":"a/b"}     | x, a/b, a
          {"base64":"a","path":"x"}                             |
          {"filename":"x"}                                      |
          {"base64":null}                                       |
          ["a"]                                                 |
          5                                                     |
          """)
  void files(String value, String expected) {
    Optional<String> file =
        FilePart.of(Json.of(value))
            .map(
                part ->
                    part.filename() + ", " + part.contentType().orElse("") + ", " + part.base64());
    assertThat(file.map(text -> text.replaceAll(" +", " ")))
        .isEqualTo(Optional.ofNullable(expected).map(text -> text.replaceAll(" +", " ")));
  }

  @Test
  void aStringIsAFileWhereOneIsExpected() {
    JsonNode text = Json.of("\"YWJj\"");
    assertThat(FilePart.wanted(text)).contains(new FilePart("file", Optional.empty(), "YWJj"));
    assertThat(FilePart.of(text)).isEmpty();
    assertThat(FilePart.wanted(Json.of("{\"a\":1}"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          application/x-ndjson     | {"a":1}~[2]~"x"~    | {"a":1};[2];"x"
          application/jsonl        | 1                    | 1
          application/jsonl        | ~ ~1~~2~             | 1;2
          application/jsonl        | 1~oops~2             |
          application/jsonl        | 1 2                  |
          application/jsonl        | ~~                   |
          application/json-seq     | ^{"a":~1}~^2~        | {"a":1};2
          application/geo+json-seq | ^1^2                 | 1;2
          application/json-seq     | 1~2                  |
          """)
  void jsonLines(String mediaType, String text, String values) {
    String whole = text.replace("~", "\r\n").replace('^', '\u001E');
    assertThat(
            JsonLines.parse(mediaType, whole)
                .map(all -> String.join(";", all.stream().map(JsonNode::toString).toList())))
        .isEqualTo(Optional.ofNullable(values));
  }

  @Test
  void jsonLinesAreWrittenOnePerValue() {
    List<JsonNode> values = List.of(Json.of("{\"a\": 1}"), Json.of("[1.10]"));
    assertThat(JsonLines.write("application/x-ndjson", values)).isEqualTo("{\"a\":1}\n[1.10]\n");
    assertThat(JsonLines.write("application/json-seq", values))
        .isEqualTo("\u001E{\"a\":1}\n\u001E[1.10]\n");
  }

  /** Bytes are written as hexadecimal digits. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          application/json                 | 7b7d         |
          application/json                 | fffe7b007d00 | UTF-16
          application/json                 | feff007b007d | UTF-16
          application/json                 | fffe00007b000000 | UTF-32
          application/json                 | 0000feff0000007b | UTF-32
          application/json                 | 7b007d00     | UTF-16LE
          application/json                 | 007b007d     | UTF-16BE
          application/json                 | 007b         | UTF-16BE
          application/json                 | 7b00         | UTF-16LE
          application/json                 | 7b000000     | UTF-32LE
          application/json                 | 0000007b     | UTF-32BE
          application/json                 | 30           |
          application/json                 | ''           |
          application/json                 | efbbbf7b     |
          text/plain; charset=utf-16le     | 41414141     | UTF-16LE
          text/plain; charset=iso-8859-1   | 41414141     |
          text/plain; charset=utf-8        | 41414141     |
          text/plain; charset=no-such      | 41414141     |
          application/octet-stream         | 007b007d     |
          image/png                        | fffe7b007d00 |
          """)
  void charsetsInWhichAsciiIsNotOneByte(String mediaType, String bytes, String charset) {
    ResponseMedia media = ResponseMedia.of(Optional.of(mediaType));
    byte[] body = HexFormat.of().parseHex(bytes);
    assertThat(BodyCharset.wide(media, body).map(Charset::name))
        .isEqualTo(Optional.ofNullable(charset));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          text/plain; charset=ISO-8859-1         | ISO-8859-1
          'text/plain;CHARSET = "latin1" ; x=1'  | ISO-8859-1
          text/plain; format=flowed; charset=utf-8 | UTF-8
          text/plain; charset=no-such            |
          text/plain; charset=                   |
          text/plain; xcharset=utf-8             |
          text/plain                             |
          """)
  void declaredCharsets(String contentType, String charset) {
    ResponseMedia media = ResponseMedia.of(Optional.of(contentType));
    assertThat(media.type()).isEqualTo("text/plain");
    assertThat(media.charset().map(Charset::name)).isEqualTo(Optional.ofNullable(charset));
    assertThat(media.text("abc".getBytes(UTF_8))).contains("abc");
  }

  /** What a model can read is text, whether or not a request could be made of it. */
  @ParameterizedTest
  @CsvSource({
    "application/x-amz-json-1.1, json",
    "application/x-json, json",
    "application/problem+json, json",
    "json, json",
    "'', json",
    "application/ldjson, text",
    "application/x-jsonl, text",
    "application/sparql-query, text",
    "application/x-javascript, text",
    "application/x-www-form-urlencoded, text",
    "message/rfc822, text",
    "multipart/mixed; boundary=x, text",
    "application/xml, text",
    "image/svg+xml, bytes",
    "application/octet-stream, bytes",
    "application/pdf, bytes"
  })
  void whatResponsesAre(String contentType, String kind) {
    ResponseMedia media = ResponseMedia.of(Optional.of(contentType));
    assertThat(media.isJson()).isEqualTo(kind.equals("json"));
    assertThat(media.text("abc".getBytes(UTF_8)).isEmpty()).isEqualTo(kind.equals("bytes"));
  }

  /** What is between the quotes then; empty if nothing is changed. */
  @ParameterizedTest
  @CsvSource({
    "application/json, 7B7D, ''",
    "application/json, 22E922, C3A9",
    "application/json;charset=utf-8, 22E922, C3A9",
    "application/json;charset=windows-1252, 228022, E282AC",
    "application/json;charset=latin1, 22C3A922, ''",
    "application/json, 22F09F9880, ''",
    "application/json, 22F09F98, ''",
    "application/json, 22F09F, ''",
    "application/json, 22C3, ''",
    "application/json, 22C322, C383",
    "application/json, FEFF00220022, ''",
    "text/plain, 22E922, ''",
    "'', 22E922, ''",
  })
  void jsonInAnotherCharsetBecomesUtf8(String contentType, String hex, String changed) {
    byte[] body = HexFormat.of().parseHex(hex);
    Optional<byte[]> json =
        ResponseMedia.of(Optional.of(contentType).filter(type -> !type.isEmpty())).jsonInUtf8(body);
    assertThat(json.map(bytes -> HexFormat.of().withUpperCase().formatHex(bytes)))
        .isEqualTo(
            Optional.of(changed)
                .filter(inner -> !inner.isEmpty())
                .map(inner -> "22" + inner + "22"));
  }

  /** A text larger than what is decoded at once, whose last character was cut off. */
  @Test
  void longJsonThatWasCutIsInUtf8() {
    byte[] whole = ("\"" + "\uD83D\uDE00é".repeat(20_000)).getBytes(UTF_8);
    ResponseMedia media = ResponseMedia.of(Optional.of("application/json"));
    for (int cut = 0; cut < 6; cut++) {
      assertThat(media.jsonInUtf8(Arrays.copyOf(whole, whole.length - cut))).isEmpty();
    }
    whole[whole.length / 2] = '"';
    assertThat(media.jsonInUtf8(whole)).isPresent();
  }

  /** Parts of files are no text, and nothing is lost of them. */
  @Test
  void multipartBytesStayBytes() {
    ResponseMedia media = ResponseMedia.of(Optional.of("multipart/mixed; boundary=x"));
    assertThat(media.text(new byte[] {'-', (byte) 0xFF, 0})).isEmpty();
  }
}
