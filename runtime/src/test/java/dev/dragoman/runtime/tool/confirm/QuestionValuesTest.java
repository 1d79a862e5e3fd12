package dev.dragoman.runtime.tool.confirm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.AccessLevel;
import dev.dragoman.runtime.AccessMode;
import dev.dragoman.runtime.AuthMode;
import dev.dragoman.runtime.Caller;
import dev.dragoman.runtime.Json;
import dev.dragoman.runtime.extension.ToolDefinition;
import dev.dragoman.runtime.request.ApiRequest;
import dev.dragoman.runtime.request.ApiRequest.Pair;
import dev.dragoman.runtime.request.RequestBody;
import dev.dragoman.runtime.tool.TrackerApi;
import dev.dragoman.runtime.tool.call.ConfirmationMode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.ObjectNode;

/** What the user is asked, and which request an answer is for. */
class QuestionValuesTest {
  private static final ToolConfirmation CONFIRMATION = confirmation(ConfirmationMode.WRITE);

  private static ToolConfirmation confirmation(ConfirmationMode mode) {
    return new ToolConfirmation(mode, TrackerApi.definition(QuestionValuesTest.class).build());
  }

  private static ToolDefinition tool(AccessLevel access) {
    return ToolDefinition.builder("merge")
        .title("Merge\u200b")
        .description("D")
        .access(access)
        .build();
  }

  private static String question(String arguments) {
    return CONFIRMATION.question(
        tool(AccessLevel.WRITE), (ObjectNode) Json.of(arguments), Caller.anonymous());
  }

  /** The lines that describe the values. */
  private static List<String> values(String arguments) {
    List<String> lines = question(arguments).lines().toList();
    return lines.subList(3, lines.size());
  }

  @Test
  void theQuestionSaysWhatKindOfToolIsRun() {
    assertThat(question("{\"a\": 1}"))
        .startsWith("Run this write tool of ")
        .contains("?\n\nMerge\\u200B (merge)\n")
        .endsWith("\na: 1\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{};                                                  ''",
        "{\"a\":\"x\"};                                       a: \"x\"",
        "{\"a\":1.50};                                        a: 1.50",
        "{\"a\":true,\"b\":null};                             a: true|b: null",
        "{\"a\":{}};                                          a: {}",
        "{\"a\":[]};                                          a: []",
        "{\"a\":[1,\"b\"]};                                   a: [1,\"b\"]",
        "{\"a\":{\"b\":{\"c\":1}}};                           a.b.c: 1",
        "{\"a\":[{\"b\":1},{\"b\":2}]};                       a[0].b: 1|a[1].b: 2",
        "{\"a\":[[1],[2]]};                                   a[0]: [1]|a[1]: [2]",
        "{\"a\":\"{\\\"b\\\":1}\"};                           a (JSON text).b: 1",
        "{\"a\":\"{}\"};                                      a: \"{}\"",
        "{\"a\":\"{b\"};                                      a: \"{b\"",
        "{\"password\":\"hunter2\"};                          password: a string of 7 characters",
        "{\"apiKey\":1};                                      apiKey: a number",
        "{\"token\":null};                                    token: null",
        "{\"a\":{\"secret\":{\"x\":1}}};                      a.secret: an object",
        "{\"e\":[{\"name\":\"PASSWORD\",\"value\":\"h\"}]};   e[0].name: \"PASSWORD\"|e[0].value: a string of 1 characters",
        "{\"e\":[{\"key\":\"api_key\",\"value\":\"h\"}]};     e[0].key: \"api_key\"|e[0].value: a string of 1 characters",
        "{\"e\":[{\"name\":\"HOME\",\"value\":\"h\"}]};       e[0].name: \"HOME\"|e[0].value: \"h\""
      })
  void everyValueHasALine(String arguments, String lines) {
    assertThat(String.join("|", values(arguments))).isEqualTo(lines);
  }

  /** A value cannot pretend to be a line of the question. */
  @Test
  void lineBreaksOfValuesAreShown() {
    assertThat(values("{\"a\": \"x\\ny: 1\", \"b\\nc\": 2}"))
        .hasSize(2)
        .allMatch(line -> line.startsWith("a: ") || line.startsWith("b"));
  }

  /** What does not fit is counted, so that nobody agrees to what cannot be seen. */
  @Test
  void valuesThatDoNotFitAreCounted() {
    String arguments =
        IntStream.range(0, 500)
            .mapToObj(i -> "\"name%03d\": \"%s\"".formatted(i, "x".repeat(50)))
            .collect(Collectors.joining(",", "{", "}"));
    List<String> lines = values(arguments);
    int shown = lines.size() - 1;
    assertThat(lines.get(shown)).isEqualTo("and " + (500 - shown) + " more values");
    assertThat(question(arguments).length()).isLessThan(3_000);
  }

  @Test
  void aCutValueIsMarked() {
    assertThat(values("{\"a\": \"" + "x".repeat(1_000) + "\"}").get(0))
        .hasSizeLessThan(300)
        .startsWith("a: \"xxx")
        .doesNotEndWith("x\"");
  }

  @Test
  void whoseDataItIsComesFirst() {
    Caller partner =
        new Caller(
            AccessMode.FULL_ACCESS,
            AuthMode.PARTNER,
            Optional.of("acme"),
            Optional.empty(),
            Optional.empty(),
            Optional.of("live"));
    String question =
        CONFIRMATION.question(
            tool(AccessLevel.DESTRUCTIVE), (ObjectNode) Json.of("{\"a\": 1}"), partner);
    assertThat(question)
        .startsWith("Run this destructive tool")
        .containsSubsequence("environment: \"live\"\n", "organization: \"acme\"\n", "a: 1\n");
  }

  @ParameterizedTest
  @CsvSource({
    "OFF,                  DESTRUCTIVE, true,  false",
    "DESTRUCTIVE,          READ,        true,  false",
    "DESTRUCTIVE,          WRITE,       true,  false",
    "DESTRUCTIVE,          DESTRUCTIVE, true,  true",
    "DESTRUCTIVE,          DESTRUCTIVE, false, false",
    "DESTRUCTIVE_REQUIRED, DESTRUCTIVE, false, true",
    "DESTRUCTIVE_REQUIRED, WRITE,       false, false",
    "WRITE,                READ,        true,  false",
    "WRITE,                WRITE,       true,  true",
    "WRITE,                WRITE,       false, false",
    "WRITE,                DESTRUCTIVE, true,  true",
    "WRITE_REQUIRED,       READ,        false, false",
    "WRITE_REQUIRED,       WRITE,       false, true",
    "WRITE_REQUIRED,       DESTRUCTIVE, false, true"
  })
  void whichToolsHaveToBeConfirmed(
      ConfirmationMode mode, AccessLevel access, boolean able, boolean needed) {
    assertThat(confirmation(mode).isNeeded(tool(access), able)).isEqualTo(needed);
  }

  @Test
  void aClientThatCannotAskIsToldWhoCanChangeThat() {
    assertThat(CONFIRMATION.unable(tool(AccessLevel.WRITE)))
        .startsWith("merge has to be confirmed by the user, and this client cannot ask")
        .contains("nothing was done", "--confirm", "_CONFIRM", "\"elicitation\"");
  }

  private static ApiRequest request(
      String method, String path, String query, List<Pair> headers, List<Pair> cookies) {
    return new ApiRequest(
        method, Optional.empty(), path, query, headers, cookies, Optional.empty());
  }

  private static ApiRequest withBody(String type, String body) {
    return new ApiRequest(
        "POST",
        Optional.empty(),
        "/a",
        "",
        List.of(),
        List.of(),
        Optional.of(RequestBody.of(type, body.getBytes(StandardCharsets.UTF_8))));
  }

  static Stream<Arguments> differentRequests() {
    Pair pair = new Pair("a", "b");
    ApiRequest plain = request("POST", "/a", "", List.of(), List.of());
    return Stream.of(
        Arguments.of(plain, request("PUT", "/a", "", List.of(), List.of())),
        Arguments.of(plain, request("POST", "/b", "", List.of(), List.of())),
        Arguments.of(plain, request("POST", "/a", "x", List.of(), List.of())),
        Arguments.of(
            request("POST", "/a", "b", List.of(), List.of()),
            request("POST", "/ab", "", List.of(), List.of())),
        Arguments.of(plain, request("POST", "/a", "", List.of(pair), List.of())),
        Arguments.of(
            request("POST", "/a", "", List.of(pair), List.of()),
            request("POST", "/a", "", List.of(), List.of(pair))),
        Arguments.of(
            request("POST", "/a", "", List.of(pair), List.of()),
            request("POST", "/a", "", List.of(new Pair("ab", "")), List.of())),
        Arguments.of(
            request("POST", "/a", "", List.of(pair, pair), List.of()),
            request("POST", "/a", "", List.of(pair), List.of(pair))),
        Arguments.of(plain, withBody("", "x")),
        Arguments.of(withBody("text/plain", "x"), withBody("text/plain", "y")),
        Arguments.of(withBody("text/plain", "x"), withBody("text/html", "x")),
        Arguments.of(withBody("a", "bc"), withBody("ab", "c")),
        Arguments.of(
            plain,
            new ApiRequest(
                "POST",
                Optional.of(URI.create("https://other.test")),
                "/a",
                "",
                List.of(),
                List.of(),
                Optional.empty())));
  }

  /** A yes is for the request that was shown, to the byte. */
  @ParameterizedTest
  @MethodSource("differentRequests")
  void differentRequestsHaveDifferentDigests(ApiRequest one, ApiRequest other) {
    assertThat(RequestDigest.of(one)).isNotEqualTo(RequestDigest.of(other));
  }

  @Test
  void equalRequestsHaveOneDigest() {
    assertThat(RequestDigest.of(withBody("a", "b")))
        .isEqualTo(RequestDigest.of(withBody("a", "b")))
        .matches("[0-9a-f]{64}");
  }
}
