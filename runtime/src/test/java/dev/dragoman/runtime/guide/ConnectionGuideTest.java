package dev.dragoman.runtime.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dragoman.runtime.guide.facts.ConnectionFacts;
import dev.dragoman.runtime.guide.facts.StdioCommand;
import dev.dragoman.runtime.guide.facts.ToolFact;
import dev.dragoman.runtime.guide.model.ClientSection;
import dev.dragoman.runtime.guide.model.Guide;
import dev.dragoman.runtime.guide.model.Setting;
import dev.dragoman.runtime.guide.model.Text;
import dev.dragoman.runtime.guide.model.Trouble;
import dev.dragoman.runtime.guide.model.Way;
import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the guide offers follows from how the server is configured. */
class ConnectionGuideTest {

  /** Each server with the ways that it accepts, and which clients can use them. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "local with keys      | claude-desktop | ",
        "local with keys      | claude-ai      | ",
        "local with keys      | claude-code    | api-key",
        "local with keys      | codex          | api-key",
        "local with keys      | codex-app      | api-key",
        "local with keys      | cursor         | api-key",
        "local with keys      | vs-code        | api-key",
        "local with keys      | windsurf       | api-key",
        "local with keys      | gemini-cli     | api-key",
        "local with keys      | chatgpt        | ",
        "local with keys      | n8n            | api-key",
        "local with keys      | make           | ",
        "local with keys      | other          | api-key",
        "local with keys      | programs       | api-key",
        "public with keys     | make           | api-key",
        "public with keys     | chatgpt        | ",
        "OAuth                | claude-desktop | oauth",
        "OAuth                | claude-ai      | oauth",
        "OAuth                | claude-code    | oauth",
        "OAuth                | chatgpt        | oauth",
        "OAuth                | make           | oauth",
        "OAuth                | programs       | oauth",
        "OAuth and keys       | claude-ai      | oauth",
        "OAuth and keys       | claude-code    | oauth api-key",
        "OAuth and keys       | n8n            | oauth api-key",
        "OAuth, local         | claude-ai      | ",
        "OAuth, local         | claude-desktop | stdio",
        "OAuth, local         | claude-code    | oauth stdio",
        "mock                 | claude-code    | open api-key",
        "mock                 | claude-ai      | ",
        "mock over stdio      | claude-code    | stdio",
        "mock over stdio      | n8n            | ",
        "open API             | claude-ai      | open",
        "open API             | chatgpt        | open",
        "open API             | vs-code        | open",
        "stdio                | claude-desktop | stdio",
        "stdio                | codex-app      | stdio",
        "stdio                | programs       | ",
        "bundle               | claude-desktop | bundle",
        "two credentials      | claude-code    | api-key stdio",
        "two credentials      | make           | ",
        "everything           | claude-desktop | oauth bundle stdio",
        "everything           | claude-code    | oauth api-key stdio",
        "ceiling              | claude-code    | api-key"
      })
  void waysOfClients(String server, String client, String ways) {
    ClientSection section = guide(server).client(client);
    assertThat(
            section.setups().stream()
                .map(setup -> setup.way().word())
                .collect(Collectors.joining(" ")))
        .isEqualTo(ways == null ? "" : ways);
    assertThat(section.missing().isPresent()).isEqualTo(ways == null);
  }

  @Test
  void whoLacksOAuthIsToldSoInASentence() {
    assertThat(guide("local with keys").client("claude-ai").missing().orElseThrow().plain())
        .contains("OAuth, which is not configured here");
    assertThat(guide("OAuth, local").client("claude-ai").missing().orElseThrow().plain())
        .contains("can only be reached locally");
    assertThat(guide("public with keys").client("claude-desktop").missing().orElseThrow().plain())
        .contains("bundle");
  }

  @Test
  void signInIsAsConfigured() {
    assertThat(plain(guide("OAuth").signIn()))
        .contains("https://login.acme.com", "acme:read")
        .doesNotContain("API key", "Your key", "No credentials");
    assertThat(plain(guide("local with keys").signIn()))
        .contains("your Acme API key as a bearer token", "run the operations that need none")
        .doesNotContain("OAuth");
    assertThat(plain(guide("basic authentication").signIn())).contains("user:password");
    assertThat(plain(guide("open API").signIn())).contains("the API needs none");
    assertThat(plain(guide("mock").signIn())).contains("nothing is sent to the API");
    assertThat(plain(guide("stdio").signIn())).contains("ACME_API_KEY");
    assertThat(plain(guide("two credentials").signIn())).contains("X-Acme-Credential-app-key");
  }

  @Test
  void settingsAreThoseThatMeanSomething() {
    assertThat(headers("local with keys")).containsExactly("Authorization", "X-Acme-Access-Mode");
    assertThat(headers("open API")).containsExactly("X-Acme-Access-Mode");
    assertThat(headers("OAuth")).containsExactly("X-Acme-Access-Mode");
    assertThat(headers("everything"))
        .containsExactly(
            "Authorization",
            "X-Acme-Access-Mode",
            "X-Acme-Auth-Mode",
            "X-Acme-Partner-Org-Id",
            "X-Acme-Environment");
    assertThat(headers("two credentials")).hasSize(3).contains("X-Acme-Credential-user-key");
  }

  private static List<String> headers(String server) {
    return guide(server).settings().stream().map(Setting::header).toList();
  }

  @Test
  void accessInWords() {
    assertThat(plain(guide("local with keys").access()))
        .contains("X-Acme-Access-Mode: full-access");
    assertThat(plain(guide("ceiling").access())).contains("has switched changes off");
    assertThat(plain(guide("everything").access()))
        .contains("asked before a call that destroys data", "X-Acme-Auth-Mode: partner");
  }

  /** Hosts of connectors send no headers: the guide says what that means. */
  @Test
  void connectorsAreReadOnly() {
    for (String client : List.of("claude-desktop", "claude-ai", "chatgpt", "make")) {
      assertThat(plain(guide("OAuth").client(client).setups().get(0).hints()))
          .as(client)
          .contains("read-only");
    }
  }

  @Test
  void thePromptFitsTheServer() {
    assertThat(guide("local with keys").verification().prompt().text()).contains("getMe");
    assertThat(plain(guide("local with keys").verification().expected()))
        .contains("GET /me", "data of your account", "your key does not arrive");
    assertThat(plain(guide("mock").verification().expected()))
        .contains("data of the document's examples")
        .doesNotContain("your key");
    Guide named =
        ConnectionGuide.of(
            ConnectionFacts.builder("Acme")
                .url(Facts.LOCAL)
                .tools(List.of(new ToolFact("get_metrics", "Gets metrics. For models.")))
                .build());
    assertThat(plain(named.verification().expected())).contains("get_metrics");
    assertThat(named.tools().get(0).description().plain()).isEqualTo("Gets metrics.");
    Guide unknown =
        ConnectionGuide.of(
            ConnectionFacts.builder("Acme")
                .url(Facts.LOCAL)
                .tools(List.of(new ToolFact("search", "")))
                .build());
    assertThat(unknown.verification().prompt().text()).contains("Do not run them");
  }

  @Test
  void troublesAreThoseThatCanHappen() {
    assertThat(symptoms("local with keys")).contains("status 401", "app", "read-only");
    assertThat(symptoms("OAuth")).contains("insufficient_scope").doesNotContain("status 401");
    assertThat(symptoms("stdio")).contains("java").doesNotContain("web page");
    assertThat(symptoms("open API")).doesNotContain("401");
  }

  @Test
  void originsThatMayCallAreNamed() {
    ConnectionFacts facts =
        Facts.acme().url(Facts.PUBLIC).allowedOrigins(List.of("https://app.acme.com")).build();
    assertThat(plain(ConnectionGuide.of(facts).troubles().stream().map(Trouble::remedy).toList()))
        .contains("https://app.acme.com");
  }

  private static String symptoms(String server) {
    return plain(guide(server).troubles().stream().map(Trouble::symptom).toList());
  }

  @ParameterizedTest
  @CsvSource({
    "https://mcp.acme.com/mcp, true",
    "https://203.0.113.7/mcp, true",
    "https://[2001:db8::1]/mcp, true",
    "https://172.40.0.1/mcp, true",
    "http://mcp.acme.com/mcp, false",
    "https://localhost:8443/mcp, false",
    "https://acme/mcp, false",
    "https://mcp.internal/mcp, false",
    "https://10.1.2.3/mcp, false",
    "https://172.16.0.1/mcp, false",
    "https://192.168.1.2/mcp, false",
    "https://[::1]/mcp, false",
    "https://[fd00::1]/mcp, false",
    "https://10.acme.com/mcp, true",
    "https://127.0.0.1.acme.com/mcp, true",
    "https://localhost.acme.com/mcp, true",
    "https://mylocalhost.com/mcp, true",
    "https://100.128.0.1/mcp, true",
    "https://[2001:db8::]/mcp, true",
    "HTTPS://MCP.ACME.COM/mcp, true",
    "https://mcp.acme.com./mcp, true",
    "https://localhost./mcp, false",
    "https://mcp.acme.local./mcp, false",
    "https://LOCALHOST/mcp, false",
    "https://100.64.0.1/mcp, false",
    "https://0.0.0.0/mcp, false",
    "https://127.8.9.1/mcp, false",
    "https://169.254.169.254/mcp, false",
    "https://[::]/mcp, false",
    "https://[0:0:0:0:0:0:0:1]/mcp, false",
    "https://[fe80::1]/mcp, false",
    "https://[febf::1]/mcp, false"
  })
  void publicUrls(URI url, boolean isPublic) {
    assertThat(Facts.acme().url(url).build().isPublic()).isEqualTo(isPublic);
  }

  @ParameterizedTest
  @CsvSource({
    "Acme, acme",
    "Acme Labs, acme-labs",
    "GitHub's official, github-s-official",
    "3D-Print, 3d-print"
  })
  void namesInClients(String vendor, String slug) {
    assertThat(ConnectionFacts.builder(vendor).build().slug()).isEqualTo(slug);
  }

  @Test
  void namesInClientsAreChecked() {
    for (String slug : List.of("", "a b", "a;b", "-a", "a".repeat(65), "é")) {
      assertThatThrownBy(() -> Facts.acme().slug(slug).build())
          .as(slug)
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThat(ConnectionFacts.builder("Very ".repeat(30)).build().slug()).hasSizeLessThan(65);
  }

  @Test
  void textSeparatesCodeFromWords() {
    Text text = Text.of("Set `{}` to {} or `b`.", "a`b", "`c` {}");
    assertThat(text.runs())
        .containsExactly(
            new Text.Run("Set ", false),
            new Text.Run("a`b", true),
            new Text.Run(" to `c` {} or ", false),
            new Text.Run("b", true),
            new Text.Run(".", false));
  }

  @Test
  void aCommandIsOfferedAsItIs() {
    ConnectionFacts facts =
        Facts.acme().command(new StdioCommand("acme-server", List.of("--stdio"))).build();
    assertThat(ConnectionGuide.of(facts).client("claude-code").snippets().get(0).text())
        .endsWith("-- acme-server --stdio");
    assertThat(ConnectionGuide.of(facts).client("claude-code").setups())
        .extracting(setup -> setup.way())
        .containsExactly(Way.STDIO);
  }

  private static Guide guide(String server) {
    return ConnectionGuide.of(Facts.all().get(server));
  }

  private static String plain(List<Text> texts) {
    return texts.stream().map(Text::plain).collect(Collectors.joining("\n"));
  }
}
