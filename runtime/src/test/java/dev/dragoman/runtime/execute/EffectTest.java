package dev.dragoman.runtime.execute;

import static dev.dragoman.runtime.execute.Calls.PLAIN;
import static dev.dragoman.runtime.execute.Calls.READ;
import static dev.dragoman.runtime.execute.Calls.anonymous;
import static dev.dragoman.runtime.execute.Calls.permit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dragoman.runtime.AccessLevel;
import dev.dragoman.runtime.Operation;
import dev.dragoman.runtime.execute.http.HttpExecutor;
import dev.dragoman.runtime.execute.http.ResilienceSettings;
import dev.dragoman.runtime.execute.origin.Upstream;
import dev.dragoman.runtime.execute.shape.ResponseShaper;
import dev.dragoman.runtime.metrics.Metrics;
import dev.dragoman.runtime.request.ApiRequest;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A write that may have happened is never reported as one that plainly failed. */
class EffectTest {
  private static final Operation WRITE = Operation.of("postX", "POST", "/x", AccessLevel.WRITE);
  private static final String UNKNOWN =
      "It is unknown whether the operation took effect: check before retrying.";
  private static final String HAPPENED =
      "This means that the operation took effect: do not send it again";

  private static UpstreamException failure(RawUpstream api, Operation operation, String key) {
    HttpExecutor executor =
        new HttpExecutor(
            PLAIN,
            Upstream.named(api.url()).withDeadline(Duration.ofSeconds(2)).withMaxBytes(10_000),
            new ResilienceSettings(
                4, new IdempotencyHeaders(Optional.of("X-Once")), new Metrics()));
    ApiRequest.Builder request = ApiRequest.builder(operation.method(), "/x");
    if (!key.isEmpty()) {
      request.header("X-Once", key);
    }
    return catchThrowableOfType(
        UpstreamException.class,
        () -> executor.execute(permit(operation, anonymous()), request.build()));
  }

  private static void respond(String fault, int status, OutputStream out) throws Exception {
    String head = "HTTP/1.1 " + status + " X\nContent-Type: application/json\n";
    switch (fault) {
      case "cut" -> out.write(RawUpstream.bytes(head + "Content-Length: 100\n\n{\"id\":"));
      case "chunks" ->
          out.write(RawUpstream.bytes(head + "Transfer-Encoding: chunked\n\n5\n{\"id\"\n"));
      case "gzip" ->
          out.write(RawUpstream.bytes(head + "Content-Encoding: gzip\nContent-Length: 4\n\nabcd"));
      case "coding" ->
          out.write(RawUpstream.bytes(head + "Content-Encoding: br\nContent-Length: 4\n\nabcd"));
      case "codings" ->
          out.write(
              RawUpstream.bytes(
                  head + "Content-Encoding: gzip,gzip,gzip,gzip\nContent-Length: 4\n\nabcd"));
      case "long" ->
          out.write(RawUpstream.bytes(head + "Content-Length: 20000\n\n" + "\"".repeat(20_000)));
      case "slow" -> {
        out.write(RawUpstream.bytes(head + "Content-Length: 100\n\n{"));
        out.flush();
        Thread.sleep(30_000);
      }
      case "hang" -> Thread.sleep(30_000);
      case "garbage" -> out.write(RawUpstream.bytes("what?\n\n"));
      default -> {}
    }
  }

  @ParameterizedTest(name = "S18 a write whose response is {0}, status {1}: {2}")
  @CsvSource({
    "cut, 201, happened", "chunks, 200, happened", "gzip, 201, happened", "coding, 200, happened",
    "codings, 202, happened", "long, 201, happened", "slow, 201, happened", "cut, 500, unknown",
    "gzip, 503, unknown", "long, 302, unknown", "slow, 504, unknown", "cut, 408, unknown",
    "cut, 422, refused", "gzip, 401, refused", "hang, 0, unknown", "garbage, 0, unknown",
    "none, 0, unknown"
  })
  void everyEndOfAWrite(String fault, int status, String effect) {
    try (RawUpstream api =
        RawUpstream.scripted(
            (request, out) -> {
              try {
                respond(fault, status, out);
              } catch (Exception failed) {
                throw new java.io.IOException(failed);
              }
            })) {
      UpstreamException failed = failure(api, WRITE, "");
      String expected =
          switch (effect) {
            case "happened" -> HAPPENED;
            case "refused" -> "This means that the operation did not take effect.";
            default -> UNKNOWN;
          };
      assertThat(failed).hasMessageContaining(expected);
      if (status > 0) {
        assertThat(failed).hasMessageContaining("The response had status " + status + ".");
        assertThat(failed.status()).hasValue(status);
      }
      UpstreamException read = failure(api, READ, "");
      assertThat(read).hasMessageContaining("Retrying is safe.");
      assertThat(read.getMessage()).doesNotContain("took effect");
      Operation get = Operation.of("getX", "GET", "/x", AccessLevel.DESTRUCTIVE);
      assertThat(failure(api, get, "").getMessage()).doesNotContain("Retrying is safe");
    }
  }

  @Test
  @DisplayName("S18 what was sent before is told when the second attempt does not get out")
  void theFirstOfTwoAttemptsIsNotForgotten() {
    for (int status : new int[] {0, 503}) {
      RawUpstream[] api = new RawUpstream[1];
      AtomicInteger count = new AtomicInteger();
      api[0] =
          RawUpstream.scripted(
              (request, out) -> {
                count.incrementAndGet();
                if (status > 0) {
                  out.write(RawUpstream.bytes("HTTP/1.1 503 X\nContent-Length: 0\n\n"));
                  out.flush();
                }
                api[0].close();
              });
      UpstreamException failed = failure(api[0], WRITE, "key-1");
      assertThat(count).hasValue(1);
      assertThat(failed)
          .hasMessageContaining("Nothing was sent")
          .hasMessageContaining("The request had been sent before.")
          .hasMessageContaining(UNKNOWN);
    }
  }

  @Test
  @DisplayName("S18 a write that found no connection says that nothing was sent")
  void nothingWasSent() {
    RawUpstream api = RawUpstream.answering("");
    api.close();
    assertThat(failure(api, WRITE, "").getMessage())
        .contains("Nothing was sent.")
        .doesNotContain("took effect");
  }

  @ParameterizedTest
  @CsvSource({
    "100, true",
    "200, false",
    "302, true",
    "304, false",
    "404, false",
    "408, true",
    "409, false",
    "429, false",
    "500, true",
    "501, false",
    "503, true",
    "504, true"
  })
  void adviceOnWritesSaysWhatIsUnknown(int status, boolean unknown) {
    ApiResponse answer =
        new ApiResponse(
            status, java.util.List.of(), Optional.empty(), new ApiResponse.Bytes(new byte[0]));
    String text =
        new ResponseShaper()
            .shape(answer, "x", Effect.of(WRITE))
            .json()
            .path("advice")
            .asString("");
    assertThat(text.contains(UNKNOWN)).isEqualTo(unknown);
    assertThat(new ResponseShaper().shape(answer).json().path("advice").asString(""))
        .doesNotContain("took effect");
  }
}
