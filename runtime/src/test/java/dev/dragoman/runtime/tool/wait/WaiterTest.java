package dev.dragoman.runtime.tool.wait;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.execute.ApiResponse;
import dev.dragoman.runtime.json.fields.FieldPath;
import dev.dragoman.runtime.mcp.tool.ProgressListener;
import dev.dragoman.runtime.request.ApiRequest.Pair;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a response is the last one of a wait, and what is said of it. */
class WaiterTest {
  private static Waiter waiter(String until, long seconds) {
    Map<FieldPath, List<String>> values = new LinkedHashMap<>();
    for (String field : until.split(" ", -1)) {
      values.put(
          FieldPath.of(field.substring(0, field.indexOf('='))),
          Arrays.asList(field.substring(field.indexOf('=') + 1).split(",", -1)));
    }
    return new Waiter(new WaitRequest(values, Duration.ofSeconds(seconds)), ProgressListener.NONE);
  }

  private static ApiResponse response(int status, String retryAfter, String body) {
    return new ApiResponse(
        status,
        retryAfter.isEmpty() ? List.of() : List.of(new Pair("retry-after", retryAfter)),
        Optional.of("application/json"),
        new ApiResponse.Bytes(body.replace('\'', '"').getBytes(StandardCharsets.UTF_8)));
  }

  private static String state(Waiter waiter) {
    return waiter.note().replaceFirst("^waited 0 s, 1 request; ", "");
  }

  /** Whether it is the last one, and whether time was over. Thirty seconds are left. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          s=done      | 200 | ``   | {'s':'done'}      | true  | false | s is "done"
          s=done      | 200 | ``   | {'s':'open'}      | false | false | s is still "open"
          s=done      | 202 | ``   | {'s':'open'}      | false | false | s is still "open"
          s=done      | 204 | ``   | ``                | false | false | s is not in the response
          s=done      | 200 | ``   | <html>            | false | false | s is not in the response
          s=done      | 200 | ``   | []                | false | false | s is not in the response
          s=done t=1  | 200 | ``   | {'s':'done','t':1} | true | false | s is "done", t is 1
          s=done t=1  | 200 | ``   | {'s':'done','t':2} | false | false | t is still 2
          s=done t=1  | 200 | ``   | {'s':'open'}      | false | false | s is still "open", t is not in the response
          s=done      | 299 | ``   | {'s':'done'}      | true  | false | s is "done"
          s=done      | 300 | ``   | {'s':'done'}      | true  | false | stopped at status 300
          s=done      | 404 | ``   | {'s':'done'}      | true  | false | stopped at status 404
          s=done      | 503 | 1    | {'s':'open'}      | true  | false | stopped at status 503
          s=done      | 200 | 20   | {'s':'open'}      | false | false | s is still "open"
          s=done      | 200 | 31   | {'s':'open'}      | true  | true  | s is still "open"; the API asks to wait another 31 s
          s=done      | 200 | 31   | {'s':'done'}      | true  | false | s is "done"
          s=done      | 200 | soon | {'s':'open'}      | false | false | s is still "open"
          """)
  void aResponseEndsTheWaitOrNot(
      String until,
      int status,
      String retryAfter,
      String body,
      boolean last,
      boolean over,
      String state) {
    Waiter waiter = waiter(until, 30);

    assertThat(waiter.isLast(response(status, retryAfter, body))).isEqualTo(last);

    assertThat(waiter.isTimeOver()).isEqualTo(over);
    assertThat(state(waiter)).isEqualTo(state);
  }

  @Test
  void theLastRequestIsMadeWhenTimeIsOver() {
    Waiter waiter = waiter("s=done", 0);

    assertThat(waiter.isLast(response(200, "", "{'s':'open'}"))).isTrue();
    assertThat(waiter.isTimeOver()).isTrue();
    assertThat(waiter.note()).isEqualTo("waited 0 s, 1 request; s is still \"open\"");
  }

  @ParameterizedTest
  @CsvSource({
    "'', false, accepted",
    "29, false, accepted",
    "31, true, accepted; the API asks to wait another 31 s"
  })
  void anAcceptedRequestIsFollowedIfThereIsTime(String retryAfter, boolean over, String state) {
    Waiter waiter = waiter("s=done", 30);

    assertThat(waiter.isOverAfter(response(202, retryAfter, ""), "get_job")).isEqualTo(over);

    assertThat(waiter.isTimeOver()).isEqualTo(over);
    assertThat(waiter.note()).isEqualTo("waited 0 s with get_job, 1 request; " + state);
  }

  /** A wait that ends before anything was read has made the one request that was accepted. */
  @Test
  void aWaitThatCannotGoOnSaysWhy() {
    Waiter waiter = waiter("s=done", 30);
    waiter.end("the URL is elsewhere");
    assertThat(waiter.note()).isEqualTo("waited 0 s, 1 request; the URL is elsewhere");

    waiter.isLast(response(200, "", "{}"));
    waiter.isLast(response(200, "", "{}"));
    waiter.end("cancelled");
    assertThat(waiter.note()).isEqualTo("waited 0 s, 3 requests; cancelled");
    assertThat(waiter.isTimeOver()).isFalse();
  }
}
