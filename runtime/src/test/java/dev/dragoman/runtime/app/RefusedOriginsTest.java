package dev.dragoman.runtime.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.tool.TrackerResources;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The operator is told which pages are refused, because the pages themselves learn nothing. */
class RefusedOriginsTest {
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @TempDir Path folder;

  private static int post(URI url, String origin) throws Exception {
    HttpResponse<String> response =
        HTTP.send(
            HttpRequest.newBuilder(url)
                .header("Content-Type", "application/json")
                .header("Origin", origin)
                .POST(BodyPublishers.ofString("{}"))
                .build(),
            BodyHandlers.ofString());
    return response.statusCode();
  }

  @Test
  @DisplayName("S1 each refused origin is logged once, and only the first few are")
  void refusedOriginsAreLogged() throws Exception {
    TrackerResources.write(folder);
    String log;
    try (ServerChild server = new ServerChild(folder, List.of(), "--mock")) {
      URI url = server.url();
      assertThat(post(url, "https://inspector.example.com")).isEqualTo(403);
      assertThat(post(url, "https://inspector.example.com")).isEqualTo(403);
      assertThat(post(url, "http://localhost:6274")).isEqualTo(400);
      for (int i = 0; i < 60; i++) {
        assertThat(post(url, "https://" + "x".repeat(400) + i + ".example")).isEqualTo(403);
        assertThat(post(url, "https://" + i + ".example")).isEqualTo(403);
      }
      log = server.stop();
    }
    assertThat(log)
        .containsOnlyOnce(
            "Refused a request with Origin: https://inspector.example.com. To allow such requests,"
                + " use --allowed-origin.")
        .doesNotContain("localhost:6274.", "x".repeat(200));
    assertThat(log.lines().filter(line -> line.contains("Refused a request"))).hasSize(20);
  }
}
