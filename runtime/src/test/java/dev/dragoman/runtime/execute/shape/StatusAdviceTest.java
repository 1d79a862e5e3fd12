package dev.dragoman.runtime.execute.shape;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.execute.ApiResponse;
import dev.dragoman.runtime.execute.Effect;
import dev.dragoman.runtime.request.ApiRequest.Pair;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an agent is told about a status, and which headers it is shown. */
class StatusAdviceTest {
  /** In seconds since 1970: 1795774200. */
  private static final Instant NOW = Instant.parse("2026-11-27T10:10:00Z");

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
          402                 | A payment is required or was declined:
          405                 | The API does not offer this operation here.
          406                 | The API cannot respond in a media type that the request accepts.
          408, 504            | The API took too long. Request less, or try again later.
          410                 | The resource has been permanently removed.
          411                 | The API requires a request body of a known length.
          412                 | A condition of the request does not hold: the resource has changed
          413                 | The request is too large. Send less, or send it in parts.
          414                 | The URL is too long.
          415                 | The API does not support the media type of the request body.
          421                 | The request reached a server that is not responsible for this address.
          423                 | The resource is locked. It can be changed once its lock is released
          424                 | Not done, because another action that this one depends on failed.
          425                 | The API did not process the request, because it arrived so early
          428                 | The API requires a conditional request
          429                 | Too many calls. Wait a minute before the next one.
          431                 | The header fields of the request are too large.
          451                 | Not available for legal reasons.
          501                 | The API does not implement this operation.
          502                 | A gateway in front of the API did not get a valid response from it.
          503                 | The API is not available. Try again later, not immediately.
          507                 | The API does not have enough storage for this.
          508                 | The API found an infinite loop in what the request refers to.
          511                 | A network between this server and the API requires a sign-in
          529                 | The API is overloaded. Try again later, not immediately.
          407, 417, 418, 426, 499 | The API refused the request: the response body may say why.
          500, 505, 510, 520, 599 | The API failed.
          """)
  void adviceByStatus(String statuses, String advice) {
    for (String status : statuses.split(", ", -1)) {
      assertThat(StatusAdvice.of(response(Integer.parseInt(status)))).as(status).startsWith(advice);
    }
  }

  /** Both are about conditional requests, and the remedies differ. */
  @Test
  void aFailedConditionIsNotAMissingOne() {
    assertThat(StatusAdvice.of(response(412))).contains("repeat the change with its new ETag");
    assertThat(StatusAdvice.of(response(428))).contains("If-Match set to its ETag");
  }

  @ParameterizedTest
  @ValueSource(ints = {100, 199, 300, 301, 302, 303, 307, 308, 399})
  void redirectsTellWhereTo(int status) {
    assertThat(StatusAdvice.of(response(status)))
        .isEqualTo("The API redirects without saying where to. Check the arguments.");
    assertThat(StatusAdvice.of(response(status, new Pair("location", "/y"))))
        .startsWith("The API redirects to /y. Only reads are redirected, a few times in a row");
  }

  /** Whatever the error, the API's own word about the time to wait is repeated. */
  @ParameterizedTest
  @ValueSource(ints = {403, 404, 408, 409, 413, 423, 425, 429, 500, 502, 503, 504, 507, 529})
  void retryAfterIsRepeated(int status) {
    assertThat(StatusAdvice.of(response(status, new Pair("retry-after", "7")), NOW))
        .endsWith(" Wait 7 seconds, until 2026-11-27T10:10:07Z, before the next call.");
  }

  /** Header fields are separated by bars; the advice is compared by how it begins. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      quoteCharacter = '`',
      textBlock =
          """
          403 ! x-ratelimit-remaining: 0 | x-ratelimit-reset: 1795774260 ! Too many calls: the API's rate limit is reached, so this is not a matter of permissions. Wait 60 seconds, until 2026-11-27T10:11:00Z, before the next call.
          403 ! x-ratelimit-remaining: 57 | retry-after: 60 ! Too many calls: the API's rate limit is reached, so this is not a matter of permissions. Wait 60 seconds, until
          403 ! x-ratelimit-remaining: 0 ! Too many calls: the API's rate limit is reached, so this is not a matter of permissions. Wait a minute
          403 ! ratelimit: "default";r=0;t=30 ! Too many calls: the API's rate limit is reached, so this is not a matter of permissions. Wait 30 seconds
          403 ! x-ratelimit-remaining: 57 | x-ratelimit-reset: 1795774260 ! The credential is valid but not allowed to do this.
          403 ! x-accepted-oauth-scopes: repo, user ! The credential is valid but not allowed to do this. It needs another role or scope in the API; retrying will not help. The API accepts: repo, user.
          403 ! www-authenticate: Bearer error="insufficient_scope", scope="files.read" ! The credential is valid but not allowed to do this. It needs another role or scope in the API; retrying will not help. The API accepts: files.read.
          403 ! x-accepted-oauth-scopes: ! The credential is valid but not allowed to do this. It needs another role or scope in the API; retrying will not help.
          429 ! x-ratelimit-remaining: 0 | x-ratelimit-reset: 1 ! Too many calls. Wait 1 second, until 2026-11-27T10:10:01Z, before the next call.
          429 ! retry-after-ms: 1200 ! Too many calls. Wait 2 seconds, until 2026-11-27T10:10:02Z, before the next call.
          429 ! retry-after: 0 ! Too many calls. The time to wait is over: the next call can be made now.
          429 ! x-ratelimit-remaining: 57 | x-ratelimit-reset: 30 ! Too many calls. Wait a minute before the next one.
          503 ! x-ratelimit-remaining: 0 | x-ratelimit-reset: 30 ! Too many calls. Wait 30 seconds
          503 ! x-ratelimit-remaining: 57 | x-ratelimit-reset: 30 ! The API is not available. Try again later
          404 ! x-ratelimit-remaining: 0 | x-ratelimit-reset: 30 ! Not found
          """)
  void headersDecide(int status, String headers, String advice) {
    Pair[] pairs =
        Arrays.stream(headers.split("\\|", -1))
            .map(header -> header.split(":", 2))
            .map(parts -> new Pair(parts[0].strip(), parts[1].strip()))
            .toArray(Pair[]::new);
    assertThat(StatusAdvice.of(response(status, pairs), NOW)).startsWith(advice);
  }

  @ParameterizedTest
  @CsvSource({"403", "400"})
  void aBodyThatReportsALimit(int status) {
    byte[] body = "{\"message\":\"API rate limit exceeded\"}".getBytes(StandardCharsets.UTF_8);
    ApiResponse response =
        new ApiResponse(status, List.of(), Optional.empty(), new ApiResponse.Bytes(body));
    assertThat(StatusAdvice.of(response))
        .startsWith("Too many calls: the API's rate limit is reached")
        .endsWith("Wait a minute before the next one.");
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
