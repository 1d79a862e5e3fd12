package dev.dragoman.runtime.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.guide.facts.ConnectionFacts;
import dev.dragoman.runtime.guide.model.Guide;
import dev.dragoman.runtime.guide.model.InstallLink;
import dev.dragoman.runtime.guide.model.Snippet;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.toml.TomlMapper;

/** Every snippet of every kind of server is valid in its language. */
class SnippetsTest {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final TomlMapper TOML = new TomlMapper();

  @TestFactory
  Stream<DynamicTest> snippetsAreValid() {
    return Facts.all().entrySet().stream()
        .flatMap(
            server ->
                ConnectionGuide.of(server.getValue()).snippets().stream()
                    .map(
                        snippet ->
                            DynamicTest.dynamicTest(
                                server.getKey() + ": " + snippet.id(), () -> check(snippet))));
  }

  private static void check(Snippet snippet) throws Exception {
    assertThat(snippet.text()).isNotBlank().doesNotContain("{}", "null");
    assertThat(snippet.id()).matches("[a-z0-9-]+");
    switch (snippet.language()) {
      case "json" -> assertThat(JSON.readTree(snippet.text()).isObject()).isTrue();
      case "toml" -> assertThat(TOML.readTree(snippet.text()).at("/mcp_servers/acme")).isNotEmpty();
      case "sh" -> parses(snippet.text(), "bash", "-n");
      case "python" ->
          parses(snippet.text(), "python3", "-c", "import ast, sys; ast.parse(sys.stdin.read())");
      default -> assertThat(snippet.language()).isIn("javascript", "text");
    }
  }

  private static void parses(String text, String... command) throws Exception {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
  }

  @Test
  void idsAreUniqueInAGuide() {
    Facts.all()
        .values()
        .forEach(
            facts ->
                assertThat(ConnectionGuide.of(facts).snippets().stream().map(Snippet::id))
                    .doesNotHaveDuplicates());
  }

  /** The shell passes quotes, blanks and dollars of a path and a URL on as they are. */
  @Test
  void shellWordsArriveUnchanged() throws Exception {
    assertThat(words(snippet("stdio", "claude-code-stdio-command")))
        .containsExactly(
            "mcp",
            "add",
            "--scope",
            "user",
            "acme",
            "--env",
            "ACME_API_KEY=${ACME_API_KEY}",
            "--",
            "java",
            "-jar",
            "/opt/it's here/\"acme\".jar",
            "--stdio");
    assertThat(words(snippet("hostile title", "claude-code-api-key-command")))
        .contains("https://mcp.acme.com/a'b/mcp?x=1&y=$HOME")
        .contains("Authorization: Bearer ${ACME_API_KEY}");
    assertThat(words(snippet("hostile title", "codex-api-key-command")))
        .endsWith("--bearer-token-env-var", "ACME_API_KEY");
    assertThat(words(snippet("hostile title", "gemini-cli-api-key-command")))
        .endsWith("--header", "Authorization: Bearer ${ACME_API_KEY}");
  }

  /** Runs a command with a function in place of the program that it names. */
  private static List<String> words(String command) throws Exception {
    String program = command.split(" ", 2)[0];
    Process process =
        new ProcessBuilder("bash", "-c", program + "() { printf '%s\\n' \"$@\"; }\n" + command)
            .start();
    process.getOutputStream().close();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
        .lines()
        .toList();
  }

  @Test
  void pathsSurviveInFiles() {
    assertThat(
            JSON.readTree(snippet("everything", "cursor-stdio-file"))
                .at("/mcpServers/acme/args/1")
                .asString())
        .isEqualTo("C:\\Program Files\\acme.jar");
    assertThat(
            TOML.readTree(snippet("everything", "codex-stdio-file"))
                .at("/mcp_servers/acme/args/1")
                .asString())
        .isEqualTo("C:\\Program Files\\acme.jar");
    assertThat(
            TOML.readTree(snippet("stdio", "codex-stdio-file"))
                .at("/mcp_servers/acme/args/1")
                .asString())
        .isEqualTo("/opt/it's here/\"acme\".jar");
  }

  /** A key is a reference to a variable, or a placeholder where a client cannot read variables. */
  @Test
  void commandsNeverContainTheValueOfAKey() {
    Facts.all()
        .values()
        .forEach(
            facts ->
                ConnectionGuide.of(facts).snippets().stream()
                    .filter(Snippet::isShell)
                    .map(Snippet::text)
                    .filter(text -> text.contains("Bearer") && !text.startsWith("curl"))
                    .forEach(
                        text ->
                            assertThat(text).contains("'Authorization: Bearer ${ACME_API_KEY}'")));
  }

  @Test
  void linksContainTheSameConfigurationAsFiles() {
    ConnectionFacts facts = Facts.all().get("local with keys");
    JsonNode file = JSON.readTree(snippet("local with keys", "cursor-api-key-file"));
    String cursor = link(facts, "Add to Cursor");
    assertThat(cursor)
        .startsWith("cursor://anysphere.cursor-deeplink/mcp/install?name=acme&config=");
    byte[] config =
        Base64.getDecoder()
            .decode(
                URLDecoder.decode(
                    cursor.substring(cursor.indexOf("config=") + 7), StandardCharsets.UTF_8));
    assertThat(JSON.readTree(config)).isEqualTo(file.at("/mcpServers/acme"));

    String vsCode = link(facts, "Add to VS Code");
    assertThat(vsCode).startsWith("vscode:mcp/install?%7B");
    JsonNode linked =
        JSON.readTree(
            URLDecoder.decode(vsCode.substring(vsCode.indexOf('?') + 1), StandardCharsets.UTF_8));
    JsonNode whole = JSON.readTree(snippet("local with keys", "vs-code-api-key-file"));
    assertThat(linked.at("/name").asString()).isEqualTo("acme");
    assertThat(linked.at("/url")).isEqualTo(whole.at("/servers/acme/url"));
    assertThat(linked.at("/headers")).isEqualTo(whole.at("/servers/acme/headers"));
    assertThat(linked.at("/inputs")).isEqualTo(whole.at("/inputs"));
    assertThat(whole.at("/inputs/0/password").asBoolean()).isTrue();
  }

  private static String link(ConnectionFacts facts, String label) {
    return ConnectionGuide.of(facts).clients().stream()
        .flatMap(client -> client.setups().stream())
        .flatMap(setup -> setup.links().stream())
        .filter(link -> link.label().equals(label))
        .map(InstallLink::target)
        .findFirst()
        .orElseThrow()
        .toString();
  }

  @Test
  void eachClientHasItsOwnNotation() {
    String server = "local with keys";
    Map.of(
            "claude-code-api-key-file", "\"Authorization\": \"Bearer ${ACME_API_KEY}\"",
            "codex-api-key-file", "bearer_token_env_var = \"ACME_API_KEY\"",
            "codex-app-api-key-variable", "ACME_API_KEY",
            "cursor-api-key-file", "Bearer ${env:ACME_API_KEY}",
            "vs-code-api-key-file", "Bearer ${input:acme-api-key}",
            "windsurf-api-key-file", "\"serverUrl\": \"http://127.0.0.1:8080/mcp\"",
            "gemini-cli-api-key-file", "\"httpUrl\": \"http://127.0.0.1:8080/mcp\"",
            "codex-app-api-key-launchctl", "launchctl setenv ACME_API_KEY \"$ACME_API_KEY\"")
        .forEach((id, text) -> assertThat(snippet(server, id)).as(id).contains(text));
  }

  /** A server that needs several credentials gets each in a header of its own, in every client. */
  @Test
  void severalCredentials() {
    assertThat(
            JSON.readTree(snippet("two credentials", "claude-code-api-key-file"))
                .at("/mcpServers/acme/headers"))
        .isEqualTo(
            JSON.readTree(
                """
                {"X-Acme-Credential-app-key": "${ACME_CREDENTIAL_APP_KEY}",
                 "X-Acme-Credential-user-key": "${ACME_CREDENTIAL_USER_KEY}",
                 "X-Acme-Access-Mode": "read-only"}
                """));
    assertThat(
            TOML.readTree(snippet("two credentials", "codex-api-key-file"))
                .at("/mcp_servers/acme/env_http_headers/X-Acme-Credential-app-key")
                .asString())
        .isEqualTo("ACME_CREDENTIAL_APP_KEY");
    assertThat(
            TOML.readTree(snippet("two credentials", "codex-stdio-file"))
                .at("/mcp_servers/acme/env_vars"))
        .hasSize(2);
    assertThat(snippet("two credentials", "programs-api-key-curl"))
        .contains("header = \"X-Acme-Credential-app-key: $ACME_CREDENTIAL_APP_KEY\"");
  }

  @Test
  void aServerThatOnlyReadsOffersNoAccessMode() {
    ConnectionGuide.of(Facts.all().get("ceiling"))
        .snippets()
        .forEach(snippet -> assertThat(snippet.text()).doesNotContain("Access-Mode"));
  }

  static String snippet(String server, String id) {
    Guide guide = ConnectionGuide.of(Facts.all().get(server));
    return guide.snippets().stream()
        .filter(snippet -> snippet.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new AssertionError(
                    id + " is not among " + guide.snippets().stream().map(Snippet::id).toList()))
        .text();
  }
}
