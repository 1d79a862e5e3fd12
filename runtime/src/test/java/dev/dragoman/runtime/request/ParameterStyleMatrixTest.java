package dev.dragoman.runtime.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.Json;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/**
 * The table "Style Examples" of the OpenAPI Specification (3.2.0, Parameter Object), row by row;
 * where it says "n/a", what docs/decisions/parameter-encoding.md says.
 */
class ParameterStyleMatrixTest {
  private static final Map<String, JsonNode> VALUES =
      Map.of(
          "undefined", Json.of("null"),
          "empty", Json.of("\"\""),
          "string", Json.of("\"blue\""),
          "array", Json.of("[\"blue\", \"black\", \"brown\"]"),
          "object", Json.of("{\"R\": 100, \"G\": 200, \"B\": 150}"),
          "emptyArray", Json.of("[]"),
          "emptyObject", Json.of("{}"));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          matrix | false | empty  | ;color
          matrix | false | string | ;color=blue
          matrix | false | array  | ;color=blue,black,brown
          matrix | false | object | ;color=R,100,G,200,B,150
          matrix | true  | empty  | ;color
          matrix | true  | string | ;color=blue
          matrix | true  | array  | ;color=blue;color=black;color=brown
          matrix | true  | object | ;R=100;G=200;B=150
          label  | false | string | .blue
          label  | false | array  | .blue,black,brown
          label  | false | object | .R,100,G,200,B,150
          label  | true  | string | .blue
          label  | true  | array  | .blue.black.brown
          label  | true  | object | .R=100.G=200.B=150
          simple | false | string | blue
          simple | false | array  | blue,black,brown
          simple | false | object | R,100,G,200,B,150
          simple | true  | string | blue
          simple | true  | array  | blue,black,brown
          simple | true  | object | R=100,G=200,B=150
          json   | false | string | %22blue%22
          json   | false | array  | %5B%22blue%22%2C%22black%22%2C%22brown%22%5D
          """)
  void path(String style, boolean explode, String value, String expected) {
    ApiRequest request =
        ApiRequest.builder("GET", "/x/{color}")
            .path("color", VALUES.get(value), style(style, explode))
            .build();
    assertThat(request.rawPath()).isEqualTo("/x/" + expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      emptyValue = "",
      textBlock =
          """
          form           | false | undefined   | ''
          form           | false | empty       | color=
          form           | false | string      | color=blue
          form           | false | array       | color=blue,black,brown
          form           | false | object      | color=R,100,G,200,B,150
          form           | false | emptyArray  | ''
          form           | false | emptyObject | ''
          form           | true  | undefined   | ''
          form           | true  | empty       | color=
          form           | true  | string      | color=blue
          form           | true  | array       | color=blue&color=black&color=brown
          form           | true  | object      | R=100&G=200&B=150
          form           | true  | emptyArray  | ''
          form           | true  | emptyObject | ''
          spaceDelimited | false | array       | color=blue%20black%20brown
          spaceDelimited | false | object      | color=R%20100%20G%20200%20B%20150
          spaceDelimited | false | string      | color=blue
          spaceDelimited | true  | array       | color=blue&color=black&color=brown
          spaceDelimited | true  | object      | R=100&G=200&B=150
          pipeDelimited  | false | array       | color=blue%7Cblack%7Cbrown
          pipeDelimited  | false | object      | color=R%7C100%7CG%7C200%7CB%7C150
          pipeDelimited  | false | string      | color=blue
          pipeDelimited  | true  | array       | color=blue&color=black&color=brown
          tabDelimited   | false | array       | color=blue%09black%09brown
          deepObject     | false | object      | color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150
          deepObject     | true  | object      | color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150
          deepObject     | true  | array       | color%5B0%5D=blue&color%5B1%5D=black&color%5B2%5D=brown
          deepObject     | true  | string      | color=blue
          deepObject     | true  | emptyObject | ''
          json           | false | string      | color=%22blue%22
          json           | false | array       | color=%5B%22blue%22%2C%22black%22%2C%22brown%22%5D
          json           | false | emptyArray  | color=%5B%5D
          json           | false | undefined   | ''
          """)
  void query(String style, boolean explode, String value, String expected) {
    ApiRequest request =
        ApiRequest.builder("GET", "/x")
            .query("color", VALUES.get(value), style(style, explode))
            .build();
    assertThat(request.rawQuery()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          simple | false | string | blue
          simple | false | array  | blue,black,brown
          simple | false | object | R,100,G,200,B,150
          simple | true  | string | blue
          simple | true  | array  | blue,black,brown
          simple | true  | object | R=100,G=200,B=150
          json   | false | object | {"R":100,"G":200,"B":150}
          """,
      quoteCharacter = '\0')
  void header(String style, boolean explode, String value, String expected) {
    ApiRequest request =
        ApiRequest.builder("GET", "/x")
            .header("X-Color", VALUES.get(value), style(style, explode))
            .build();
    assertThat(request.headers()).containsExactly(new ApiRequest.Pair("X-Color", expected));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          form   | false | string | color=blue
          form   | false | array  | color=blue,black,brown
          form   | false | object | color=R,100,G,200,B,150
          form   | true  | array  | color=blue; color=black; color=brown
          form   | true  | object | R=100; G=200; B=150
          cookie | false | empty  | color=
          cookie | false | string | color=blue
          cookie | false | array  | color=blue,black,brown
          cookie | false | object | color=R,100,G,200,B,150
          cookie | true  | array  | color=blue; color=black; color=brown
          cookie | true  | object | R=100; G=200; B=150
          """)
  void cookie(String style, boolean explode, String value, String expected) {
    ApiRequest request =
        ApiRequest.builder("GET", "/x")
            .cookie("color", VALUES.get(value), style(style, explode))
            .build();
    assertThat(
            String.join(
                "; ",
                request.cookies().stream().map(pair -> pair.name() + "=" + pair.value()).toList()))
        .isEqualTo(expected);
  }

  private static ParameterStyle style(String name, boolean explode) {
    String constant = name.replaceAll("([A-Z])", "_$1").toUpperCase(Locale.ROOT);
    return new ParameterStyle(ParameterStyle.Kind.valueOf(constant), explode, false);
  }
}
