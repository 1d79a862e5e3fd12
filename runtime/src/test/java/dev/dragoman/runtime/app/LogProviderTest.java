package dev.dragoman.runtime.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.tool.TrackerResources;
import dev.dragoman.runtime.tool.TrackerServer;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server whose program has no SLF4J provider, as a process of its own. */
class LogProviderTest {
  private static final String CALL = "{\"operation\": \"status_get\"}";

  @TempDir Path folder;

  @BeforeEach
  void write() throws IOException {
    TrackerResources.write(folder);
  }

  private static String withoutProvider() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(library -> !library.contains("slf4j-simple"))
        .collect(Collectors.joining(File.pathSeparator));
  }

  private ServerChild start(String... audit) throws IOException {
    String[] flags = Arrays.copyOf(new String[] {"--mock", "--feedback", "off"}, 3 + audit.length);
    System.arraycopy(audit, 0, flags, 3, audit.length);
    return new ServerChild(folder, withoutProvider(), List.of(), flags);
  }

  @Test
  void saysWhatIsLostAndAuditsNevertheless() throws Exception {
    try (ServerChild server = start()) {
      assertThat(server.client().tool("execute", CALL)).contains("200");
      assertThat(server.stop())
          .containsOnlyOnce("No log is written")
          .contains("org.slf4j:slf4j-simple")
          .contains("over MCP: http://127.0.0.1:")
          .contains("\"operation\":\"status_get\"");
    }
  }

  @Test
  void auditsToAFileThatIsNamed() throws Exception {
    Path file = folder.resolve("audit.jsonl");
    try (ServerChild server = start("--audit", file.toString())) {
      server.client().tool("execute", CALL);
      assertThat(server.stop()).doesNotContain("\"operation\"");
    }
    assertThat(Files.readString(file)).contains("\"operation\":\"status_get\"");
  }

  @Test
  void saysNothingOfItWithAProvider() throws Exception {
    try (ServerChild server = new ServerChild(folder, List.of(), "--mock", "--feedback", "off")) {
      server.client().tool("execute", CALL);
      assertThat(server.stop())
          .doesNotContain("No log is written")
          .contains("operation=status_get")
          .doesNotContain("\"operation\"");
    }
  }

  /**
   * Over standard input and output a client waits for the start; nothing is logged before calls.
   */
  @Test
  void overStdioTheFirstCallHasItTold() throws Exception {
    Process server =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                folder + File.pathSeparator + withoutProvider(),
                TrackerServer.class.getName(),
                "--stdio",
                "--mock",
                "--feedback",
                "off")
            .start();
    try (BufferedReader answers = server.inputReader(UTF_8);
        Writer messages = server.outputWriter(UTF_8)) {
      String call = McpClient.call("execute", CALL) + "\n";
      messages.write(McpClient.initialized(call + McpClient.call("execute", CALL) + "\n"));
      messages.flush();
      assertThat(answers.readLine()).contains("serverInfo");
      assertThat(answers.readLine()).contains("200");
      assertThat(answers.readLine()).contains("200");
    }
    String said = new String(server.getErrorStream().readAllBytes(), UTF_8);
    assertThat(said).containsOnlyOnce("No log is written");
    assertThat(said.lines().filter(line -> line.contains("\"operation\":\"status_get\"")))
        .hasSize(2);
  }
}
