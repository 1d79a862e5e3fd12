package dev.dragoman.runtime.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dragoman.runtime.Json;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestBodyTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"b": null, "a": [1.10, 1e3, 0.0000001], "n": 12345678901234567890} | {"b":null,"a":[1.10,1000,0.0000001],"n":12345678901234567890}
          "text"  | "text"
          [1, 2]  | [1,2]
          null    | null
          "é\\u0000" | "é\\u0000"
          """)
  void json(String given, String sent) {
    for (String type :
        new String[] {
          "application/json", "application/merge-patch+json", "application/json; v=1"
        }) {
      RequestBody body = body(type, given, Map.of());
      assertThat(text(body)).isEqualTo(sent);
      assertThat(body.contentType()).isEqualTo(type);
    }
  }

  @Test
  void jsonLines() {
    assertThat(text(body("application/x-ndjson", "[{\"a\": 1}, 2]", Map.of())))
        .isEqualTo("{\"a\":1}\n2\n");
  }

  /** OpenAPI 3.2, "URL Encoded Form with JSON Values". */
  @Test
  void formWithoutStyles() {
    String sent =
        text(
            body(
                "application/x-www-form-urlencoded",
                """
                {"id": "f81d4fae-7dec-11d0-a765-00a0c91e6bf6",
                 "address": {"streetAddress": "123 Example Dr.", "city": "Somewhere",
                             "state": "CA", "zip": "99999+1234"}}""",
                Map.of()));
    assertThat(sent)
        .isEqualTo(
            "id=f81d4fae-7dec-11d0-a765-00a0c91e6bf6&address=%7B%22streetAddress%22%3A%22123"
                + "+Example+Dr.%22%2C%22city%22%3A%22Somewhere%22%2C%22state%22%3A%22CA%22%2C"
                + "%22zip%22%3A%2299999%2B1234%22%7D");
  }

  @Test
  void formFieldsByValue() {
    assertThat(
            text(
                body(
                    "application/x-www-form-urlencoded",
                    "{\"a\": [1, null, {\"x\": 1}], \"n\": null, \"t\": \"~*\", \"e\": \"\"}",
                    Map.of())))
        .isEqualTo("a=1&a=%7B%22x%22%3A1%7D&t=%7E*&e=");
  }

  /** Stripe's bodies: every container has style deepObject, exploded. */
  @Test
  void formWithDeepObjects() {
    FieldEncoding deep = FieldEncoding.of(ParameterStyle.DEEP_OBJECT.exploded());
    assertThat(
            text(
                body(
                    "application/x-www-form-urlencoded",
                    """
                    {"name": "A B", "address": {"city": "X", "line2": null}, "expand": ["a", "b"],
                     "items": [{"price": "p", "quantity": 2}], "metadata": {"k[1]": "v"}}""",
                    Map.of("address", deep, "expand", deep, "items", deep, "metadata", deep))))
        .isEqualTo(
            "name=A+B&address%5Bcity%5D=X&expand%5B0%5D=a&expand%5B1%5D=b"
                + "&items%5B0%5D%5Bprice%5D=p&items%5B0%5D%5Bquantity%5D=2"
                + "&metadata%5Bk%5B1%5D%5D=v");
  }

  @Test
  void formWithOtherStyles() {
    assertThat(
            text(
                body(
                    "application/x-www-form-urlencoded",
                    "{\"a\": [1, 2], \"o\": {\"x\": \"a b\"}, \"j\": \"s\", \"r\": \"a/b&c\"}",
                    Map.of(
                        "a",
                        FieldEncoding.of(ParameterStyle.FORM),
                        "o",
                        FieldEncoding.of(ParameterStyle.FORM.exploded()),
                        "j",
                        FieldEncoding.of(ParameterStyle.JSON),
                        "r",
                        FieldEncoding.of(ParameterStyle.FORM.reserved())))))
        .isEqualTo("a=1,2&x=a%20b&j=%22s%22&r=a/b%26c");
  }

  @Test
  void formFromAStringThatHoldsAnObject() {
    assertThat(text(body("application/x-www-form-urlencoded", "\"{\\\"a\\\": 1}\"", Map.of())))
        .isEqualTo("a=1");
  }

  @Test
  void multipart() {
    RequestBody body =
        body(
            "multipart/form-data",
            """
            {"title": "Ünï", "n": 1.50, "tags": ["a", "b"], "meta": {"k": [1]}, "gone": null,
             "file": {"filename": "a\\"b\\r\\n.bin", "contentType": "image/png", "base64": "AAH/"}}""",
            Map.of());
    String boundary = body.contentType().replaceFirst("^multipart/form-data; boundary=", "");
    assertThat(boundary).matches("dragoman-[0-9a-f]{32}");
    assertThat(new String(body.bytes(), StandardCharsets.ISO_8859_1))
        .isEqualTo(
            """
            --B
            Content-Disposition: form-data; name="title"

            Ünï
            --B
            Content-Disposition: form-data; name="n"

            1.50
            --B
            Content-Disposition: form-data; name="tags"

            a
            --B
            Content-Disposition: form-data; name="tags"

            b
            --B
            Content-Disposition: form-data; name="meta"
            Content-Type: application/json

            {"k":[1]}
            --B
            Content-Disposition: form-data; name="file"; filename="a%22b%0D%0A.bin"
            Content-Type: image/png

            \0\001ÿ
            --B--
            """
                .replace("\n", "\r\n")
                .replace("--B", "--" + boundary)
                .replace(
                    "Ünï",
                    new String(
                        "Ünï".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1)));
  }

  @Test
  void multipartIsTheSameForTheSameFields() {
    String fields = "{\"a\": \"x\"}";
    assertThat(body("multipart/form-data", fields, Map.of()))
        .isEqualTo(body("multipart/form-data", fields, Map.of()))
        .isNotEqualTo(body("multipart/form-data", "{\"a\": \"y\"}", Map.of()));
  }

  @Test
  void multipartWithStylesIsNotPercentEncoded() {
    String sent =
        text(
            body(
                "multipart/form-data",
                "{\"o\": {\"k k\": \"v v\"}, \"l\": [1, 2], \"j\": 1}",
                Map.of(
                    "o", FieldEncoding.of(ParameterStyle.DEEP_OBJECT.exploded()),
                    "l", FieldEncoding.of(ParameterStyle.FORM),
                    "j", FieldEncoding.of(ParameterStyle.JSON))));
    assertThat(sent)
        .contains("name=\"o[k k]\"\r\n\r\nv v\r\n")
        .contains("name=\"l\"\r\n\r\n1,2\r\n")
        .contains("name=\"j\"\r\nContent-Type: application/json\r\n\r\n1\r\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          text/plain                     | "abc"   | text/plain                | abc
          text/plain                     | "é"     | text/plain; charset=utf-8 | é
          text/csv                       | 5       | text/csv                  | 5
          text/plain                     | {"a":1} | text/plain                | {"a":1}
          application/xml                | "<a/>"  | application/xml           | <a/>
          application/atom+xml           | "<é/>"  | application/atom+xml      | <é/>
          application/octet-stream       | "YWJj"  | application/octet-stream  | abc
          image/png                      | "YWI="  | image/png                 | ab
          image/png                      | "YWI"   | image/png                 | ab
          application/pdf                | {"base64":"YWJj"} | application/pdf | abc
          application/vnd.x              | {"a":1} | application/vnd.x         | {"a":1}
          */*                            | {"a":1} | application/json          | {"a":1}
          */*                            | "abc"   | text/plain                | abc
          application/*                  | "abc"   | application/json          | "abc"
          """)
  void texts(String mediaType, String given, String sentType, String sent) {
    RequestBody body = body(mediaType, given, Map.of());
    assertThat(text(body)).isEqualTo(sent);
    assertThat(body.contentType()).isEqualTo(sentType);
  }

  @Test
  void charsetsAreHonored() {
    RequestBody body = body("text/plain; charset=iso-8859-1", "\"é\"", Map.of());
    assertThat(body.bytes()).containsExactly(0xE9);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          application/octet-stream          | "not Base64!"  | body: expected the bytes of application/octet-stream as a Base64 string, or a file as
          image/png                         | "a"            | body: expected the bytes of image/png as a Base64 string
          multipart/form-data               | {"f":{"base64":"?"}} | body/f: expected the bytes of the file in Base64
          multipart/form-data               | {"f":{"base64":"","contentType":"a\\r\\nb"}} | body/f/contentType: must not contain line breaks
          multipart/form-data               | [1]            | body: expected an object whose members are the fields of the form
          application/x-www-form-urlencoded | "a=b"          | body: expected an object whose members are the fields of the form
          text/plain; charset=us-ascii      | "é"            | body: cannot be encoded in the character set us-ascii
          text/plain; charset=no-such       | "a"            | body: cannot be encoded in the character set no-such
          text/plain; charset=ISO-2022-CN   | "a"            | body: cannot be encoded in the character set ISO-2022-CN
          """)
  void mistakes(String mediaType, String given, String problem) {
    assertThatThrownBy(() -> body(mediaType, given, Map.of()))
        .isInstanceOf(InvalidArgumentsException.class)
        .hasMessageStartingWith(problem);
  }

  @Test
  void absentBodies() {
    assertThat(ApiRequest.builder("POST", "/x").body("application/json", null).build().body())
        .isEmpty();
  }

  @Test
  void bytesAreNotShared() {
    byte[] bytes = {1};
    RequestBody body = RequestBody.of("x/y", bytes);
    bytes[0] = 2;
    body.bytes()[0] = 3;
    assertThat(body.bytes()).containsExactly(1);
    assertThat(ApiRequest.builder("POST", "/x").body(body).build().body()).contains(body);
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
