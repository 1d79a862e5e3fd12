package dev.dragoman.runtime.execute;

import static dev.dragoman.runtime.execute.Calls.PLAIN;
import static dev.dragoman.runtime.execute.Calls.READ;
import static dev.dragoman.runtime.execute.Calls.anonymous;
import static dev.dragoman.runtime.execute.Calls.assertFails;
import static dev.dragoman.runtime.execute.Calls.executor;
import static dev.dragoman.runtime.execute.Calls.get;
import static dev.dragoman.runtime.execute.Calls.permit;
import static dev.dragoman.runtime.execute.Calls.text;
import static dev.dragoman.runtime.execute.RawUpstream.OK;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dragoman.runtime.execute.http.HttpExecutor;
import dev.dragoman.runtime.execute.origin.Upstream;
import dev.dragoman.runtime.execute.shape.ResponseShaper;
import dev.dragoman.runtime.request.ApiRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of the bytes that come back: decoded, bounded, and in time. */
class AnswerBodyTest {
  @Test
  void decompresses() throws IOException {
    byte[] plain = "{\"a\":1}".getBytes(UTF_8);
    for (String coding : List.of("gzip", "deflate", "raw deflate", "identity")) {
      byte[] wire = compress(plain, coding);
      String head = OK + "Content-Encoding: " + coding.replace("raw ", "");
      try (RawUpstream api =
          RawUpstream.scripted((request, out) -> out.write(RawUpstream.withBody(head, wire)))) {
        ApiResponse answer = executor(api, "").execute(permit(READ, anonymous()), get("/x"));
        assertThat(text(answer)).as(coding).isEqualTo("{\"a\":1}");
        assertThat(answer.header("content-encoding")).isEmpty();
      }
    }
  }

  @Test
  @DisplayName("S12 a gzip bomb is not unpacked")
  void aBombIsNotUnpacked() throws IOException {
    byte[] bomb = compress(compress(new byte[200_000_000], "gzip"), "gzip");
    assertThat(bomb.length).isLessThan(10_000);
    try (RawUpstream api =
        RawUpstream.scripted(
            (request, out) ->
                out.write(RawUpstream.withBody(OK + "Content-Encoding: gzip, gzip", bomb)))) {
      assertFails(executor(api, ""), "longer than 10000000 bytes");
    }
  }

  @Test
  @DisplayName("S12 an endless body is not read on")
  void bodiesAreBounded() {
    try (RawUpstream api =
        RawUpstream.scripted(
            (request, out) -> {
              out.write(RawUpstream.bytes("HTTP/1.1 200 OK\n\n"));
              byte[] chunk = new byte[8192];
              while (true) {
                out.write(chunk);
              }
            })) {
      Upstream small = Upstream.named(api.url()).withMaxBytes(100_000);
      assertFails(new HttpExecutor(PLAIN, small), "longer than 100000 bytes");
    }
  }

  @Test
  void aBodyOfExactlyTheLimitIsFine() {
    try (RawUpstream api = RawUpstream.answering(OK + "Content-Length: 5\n\n12345")) {
      Upstream five = Upstream.named(api.url()).withMaxBytes(5);
      assertThat(text(new HttpExecutor(PLAIN, five).execute(permit(READ, anonymous()), get("/x"))))
          .isEqualTo("12345");
      assertFails(new HttpExecutor(PLAIN, five.withMaxBytes(4)), "longer than 4 bytes");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          HTTP/1.1 200 OK\\nContent-Length: 100\\n\\nshort                   | before the response was complete,truncated
          HTTP/1.1 200 OK\\nTransfer-Encoding: chunked\\n\\n5\\nhello\\n      | before the response was complete
          HTTP/1.1 200 OK\\nContent-Encoding: br\\nContent-Length: 1\\n\\nx   | not requested: br
          HTTP/1.1 200 OK\\nContent-Encoding: gzip\\nContent-Length: 1\\n\\nx | cannot be decompressed
          HTTP/1.1 200 OK\\nContent-Encoding: gzip,gzip,gzip,gzip\\nContent-Length: 1\\n\\nx | more than three times
          garbage                                                             | not valid HTTP
          HTTP/1.1 200 OK\\nContent-Length: 2\\nContent-Length: 3\\n\\n{}x      | not valid HTTP. The response had status 200
          HTTP/1.1 200 OK\\nContent-Length: 2, 3\\n\\n{}x                      | not valid HTTP
          HTTP/1.1 200 OK\\nContent-Length: -2\\n\\n{}                         | not valid HTTP
          HTTP/1.1 200 OK\\nTransfer-Encoding: gzip\\n\\n{}                    | not valid HTTP
          HTTP/1.1 200 OK\\nno colon\\n\\n{}                                   | not valid HTTP
          ''                                                                  | before the response was complete
          """)
  void brokenAnswersAreNoAnswers(String answer, String messages) {
    try (RawUpstream api = RawUpstream.answering(answer.replace("\\n", "\n"))) {
      assertThatThrownBy(() -> executor(api, "").execute(permit(READ, anonymous()), get("/x")))
          .isInstanceOf(UpstreamException.class)
          .satisfies(
              failed -> assertThat(messages.split(",")).anyMatch(failed.getMessage()::contains));
    }
  }

  /** Odd, but clear: RFC 9112, sections 5.1 and 6.3; RFC 2616, section 3.6. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Length: 2\nContent-Length: 2",
        "Content-Length: 2, 2",
        "Content-Length : 2",
        "Transfer-Encoding: identity\nContent-Length: 2",
        "Transfer-Encoding: Identity",
        "X: y"
      })
  void oddHeadsAreUnderstood(String headers) {
    try (RawUpstream api = RawUpstream.answering(OK + headers + "\n\n{}")) {
      ApiResponse answer = executor(api, "").execute(permit(READ, anonymous()), get("/x"));
      assertThat(text(answer)).isEqualTo("{}");
    }
  }

  /** UTF-8 first, as servers mean it; what is not UTF-8 stays one character a byte. */
  @Test
  void headersMayBeUtf8() {
    String utf8 = new String("/ü/東".getBytes(UTF_8), ISO_8859_1);
    try (RawUpstream api =
        RawUpstream.answering(OK + "Location: " + utf8 + "\nX-Old: \u00fc\n\n{}")) {
      ApiResponse answer = executor(api, "").execute(permit(READ, anonymous()), get("/x"));
      assertThat(answer.header("location")).contains("/ü/東");
      assertThat(answer.header("x-old")).contains("ü");
    }
  }

  /** RFC 8259, section 8.1, wants UTF-8; older servers send what their platform has. */
  @ParameterizedTest
  @CsvSource({
    "; charset=ISO-8859-1, ISO-8859-1, ü",
    "; charset=windows-1252, windows-1252, €",
    "'', ISO-8859-1, ü",
    "; charset=ISO-8859-1, UTF-8, ü"
  })
  void jsonMayBeInAnotherCharset(String parameter, String actual, String letter)
      throws IOException {
    byte[] body = ("{\"a\":\"" + letter + "\"}").getBytes(Charset.forName(actual));
    String head = "HTTP/1.1 200 OK\nContent-Type: application/json" + parameter;
    try (RawUpstream api =
        RawUpstream.scripted((request, out) -> out.write(RawUpstream.withBody(head, body)))) {
      ApiResponse answer = executor(api, "").execute(permit(READ, anonymous()), get("/x"));
      assertThat(new ResponseShaper().shape(answer).json().path("body").path("a").asString())
          .isEqualTo(letter);
    }
  }

  @Test
  void headAnswersMayNameALength() {
    try (RawUpstream api = RawUpstream.answering("HTTP/1.1 200 OK\nContent-Length: 100\n\n")) {
      ApiRequest head = ApiRequest.builder("HEAD", "/x").build();
      assertThat(executor(api, "").execute(permit(READ, anonymous()), head).body().length())
          .isZero();
    }
  }

  @Test
  void aStreamIsTakenAsFarAsItCame() {
    try (RawUpstream api =
        RawUpstream.scripted(
            (request, out) -> {
              out.write(
                  RawUpstream.bytes(
                      "HTTP/1.1 200 OK\nContent-Type: text/event-stream\n\ndata: 1\n"));
              out.flush();
              Thread.sleep(60_000);
            })) {
      HttpExecutor executor =
          new HttpExecutor(PLAIN, Upstream.named(api.url()).withDeadline(Duration.ofSeconds(2)));

      ApiResponse answer = executor.execute(permit(READ, anonymous()), get("/x"));

      assertThat(answer.isCut()).isTrue();
      assertThat(text(answer)).isEqualTo("data: 1\r\n");
      assertThat(new ResponseShaper().shape(answer).json().path("notice").asString())
          .contains("The response is a stream");
    }
  }

  @Test
  @DisplayName("S13 one deadline for headers, body and redirects")
  void oneDeadlineForEverything() {
    RawUpstream.Script hang = (request, out) -> Thread.sleep(60_000);
    RawUpstream.Script hangInBody =
        (request, out) -> {
          out.write(RawUpstream.bytes(OK + "Content-Length: 10\n\n{"));
          out.flush();
          Thread.sleep(60_000);
        };
    RawUpstream.Script drip =
        (request, out) -> {
          out.write(RawUpstream.bytes("HTTP/1.1 200 OK\n\n"));
          while (true) {
            out.write('.');
            out.flush();
            Thread.sleep(20);
          }
        };
    RawUpstream.Script slowRedirects =
        (request, out) -> {
          Thread.sleep(400);
          out.write(RawUpstream.bytes("HTTP/1.1 302 X\nLocation: /x\nContent-Length: 0\n\n"));
        };
    for (RawUpstream.Script script : List.of(hang, hangInBody, drip, slowRedirects)) {
      try (RawUpstream api = RawUpstream.scripted(script)) {
        Upstream hasty = Upstream.named(api.url()).withDeadline(Duration.ofSeconds(1));
        long start = System.nanoTime();
        assertFails(
            new HttpExecutor(PLAIN, hasty),
            "did not return a complete response within 1.0 seconds");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
      }
    }
  }

  private static byte[] compress(byte[] plain, String coding) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    switch (coding) {
      case "gzip" -> {
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
          out.write(plain);
        }
      }
      case "deflate", "raw deflate" -> {
        Deflater deflater = new Deflater(9, coding.startsWith("raw"));
        try (DeflaterOutputStream out = new DeflaterOutputStream(bytes, deflater)) {
          out.write(plain);
        }
      }
      default -> bytes.writeBytes(plain);
    }
    return bytes.toByteArray();
  }
}
