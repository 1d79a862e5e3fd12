package dev.dragoman.runtime.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.AccessNames;
import dev.dragoman.runtime.app.flag.CommandLine;
import dev.dragoman.runtime.tool.TrackerApi;
import dev.dragoman.runtime.tool.TrackerResources;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The commands on the pages of the documentation that start a server, or ask a running one. */
class DocumentedCommandsTest {
  private static final AccessNames NAMES = AccessNames.of("Acme");

  @TempDir static Path folder;

  private static RunningApp open;
  private static RunningApp oauth;

  @BeforeAll
  static void start() throws Exception {
    TrackerResources.write(folder);
    open = running("--mock", "--metrics", "--open-api");
    oauth =
        running(
            "--mock",
            "--oauth-issuer",
            "http://127.0.0.1:9",
            "--public-url",
            "http://127.0.0.1:8080");
  }

  @AfterAll
  static void stop() {
    open.close();
    oauth.close();
  }

  private static RunningApp running(String... more) throws InterruptedException {
    List<String> flags =
        new ArrayList<>(List.of("--port", "0", "--feedback", "off", "--stop-delay", "0"));
    flags.addAll(List.of(more));
    return new RunningApp(
        TrackerApi.definition(TrackerResources.anchorIn(folder)).build(), Map.of(), flags);
  }

  /** The commands in shell blocks, on one line each. */
  private static List<String> commands() throws IOException {
    List<String> commands = new ArrayList<>();
    try (Stream<Path> files = Files.walk(Path.of("../docs"))) {
      for (Path page : files.filter(file -> file.toString().endsWith(".md")).sorted().toList()) {
        boolean inside = false;
        for (String line : Files.readString(page).replaceAll("\\\\\n\\s*", "").lines().toList()) {
          if (line.startsWith("```")) {
            inside = line.equals("```sh");
          } else if (inside) {
            commands.add(line.strip());
          }
        }
      }
    }
    return commands;
  }

  static Stream<String> starts() throws IOException {
    return commands().stream().filter(line -> line.startsWith("java -jar acme-server.jar "));
  }

  static Stream<String> requests() throws IOException {
    return commands().stream().filter(line -> line.startsWith("curl -s"));
  }

  @ParameterizedTest
  @MethodSource("starts")
  void aServerAcceptsTheFlags(String command) {
    // Flags that a page leaves out are those of the command before it.
    String flags =
        command
            .replaceFirst("java -jar \\S+ ", "")
            .replace(
                " ...", " --public-url https://mcp.example.com --oauth-issuer https://as.example");
    Map<String, String> environment =
        Map.of(
            "ACME_BASE_URL", "https://api.example.com",
            "ACME_TOKEN_CLIENT_ID", "client",
            "ACME_TOKEN_CLIENT_SECRET", "secret");
    CommandLine line = CommandLine.of(List.of(flags.split(" +", -1)), environment, NAMES);

    Settings.of(line);

    assertThat(line.problems()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("requests")
  void aServerAnswersTheRequest(String command) throws Exception {
    boolean protectedResource = command.contains("oauth") || command.contains("authenticate");
    int port = (protectedResource ? oauth : open).url().getPort();
    Process process =
        new ProcessBuilder("sh", "-c", command.replace("127.0.0.1:8080", "127.0.0.1:" + port))
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor()).as(output).isZero();
    assertThat(output).isNotBlank().doesNotContain("\"status\":404", "not found", "error");
  }

  @Test
  void thePagesHaveSuchCommands() throws IOException {
    assertThat(starts()).hasSizeGreaterThan(5);
    assertThat(requests()).hasSizeGreaterThan(5);
  }
}
