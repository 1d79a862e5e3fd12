package dev.dragoman.runtime.request;

import static dev.dragoman.runtime.request.ParameterStyle.COOKIE;
import static dev.dragoman.runtime.request.ParameterStyle.DEEP_OBJECT;
import static dev.dragoman.runtime.request.ParameterStyle.FORM;
import static dev.dragoman.runtime.request.ParameterStyle.JSON;
import static dev.dragoman.runtime.request.ParameterStyle.LABEL;
import static dev.dragoman.runtime.request.ParameterStyle.PIPE_DELIMITED;
import static dev.dragoman.runtime.request.ParameterStyle.SIMPLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dragoman.runtime.Json;
import dev.dragoman.runtime.request.ApiRequest.Pair;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApiRequestTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          diṅnāga   | di%E1%B9%85n%C4%81ga
          a/b       | a%2Fb
          a\\b      | a%5Cb
          a b       | a%20b
          50%       | 50%25
          a?b#c     | a%3Fb%23c
          a;b=c     | a%3Bb%3Dc
          a+b&c     | a%2Bb%26c
          %2F       | %252F
          ~-._      | ~-._
          ...       | ...
          .well     | .well
          1,2       | 1%2C2
          """)
  @DisplayName("S7 A path value is one segment")
  void pathValuesAreOneSegment(String value, String expected) {
    ApiRequest request = ApiRequest.builder("GET", "/x/{v}/y").path("v", value).build();
    assertThat(request.rawPath()).isEqualTo("/x/" + expected + "/y");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".",
        "..",
        "../admin",
        "a/../../b",
        "a/./b",
        "..\\x",
        "%2e%2e",
        "..;x",
        "..%2f.."
      })
  @DisplayName("S7 Path values that lead elsewhere are refused")
  void pathValuesThatLeadElsewhereAreRefused(String value) {
    for (ParameterStyle style : List.of(SIMPLE, SIMPLE.reserved(), LABEL)) {
      ApiRequest.Builder builder =
          ApiRequest.builder("DELETE", "/users/{id}").path("id", value, style);
      assertThatThrownBy(builder::build)
          .isInstanceOf(InvalidArgumentsException.class)
          .hasMessageStartingWith("id: must not ");
    }
  }

  @Test
  @DisplayName("S7 Several values cannot make a dot segment together")
  void severalVariablesCannotMakeADotSegmentTogether() {
    ApiRequest.Builder builder =
        ApiRequest.builder("GET", "/x/{a}{b}")
            .path("a", List.of(""), SIMPLE)
            .path("b", List.of("", ""), LABEL.exploded());
    assertThatThrownBy(builder::build).isInstanceOf(InvalidArgumentsException.class);
  }

  @Test
  @DisplayName("S7 Any text stays in its segment and comes back whole")
  void anyTextStaysInItsSegmentAndComesBackWhole() {
    Random random = new Random(20261121);
    String alphabet = "ab./\\%2eF;?#&=+ @:\u00e9\u4e2d\ud83d\ude00\u0000\n";
    for (int round = 0; round < 5000; round++) {
      String value = randomText(random, alphabet);
      ApiRequest.Builder builder = ApiRequest.builder("GET", "/base/{v}/end").path("v", value);
      try {
        String[] segments = builder.build().rawPath().split("/", -1);
        assertThat(segments).as(value).hasSize(4).startsWith("", "base").endsWith("end");
        String plus = segments[2].replace("+", "%2B");
        assertThat(URLDecoder.decode(plus, StandardCharsets.UTF_8)).isEqualTo(value);
        URI uri = URI.create("http://h" + String.join("/", segments));
        assertThat(uri.normalize().getRawPath()).isEqualTo(uri.getRawPath());
      } catch (InvalidArgumentsException refused) {
        assertThat(value).matches("(?s)|.*(\\.|%2e).*");
      }
    }
  }

  private static String randomText(Random random, String alphabet) {
    int[] letters = alphabet.codePoints().toArray();
    StringBuilder text = new StringBuilder();
    int length = random.nextInt(8);
    for (int index = 0; index < length; index++) {
      text.appendCodePoint(letters[random.nextInt(letters.length)]);
    }
    return text.toString();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      emptyValue = "",
      textBlock =
          """
          /{a}.{b}              | /1.2          | ''
          /x/{a}:cancel         | /x/1:cancel   | ''
          /x/{a}...{b}          | /x/1...2      | ''
          /x({a})               | /x(1)         | ''
          /{a}/?type=x          | /1/           | type=x
          /x?a={a}&b            | /x            | a=1&b
          /x#{b}                | /x            | ''
          /x?q=1#f              | /x            | q=1
          /a b/é/%20            | /a%20b/%C3%A9/%20 | ''
          x                     | /x            | ''
          /x/{                  | /x/%7B        | ''
          /x/{}                 | /x/%7B%7D     | ''
          """)
  void templates(String template, String path, String query) {
    ApiRequest request = ApiRequest.builder("GET", template).path("a", 1).path("b", 2).build();
    assertThat(request.rawPath()).isEqualTo(path);
    assertThat(request.rawQuery()).isEqualTo(query);
  }

  @Test
  void variableNamesAreNoPatterns() {
    ApiRequest request =
        ApiRequest.builder("GET", "/{a.b*}/{$1}/{x}")
            .path("a.b*", "$1")
            .path("$1", "{x}")
            .path("x", "\\")
            .build();
    assertThat(request.rawPath()).isEqualTo("/%241/%7Bx%7D/%5C");
  }

  @Test
  void fixedQueryComesFirst() {
    ApiRequest request = ApiRequest.builder("GET", "/a?type=x").query("page", 2).build();
    assertThat(request.rawQuery()).isEqualTo("type=x&page=2");
  }

  @Test
  void everyVariableNeedsAValueAndAllProblemsAreNamed() {
    ApiRequest.Builder builder =
        ApiRequest.builder("GET", "/{a}/{b}/{c}")
            .path("b", "..")
            .header("X-One", "a\r\nX-Two: b")
            .cookie("c", "a;b", COOKIE);
    assertThatThrownBy(builder::build)
        .isInstanceOf(InvalidArgumentsException.class)
        .message()
        .contains("b: must not contain")
        .contains("X-One: must not contain line breaks")
        .contains("c: must not contain a semicolon")
        .contains("a: is required")
        .contains("c: is required");
  }

  /** OpenAPI 3.2, Appendix C, "RFC6570-Equivalent Expansion". */
  /** Swagger 2.0, Parameter Object, "collectionFormat": in paths and headers, too. */
  @ParameterizedTest
  @CsvSource({"' ', %20", "'|', %7C", "'\t', %09"})
  void otherDelimitersInPathsAndHeaders(String delimiter, String encoded) {
    ParameterStyle style =
        switch (delimiter) {
          case " " -> ParameterStyle.SPACE_DELIMITED;
          case "|" -> ParameterStyle.PIPE_DELIMITED;
          default -> ParameterStyle.TAB_DELIMITED;
        };
    ApiRequest request =
        ApiRequest.builder("GET", "/x/{v}")
            .path("v", List.of("a b", "c,d"), style)
            .header("X-V", List.of("a", "c,d"), style)
            .build();
    assertThat(request.rawPath()).isEqualTo("/x/a%20b" + encoded + "c%2Cd");
    assertThat(request.headers()).containsExactly(new Pair("X-V", "a" + delimiter + "c,d"));
  }

  @Test
  void formAsInAppendixC() {
    ApiRequest request =
        ApiRequest.builder("GET", "/x")
            .query("formulas", Json.of("{\"a\":\"x+y\",\"b\":\"x/y\",\"c\":\"x^y\"}"))
            .query("words", List.of("math", "is", "fun"), FORM)
            .build();
    assertThat(request.rawQuery()).isEqualTo("a=x%2By&b=x%2Fy&c=x%5Ey&words=math,is,fun");
  }

  /** OpenAPI 3.2, Appendix C, "Expansion with Non-RFC6570-Supported Options". */
  @Test
  void reservedAsInAppendixC() {
    ApiRequest request =
        ApiRequest.builder("GET", "/x")
            .query(
                "formulas",
                Json.of("{\"a\":\"x%2By\",\"b\":\"x/y\",\"c\":\"x^y\"}"),
                FORM.exploded().reserved())
            .query("words", List.of("math", "is", "fun"), ParameterStyle.SPACE_DELIMITED)
            .build();
    assertThat(request.rawQuery()).isEqualTo("a=x%2By&b=x/y&c=x%5Ey&words=math%20is%20fun");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          :/?@!$'()*,;= | :/?@!$'()*,;=
          a&b           | a%26b
          a#b           | a%23b
          a+b           | a%2Bb
          [1]           | %5B1%5D
          100%          | 100%25
          %41           | %41
          a b           | a%20b
          """)
  void reservedKeepsWhatAQueryCanHold(String value, String expected) {
    ApiRequest request = ApiRequest.builder("GET", "/x").query("q", value, FORM.reserved()).build();
    assertThat(request.rawQuery()).isEqualTo("q=" + expected);
  }

  @Test
  void reservedPathStaysOneSegment() {
    ApiRequest request =
        ApiRequest.builder("GET", "/x/{v}").path("v", "a:b@c/d?e#f,g", SIMPLE.reserved()).build();
    assertThat(request.rawPath()).isEqualTo("/x/a:b@c%2Fd%3Fe%23f,g");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"a":{"b":{"c":1}}}                     | f%5Ba%5D%5Bb%5D%5Bc%5D=1
          {"items":[{"price":"p1","n":2},"x"]}    | f%5Bitems%5D%5B0%5D%5Bprice%5D=p1&f%5Bitems%5D%5B0%5D%5Bn%5D=2&f%5Bitems%5D%5B1%5D=x
          {"a":null,"b":[],"c":{},"d":""}         | f%5Bd%5D=
          ["x","y"]                               | f%5B0%5D=x&f%5B1%5D=y
          {"gt":1.50,"ok":true}                   | f%5Bgt%5D=1.50&f%5Bok%5D=true
          """)
  void deepObjects(String json, String expected) {
    ApiRequest request =
        ApiRequest.builder("GET", "/x").query("f", Json.of(json), DEEP_OBJECT.exploded()).build();
    assertThat(request.rawQuery()).isEqualTo(expected);
  }

  @Test
  void nullsAreLeftOutAndNestedValuesAreJson() {
    ApiRequest request =
        ApiRequest.builder("GET", "/x")
            .query("a", null)
            .query("b", Json.of("[1, null, \"\", [2, null]]"))
            .query("c", Json.of("{\"x\": null, \"y\": {\"z\": 1.0}}"), FORM)
            .build();
    assertThat(request.rawQuery()).isEqualTo("b=1&b=&b=%5B2%5D&c=y,%7B%22z%22%3A1.0%7D");
  }

  @Test
  void namesAreEncodedToo() {
    ApiRequest request =
        ApiRequest.builder("GET", "/x").query("filter[a]", 1).query("❤️", "love!").build();
    assertThat(request.rawQuery()).isEqualTo("filter%5Ba%5D=1&%E2%9D%A4%EF%B8%8F=love%21");
  }

  private record Word(String wire) implements WireValue {}

  @Test
  void everyKindOfValue() {
    ApiRequest request =
        ApiRequest.builder("GET", "/x")
            .query("wire", new Word("a b"))
            .query("list", List.of(new Word("x"), new Word("y")), PIPE_DELIMITED)
            .query("int", 7)
            .query("long", 9007199254740993L)
            .query("double", 0.1)
            .query("flag", false)
            .query("map", Map.of("k", 1))
            .query("json", Json.of("{\"a\":[1.10]}"), JSON)
            .build();
    assertThat(request.rawQuery())
        .isEqualTo(
            "wire=a%20b&list=x%7Cy&int=7&long=9007199254740993&double=0.1&flag=false&k=1"
                + "&json=%7B%22a%22%3A%5B1.10%5D%7D");
  }

  @ParameterizedTest
  @CsvSource({
    "1.10,1.10",
    "1000,1000",
    "0.0000001,0.0000001",
    "1e3,1000",
    "12345678901234567890.123,12345678901234567890.123",
    "1e999,1E%2B999",
    "-0.5,-0.5"
  })
  void numbersKeepTheirDigits(String digits, String expected) {
    ApiRequest request =
        ApiRequest.builder("GET", "/x")
            .query("a", new BigDecimal(digits))
            .query("b", Json.of(digits))
            .build();
    assertThat(request.rawQuery()).isEqualTo("a=" + expected + "&b=" + expected);
  }

  @Test
  void headersAreSentAsTheyAre() {
    ApiRequest request =
        ApiRequest.builder("GET", "/x")
            .header("X-Token", List.of(12345678, 90099))
            .header("If-Match", "W/\"a b\"")
            .header("X-Json", Json.of("{\"a\":\"é\"}"), JSON)
            .header("X-Absent", null)
            .build();
    assertThat(request.headers())
        .containsExactly(
            new Pair("X-Token", "12345678,90099"),
            new Pair("If-Match", "W/\"a b\""),
            new Pair("X-Json", "{\"a\":\"\\u00E9\"}"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\rb", "a\nb", "a\0b", "a\u007fb", "é", "\u2028"})
  @DisplayName("S9 A value cannot break out of its header")
  void headersCannotBreakOut(String value) {
    assertThatThrownBy(() -> ApiRequest.builder("GET", "/x").header("X", value).build())
        .isInstanceOf(InvalidArgumentsException.class);
    assertThatThrownBy(() -> ApiRequest.builder("GET", "/x").cookie("X", value, COOKIE).build())
        .isInstanceOf(InvalidArgumentsException.class);
    assertThatThrownBy(() -> ApiRequest.builder("GET", "/x").header(value, "x").build())
        .isInstanceOf(InvalidArgumentsException.class);
  }

  /** OpenAPI 3.2, "Parameter Object Examples". */
  @Test
  void cookiesAreEncodedUnlessTheirStyleIsCookie() {
    ApiRequest request =
        ApiRequest.builder("GET", "/x")
            .cookie("greeting", "Hello, world!")
            .cookie(
                "cookie",
                Json.of("{\"greeting\": \"Hello%2C world!\", \"code\": 42}"),
                COOKIE.exploded())
            .build();
    assertThat(request.cookies())
        .containsExactly(
            new Pair("greeting", "Hello%2C%20world%21"),
            new Pair("greeting", "Hello%2C world!"),
            new Pair("code", "42"));
  }

  @Test
  void reservedCookiesKeepWhatACookieCanHold() {
    ApiRequest.Builder builder =
        ApiRequest.builder("GET", "/x").cookie("c", "a=b/c&d+e é%41", FORM.exploded().reserved());
    assertThat(builder.build().cookies()).containsExactly(new Pair("c", "a=b/c&d+e%20%C3%A9%41"));
    assertThatThrownBy(() -> builder.cookie("d", "a;b", FORM.reserved()).build())
        .hasMessageStartingWith("d: must not contain a semicolon");
  }

  @Test
  void halfASurrogatePairIsNoText() {
    assertThatThrownBy(() -> ApiRequest.builder("GET", "/{a}").path("a", "\ud800").build())
        .hasMessage("a: is not valid Unicode text");
    assertThatThrownBy(() -> ApiRequest.builder("GET", "/").query("q", "x\udc00").build())
        .hasMessage("q: is not valid Unicode text");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          application/x-www-form-urlencoded | {"a":"x y","b":[1,2]}  | a=x+y&b=1&b=2
          application/json                  | {"a":[1,2]}            | %7B%22a%22%3A%5B1%2C2%5D%7D
          text/plain                        | "$.a[0]"               | %24.a%5B0%5D
          """)
  void wholeQueries(String mediaType, String json, String expected) {
    ApiRequest request =
        ApiRequest.builder("GET", "/x").querystring(mediaType, Json.of(json), Map.of()).build();
    assertThat(request.rawQuery()).isEqualTo(expected);
  }

  @Test
  void serversOfTheOperation() {
    assertThat(ApiRequest.builder("GET", "/x").server("https://u.example/v1").build().server())
        .contains(URI.create("https://u.example/v1"));
    assertThatThrownBy(() -> ApiRequest.builder("GET", "/x").server("https://{r}.x/").build())
        .hasMessageContaining("server: the operation's own server is not a valid URL");
  }
}
