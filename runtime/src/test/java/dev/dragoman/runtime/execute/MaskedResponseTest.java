package dev.dragoman.runtime.execute;

import static dev.dragoman.runtime.execute.Calls.PLAIN;
import static dev.dragoman.runtime.execute.Calls.READ;
import static dev.dragoman.runtime.execute.Calls.get;
import static dev.dragoman.runtime.execute.Calls.permit;
import static dev.dragoman.runtime.execute.Calls.with;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.execute.http.HttpExecutor;
import dev.dragoman.runtime.execute.origin.Upstream;
import dev.dragoman.runtime.execute.shape.ResponseShaper;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.Base64;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a model sees of a response that repeats the caller's key. */
class MaskedResponseTest {
  private static final String KEY = "sk/live+0123456789abcdefXYZ==";

  private static ApiResponse call(byte[] response) {
    try (RawUpstream api = RawUpstream.scripted((request, out) -> out.write(response))) {
      HttpExecutor executor =
          new HttpExecutor(PLAIN, Upstream.named(api.url()).withDeadline(Duration.ofSeconds(5)));
      return executor.execute(permit(READ, with(KEY)), get("/x"));
    }
  }

  private static String shown(ApiResponse response) {
    return new ResponseShaper()
        .shape(response).content().stream().map(Object::toString).collect(Collectors.joining("\n"));
  }

  private static String shown(String head, byte[] body) {
    return shown(call(RawUpstream.withBody("HTTP/1.1 200 OK\n" + head, body)));
  }

  @ParameterizedTest(name = "S10 a key in JSON in {0}")
  @ValueSource(
      strings = {"UTF-8", "UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32", "UTF-32LE", "UTF-32BE"})
  void jsonInAnyCharset(String charset) {
    for (String spelling : new String[] {KEY, "sk\\/live\\u002B0123456789abcdefXYZ=="}) {
      String json = "{\"ü\":\"" + spelling + "\",\"n\":[1,2]}";
      String shown =
          shown("Content-Type: application/json", json.getBytes(Charset.forName(charset)));
      assertThat(shown).contains("\"ü\":\"***\",\"n\":[1,2]").doesNotContain("0123456789");
    }
  }

  @ParameterizedTest(name = "S10 a key in text, {0}")
  @CsvSource({
    "text/plain, UTF-8",
    "text/plain;charset=utf-16, UTF-16",
    "text/html;charset=IBM037, IBM037",
    "text/plain;charset=ISO-8859-1, ISO-8859-1",
    "application/json;charset=IBM1047, IBM1047",
    "text/csv;charset=no-such, UTF-8",
    "text/plain, UTF-16LE",
    "application/xml, UTF-16BE",
    "application/octet-stream, UTF-16LE",
    "image/png, UTF-8",
    "application/pdf, UTF-32BE"
  })
  void otherBodies(String type, String charset) {
    byte[] body = ("ab\u00e9 \"key\": \"" + KEY + "\" cd").getBytes(Charset.forName(charset));
    ApiResponse response =
        call(RawUpstream.withBody("HTTP/1.1 200 OK\nContent-Type: " + type, body));
    String all = shown(response);
    String bytes = new String(response.body().toArray(), UTF_8).replace("\0", "");
    assertThat(all + bytes).doesNotContain("0123456789abcdef");
    assertThat(bytes).contains("***");
    assertThat(all).doesNotContain(Base64.getEncoder().encodeToString(KEY.getBytes(UTF_8)));
  }

  @ParameterizedTest(name = "S10 a key in a header as {0}")
  @ValueSource(
      strings = {
        "sk/live+0123456789abcdefXYZ==",
        "https://a.example/?k=sk%2flive%2B0123456789abcdefXYZ%3d%3D&n=2",
        "Bearer c2svbGl2ZSswMTIzNDU2Nzg5YWJjZGVmWFlaPT0=",
        "QmVhcmVyIHNrL2xpdmUrMDEyMzQ1Njc4OWFiY2RlZlhZWj09"
      })
  void headers(String value) {
    String shown =
        shown(
            call(
                RawUpstream.bytes(
                    "HTTP/1.1 200 OK\nContent-Length: 2\nContent-Type: application/json\nLocation: "
                        + value
                        + "\nX-Request-Id: "
                        + value
                        + "\n\n{}")));
    assertThat(shown).contains("***").doesNotContain("0123456789", "MDEyMzQ1", "wMTIzNDU2");
  }

  @Test
  @DisplayName("S10 a key in a compressed body")
  void compressed() throws Exception {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write("{\"v\":\"sk\\/live+0123456789abcdefXYZ\\u003D=\"}".getBytes(UTF_8));
    }
    assertThat(
            shown("Content-Type: application/json\nContent-Encoding: gzip", packed.toByteArray()))
        .contains("\"v\":\"***\"");
  }

  @ParameterizedTest(name = "S10 a stream that is cut inside the key: {0}")
  @ValueSource(strings = {"sk/live+012345", "sk\\/live\\u002b0123", "c2svbGl2ZSswMTIz"})
  void cutStreams(String piece) {
    try (RawUpstream api =
        RawUpstream.scripted(
            (request, out) -> {
              out.write(
                  RawUpstream.bytes(
                      "HTTP/1.1 200 OK\nContent-Type: text/event-stream\n\ndata: " + piece));
              out.flush();
              Thread.sleep(30_000);
            })) {
      HttpExecutor executor =
          new HttpExecutor(PLAIN, Upstream.named(api.url()).withDeadline(Duration.ofSeconds(4)));
      String shown = shown(executor.execute(permit(READ, with(KEY)), get("/x")));
      assertThat(shown).contains("data: ***").doesNotContain("live", "c2sv");
    }
  }

  @Test
  void whatHoldsNoKeyIsLeftAsItIs() {
    byte[] body = new byte[70_000];
    new Random(1).nextBytes(body);
    ApiResponse response =
        call(RawUpstream.withBody("HTTP/1.1 200 OK\nContent-Type: image/png", body));
    assertThat(response.body().toArray()).isEqualTo(body);
    byte[] wide = "{\"a\":\"\u6771\"}".getBytes(Charset.forName("UTF-16"));
    ApiResponse text =
        call(RawUpstream.withBody("HTTP/1.1 200 OK\nContent-Type: application/json", wide));
    assertThat(text.body().toArray()).isEqualTo(wide);
    assertThat(text.contentType()).contains("application/json");
  }
}
