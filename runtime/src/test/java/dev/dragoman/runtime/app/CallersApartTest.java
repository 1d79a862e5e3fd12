package dev.dragoman.runtime.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.execute.RawUpstream;
import dev.dragoman.runtime.tool.TrackerResources;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many callers at once, each with a key of its own. */
class CallersApartTest {
  private static final int CALLERS = 8;
  private static final int CALLS = 25;

  @TempDir Path folder;

  /** Says whose key came with whose question, after a while of any length. */
  private static void answer(String request, OutputStream out)
      throws IOException, InterruptedException {
    Thread.sleep(ThreadLocalRandom.current().nextLong(1, 30));
    String key = request.replaceAll("(?s).*\r\nAuthorization: Bearer key-of-(\\d+)-.*", "$1");
    String question = request.replaceAll("(?s)^GET /repos/(\\d+)/(\\d+)/.*", "$1/$2");
    byte[] body = ("{\"who\":\"" + key + " asks " + question + "\"}").getBytes(UTF_8);
    out.write(RawUpstream.withBody("HTTP/1.1 200 OK\nContent-Type: application/json", body));
  }

  @Test
  @DisplayName("S16 interleaved principals, some of whom leave: no answer is mixed up")
  void noAnswerIsMixedUp() throws Exception {
    TrackerResources.write(folder);
    ExecutorService threads = Executors.newFixedThreadPool(CALLERS + 2);
    try (RawUpstream api = RawUpstream.scripted(CallersApartTest::answer);
        ServerChild server =
            new ServerChild(
                folder, List.of(), "--base-url", api.url().toString(), "--feedback", "off")) {
      List<Future<List<String>>> all = new ArrayList<>();
      for (int caller = 0; caller < CALLERS; caller++) {
        all.add(threads.submit(calls(server, caller)));
      }
      Future<?> leaving = threads.submit(() -> leave(server));
      for (int caller = 0; caller < CALLERS; caller++) {
        List<String> answers = all.get(caller).get(120, TimeUnit.SECONDS);
        assertThat(answers).hasSize(CALLS);
        for (int call = 0; call < CALLS; call++) {
          assertThat(answers.get(call))
              .contains("\"who\":\"" + caller + " asks " + caller + "/" + call + "\"");
        }
      }
      leaving.get(60, TimeUnit.SECONDS);
      String log = server.stop();
      assertThat(log.lines().filter(line -> line.contains("operation=issues_list")).count())
          .as("one audit line a call")
          .isGreaterThanOrEqualTo((long) CALLERS * CALLS);
    } finally {
      threads.shutdownNow();
    }
  }

  private static String question(int caller, int call) {
    return McpClient.call(
        "execute",
        "{\"operation\": \"issues_list\", \"arguments\": {\"owner\": \""
            + caller
            + "\", \"repo\": \""
            + call
            + "\"}}");
  }

  private static Callable<List<String>> calls(ServerChild server, int caller) {
    return () -> {
      McpClient client = server.client("Authorization", "Bearer key-of-" + caller + "-secret");
      List<String> answers = new ArrayList<>();
      for (int call = 0; call < CALLS; call++) {
        answers.add(
            client
                .result(question(caller, call))
                .required("content")
                .required(0)
                .required("text")
                .stringValue());
      }
      return answers;
    };
  }

  /** Asks and does not wait for the answer. */
  private static void leave(ServerChild server) {
    for (int call = 0; call < CALLS; call++) {
      try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.url().getPort())) {
        String body = question(99, call);
        String request =
            "POST /mcp HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                + "MCP-Protocol-Version: 2025-11-25\r\nAccept: text/event-stream\r\n"
                + "Authorization: Bearer key-of-99-secret\r\nContent-Length: "
                + body.length()
                + "\r\n\r\n"
                + body;
        socket.getOutputStream().write(request.getBytes(UTF_8));
        Thread.sleep(ThreadLocalRandom.current().nextLong(15));
      } catch (IOException | InterruptedException e) {
        throw new AssertionError(e);
      }
    }
  }
}
