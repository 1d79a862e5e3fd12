package dev.dragoman.runtime.request;

import static dev.dragoman.runtime.request.ParameterStyle.DEEP_OBJECT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dragoman.runtime.Json;
import dev.dragoman.runtime.request.ApiRequest.Pair;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that are changed after their parameters have been set, as for the next page. */
class ChangedRequestTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          page          | page
          page[number]  | page%5Bnumber%5D
          $skip         | %24skip
          Seite Nr.     | Seite%20Nr.
          \uD83D\uDCC4  | %F0%9F%93%84
          """)
  void aParameterIsReplacedWhateverItsNameIs(String name, String sent) {
    ApiRequest.Builder builder =
        ApiRequest.builder("GET", "/x").query("a", 1).query(name, 1).query(name, 2).query("b", 1);
    builder.replaceQuery(name, 3);
    assertThat(builder.build().rawQuery()).isEqualTo("a=1&b=1&" + sent + "=3");
    assertThat(builder.content().values())
        .extracting(value -> value.name() + "=" + value.value())
        .containsExactly("a=1", "b=1", name + "=3");
  }

  /** The member of an object and a parameter may have the same name in the query. */
  @Test
  void onlyTheParameterItselfIsReplaced() {
    ApiRequest.Builder builder =
        ApiRequest.builder("GET", "/x")
            .query("page", Json.of("{\"size\": 5}"), DEEP_OBJECT.exploded())
            .query("pages", 1)
            .header("page", 1);
    builder.replaceQuery("page[number]", 2).replaceQuery("PAGES", 3);
    assertThat(builder.build().rawQuery())
        .isEqualTo("page%5Bsize%5D=5&pages=1&page%5Bnumber%5D=2&PAGES=3");
    assertThat(builder.build().headers()).containsExactly(new Pair("page", "1"));
  }

  @Test
  void aHeaderIsReplacedInAnySpelling() {
    ApiRequest.Builder builder =
        ApiRequest.builder("GET", "/x").header("X-Page", 1).header("Other", 1);
    builder.replaceHeader("x-page", 2);
    assertThat(builder.build().headers())
        .containsExactly(new Pair("Other", "1"), new Pair("x-page", "2"));
  }

  @Test
  void acceptComesFirstUnlessTheCallerChoseIt() {
    ApiRequest.Builder builder = ApiRequest.builder("GET", "/x").header("A", 1).accept("text/csv");
    assertThat(builder.build().headers())
        .containsExactly(new Pair("Accept", "text/csv"), new Pair("A", "1"));
    assertThat(builder.header("accept", "image/*").build().headers())
        .containsExactly(new Pair("A", "1"), new Pair("accept", "image/*"));
  }

  @Test
  void queriesComeInTheOrderOfTheirOrigin() {
    ApiRequest request =
        ApiRequest.builder("GET", "/x?fixed").more("token=a%2Fb").query("q", 1).build();
    assertThat(request.rawQuery()).isEqualTo("fixed&q=1&token=a%2Fb");
  }

  @Test
  void anEntireQueryReplacesTheParameters() {
    ApiRequest.Builder builder = ApiRequest.builder("GET", "/x").query("q", 1);
    builder.querystring("text/plain", null, Map.of());
    builder.querystring("text/plain", Json.of("null"), Map.of());
    assertThat(builder.build().rawQuery()).isEqualTo("q=1");
    builder.querystring("text/plain", Json.of("\"a b\""), Map.of());
    assertThat(builder.build().rawQuery()).isEqualTo("a%20b");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/a/./b", "/a/../b", "/a/%2e%2E/b", "/..;v=1/b", "/a/.."})
  void aDotSegmentOfTheTemplateItselfIsRefused(String template) {
    assertThatThrownBy(() -> ApiRequest.builder("GET", template).build())
        .hasMessage("path: the values produce a path segment . or .. in " + template);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/a/.b", "/a/b.", "/a/...", "/a.b/%2e%2e.c", "/%2525"})
  void dotsInNamesOfATemplateAreSent(String template) {
    assertThat(ApiRequest.builder("GET", template).build().rawPath()).isEqualTo(template);
  }

  @Test
  void whoeverWritesABodyByHandCannotHaveItChecked() {
    RequestBody bytes = RequestBody.of("x/y", "a".getBytes(StandardCharsets.UTF_8));
    ApiRequest.Builder builder = ApiRequest.builder("op", "POST", "/x").body(bytes);
    assertThatThrownBy(builder::content).hasMessageStartingWith("body: was built by hand");
    builder.body((RequestBody) null);
    assertThat(builder.content().body()).isNull();
    assertThat(builder.build().body()).isEmpty();
    builder.body(bytes).body("application/json", Json.of("[1]"));
    assertThat(builder.content().body()).isEqualTo(Json.of("[1]"));
    assertThat(builder.content().mediaType()).contains("application/json");
  }

  @Test
  void bodiesAreEqualIfTypeAndBytesAre() {
    List<RequestBody> bodies =
        List.of(body("a/b", "x"), body("a/b", "x"), body("a/c", "x"), body("a/b", "y"));
    assertThat(bodies.get(0)).isEqualTo(bodies.get(1)).hasSameHashCodeAs(bodies.get(1));
    assertThat(bodies.get(0)).isNotEqualTo(bodies.get(2)).isNotEqualTo(bodies.get(3));
    assertThat(bodies.get(0)).isNotEqualTo("a/b, 1 bytes").hasToString("a/b, 1 bytes");
  }

  private static RequestBody body(String type, String text) {
    return RequestBody.of(type, text.getBytes(StandardCharsets.UTF_8));
  }
}
