package dev.dragoman.runtime.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.Await;
import dev.dragoman.runtime.execute.RawUpstream;
import dev.dragoman.runtime.tool.TrackerResources;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SIGTERM, while calls are under way and while none is. */
class SignalTest {
  private static final int CALLS = 10;

  @TempDir Path folder;

  @Test
  @DisplayName("S19 SIGTERM: calls under way are answered, each went out once, exit in time")
  void callsUnderWayAreAnswered() throws Exception {
    TrackerResources.write(folder);
    ExecutorService threads = Executors.newFixedThreadPool(CALLS);
    try (RawUpstream api =
            RawUpstream.scripted(
                (request, out) -> {
                  Thread.sleep(2_500);
                  out.write(RawUpstream.withBody("HTTP/1.1 201 OK", "{}".getBytes(UTF_8)));
                });
        ServerChild server =
            new ServerChild(
                folder, List.of(), "--base-url", api.url().toString(), "--feedback", "off")) {
      McpClient client =
          server.client("Authorization", "Bearer key-1", "X-Acme-Access-Mode", "full-access");
      List<CompletableFuture<String>> calls = new ArrayList<>();
      for (int call = 0; call < CALLS; call++) {
        String repo = "r" + call;
        calls.add(CompletableFuture.supplyAsync(() -> create(client, repo), threads));
      }
      Await.until("all calls are under way", () -> api.requests().size() == CALLS);
      long start = System.nanoTime();
      server.stop();

      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
      assertThat(server.exitCode()).isEqualTo(143);
      for (CompletableFuture<String> call : calls) {
        assertThat(call.get(10, TimeUnit.SECONDS)).contains("\"status\":201");
      }
      assertThat(api.requests()).hasSize(CALLS);
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void anIdleServerStopsInTime() throws Exception {
    TrackerResources.write(folder);
    try (ServerChild server = new ServerChild(folder, List.of("-Xshare:auto"), "--mock")) {
      server.url();

      long start = System.nanoTime();
      server.stop();

      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
      assertThat(server.exitCode()).isEqualTo(143);
    }
  }

  private static String create(McpClient client, String repo) {
    try {
      return client.tool(
          "execute",
          "{\"operation\": \"issues_create\", \"arguments\": {\"owner\": \"o\", \"repo\": \""
              + repo
              + "\"}, \"body\": {\"title\": \"t\"}}");
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
