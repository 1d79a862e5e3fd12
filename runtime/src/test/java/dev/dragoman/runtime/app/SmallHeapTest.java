package dev.dragoman.runtime.app;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.execute.RawUpstream;
import dev.dragoman.runtime.tool.TrackerResources;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A server with little memory, and those who send it much. */
class SmallHeapTest {
  private static final String GOOD = "good";
  private static final int AT_ONCE = 12;
  private static final Duration DEADLINE = Duration.ofSeconds(5);

  @TempDir Path folder;
  private final byte[] bomb = bomb();
  private final RawUpstream api = RawUpstream.scripted(this::answer);
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private ServerChild server;

  @BeforeEach
  void start() throws IOException {
    TrackerResources.write(folder);
    server =
        new ServerChild(
            folder,
            List.of("-Xmx128m", "-XX:+ExitOnOutOfMemoryError"),
            "--base-url",
            api.url().toString(),
            "--timeout",
            String.valueOf(DEADLINE.toSeconds()),
            "--feedback",
            "off");
  }

  @AfterEach
  void stop() {
    threads.shutdownNow();
    server.close();
    api.close();
  }

  private static byte[] bomb() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      for (int count = 0; count < 100; count++) {
        gzip.write(new byte[1_000_000]);
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return bytes.toByteArray();
  }

  private void answer(String request, OutputStream out) throws IOException, InterruptedException {
    String head = "HTTP/1.1 200 OK\nContent-Type: application/json";
    if (request.startsWith("GET /repos/big/")) {
      out.write(RawUpstream.withBody(head, json(9_000_000)));
    } else if (request.startsWith("GET /repos/bomb/")) {
      out.write(RawUpstream.withBody(head + "\nContent-Encoding: gzip", bomb));
    } else if (request.startsWith("GET /repos/deep/")) {
      out.write(RawUpstream.withBody(head, "[".repeat(1_000_000).getBytes(ISO_8859_1)));
    } else if (request.startsWith("GET /repos/endless/")) {
      out.write(RawUpstream.bytes(head + "\n\n"));
      while (true) {
        out.write(json(100_000));
      }
    } else if (request.startsWith("GET /repos/drip/")) {
      out.write(RawUpstream.bytes(head + "\n\n"));
      while (true) {
        out.write('1');
        out.flush();
        Thread.sleep(50);
      }
    } else if (request.startsWith("GET /repos/hang/")) {
      Thread.sleep(60_000);
    } else {
      out.write(RawUpstream.withBody(head, "{}".getBytes(ISO_8859_1)));
    }
  }

  private static byte[] json(int length) {
    // Long enough that nine megabytes are not too many values for a tree.
    String item = "{\"id\":123456,\"name\":\"" + "of some length, ".repeat(8) + "\"},";
    return ("[" + item.repeat(length / item.length()) + "{}]").getBytes(ISO_8859_1);
  }

  private String list(String owner) {
    try {
      return server
          .client("Authorization", "Bearer key-of-somebody")
          .tool(
              "execute",
              "{\"operation\": \"issues_list\", \"arguments\": {\"owner\": \""
                  + owner
                  + "\", \"repo\": \"r\"}}");
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(server.said(), e);
    }
  }

  private List<CompletableFuture<String>> atOnce(String owner) {
    List<CompletableFuture<String>> calls = new ArrayList<>();
    for (int call = 0; call < AT_ONCE; call++) {
      calls.add(CompletableFuture.supplyAsync(() -> list(owner), threads));
    }
    return calls;
  }

  @Test
  @DisplayName("S12 big, bomb, deep and endless answers at 128 MB: alive, the others served")
  void longAnswers() throws Exception {
    for (String owner : List.of("big", "bomb", "deep", "endless")) {
      List<CompletableFuture<String>> calls = atOnce(owner);
      for (int call = 0; call < 20; call++) {
        assertThat(list(GOOD)).as(owner).contains("\"status\":200");
      }
      for (CompletableFuture<String> call : calls) {
        assertThat(call.get(60, TimeUnit.SECONDS).length()).as(owner).isLessThan(100_000);
      }
    }
    assertThat(list("bomb")).contains("longer than 10000000 bytes");
    assertThat(list("endless")).contains("longer than 10000000 bytes");
    assertThat(list("big")).contains("\"status\":200", "items");
    assertThat(server.isAlive()).isTrue();
  }

  @Test
  @DisplayName("S13 a drip and a hang are answered at the deadline")
  void slowAnswers() throws Exception {
    assertThat(list(GOOD)).contains("\"status\":200");
    for (String owner : List.of("drip", "hang")) {
      long start = System.nanoTime();
      for (CompletableFuture<String> call : atOnce(owner)) {
        assertThat(call.get(60, TimeUnit.SECONDS))
            .contains("did not return a complete response within 5.0 seconds");
      }
      // The promise is a tenth more; a busy machine gets more than that.
      assertThat(Duration.ofNanos(System.nanoTime() - start))
          .isBetween(DEADLINE, DEADLINE.multipliedBy(2));
    }
  }

  @Test
  @DisplayName("S15 request bombs at 128 MB: refused, alive, the others served")
  void requestBombs() throws Exception {
    String message =
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"execute\","
            + "\"arguments\":%s}}";
    List<String> bombs =
        List.of(
            message.formatted("[".repeat(1_000_000)),
            message.formatted("[" + "0,".repeat(1_900_000) + "0]"),
            message.formatted("{\"a\":\"" + "x".repeat(5_000_000) + "\"}"),
            message.formatted("{\"a\":" + "9".repeat(3_000_000) + "}"),
            "[" + "{},".repeat(1_000_000) + "{}]");
    McpClient client = server.client();
    for (String bomb : bombs) {
      List<CompletableFuture<Integer>> sent = new ArrayList<>();
      for (int call = 0; call < AT_ONCE; call++) {
        sent.add(CompletableFuture.supplyAsync(() -> status(client, bomb), threads));
      }
      for (CompletableFuture<Integer> status : sent) {
        assertThat(status.get(60, TimeUnit.SECONDS)).isIn(400, 413, 503);
      }
      assertThat(list(GOOD)).contains("\"status\":200");
    }
    assertThat(server.isAlive()).isTrue();
  }

  @ParameterizedTest(name = "S14 many connections at 128 MB that hold {0}: alive, others served")
  @CsvSource({
    "half of large bodies, 400, 1, 4000000, 300000",
    "half of bodies, 2000, 1, 100000, 5",
    "a whole request, 2000, 1, 0, 0",
    "nothing after some requests, 2000, 4, 0, 0"
  })
  void heldConnections(String what, int count, int requests, int length, int sent)
      throws Exception {
    String request =
        "POST /mcp HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
            + "Authorization: Bearer key-of-a-hostile-caller\r\nContent-Length: "
            + length
            + "\r\n\r\n"
            + "x".repeat(sent);
    List<Socket> held = new ArrayList<>();
    try {
      for (int socket = 0; socket < count; socket++) {
        held.add(hold(request.repeat(requests)));
        if (socket % 20 == 0) {
          assertThat(list(GOOD)).contains("\"status\":200");
        }
      }
      for (int call = 0; call < 50; call++) {
        assertThat(list(GOOD)).contains("\"status\":200");
      }
      assertThat(server.isAlive()).isTrue();
    } finally {
      for (Socket socket : held) {
        socket.close();
      }
    }
  }

  private Socket hold(String request) throws IOException, InterruptedException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.url().getPort());
    try {
      socket.getOutputStream().write(request.getBytes(ISO_8859_1));
    } catch (IOException refused) {
      // The server need not keep it.
    }
    return socket;
  }

  private static int status(McpClient client, String message) {
    try {
      return client.post(message).statusCode();
    } catch (IOException hungUp) {
      // A body that is too long is not read to its end.
      return 413;
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
