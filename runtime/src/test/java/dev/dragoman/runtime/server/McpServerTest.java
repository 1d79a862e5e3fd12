package dev.dragoman.runtime.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dragoman.runtime.Await;
import dev.dragoman.runtime.ServerDefinition;
import dev.dragoman.runtime.app.McpClient;
import dev.dragoman.runtime.extension.AuditEvent;
import dev.dragoman.runtime.extension.Feedback;
import dev.dragoman.runtime.tool.TrackerApi;
import dev.dragoman.runtime.tool.TrackerResources;
import java.io.IOException;
import java.net.ConnectException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class McpServerTest {
  @TempDir Path folder;

  @BeforeEach
  void write() throws IOException {
    TrackerResources.write(folder);
  }

  private ServerDefinition definition() {
    return TrackerApi.definition(TrackerResources.anchorIn(folder)).build();
  }

  @Test
  void serversInOneProcessAreApartAndStop() throws Exception {
    List<AuditEvent> events = new CopyOnWriteArrayList<>();
    List<Feedback> reports = new CopyOnWriteArrayList<>();
    McpServer server =
        McpServer.builder(definition())
            .auditSink(events::add)
            .feedbackSink(
                report -> {
                  reports.add(report);
                  return "id-1";
                })
            .build();
    McpClient client;
    try (RunningServer first = server.start("--port", "0", "--mock", "--stop-delay", "0");
        RunningServer second = server.start("--port=0", "--mock", "--feedback", "off")) {
      assertThat(first.endpoint()).hasPort(first.port()).hasPath("/mcp");
      assertThat(first.port()).isNotEqualTo(second.port());
      client = new McpClient(first.endpoint());
      assertThat(client.tool("execute", "{\"operation\": \"status_get\"}")).contains("200");
      assertThat(client.tool("submit_mcp_feedback", "{\"kind\": \"bug\", \"message\": \"m\"}"))
          .contains("id-1");
      assertThat(first.metrics()).contains("operation=\"status_get\"");
      assertThat(second.metrics()).doesNotContain("operation=\"status_get\"");
    }
    assertThat(events)
        .extracting(event -> event.operation().orElse("-"))
        .containsExactly("status_get");
    assertThat(reports).extracting(Feedback::message).containsExactly("m");
    assertThatThrownBy(() -> client.get("/healthz")).isInstanceOf(ConnectException.class);
  }

  @Test
  void allThatKeepsItFromStartingIsInOneException() {
    McpServer server = McpServer.builder(definition()).build();
    assertThatThrownBy(() -> server.start("--porto", "1", "--validation", "lax"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Unknown flag --porto")
        .hasMessageContaining("--validation must be strict or off.")
        .hasMessageContaining("--base-url");
  }

  @Test
  void aPortInUseIsAnException() {
    McpServer server = McpServer.builder(definition()).build();
    try (RunningServer running = server.start("--port", "0", "--mock", "--feedback", "off")) {
      assertThatThrownBy(
              () ->
                  server.start(
                      "--port", String.valueOf(running.port()), "--mock", "--feedback", "off"))
          .isInstanceOf(java.io.UncheckedIOException.class);
    }
  }

  @Test
  void nothingKeepsRunningAfterClose() throws Exception {
    McpServer server = McpServer.builder(definition()).build();
    String file = folder.resolve("f.jsonl").toString();
    try (RunningServer running =
        server.start(
            "--port",
            "0",
            "--mock",
            "--stop-delay",
            "0",
            "--feedback",
            file,
            "--feedback-url",
            "http://127.0.0.1:9/reports")) {
      assertThat(running.port()).isPositive();
      assertThat(forwarders()).isEqualTo(1);
    }
    Await.until(() -> "the thread that forwards has ended", () -> forwarders() == 0);
  }

  private static long forwarders() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals("feedback"))
        .count();
  }

  @Test
  void severalApisAreServedUnderTheirIds() throws Exception {
    McpServer one = McpServer.builder(definition()).build();
    McpServer several = McpServer.combined("Back Office").api(definition()).build();
    try (RunningServer server =
        several.start("--port=0", "--mock", "--feedback=off", "--stop-delay=0")) {
      assertThat(
              new McpClient(server.endpoint())
                  .tool("execute", "{\"operation\": \"acme:status_get\"}"))
          .contains("\"status\":200");
      assertThat(server.metrics()).contains("operation=\"acme:status_get\"");
    }
    CombinedBuilder builder = McpServer.combined("Back Office").api("acme", one);
    assertThatThrownBy(() -> builder.api(definition()))
        .hasMessageContaining("two APIs have the id acme");
    assertThatThrownBy(() -> builder.api("Two", one))
        .hasMessageContaining("lower-case letters, digits and hyphens");
    assertThatThrownBy(() -> builder.api("all", several))
        .hasMessageContaining("serves several APIs itself");
    assertThatThrownBy(() -> McpServer.combined("Empty").build())
        .hasMessageContaining("at least one API");
    assertThatThrownBy(() -> McpServer.combined("…")).isInstanceOf(IllegalArgumentException.class);
  }
}
