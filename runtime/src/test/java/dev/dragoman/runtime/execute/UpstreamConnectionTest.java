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
import dev.dragoman.runtime.execute.http.HttpExecutor;
import dev.dragoman.runtime.execute.origin.Upstream;
import dev.dragoman.runtime.request.ApiRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of connections: kept, noticed when they end, closed when something is wrong. */
class UpstreamConnectionTest {
  private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}";

  /** An API that keeps connections open, and knows how many there are. */
  private static final class KeepingApi implements AutoCloseable {
    private final ServerSocket listener;
    private final Answer answer;
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicInteger ended = new AtomicInteger();

    interface Answer {
      void to(int number, Socket socket) throws Exception;
    }

    KeepingApi(Answer answer) {
      this.answer = answer;
      try {
        this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
      start(this::accept);
    }

    private static void start(Runnable work) {
      Thread thread = new Thread(work, "keeping-api");
      thread.setDaemon(true);
      thread.start();
    }

    private void accept() {
      while (!listener.isClosed()) {
        try {
          Socket socket = listener.accept();
          sockets.add(socket);
          start(() -> serve(socket));
        } catch (IOException closed) {
          return;
        }
      }
    }

    private void serve(Socket socket) {
      try (socket) {
        while (headRead(socket.getInputStream())) {
          answer.to(requests.incrementAndGet(), socket);
        }
      } catch (Exception gone) {
        // The client closed the connection, which is what several tests are about.
      } finally {
        ended.incrementAndGet();
      }
    }

    private static boolean headRead(InputStream in) throws IOException {
      int matched = 0;
      while (matched < 4) {
        int next = in.read();
        if (next < 0) {
          return false;
        }
        matched = next == "\r\n\r\n".charAt(matched) ? matched + 1 : next == '\r' ? 1 : 0;
      }
      return true;
    }

    URI url() {
      return URI.create("http://127.0.0.1:" + listener.getLocalPort());
    }

    int open() {
      return sockets.size() - ended.get();
    }

    @Override
    public void close() {
      try {
        listener.close();
        for (Socket socket : sockets) {
          socket.close();
        }
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
    }
  }

  private static void write(Socket socket, String bytes) throws IOException {
    OutputStream out = socket.getOutputStream();
    out.write(bytes.getBytes(US_ASCII));
    out.flush();
  }

  private static HttpExecutor calling(KeepingApi api) {
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
    KeepingApi.Answer endless =
        (number, socket) -> {
          write(socket, "HTTP/1.1 201 OK\r\n");
          for (int count = 0; count < 650; count++) {
            write(socket, line);
          }
        };
    try (KeepingApi api = new KeepingApi(endless)) {
      HttpExecutor executor = calling(api);
      for (int count = 0; count < 200; count++) {
        assertThatThrownBy(() -> call(executor, "POST"))
            .isInstanceOf(UpstreamException.class)
            .hasMessageContaining("The head of the API's response is larger than")
            .hasMessageContaining("The response had status 201.");
      }
      Await.until("the connection is closed", () -> api.open() == 0);
      assertThat(api.requests).hasValue(200);
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
    KeepingApi.Answer endless =
        (number, socket) -> {
          write(socket, "HTTP/1.1 " + (kind.equals("interim") ? "103" : "200") + " X\r\n");
          while (true) {
            switch (kind) {
              case "many" -> write(socket, "a: b\r\n".repeat(100));
              case "one" -> write(socket, "x: " + "x".repeat(1_000));
              case "folded" -> write(socket, "x: y\r\n" + " y\r\n".repeat(500));
              default -> write(socket, "\r\nHTTP/1.1 103 Hints\r\nLink: </x>\r\n");
            }
          }
        };
    try (KeepingApi api = new KeepingApi(endless)) {
      HttpExecutor executor =
          new HttpExecutor(PLAIN, Upstream.named(api.url()).withDeadline(Duration.ofSeconds(20)));
      assertThatThrownBy(() -> call(executor, "POST"))
          .isInstanceOf(UpstreamException.class)
          .hasMessageContaining(
              kind.equals("interim") ? "The connection to the API was lost" : "The head of the");
      Await.until("the connection is closed", () -> api.open() == 0);
    }
  }

  @Test
  void connectionsAreKept() {
    try (KeepingApi api = new KeepingApi((number, socket) -> write(socket, OK))) {
      HttpExecutor executor = calling(api);
      for (String method : List.of("GET", "POST", "HEAD", "DELETE", "GET")) {
        // A response to HEAD has no content; this one would be taken for the next response.
        if (!method.equals("HEAD")) {
          assertThat(text(call(executor, method))).isEqualTo("{}");
        }
      }
      assertThat(api.sockets).hasSize(1);
    }
  }

  @Test
  @DisplayName("S18 a kept connection that the API closed is not used for a write")
  void staleConnections() throws Exception {
    try (KeepingApi api = new KeepingApi((number, socket) -> write(socket, OK))) {
      HttpExecutor executor = calling(api);
      for (int count = 1; count < 6; count++) {
        assertThat(call(executor, "POST").status()).isEqualTo(200);
        assertThat(call(executor, "POST").status()).isEqualTo(200);
        assertThat(api.requests).hasValue(2 * count);
        api.sockets.get(api.sockets.size() - 1).close();
      }
      assertThat(api.sockets).hasSize(5);
    }
  }

  @Test
  @DisplayName("S18 a response that nobody asked for is not taken for that of the next request")
  void unaskedResponses() throws Exception {
    KeepingApi.Answer twice =
        (number, socket) ->
            write(socket, "HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\n" + number + OK);
    try (KeepingApi api = new KeepingApi(twice)) {
      HttpExecutor executor = calling(api);
      for (int number = 1; number < 4; number++) {
        assertThat(text(call(executor, "GET"))).isEqualTo("" + number);
      }
      assertThat(api.sockets).hasSize(3);
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
          .hasMessageContaining("was lost before the response was complete")
          .hasMessageContaining("The response had status 200.");
    }
  }

  @Test
  void aServerThatAnswersBeforeItHasReadTheContent() {
    KeepingApi.Answer early =
        (number, socket) -> {
          write(socket, "HTTP/1.1 413 Too Large\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
          socket.shutdownOutput();
          Thread.sleep(2_000);
        };
    try (KeepingApi api = new KeepingApi(early)) {
      ApiRequest request =
          ApiRequest.builder("POST", "/x")
              .body(
                  "application/json",
                  dev.dragoman.runtime.Json.of("\"" + "x".repeat(50_000) + "\""))
              .build();
      assertThat(calling(api).execute(permit(READ, anonymous()), request).status()).isEqualTo(413);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"head", "body", "stream"})
  void anInterruptEndsACallAtOnce(String where) throws Exception {
    KeepingApi.Answer hang =
        (number, socket) -> {
          switch (where) {
            case "head" -> {}
            case "body" -> write(socket, "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n{");
            default -> write(socket, "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n:");
          }
          Thread.sleep(60_000);
        };
    try (KeepingApi api = new KeepingApi(hang)) {
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
      Await.until("the call is under way", () -> api.requests.get() == 1);
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
