package dev.dragoman.runtime.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dragoman.runtime.Json;
import dev.dragoman.runtime.request.ApiRequest;
import dev.dragoman.runtime.request.ApiRequest.Pair;
import dev.dragoman.runtime.request.OperationRequest;
import dev.dragoman.runtime.request.RequiredValue;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which page follows which, and when the last one has been seen. */
class PagesTest {
  private final Deque<ApiReply> replies = new ArrayDeque<>();
  private final List<String> queries = new ArrayList<>();

  /** An API that sends its replies one after the other, and complains about one call too many. */
  private ApiReply api(OperationRequest request) {
    queries.add(request.toApiRequest().rawQuery());
    if (replies.isEmpty()) {
      throw new AssertionError("an unexpected call: " + queries);
    }
    return replies.remove();
  }

  private PagesTest reply(String json, String... links) {
    List<Pair> headers = new ArrayList<>();
    for (String link : links) {
      headers.add(new Pair("link", link));
    }
    replies.add(ApiReply.of("list", 200, headers, json.getBytes(StandardCharsets.UTF_8)));
    return this;
  }

  private static OperationRequest request(String name, @Nullable Object value) {
    return () -> ApiRequest.builder("list", "GET", "/items").query("per", 2).query(name, value);
  }

  private List<String> all(Paging paging, OperationRequest first) {
    return Pages.of(this::api, first, paging, RequiredValue::asString).stream().toList();
  }

  @Test
  void numberedPagesEndWithAnEmptyOne() {
    reply("[\"a\",\"b\"]").reply("[\"c\"]").reply("[]");
    assertThat(all(Paging.byPage("page", 1), request("page", null))).containsExactly("a", "b", "c");
    assertThat(queries).containsExactly("per=2", "per=2&page=2", "per=2&page=3");
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "1, 2", "10, 11"})
  void theSecondPageFollowsTheFirst(long first, long second) {
    reply("[\"a\"]").reply("[]");
    assertThat(all(Paging.byPage("page", first), request("page", null))).containsExactly("a");
    assertThat(queries.get(1)).isEqualTo("per=2&page=" + second);
  }

  @Test
  void theCallerMayBeginAnywhere() {
    reply("[\"a\"]").reply("[]");
    all(Paging.byPage("page", 1), request("page", 7));
    assertThat(queries).containsExactly("per=2&page=7", "per=2&page=8");
  }

  @Test
  void offsetsGrowByTheItemsOfAPage() {
    reply("[\"a\",\"b\"]").reply("[\"c\"]").reply("[]");
    all(Paging.byOffset("skip"), request("skip", 10));
    assertThat(queries).containsExactly("per=2&skip=10", "per=2&skip=12", "per=2&skip=13");
  }

  @ParameterizedTest
  @ValueSource(strings = {"9223372036854775807", "abc", "1.5"})
  void aNumberThatCannotBeCountedOnIsAnError(String start) {
    reply("[\"a\"]");
    assertThatThrownBy(() -> all(Paging.byPage("page", 1), request("page", start)))
        .isInstanceOf(ApiReplyException.class)
        .hasMessageEndingWith("requested: the value of page is not a number");
  }

  @Test
  void offsetsMayCountFromOne() {
    reply("[\"a\",\"b\"]").reply("[]");
    assertThat(all(Paging.byOffset("start", 1), request("start", null))).containsExactly("a", "b");
    assertThat(queries).containsExactly("per=2", "per=2&start=3");
  }

  @Test
  void theNumberOfAllItemsEndsThePages() {
    reply("{\"all\":2,\"list\":[\"a\",\"b\"]}");
    assertThat(all(Paging.byOffset("skip").items("list").total("all"), request("skip", null)))
        .containsExactly("a", "b");
  }

  /** What is not declared is added to the query; what is a credential, or set already, is not. */
  @Test
  void aUrlIsReadForItsQuery() {
    String url = "https://x.test/v2/items?per=9&%24token=a%2Fb&page=2&api_key=k";
    reply("{\"list\":[\"a\"],\"@next.link\":\"" + url + "\"}")
        .reply("{\"list\":[\"b\"],\"@next.link\":\"?%24token=c&page=2\"}")
        .reply("{\"list\":[\"c\"]}");
    assertThat(all(Paging.byUrl("/@next.link").items("/list").query("page"), request("page", null)))
        .containsExactly("a", "b", "c");
    assertThat(queries)
        .containsExactly("per=2", "per=2&page=2&%24token=a%2Fb", "per=2&page=2&%24token=c");
  }

  @Test
  void anApiThatIgnoresWhatItsUrlSaysEndsThePages() {
    reply("{\"list\":[\"a\"],\"next\":\"?t=1\"}").reply("{\"list\":[\"a\"],\"next\":\"?t=1\"}");
    assertThat(all(Paging.byUrl("next").items("list"), request("page", null))).containsExactly("a");
  }

  @Test
  void aPositionMayBeAHeader() {
    reply("{\"list\":[\"a\"],\"next\":\"x\"}").reply("{\"list\":[\"b\"]}");
    List<String> headers = new ArrayList<>();
    Pages<String> pages =
        Pages.of(
            request -> {
              headers.add(request.toApiRequest().headers().toString());
              return api(request);
            },
            request("page", null),
            Paging.byCursor("X-Next", "next").items("list").inHeader(),
            RequiredValue::asString);
    assertThat(pages).containsExactly("a", "b");
    assertThat(headers).containsExactly("[]", "[Pair[name=X-Next, value=x]]");
    assertThat(queries).containsExactly("per=2", "per=2");
  }

  @Test
  void aPositionMayBeInTheBody() {
    reply("{\"list\":[\"a\"],\"next\":\"x\"}").reply("{\"list\":[\"b\"]}");
    List<String> bodies = new ArrayList<>();
    Pages<String> pages =
        Pages.of(
            request -> {
              bodies.add(String.valueOf(request.request().content().body()));
              return api(request);
            },
            () ->
                ApiRequest.builder("list", "POST", "/items")
                    .body("application/json", Json.of("{\"q\":1}")),
            Paging.byCursor("page.after", "next").items("list").inBody(),
            RequiredValue::asString);
    assertThat(pages).containsExactly("a", "b");
    assertThat(bodies).containsExactly("{\"q\":1}", "{\"q\":1,\"page\":{\"after\":\"x\"}}");
  }

  /** An API that ignores the parameter would return its first page for ever. */
  @Test
  void aNumberedPageThatComesASecondTimeIsNotReturnedAgain() {
    reply("[\"a\"]").reply("[\"a\"]");
    assertThat(all(Paging.byPage("page", 1), request("page", null))).containsExactly("a");
    assertThat(queries).hasSize(2);
  }

  @Test
  void aCursorThatComesASecondTimeEndsThePages() {
    reply("{\"items\":[\"a\"],\"next\":\"x\"}").reply("{\"items\":[\"b\"],\"next\":\"x\"}");
    assertThat(all(Paging.byCursor("after", "next").items("items"), request("after", null)))
        .containsExactly("a", "b");
  }

  @Test
  void aCursorThatLeadsBackToTheStartEndsThePages() {
    reply("{\"items\":[\"a\"],\"next\":\"y\"}").reply("{\"items\":[\"b\"],\"next\":\"x\"}");
    assertThat(all(Paging.byCursor("after", "next").items("items"), request("after", "x")))
        .containsExactly("a", "b");
    assertThat(queries).containsExactly("per=2&after=x", "per=2&after=y");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "\"abc\"                       | abc",
        "42                            | 42",
        "\"https://x.test/?after=abc\" | abc",
        "\"/items?per=9&after=a%20b\"  | a%20b",
        "\"?after=abc\"                | abc",
        "null                          | -",
        "\"\"                          | -",
        "\"  \"                        | -",
        "\"null\"                      | -",
        "true                          | -",
        "false                         | -",
        "{}                            | -",
        "[]                            | -",
        "{\"a\":1}                     | -"
      })
  void theValueOfACursor(String cursor, String sent) {
    reply("{\"items\":[\"a\"],\"meta\":{\"next\":" + cursor + "}}");
    if (sent != null) {
      reply("{\"items\":[]}");
    }
    all(Paging.byCursor("after", "meta.next").items("items"), request("after", null));
    assertThat(queries.get(queries.size() - 1))
        .isEqualTo(sent == null ? "per=2" : "per=2&after=" + sent);
  }

  /** An empty page in the middle is not the end: some APIs filter after paging. */
  @Test
  void aCursorIsFollowedAfterAnEmptyPage() {
    reply("{\"items\":[],\"next\":\"x\"}").reply("{\"items\":[\"b\"]}");
    assertThat(all(Paging.byCursor("after", "next").items("items"), request("after", null)))
        .containsExactly("b");
  }

  @Test
  void aUrlWithoutTheParameterIsAnErrorAndNotFollowed() {
    reply("{\"items\":[\"a\"],\"next\":\"https://evil.example/steal?cursor=1\"}");
    assertThatThrownBy(
            () -> all(Paging.byCursor("after", "next").items("items"), request("after", null)))
        .isInstanceOf(ApiReplyException.class)
        .hasMessage(
            "list: the API returned status 200, but the body refers to a next page that cannot be"
                + " requested: the API's URL of the next page has another path, and parameters that"
                + " its document does not declare: cursor");
    assertThat(queries).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"has_more\": false          | 1",
        "\"hasMore\": false           | 1",
        "\"has_next\": false          | 1",
        "\"hasNext\": false           | 1",
        "\"has_next_page\": false     | 1",
        "\"hasNextPage\": false       | 1",
        "\"isLast\": true             | 1",
        "\"is_last\": true            | 1",
        "\"last_page_reached\": true  | 1",
        "\"has_more\": true           | 2",
        "\"isLast\": false            | 2",
        "\"has_more\": \"false\"      | 2",
        "\"has_more\": 0              | 2",
        "\"has_more\": null           | 2",
        "\"hasmore\": false           | 2"
      })
  void aFlagEndsThePages(String flag, int calls) {
    reply("{\"items\":[\"a\"],\"next\":\"x\"," + flag + "}").reply("{\"items\":[]}");
    all(Paging.byCursor("after", "next").items("items"), request("after", null));
    assertThat(queries).hasSize(calls);
  }

  @Test
  void aFlagBesideTheCursorCountsAndOneElsewhereDoesNot() {
    reply("{\"items\":[\"a\"],\"page\":{\"next\":\"x\",\"hasNext\":false}}");
    all(Paging.byCursor("after", "page.next").items("items"), request("after", null));
    assertThat(queries).hasSize(1);
    queries.clear();
    reply("{\"items\":[\"a\"],\"page\":{\"next\":\"x\"},\"other\":{\"hasNext\":false}}")
        .reply("{\"items\":[]}");
    all(Paging.byCursor("after", "page.next").items("items"), request("after", null));
    assertThat(queries).hasSize(2);
  }

  @Test
  void aPageMayBeginAfterTheLastItem() {
    reply("[{\"id\":1},{\"id\":2}]").reply("[{\"id\":3}]").reply("[]");
    Pages.of(
            this::api,
            request("after", null),
            Paging.byLastItem("after", "id"),
            RequiredValue::asObject)
        .forEach(item -> assertThat(item.has("id")).isTrue());
    assertThat(queries).containsExactly("per=2", "per=2&after=2", "per=2&after=3");
  }

  @Test
  void anItemWithoutAnIdIsTheLast() {
    reply("[{\"id\":1},{\"name\":\"x\"}]");
    Pages.of(
            this::api,
            request("after", null),
            Paging.byLastItem("after", "id"),
            RequiredValue::asObject)
        .forEach(item -> {});
    assertThat(queries).hasSize(1);
  }

  @Test
  void linksAreReadForTheirParameter() {
    reply("[\"a\"]", "<https://elsewhere.test/x?page=5&per=100>; rel=\"next\"")
        .reply("[\"b\"]", "<?page=1>; rel=\"first\"");
    assertThat(all(Paging.byLink("page"), request("page", null))).containsExactly("a", "b");
    assertThat(queries).containsExactly("per=2", "per=2&page=5");
  }

  @Test
  void withoutALinkThereIsNoNextPage() {
    reply("[\"a\"]");
    assertThat(all(Paging.byLink("page"), request("page", null))).containsExactly("a");
  }

  /** The header says more than counting does: it saves the call that returns an empty page. */
  @Test
  void numberedPagesHonorLinksToo() {
    reply("[\"a\"]", "<?page=9>; rel=\"next\"").reply("[\"b\"]", "<?page=1>; rel=\"first\"");
    assertThat(all(Paging.byPage("page", 1), request("page", null))).containsExactly("a", "b");
    assertThat(queries).containsExactly("per=2", "per=2&page=9");
  }

  @Test
  void linksThatAreNotAboutPagesChangeNothing() {
    reply("[\"a\"]", "</help>; rel=\"help\"").reply("[]");
    assertThat(all(Paging.byPage("page", 1), request("page", null))).containsExactly("a");
    assertThat(queries).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"items\":null}", "{\"items\":[]}"})
  void aBodyWithoutItemsIsAnEmptyPage(String body) {
    reply(body);
    assertThat(all(Paging.byPage("page", 1).items("items"), request("page", null))).isEmpty();
  }

  @Test
  void itemsOfAnotherTypeAreReportedWithTheirPlace() {
    reply("{\"data\":{\"items\":[\"a\",{}]}}");
    assertThatThrownBy(
            () -> all(Paging.byPage("page", 1).items("data.items"), request("page", null)))
        .isInstanceOf(ApiReplyException.class)
        .hasMessageContaining("is not what the API's document describes: data.items[1]")
        .hasMessageContaining("expected a string");
  }

  @Test
  void itemsThatAreNotAListAreReported() {
    reply("{\"items\":{\"a\":1}}");
    assertThatThrownBy(() -> all(Paging.byPage("p", 1).items("items"), request("p", null)))
        .isInstanceOf(ApiReplyException.class)
        .hasMessageContaining("items: expected a list");
  }

  @Test
  void aPageIsRequestedWhenItsFirstItemIsNeeded() {
    reply("[\"a\",\"b\"]");
    Iterator<String> items =
        Pages.of(
                this::api, request("page", null), Paging.byPage("page", 1), RequiredValue::asString)
            .iterator();
    assertThat(queries).isEmpty();
    assertThat(items.next()).isEqualTo("a");
    assertThat(queries).hasSize(1);
  }

  @Test
  void eachIterationBeginsWithTheFirstPage() {
    reply("[\"a\"]").reply("[]").reply("[\"b\"]").reply("[]");
    Pages<String> pages =
        Pages.of(
            this::api, request("page", null), Paging.byPage("page", 1), RequiredValue::asString);
    assertThat(pages).containsExactly("a");
    assertThat(pages).containsExactly("b");
    assertThat(queries).containsExactly("per=2", "per=2&page=2", "per=2", "per=2&page=2");
  }

  @Test
  void pagesCanBeReadPageByPage() {
    reply("[\"a\",\"b\"]").reply("[]");
    Iterator<List<String>> pages =
        Pages.of(
                this::api, request("page", null), Paging.byPage("page", 1), RequiredValue::asString)
            .byPage()
            .iterator();
    assertThat(pages.hasNext()).isTrue();
    assertThat(pages.hasNext()).as("asking twice requests once").isTrue();
    assertThat(pages.next()).containsExactly("a", "b");
    assertThat(pages.next()).isEmpty();
    assertThatThrownBy(pages::next).isInstanceOf(NoSuchElementException.class);
    assertThat(queries).hasSize(2);
  }

  @Test
  void aFailedCallIsTheCallers() {
    Pages<String> pages =
        Pages.of(
            request -> {
              throw new OperationRefusedException("list", "Read-only.", "Ask.", List.of());
            },
            request("page", null),
            Paging.byPage("page", 1),
            RequiredValue::asString);
    assertThatThrownBy(() -> pages.iterator().next())
        .isInstanceOf(OperationRefusedException.class)
        .hasMessage("Read-only. Nothing was sent.");
  }
}
