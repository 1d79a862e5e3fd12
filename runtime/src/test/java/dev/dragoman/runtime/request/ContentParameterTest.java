package dev.dragoman.runtime.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dragoman.runtime.Json;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/**
 * Parameters with {@code content} (OpenAPI 3.2, Parameter Object): text without JSON's quotation
 * marks, anything else as JSON.
 */
class ContentParameterTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          application/json           | JSON
          application/problem+json   | JSON
          application/json; v=1      | JSON
          */*                        | JSON
          application/*              | JSON
          text/plain                 | TEXT
          Text/CSV; charset=utf-8    | TEXT
          text/*                     | TEXT
          application/yaml           | TEXT
          application/xml            | TEXT
          image/svg+xml              | TEXT
          """)
  void theMediaTypeDecides(String mediaType, ParameterStyle.Kind kind) {
    assertThat(ParameterStyle.ofContent(mediaType).kind()).isEqualTo(kind);
  }

  /** The value as it is sent in a path, a query, a cookie and a header; {@code -} for nowhere. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          JSON | "a b"      | %22a%20b%22             | "a b"
          JSON | 1.50       | 1.50                    | 1.50
          JSON | []         | %5B%5D                  | []
          JSON | {"a":null} | %7B%22a%22%3Anull%7D    | {"a":null}
          JSON | "é"        | %22%C3%A9%22            | "\\u00E9"
          JSON | "😀"       | %22%F0%9F%98%80%22      | "\\uD83D\\uDE00"
          JSON | null       | -                       | -
          TEXT | "a b"      | a%20b                   | a b
          TEXT | "<a b='c'/>" | %3Ca%20b%3D%27c%27%2F%3E | <a b='c'/>
          TEXT | 1.50       | 1.50                    | 1.50
          TEXT | true       | true                    | true
          TEXT | ["a"]      | %5B%22a%22%5D           | ["a"]
          TEXT | null       | -                       | -
          """)
  void everywhere(ParameterStyle.Kind kind, String json, String encoded, String header) {
    ParameterStyle style = new ParameterStyle(kind, false, false);
    JsonNode value = Json.of(json);
    ApiRequest request =
        ApiRequest.builder("GET", "/x")
            .query("q", value, style)
            .cookie("c", value, style)
            .header("H", value, style)
            .build();
    boolean absent = encoded.equals("-");
    assertThat(request.rawQuery()).isEqualTo(absent ? "" : "q=" + encoded);
    assertThat(request.cookies())
        .extracting(pair -> pair.name() + "=" + pair.value())
        .isEqualTo(absent ? List.of() : List.of("c=" + encoded));
    assertThat(request.headers())
        .extracting(pair -> pair.name() + ": " + pair.value())
        .isEqualTo(absent ? List.of() : List.of("H: " + header));
    if (!absent) {
      assertThat(path(value, style)).isEqualTo("/" + encoded);
    }
  }

  @Test
  void nullIsNoTextForAPath() {
    assertThatThrownBy(() -> path(Json.of("null"), ParameterStyle.TEXT))
        .hasMessageStartingWith("p: must not be empty");
  }

  private static String path(JsonNode value, ParameterStyle style) {
    return ApiRequest.builder("GET", "/{p}").path("p", value, style).build().rawPath();
  }
}
