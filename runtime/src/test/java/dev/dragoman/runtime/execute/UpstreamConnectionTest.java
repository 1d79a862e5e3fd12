package dev.dragoman.runtime.execute;

import static dev.dragoman.runtime.execute.Calls.PLAIN;
import static dev.dragoman.runtime.execute.Calls.READ;
import static dev.dragoman.runtime.execute.Calls.anonymous;
import static dev.dragoman.runtime.execute.Calls.executor;
import static dev.dragoman.runtime.execute.Calls.get;
import static dev.dragoman.runtime.execute.Calls.permit;
import static dev.dragoman.runtime.execute.Calls.text;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dragoman.runtime.Await;
import dev.dragoman.runtime.Json;
import dev.dragoman.runtime.execute.http.HttpExecutor;
import dev.dragoman.runtime.execute.origin.Upstream;
import dev.dragoman.runtime.request.ApiRequest;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of connections: kept, noticed when they end, closed when something is wrong. */
class UpstreamConnectionTest {
  private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}";

  private static void write(OutputStream out, String bytes) throws IOException {
    out.write(bytes.getBytes(US_ASCII));
    out.flush();
  }

  private static HttpExecutor calling(RawUpstream api) {
    return new HttpExecutor(PLAIN, Upstream.named(api.url()));
  }

  private static ApiResponse call(HttpExecutor executor, String method) {
    ApiRequest request = ApiRequest.builder(method, "/x").build();
    return executor.execute(permit(READ, anonymous()), request);
  }

  @Test
  @DisplayName("S12 an API that sends endless headers leaves no connection behind")
  void hugeHeads() throws Exception {
    String line = "X-Filler: " + "f".repeat(8_000) + "\r\n";
    RawUpstream.Script endless =
        (request, out) -> {
          write(out, "HTTP/1.1 201 OK\r\n");
          for (int count = 0; count < 650; count++) {
            write(out, line);
          }
        };
    try (RawUpstream api = RawUpstream.keeping(endless)) {
      HttpExecutor executor = calling(api);
      for (int count = 0; count < 200; count++) {
        assertThatThrownBy(() -> call(executor, "POST"))
            .isInstanceOf(UpstreamException.class)
            .hasMessageContaining("The head of the API's response is larger than")
            .hasMessageContaining("The response had status 201.");
      }
      Await.until("the connection is closed", () -> api.open() == 0);
      assertThat(api.requests()).hasSize(200);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "many", // more headers than allowed, each short
        "one", // one line that does not end
        "interim", // endless heads before the response
        "folded" // one header over many lines
      })
  @DisplayName("S12 heads that do not end are refused, whatever they are made of")
  void otherHugeHeads(String kind) throws Exception {
    RawUpstream.Script endless =
        (request, out) -> {
          write(out, "HTTP/1.1 " + (kind.equals("interim") ? "103" : "200") + " X\r\n");
          while (true) {
            switch (kind) {
              case "many" -> write(out, "a: b\r\n".repeat(100));
              case "one" -> write(out, "x: " + "x".repeat(1_000));
              case "folded" -> write(out, "x: y\r\n" + " y\r\n".repeat(500));
              default -> write(out, "\r\nHTTP/1.1 103 Hints\r\nLink: </x>\r\n");
            }
          }
        };
    try (RawUpstream api = RawUpstream.keeping(endless)) {
      HttpExecutor executor =
          new HttpExecutor(PLAIN, Upstream.named(api.url()).withDeadline(Duration.ofSeconds(20)));
      assertThatThrownBy(() -> call(executor, "POST"))
          .isInstanceOf(UpstreamException.class)
          .hasMessageContaining(
              kind.equals("interim")
                  ? "The API's response was cut off or is not valid HTTP"
                  : "The head of the");
      Await.until("the connection is closed", () -> api.open() == 0);
    }
  }

  @Test
  void connectionsAreKept() {
    try (RawUpstream api = RawUpstream.keeping((request, out) -> write(out, OK))) {
      HttpExecutor executor = calling(api);
      for (String method : List.of("GET", "POST", "HEAD", "DELETE", "GET")) {
        // A response to HEAD has no content; this one would be taken for the next response.
        if (!method.equals("HEAD")) {
          assertThat(text(call(executor, method))).isEqualTo("{}");
        }
      }
      assertThat(api.connections()).isEqualTo(1);
    }
  }

  @Test
  @DisplayName("S18 a kept connection that the API closed is not used for a write")
  void staleConnections() throws Exception {
    try (RawUpstream api = RawUpstream.keeping((request, out) -> write(out, OK))) {
      HttpExecutor executor = calling(api);
      for (int count = 1; count < 6; count++) {
        assertThat(call(executor, "POST").status()).isEqualTo(200);
        assertThat(call(executor, "POST").status()).isEqualTo(200);
        assertThat(api.requests()).hasSize(2 * count);
        api.closeLast();
      }
      assertThat(api.connections()).isEqualTo(5);
    }
  }

  @Test
  @DisplayName("S18 a response that nobody asked for is not taken for that of the next request")
  void unaskedResponses() throws Exception {
    AtomicInteger number = new AtomicInteger();
    RawUpstream.Script twice =
        (request, out) ->
            write(
                out,
                "HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\n" + number.incrementAndGet() + OK);
    try (RawUpstream api = RawUpstream.keeping(twice)) {
      HttpExecutor executor = calling(api);
      for (int call = 1; call < 4; call++) {
        assertThat(text(call(executor, "GET"))).isEqualTo("" + call);
      }
      assertThat(api.connections()).isEqualTo(3);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 200 OK\r\nContent-Ty",
        "HTTP/1.1 200 OK\r\nX-Total: 1",
        "HTTP/1.1 200 OK\r\nX-Total: 1\r\n",
        "HTTP/1.1 200 OK\r\n"
      })
  void aHeadThatIsCutShortIsNotAResponse(String head) {
    try (RawUpstream api = RawUpstream.scripted((r, out) -> out.write(head.getBytes(US_ASCII)))) {
      assertThatThrownBy(() -> call(executor(api, ""), "POST"))
          .isInstanceOf(UpstreamException.class)
          .hasMessageMatching(
              "(?s).* was (cut off or is not valid HTTP|lost before the response).*")
          .hasMessageContaining("The response had status 200.");
    }
  }

  @Test
  void aServerThatAnswersBeforeItHasReadTheContent() {
    RawUpstream.Script early =
        (request, out) -> {
          write(out, "HTTP/1.1 413 Too Large\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
          Thread.sleep(2_000);
        };
    try (RawUpstream api = RawUpstream.keeping(early)) {
      ApiRequest request =
          ApiRequest.builder("POST", "/x")
              .body("application/json", Json.of("\"" + "x".repeat(50_000) + "\""))
              .build();
      assertThat(calling(api).execute(permit(READ, anonymous()), request).status()).isEqualTo(413);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"head", "body", "stream"})
  void anInterruptEndsACallAtOnce(String where) throws Exception {
    RawUpstream.Script hang =
        (request, out) -> {
          switch (where) {
            case "head" -> {}
            case "body" -> write(out, "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n{");
            default -> write(out, "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n:");
          }
          Thread.sleep(60_000);
        };
    try (RawUpstream api = RawUpstream.keeping(hang)) {
      HttpExecutor executor = calling(api);
      StringBuilder told = new StringBuilder();
      Thread call =
          new Thread(
              () -> {
                try {
                  executor.execute(permit(READ, anonymous()), get("/x"));
                } catch (UpstreamException cancelled) {
                  told.append(cancelled.getMessage()).append(Thread.interrupted());
                }
              });
      call.start();
      Await.until("the call is under way", () -> api.requests().size() == 1);
      Thread.sleep(100);
      long start = System.nanoTime();
      call.interrupt();
      call.join(10_000);
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
      assertThat(told).startsWith("The call was cancelled.").endsWith("true");
      Await.until("its connection is closed", () -> api.open() <= 1);
    }
  }
}
