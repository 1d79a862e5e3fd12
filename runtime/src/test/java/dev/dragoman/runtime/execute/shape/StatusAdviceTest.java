package dev.dragoman.runtime.execute.shape;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.execute.ApiResponse;
import dev.dragoman.runtime.execute.Effect;
import dev.dragoman.runtime.request.ApiRequest.Pair;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an agent is told about a status, and which headers it is shown. */
class StatusAdviceTest {
  private static ApiResponse response(int status, Pair... headers) {
    return new ApiResponse(
        status, List.of(headers), Optional.empty(), new ApiResponse.Bytes(new byte[0]));
  }

  /** The statuses of one line mean the same to an agent. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          304                 | Nothing has changed since the version specified in the request.
          402                 | The account's plan or balance does not cover this call.
          405, 501            | The API does not offer this operation here.
          406, 415            | The API does not support the media type of the request or response.
          408, 504            | The API took too long. Request less, or try again later.
          410                 | The resource has been permanently removed.
          412, 428            | The resource has changed in the meantime. Read it again and use its new ETag.
          413                 | The request is too large. Send less, or send it in parts.
          423                 | The resource is locked.
          429                 | Too many calls. Wait a minute before the next one.
          503                 | The API is not available. Try again later, not immediately.
          407, 411, 414, 416, 418, 421, 424, 426, 431, 451, 499 | The API refused the request: the response body may say why.
          500, 502, 505, 507, 511, 520, 599 | The API failed.
          """)
  void adviceByStatus(String statuses, String advice) {
    for (String status : statuses.split(", ", -1)) {
      assertThat(StatusAdvice.of(response(Integer.parseInt(status)))).as(status).isEqualTo(advice);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {100, 199, 300, 301, 302, 303, 307, 308, 399})
  void redirectsTellWhereTo(int status) {
    assertThat(StatusAdvice.of(response(status)))
        .startsWith("The API redirects. The redirect was not followed");
    assertThat(StatusAdvice.of(response(status, new Pair("location", "/y"))))
        .startsWith("The API redirects to /y. The redirect was not followed");
  }

  /** Only these two tell how long to wait; the others are not helped by waiting. */
  @ParameterizedTest
  @CsvSource({"429, true", "503, true", "500, false", "502, false", "403, false", "404, false"})
  void retryAfterIsRepeated(int status, boolean repeated) {
    String advice = StatusAdvice.of(response(status, new Pair("retry-after", "7")));
    assertThat(advice.contains("Wait 7 seconds before the next call.")).isEqualTo(repeated);
  }

  /** A write whose result is unknown must not be sent again without a look. */
  @ParameterizedTest
  @CsvSource({
    "200, false",
    "299, false",
    "304, false",
    "400, false",
    "404, false",
    "409, false",
    "422, false",
    "429, false",
    "499, false",
    "501, false",
    "408, true",
    "500, true",
    "502, true",
    "503, true",
    "504, true",
    "300, true",
    "307, true",
    "199, true",
    "100, true"
  })
  void anUnknownResultOfAWriteIsSaid(int status, boolean unknown) {
    assertThat(new Effect(false).after(status))
        .isEqualTo(
            unknown
                ? " It is unknown whether the operation took effect: check before retrying."
                : "");
    assertThat(new Effect(true).after(status)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          200, 201, 204, 299           | This means that the operation took effect
          304, 400, 404, 409, 499, 501 | This means that the operation did not take effect
          100, 302, 408, 500, 503      | It is unknown whether the operation took effect
          """)
  void whatAStatusAloneSaysOfAWrite(String statuses, String words) {
    for (String status : statuses.split(", ", -1)) {
      assertThat(new Effect(false).answered(Integer.parseInt(status)))
          .startsWith(" The response had status " + status + ". ")
          .contains(words);
      assertThat(new Effect(true).answered(Integer.parseInt(status)))
          .isEqualTo(" The response had status " + status + ". Retrying is safe.");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "link",
        "location",
        "retry-after",
        "etag",
        "last-modified",
        "content-range",
        "allow",
        "deprecation",
        "sunset",
        "warning",
        "www-authenticate",
        "operation-location",
        "request-id",
        "x-request-id",
        "x-correlation-id",
        "x-amzn-request-id",
        "x-total",
        "x-total-count",
        "x-page",
        "x-page-size",
        "x-per-page",
        "x-next-page",
        "x-prev-page",
        "x-pagination-limit",
        "x-has-more",
        "x-cursor",
        "x-count",
        "ratelimit",
        "ratelimit-limit",
        "rate-limit-reset",
        "x-ratelimit-remaining",
        "x-rate-limit-limit",
        "x-oauth-scopes"
      })
  void shownHeaders(String name) {
    assertThat(ShownHeaders.of(response(200, new Pair(name, "v"))).toString())
        .isEqualTo("{\"" + name + "\":\"v\"}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "set-cookie",
        "server",
        "date",
        "content-length",
        "content-type",
        "connection",
        "via",
        "cache-control",
        "vary",
        "x-powered-by",
        "x-frame-options",
        "strict-transport-security",
        "x-counter",
        "x-has-more-x",
        "x-per-pages",
        "authorization",
        "x-api-key",
        "my-link"
      })
  void hiddenHeaders(String name) {
    assertThat(ShownHeaders.of(response(200, new Pair(name, "v"))).toString()).isEqualTo("{}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          image/jpeg       |                                        | call.jpg
          image/svg+xml    |                                        | call.svg
          image/png        |                                        | call.png
          image/x-icon     |                                        | call.bin
          audio/mpeg       |                                        | call.mp3
          audio/ogg        |                                        | call.ogg
          video/mp4        |                                        | call.bin
          application/zip  |                                        | call.zip
          application/what |                                        | call.bin
          application/pdf  | attachment; filename=a.txt             | a.txt
          application/pdf  | attachment; FileName = "a.txt"         | a.txt
          application/pdf  | attachment; filename="a"               | a.pdf
          application/pdf  | attachment; filename=""                | call.pdf
          application/pdf  | attachment; filename="a.extensiontoolong" | a.extensiontoolong.pdf
          application/pdf  | attachment; filename="a.tenletters"    | a.tenletters
          application/pdf  | attachment; filename="a;b.txt"         | a_b.txt
          application/pdf  | attachment; filename="$(rm -rf).sh"    | rm_-rf_.sh
          application/pdf  | attachment; filename="é中.txt"          | é中.txt
          application/pdf  | attachment; filename="a.txt"; filename*=UTF-8''b.txt | b.txt
          application/pdf  | attachment; filename*=UTF-8'en'a+b%20c.txt | a_b_c.txt
          application/pdf  | attachment; filename*=ISO-8859-1''b.txt | call.pdf
          """)
  void fileNames(String mediaType, String disposition, String name) {
    ApiResponse response =
        disposition == null
            ? response(200)
            : response(200, new Pair("content-disposition", disposition));
    assertThat(ResponseFileName.of(response, mediaType, "call").copy(1)).isEqualTo(name);
  }

  @ParameterizedTest
  @CsvSource({"1, call.png", "2, call-2.png", "10, call-10.png"})
  void copies(int number, String name) {
    assertThat(ResponseFileName.of(response(200), "image/png", "call").copy(number))
        .isEqualTo(name);
  }

  @ParameterizedTest
  @CsvSource({"79, 79", "80, 80", "81, 80", "500, 80"})
  void longNamesAreCut(int length, int kept) {
    ResponseFileName name = ResponseFileName.of(response(200), "image/png", "x".repeat(length));
    assertThat(name.stem()).hasSize(kept);
  }
}
