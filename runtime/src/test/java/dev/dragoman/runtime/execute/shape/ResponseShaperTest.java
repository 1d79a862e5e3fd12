package dev.dragoman.runtime.execute.shape;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.Json;
import dev.dragoman.runtime.execute.ApiResponse;
import dev.dragoman.runtime.execute.Effect;
import dev.dragoman.runtime.execute.shape.ShapedResponse.Content;
import dev.dragoman.runtime.request.ApiRequest.Pair;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

class ResponseShaperTest {
  private final ResponseShaper shaper = new ResponseShaper();

  @Test
  void jsonStaysJson() {
    String body = "{\"z\":[1.10,12345678901234567890,null],\"a\":\"é\"}";
    ShapedResponse outcome = shaper.shape(answer(200, "application/json; charset=utf-8", body));
    assertThat(outcome.isError()).isFalse();
    assertThat(only(outcome)).isEqualTo("{\"status\":200,\"body\":" + body + "}");
    assertThat(outcome.json().path("body")).isEqualTo(Json.of(body));
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/problem+json", "APPLICATION/JSON", "text/json", ""})
  void whatCountsAsJson(String type) {
    assertThat(only(shaper.shape(answer(200, type, "[1]"))))
        .isEqualTo("{\"status\":200,\"body\":[1]}");
  }

  @Test
  void jsonThatIsNoneIsText() {
    ShapedResponse outcome = shaper.shape(answer(200, "application/json", "<html>"));
    assertThat(texts(outcome))
        .containsExactly(
            "{\"status\":200,\"text\":{\"mediaType\":\"application/json\",\"characters\":6}}",
            "<html>");
    String deep = "[".repeat(100_000) + "]".repeat(100_000);
    assertThat(texts(shaper.shape(answer(200, "application/json", deep))).get(0))
        .contains("\"notice\":\"Shown: characters 1 to ")
        .contains(" of 200000.");
  }

  @Test
  void moreValuesThanATreeShouldHoldAreText() {
    String many = "[" + "{},".repeat(1_000_000) + "{}]";
    ShapedResponse outcome = shaper.shape(answer(200, "application/json", many));
    assertThat(texts(outcome).get(1).length()).isBetween(33_000, 35_000);
    assertThat(outcome.json().path("notice").stringValue()).contains(" of 3000004.");
  }

  @Test
  void textIsText() {
    ShapedResponse outcome = shaper.shape(answer(200, "text/csv", "a,b\n\"1\",2"));
    assertThat(texts(outcome))
        .containsExactly(
            "{\"status\":200,\"text\":{\"mediaType\":\"text/csv\",\"characters\":9}}",
            "a,b\n\"1\",2");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          text/plain; charset=ISO-8859-1 | true
          text/plain; charset="latin1"   | true
          text/plain                     | true
          text/plain; charset=no-such    | true
          application/xml                | true
          application/octet-stream       | false
          image/png                      | false
          ''                             | false
          """)
  void charsets(String type, boolean text) {
    ApiResponse answer = answer(200, type, "é".getBytes(ISO_8859_1));
    List<Content> content = shaper.shape(answer).content();
    assertThat(content.get(1))
        .isEqualTo(
            text
                ? new Content.Text("é")
                : new Content.Binary(type.isEmpty() ? "application/octet-stream" : type, "6Q=="));
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 202, 204})
  void emptyAnswersSaySo(int status) {
    ShapedResponse outcome = shaper.shape(answer(status, "", ""));
    assertThat(only(outcome))
        .isEqualTo(
            "{\"status\":"
                + status
                + ",\"notice\":\"The API returned a response without a body.\"}");
    assertThat(outcome.isError()).isFalse();
  }

  @Test
  void bytesAreBase64UpToABound() {
    byte[] png = {(byte) 0x89, 'P', 'N', 'G'};
    assertThat(shaper.shape(answer(200, "image/png", png)).content())
        .containsExactly(
            new Content.Text(
                "{\"status\":200,\"binary\":{\"mediaType\":\"image/png\",\"bytes\":4}}"),
            new Content.Binary("image/png", "iVBORw=="));
    assertThat(only(new ResponseShaper(3).shape(answer(200, "image/png", png))))
        .contains("\"notice\":\"The bytes are not shown: there are more than 3 of them.\"");
  }

  @Test
  void onlyUsefulHeaders() {
    ApiResponse answer =
        new ApiResponse(
            200,
            List.of(
                new Pair("link", "<a>; rel=\"next\""),
                new Pair("link", "<b>; rel=\"last\""),
                new Pair("x-total-count", "7"),
                new Pair("x-ratelimit-remaining", "5"),
                new Pair("ratelimit-reset", "1"),
                new Pair("x-request-id", "r"),
                new Pair("x-github-request-id", "g"),
                new Pair("set-cookie", "session=secret"),
                new Pair("server", "nginx"),
                new Pair("content-length", "2")),
            Optional.of("application/json"),
            new ApiResponse.Bytes("{}".getBytes(UTF_8)));
    assertThat(shaper.shape(answer).json().path("headers"))
        .isEqualTo(
            Json.of(
                """
                {"link": "<a>; rel=\\"next\\", <b>; rel=\\"last\\"", "x-total-count": "7",
                 "x-ratelimit-remaining": "5", "ratelimit-reset": "1", "x-request-id": "r",
                 "x-github-request-id": "g"}\
                """));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          400 | Correct the arguments
          401 | check the API key
          403 | not allowed to do this
          404 | Check every id
          409 | Read it again
          412 | new ETag
          422 | the response body says which
          429 | Wait a minute
          418 | The API refused the request
          500 | The API failed.
          503 | not immediately
          599 | The API failed.
          304 | Nothing has changed
          302 | without saying where to
          100 | The API redirects
          """)
  void everyOtherStatusIsAnErrorWithAdvice(int status, String advice) {
    ShapedResponse outcome =
        shaper.shape(answer(status, "application/json", "{\"message\":\"m\"}"));
    assertThat(outcome.isError()).isTrue();
    assertThat(outcome.status()).isEqualTo(status);
    assertThat(outcome.json().path("advice").stringValue()).contains(advice);
    assertThat(outcome.json().path("body")).isEqualTo(Json.of("{\"message\":\"m\"}"));
  }

  @Test
  void retryAfterIsToldInSeconds() {
    String date =
        DateTimeFormatter.RFC_1123_DATE_TIME.format(
            ZonedDateTime.now(ZoneOffset.UTC).plusSeconds(3600));
    assertThat(advice(429, "retry-after", "17")).contains("Wait 17 seconds");
    assertThat(advice(503, "retry-after", date)).containsPattern("Wait 3[56][0-9][0-9] seconds");
    assertThat(advice(429, "retry-after", "soon")).contains("Wait a minute");
    assertThat(advice(429, "retry-after", "Wed, 21 Oct 2015 07:28:00 GMT"))
        .contains("can be made now");
  }

  @Test
  void redirectsThatWereNotFollowedSayWhereTo() {
    assertThat(advice(307, "location", "https://other.example/x"))
        .contains("redirects to https://other.example/x");
  }

  @Test
  void longListsLoseTheirLastItems() {
    List<String> items = new ArrayList<>();
    for (int i = 0; i < 5000; i++) {
      items.add("{\"id\":" + i + ",\"name\":\"item\"}");
    }
    String list = "[" + String.join(",", items) + "]";
    ShapedResponse whole = shaper.shape(answer(200, "application/json", list));
    assertThat(only(whole)).hasSizeBetween(33_000, 35_000);
    assertThat(whole.json().path("notice").stringValue())
        .matches("Shown: items 1 to \\d+ of 5000.");
    ShapedResponse inside =
        shaper.shape(
            answer(
                200, "application/json", "{\"page\":{\"data\":" + list + ",\"n\":1},\"k\":[1]}"));
    assertThat(inside.json().path("notice").stringValue()).contains(" of page.data.");
    assertThat(inside.json().path("body").path("page").path("n").intValue()).isEqualTo(1);
    assertThat(inside.json().path("body").path("page").path("data").path(0).path("id").intValue())
        .isZero();
    assertThat(inside.json().path("body").path("k")).hasSize(1);
  }

  @Test
  void whatIsLongWithoutAListLosesItsLongestFields() {
    String body = "{\"a\":\"" + "x".repeat(40_000) + "\",\"b\":{\"c\":[1],\"d\":\"y\"}}";
    ShapedResponse outcome = shaper.shape(answer(200, "application/json", body));

    assertThat(outcome.json().path("body")).isEqualTo(Json.of("{\"b\":{\"c\":[1],\"d\":\"y\"}}"));
    assertThat(outcome.json().path("notice").stringValue())
        .isEqualTo("Left out because they are long: /a.");
    assertThat(outcome.isWhole()).isFalse();
  }

  @Test
  void aLongTextIsShownInParts() {
    String text = "0123456789".repeat(10_000);
    ShownPart first = ShownPart.beginning(1_000);
    ShapedResponse start =
        shaper.shape(answer(200, "text/plain", text), "op", new Effect(true), first);
    int shown = texts(start).get(1).length();
    ShapedResponse rest =
        shaper.shape(
            answer(200, "text/plain", text),
            "op",
            new Effect(true),
            new ShownPart(List.of(), shown, first.bytes(), 0, Optional.empty()));

    assertThat(text).startsWith(texts(start).get(1) + texts(rest).get(1));
    assertThat(shown).isBetween(2_500, 3_500);
    assertThat(start.json().path("notice").asString())
        .isEqualTo("Shown: characters 1 to " + shown + " of 100000.");
  }

  @Test
  @DisplayName("S11 what cannot be seen is shown")
  void whatCannotBeSeenIsShown() {
    String hidden =
        "\u200b\u200f\u202a\u202e\u2060\u2064\u2066\u2069\ufeff\udb40\udc01\udb40\udc7f\u001b\u0085";
    String shown =
        "\\u200B\\u200F\\u202A\\u202E\\u2060\\u2064\\u2066\\u2069\\uFEFF\\uDB40\\uDC01\\uDB40\\uDC7F"
            + "\\u001B\\u0085";
    String visible = "é中 \t😀❤️\u00a0العربية";
    ShapedResponse text = shaper.shape(answer(200, "text/plain", visible + hidden));
    assertThat(texts(text).get(1)).isEqualTo(visible + shown);
    String json =
        "{\"a"
            + hidden.replace("\u001b", "")
            + "\":\""
            + visible.replace("\t", "")
            + hidden.replace("\u001b", "")
            + "\"}";
    ShapedResponse object = shaper.shape(answer(200, "application/json", json));
    assertThat(only(object)).doesNotContainPattern("[\\u200b-\\u200f\\ufeff\\udb40]");
    assertThat(Json.of(only(object)).path("body"))
        .as("escaped, the value is still the same")
        .isEqualTo(Json.of(json));
  }

  private String advice(int status, String header, String value) {
    ApiResponse answer =
        new ApiResponse(
            status,
            List.of(new Pair(header, value)),
            Optional.empty(),
            new ApiResponse.Bytes(new byte[0]));
    return shaper.shape(answer).json().path("advice").stringValue();
  }

  private static String only(ShapedResponse outcome) {
    assertThat(outcome.content()).hasSize(1);
    return texts(outcome).get(0);
  }

  private static List<String> texts(ShapedResponse outcome) {
    return outcome.content().stream().map(block -> ((Content.Text) block).text()).toList();
  }

  private static ApiResponse answer(int status, String type, String body) {
    return answer(status, type, body.getBytes(UTF_8));
  }

  private static ApiResponse answer(int status, String type, byte[] body) {
    return new ApiResponse(
        status,
        List.of(),
        type.isEmpty() ? Optional.empty() : Optional.of(type),
        new ApiResponse.Bytes(body));
  }

  @Test
  void headersThatAreTooLongAreNamed() {
    List<Pair> headers =
        List.of(
            new Pair("location", "/" + "x".repeat(6_000)),
            new Pair("etag", "\"1\""),
            new Pair("content-type", "application/json"));
    ApiResponse response =
        new ApiResponse(
            200,
            headers,
            Optional.of("application/json"),
            ApiResponse.Bytes.given("{\"a\":1}".getBytes(UTF_8)));

    ObjectNode shown =
        shaper.shape(response, "x", new Effect(true), ShownPart.beginning(1_000)).json();

    assertThat(shown.path("headers")).isEqualTo(Json.of("{\"etag\":\"\\\"1\\\"\"}"));
    assertThat(shown.path("notice").asString())
        .isEqualTo("Headers left out because they are long: location.");
    assertThat(shaper.shape(response).json().path("headers").has("location")).isTrue();
  }

  @Test
  void aPartOfATextDoesNotBeginWithAVariationSelector() {
    String text = "❤️".repeat(1_000);
    ApiResponse response =
        new ApiResponse(
            200,
            List.of(),
            Optional.of("text/plain"),
            ApiResponse.Bytes.given(text.getBytes(UTF_8)));
    for (int tokens = 1_000; tokens < 1_020; tokens++) {
      ShownPart part = ShownPart.beginning(tokens);
      int to =
          shaper
              .shape(response, "x", new Effect(true), part)
              .cut()
              .orElseThrow()
              .window()
              .orElseThrow()
              .to();

      assertThat(text.charAt(to)).isEqualTo('❤');
    }
  }
}
