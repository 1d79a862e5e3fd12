package dev.dragoman.runtime.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dragoman.runtime.Json;
import dev.dragoman.runtime.request.ApiRequest.Pair;
import dev.dragoman.runtime.request.ArgumentProblem;
import dev.dragoman.runtime.request.RequiredValue;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A response as a program sees it, and the exceptions that stand for the lack of a good one. */
class ApiReplyTest {

  private static ApiReply reply(int status, String body, String... headers) {
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < headers.length; i += 2) {
      pairs.add(new Pair(headers[i], headers[i + 1]));
    }
    return ApiReply.of("get", status, pairs, body.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void headersAreFoundInAnyCaseAndKeepTheirOrder() {
    ApiReply reply = reply(200, "", "X-B", "1", "x-a", "2", "X-b", "3");
    assertThat(reply.headers())
        .containsExactly(new Pair("x-b", "1"), new Pair("x-a", "2"), new Pair("x-b", "3"));
    assertThat(reply.header("x-B")).hasValue("1");
    assertThat(reply.header("x-c")).isEmpty();
  }

  @Test
  void theBodyCannotBeChanged() {
    byte[] given = {1, 2};
    ApiReply reply = ApiReply.of("get", 200, List.of(), given);
    given[0] = 9;
    reply.bytes()[1] = 9;
    assertThat(reply.bytes()).containsExactly(1, 2);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      delimiter = '|',
      value = {
        "x-request-id: a                           | a",
        "request-id: a                             | a",
        "x-correlation-id: a                       | a",
        "X-Trace-Id: a                             | a",
        "x-trace-id: b, x-request-id: a            | a",
        "x-correlation-id: b, request-id: a        | a",
        "x-amzn-request-id: a                      | a",
        "x-github-requestid: a                     | a",
        "x-github-request-id: b, x-trace-id: a     | a",
        "x-request-id: ' ', request-id: a          | a",
        "cf-ray: a                                 | -",
        "x-my-request-id-old: a                    | -",
        "date: a                                   | -"
      })
  void requestIds(String headers, String id) {
    List<String> pairs = new ArrayList<>();
    for (String header : headers.split(", ", -1)) {
      String[] parts = header.split(": ", 2);
      pairs.add(parts[0]);
      pairs.add(parts[1].replace("'", ""));
    }
    assertThat(reply(200, "", pairs.toArray(String[]::new)).requestId().orElse(null)).isEqualTo(id);
  }

  @ParameterizedTest
  @CsvSource({
    "text/plain;charset=iso-8859-1,       ISO-8859-1",
    "text/plain; charset=\"utf-16le\",    UTF-16LE",
    "text/plain;charset=utf-8,            UTF-8",
    "text/plain,                          UTF-8",
    "application/json,                    UTF-8",
    "text/plain;charset=unknown-1,        UTF-8"
  })
  void textIsInTheDeclaredCharset(String type, String charset) {
    ApiReply reply =
        ApiReply.of(
            "get",
            200,
            List.of(new Pair("Content-Type", type)),
            "größe".getBytes(Charset.forName(charset)));
    assertThat(reply.text()).isEqualTo("größe");
  }

  @Test
  void anotherTextIsInUtf8AndSaysSo() {
    ApiReply reply =
        reply(201, "x", "Content-Type", "text/csv; Charset=latin1; header=present", "ETag", "e")
            .withText("größe");
    assertThat(reply.text()).isEqualTo("größe");
    assertThat(reply.contentType()).hasValue("text/csv; Charset=utf-8; header=present");
    assertThat(reply.status()).isEqualTo(201);
    assertThat(reply.header("etag")).hasValue("e");
  }

  @Test
  void anotherBodyHasAnotherLength() {
    ApiReply reply = reply(200, "{}", "Content-Length", "2").withJson(Json.of("{\"a\": 1.50}"));
    assertThat(reply.header("content-length")).isEmpty();
    assertThat(reply.text()).isEqualTo("{\"a\":1.50}");
    assertThat(reply.json().path("a").decimalValue()).isEqualTo("1.50");
  }

  @Test
  void aCutReplyStaysCut() {
    ApiReply cut = reply(200, "[1,2").cut();
    assertThat(cut.isComplete()).isFalse();
    assertThat(cut.withText("[1").isComplete()).isFalse();
    assertThatThrownBy(cut::json)
        .isInstanceOf(ApiReplyException.class)
        .hasMessage("get: the API returned status 200, but the body is incomplete");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''              | is empty",
        "'  '            | is empty",
        "<html>          | is not JSON",
        "{} {}           | is not JSON",
        "{\"a\":         | is not JSON",
        "nul             | is not JSON"
      })
  void whatIsNotJson(String body, String why) {
    assertThatThrownBy(() -> reply(200, body).json())
        .isInstanceOf(ApiReplyException.class)
        .hasMessage("get: the API returned status 200, but the body " + why);
  }

  @Test
  void theMediaTypeSaysWhatItIsInstead() {
    assertThatThrownBy(
            () -> reply(200, "<p>", "content-type", "text/html", "x-request-id", "r-1").json())
        .hasMessage(
            "get: the API returned status 200, but the body is not JSON: text/html (request id"
                + " r-1)");
  }

  @Test
  void numbersKeepTheirDigits() {
    assertThat(reply(200, "12345678901234567890.10").json()).hasToString("12345678901234567890.10");
  }

  @Test
  void valuesAreReadOrReported() {
    List<Integer> numbers = reply(200, "[1,2]").read(body -> body.asList(RequiredValue::asInt));
    assertThat(numbers).containsExactly(1, 2);
    assertThatThrownBy(() -> reply(200, "[1,\"x\"]").read(b -> b.asList(RequiredValue::asInt)))
        .isInstanceOf(ApiReplyException.class)
        .hasMessageContaining("is not what the API's document describes: body[1]")
        .hasMessageContaining("expected a 32-bit integer");
  }

  @Test
  void onlyAnEmptyBodyIsNoValue() {
    assertThat(reply(204, "").<String>readIfPresent(RequiredValue::asString)).isNull();
    assertThat(reply(200, "\"a\"").<String>readIfPresent(RequiredValue::asString)).isEqualTo("a");
    assertThatThrownBy(() -> reply(200, " ").<String>readIfPresent(RequiredValue::asString))
        .hasMessageContaining("is empty");
  }

  /** RFC 9457, RFC 6749 and what else is common: the most telling sentence, on one line. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"title\":\"T\",\"detail\":\"D\"}                    | : D",
        "{\"title\":\"T\"}                                     | : T",
        "{\"message\":\"M\"}                                   | : M",
        "{\"error\":\"bad\",\"error_description\":\"E\"}       | : E",
        "{\"error\":{\"message\":\"M\"}}                       | : M",
        "{\"error\":{\"errors\":[{\"message\":\"M\"}]}}        | : M",
        "{\"error\":{\"errors\":[{\"error\":{\"code\":\"c\"}}]}} | ''",
        "{\"errors\":[{\"message\":\"A\"},{\"message\":\"B\"}]} | : A",
        "{\"errors\":[\"A\",\"B\"]}                            | : A",
        "{\"detail\":\"  \",\"title\":\"T\"}                   | : T",
        "{\"detail\":1,\"code\":\"c\"}                         | : c",
        "[{\"message\":\"M\"}]                                 | : M",
        "\"just text\"                                         | : just text",
        "{\"other\":\"x\"}                                     | ''",
        "{}                                                    | ''",
        "plain words                                           | : plain words",
        "''                                                    | ''",
        "{\"message\":\"a\\nb\\u200bc\"}                       | : a b\\u200Bc"
      })
  void theSentenceOfAnError(String body, String sentence) {
    assertThat(ApiReplyException.ofStatus(reply(422, body)))
        .hasMessage("get: the API returned status 422" + sentence);
  }

  @Test
  void aPageForPeopleIsNotASentence() {
    assertThat(ApiReplyException.ofStatus(reply(502, "<html>", "content-type", "text/html")))
        .hasMessage("get: the API returned status 502");
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401})
  void aLongSentenceIsCutBetweenCharacters(int length) {
    ApiReplyException error =
        ApiReplyException.ofStatus(reply(400, "{\"detail\":\"" + "👍".repeat(length) + "\"}"));
    assertThat(error)
        .hasMessage(
            "get: the API returned status 400: " + "👍".repeat(400) + (length > 400 ? "…" : ""));
  }

  @Test
  void anErrorHasItsReplyAndProblem() {
    ApiReply reply = reply(409, "{\"type\":\"x\"}", "x-request-id", "r-1");
    ApiReplyException error = ApiReplyException.ofStatus(reply);
    assertThat(error.reply()).isSameAs(reply);
    assertThat(error.status()).hasValue(409);
    assertThat(error.requestId()).hasValue("r-1");
    assertThat(error.operation()).isEqualTo("get");
    assertThat(error.problem().path("type").asString()).isEqualTo("x");
    assertThat(error).hasMessageEndingWith("(request id r-1)");
    assertThat(ApiReplyException.ofStatus(reply(409, "no")).problem().isMissingNode()).isTrue();
  }

  @Test
  void everyProblemOfARequestIsReported() {
    List<ArgumentProblem> problems =
        List.of(new ArgumentProblem("a", "is required"), new ArgumentProblem("b", "is long"));
    InvalidRequestException error = new InvalidRequestException("get", problems);
    assertThat(error)
        .hasMessageStartingWith("get: the request does not match the API's document")
        .hasMessageContaining("nothing was sent")
        .hasMessageContaining(problems.get(0).toString())
        .hasMessageEndingWith("; " + problems.get(1));
    assertThat(error.problems()).isEqualTo(problems);
    assertThat(error.status()).isEmpty();
    assertThat(error.requestId()).isEmpty();
  }

  @Test
  void aRefusalSaysWhatWouldHelp() {
    OperationRefusedException error =
        new OperationRefusedException("get", "It writes.", "Ask for a key.", List.of("w"));
    assertThat(error).hasMessage("It writes. Nothing was sent.");
    assertThat(error.remedy()).isEqualTo("Ask for a key.");
    assertThat(error.scopes()).containsExactly("w");
    assertThat(error.operation()).isEqualTo("get");
  }

  @ParameterizedTest
  @CsvSource({"true, false", "false, true", "true, true", "false, false"})
  void aMissingReplySaysHowFarTheCallCame(boolean sent, boolean cancelled) {
    NoReplyException error =
        new NoReplyException("get", "time is over", sent, cancelled, OptionalInt.empty());
    assertThat(error).hasMessage("get: time is over");
    assertThat(error.isSent()).isEqualTo(sent);
    assertThat(error.isCancelled()).isEqualTo(cancelled);
    assertThat(error.status()).isEmpty();
    assertThat(new NoReplyException("get", "", sent, cancelled, OptionalInt.of(200)).status())
        .hasValue(200);
  }
}
