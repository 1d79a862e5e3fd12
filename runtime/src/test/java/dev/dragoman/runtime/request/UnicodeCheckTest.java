package dev.dragoman.runtime.request;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dragoman.runtime.Json;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Half a surrogate pair is refused wherever a value can go: one rule, and no question marks. */
class UnicodeCheckTest {
  private static final String HALF = "\"a\\ud800\"";

  /** Where a value goes, and how it gets there. */
  private static final Map<String, UnaryOperator<ApiRequest.Builder>> WAYS =
      Map.ofEntries(
          Map.entry("path", request -> request.path("v", Json.of(HALF))),
          Map.entry("path list", request -> request.path("v", Json.of("[" + HALF + "]"))),
          Map.entry("query", request -> request.query("v", Json.of(HALF))),
          Map.entry(
              "query object", request -> request.query("v", Json.of("{\"x\": " + HALF + "}"))),
          Map.entry("query name", request -> request.query("v", named())),
          Map.entry("header", request -> request.header("v", Json.of(HALF))),
          Map.entry(
              "header json",
              request -> request.header("v", Json.of("[" + HALF + "]"), ParameterStyle.JSON)),
          Map.entry("cookie", request -> request.cookie("v", Json.of(HALF))),
          Map.entry(
              "querystring",
              request -> request.querystring("application/json", Json.of(HALF), Map.of())),
          Map.entry(
              "json",
              request -> request.body("application/json", Json.of("{\"v\": " + HALF + "}"))),
          Map.entry("json name", request -> request.body("application/json", named())),
          Map.entry(
              "json deep",
              request -> request.body("application/json", Json.of("[[{\"v\": [" + HALF + "]}]]"))),
          Map.entry(
              "json lines",
              request -> request.body("application/x-ndjson", Json.of("[" + HALF + "]"))),
          Map.entry("text", request -> request.body("text/plain", Json.of(HALF))),
          Map.entry("form", request -> request.body("application/x-www-form-urlencoded", object())),
          Map.entry(
              "form name", request -> request.body("application/x-www-form-urlencoded", named())),
          Map.entry("multipart", request -> request.body("multipart/form-data", object())),
          Map.entry("multipart name", request -> request.body("multipart/form-data", named())));

  private static JsonNode object() {
    return Json.of("{\"v\": " + HALF + "}");
  }

  /** JSON text cannot have such a name, but values made of other parts could. */
  private static JsonNode named() {
    return JsonNodeFactory.instance.objectNode().put("a\ud800", "x");
  }

  static Stream<String> ways() {
    return WAYS.keySet().stream().sorted();
  }

  @ParameterizedTest(name = "S9 {0}: what is not text is refused")
  @MethodSource("ways")
  void isRefused(String way) {
    String path = way.startsWith("path") ? "/{v}" : "/";
    ApiRequest.Builder request = WAYS.get(way).apply(ApiRequest.builder("POST", path));

    assertThatThrownBy(request::build)
        .isInstanceOf(InvalidArgumentsException.class)
        .hasMessageContaining("is not valid Unicode text");
  }

  @ParameterizedTest(name = "S9 {0} is text")
  @ValueSource(strings = {"\"a\\ud83d\\ude00\"", "\"\\u0000\"", "\"\\ufffe\"", "\"é\""})
  void pairsAreText(String json) {
    ApiRequest request =
        ApiRequest.builder("POST", "/").body("application/json", Json.of(json)).build();

    assertThat(Json.of(new String(request.body().orElseThrow().bytes(), UTF_8)))
        .isEqualTo(Json.of(json));
  }

  @Test
  @DisplayName("S9 the place of what is not text is told")
  void thePlaceIsTold() {
    Arguments arguments =
        Arguments.of(
            (ObjectNode) Json.of("{\"p\": [1, {\"x\": \"\\udc00\"}], \"q\": \"\\ud800\"}"),
            Json.of("{\"name\": [\"ok\", \"\\ud800x\"]}"));
    arguments.required("p");
    arguments.optional("q");
    arguments.requiredBody();

    assertThatThrownBy(arguments::check)
        .hasMessageContaining("p[1]/x: is not valid")
        .hasMessageContaining("q: is not valid")
        .hasMessageContaining("body/name[1]: is not valid");
  }
}
