package dev.dragoman.runtime.execute.mock;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.Json;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class MediaSampleTest {
  private static final MediaSample MEDIA = new MediaSample(reference -> Optional.empty());

  /** Line breaks are written as escapes. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          application/json                  | {"a":1}                    | {"a":1}
          application/problem+json          | "x"                        | "x"
          application/x-ndjson              | [{"a":1},{"a":2}]          | {"a":1}\\n{"a":2}\\n
          application/x-ndjson              | {"a":1}                    | {"a":1}\\n
          application/x-ndjson              | []                         | ``
          application/json-seq              | [1,2]                      | \\u001e1\\n\\u001e2\\n
          application/geo+json-seq          | [1]                        | \\u001e1\\n
          application/x-www-form-urlencoded | {"a b":"1&2","n":null}     | a+b=1%262&n=
          application/x-www-form-urlencoded | {"o":{"x":[1]},"t":true}   | o=%7B%22x%22%3A%5B1%5D%7D&t=true
          application/x-www-form-urlencoded | []                         | ``
          text/csv                          | [{"a":1,"b":"x"},{"b":"y","c":true}] | a,b,c\\r\\n1,x,\\r\\n,y,true\\r\\n
          text/csv                          | {"a":1}                    | a\\r\\n1\\r\\n
          text/csv; charset=utf-8           | [{"a":"x,y","b":"q\\"q","c":"l\\nl"}] | a,b,c\\r\\n"x,y","q""q","l\\nl"\\r\\n
          text/csv                          | [{"a":null,"b":{"c":1}}]   | a,b\\r\\n,"{""c"":1}"\\r\\n
          text/csv                          | [1,2]                      | id,name\\r\\n1,example\\r\\n
          text/csv                          | []                         | id,name\\r\\n1,example\\r\\n
          text/csv                          | "a,b"                      | a,b
          text/tab-separated-values         | [{"a":1,"b":2}]            | a\\tb\\r\\n1\\t2\\r\\n
          application/csv                   | [{"a":1}]                  | a\\r\\n1\\r\\n
          text/event-stream                 | [{"a":1},2]                | data: {"a":1}\\n\\ndata: 2\\n\\n
          application/yaml                  | {"a":[1]}                  | {"a":[1]}\\n
          application/yaml                  | {}                         | {}\\n
          application/yaml                  | "a"                        | "a"\\n
          text/plain                        | "hello"                    | hello
          text/plain                        | 42                         | 42
          text/plain                        | {"a":1}                    | {"a":1}\\n
          text/plain                        | "string"                   | example
          text/plain                        | ""                         | example
          text/html                         | "string"                   | <!doctype html><title>Example</title>
          text/html                         | {}                         | <!doctype html><title>Example</title>
          application/xml                   | "x"                        | <example/>
          application/soap+xml              | 1                          | <example/>
          image/svg+xml                     | null                       | <svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>
          application/octet-stream          | {"a":1}                    | example
          multipart/mixed                   | {"a":1}                    | example
          """)
  void aValueIsWrittenInItsMediaType(String type, String value, String expected) {
    String text = new String(MEDIA.write(type, Json.of(value), Json.of("{}")), UTF_8);
    String shown =
        text.replace("\r", "\\r")
            .replace("\n", "\\n")
            .replace("\t", "\\t")
            .replace("\u001e", "\\u001e");
    assertThat(shown).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"xml":{"name":"pet"},"properties":{"id":{"xml":{"attribute":true}}}} | {"id":1,"name":"T & C"} | <pet id="1"><name>T &amp; C</name></pet>
          {"xml":{"name":"pets"},"items":{"xml":{"name":"pet"}}}               | ["a","b"]               | <pets><pet>a</pet><pet>b</pet></pets>
          """)
  void xmlFollowsItsSchema(String schema, String value, String expected) {
    JsonNode typed =
        Json.of(
            schema.replaceFirst(
                "^\\{", "{\"type\":\"" + (value.startsWith("[") ? "array" : "object") + "\","));
    String text = new String(MEDIA.write("application/xml", Json.of(value), typed), UTF_8);
    assertThat(text.replaceFirst("^<\\?xml[^>]*>\\s*", "").replaceAll("\\s*$", ""))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "application/json, true",
    "application/x-ndjson, true",
    "application/x-www-form-urlencoded, true",
    "text/xml, true",
    "text/csv;header=present, true",
    "text/tab-separated-values, true",
    "text/event-stream, true",
    "application/yaml, true",
    "application/openapi+yaml, true",
    "text/plain, false",
    "text/html, false",
    "application/pdf, false",
    "multipart/form-data, false"
  })
  void someMediaTypesHaveAStructure(String type, boolean structured) {
    assertThat(MediaSample.isStructured(type)).isEqualTo(structured);
  }
}
