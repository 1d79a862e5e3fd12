package dev.dragoman.generator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.generator.config.Configuration;
import dev.dragoman.generator.options.GenerationOptions;
import dev.dragoman.generator.testing.Trees;
import dev.dragoman.generator.write.OutputFolders;
import dev.dragoman.runtime.auth.AuthenticationMethod;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How to connect clients to the server of a document; docs/clients.md is written from it. */
class ClientGuidesTest {
  private static final Path PAGE = Path.of("../docs/clients.md");
  private static final URI LOCAL = URI.create("http://127.0.0.1:8080/mcp");

  @TempDir Path folder;

  /** The page is for the Polytomic example, with every way to sign in. */
  @Test
  void thePageOfTheDocumentationIsCurrent() throws IOException {
    Path operator = Path.of("../generated-example/src/main/dragoman/polytomic.yaml");
    GenerationRequest polytomic =
        new GenerationRequest(
            SpecInput.of(Path.of("../sample-specs/polytomic.yaml")),
            options("Polytomic").withOperator(Configuration.read(operator).choices()),
            OutputFolders.below(folder),
            "docs");
    ClientOptions everything =
        new ClientOptions(
            Optional.of(URI.create("https://mcp.example.com/mcp")),
            Optional.of("/path/to/polytomic-server.jar"),
            Optional.of("polytomic.mcpb"),
            Set.of(AuthenticationMethod.API_KEY),
            Optional.of(URI.create("https://login.example.com")));
    String guide = files(polytomic, everything).get("clients.md");
    String page = introduced(guide);
    if ("refresh".equals(System.getProperty("dragoman.golden"))) {
      Files.writeString(PAGE, page);
    }
    assertThat(Files.readString(PAGE)).isEqualTo(page);
  }

  private static String introduced(String guide) {
    int end = guide.indexOf('\n') + 1;
    return "<!-- Written by ClientGuidesTest; -Ddragoman.golden=refresh writes it again. -->\n\n"
        + """
        # Connecting clients

        How to connect each client, shown for the [Polytomic example](../generated-example) as if it were hosted at
        `https://mcp.example.com/mcp` with every way to sign in. For your own server, the goal writes the same with its
        URL, names and ways to sign in, and a file for each client:

        ```sh
        mvn dev.dragoman:dragoman-maven-plugin:0.1.0-SNAPSHOT:clients -Ddragoman.inputSpec=openapi.yaml -Ddragoman.url=https://mcp.example.com/mcp
        ```

        | parameter | meaning | default |
        |---|---|---|
        | `-Ddragoman.url=URL` | the URL at which clients reach the server, or `none` | `http://127.0.0.1:8080/mcp` |
        | `-Ddragoman.waysIn=WAY,...` | `anonymous`, `api-key`, `oauth`, as in `--ways-in` | `anonymous,api-key`; with `oauthIssuer`, `oauth` |
        | `-Ddragoman.oauthIssuer=URL` | the authorization server at which people sign in | no OAuth |
        | `-Ddragoman.jar=PATH` | the server's jar on the client's computer | clients do not start the server |
        | `-Ddragoman.bundleName=FILE` | the bundle that you offer for Claude Desktop | no bundle |
        | `-Ddragoman.clientsDirectory=DIR` | the folder of the files | `target/clients` |
        """
        + guide.substring(end);
  }

  @Test
  void eachClientHasItsFile() throws IOException {
    ClientGuides guides = ClientGuides.of(petShop(), local(Optional.of("/opt/pets.jar")));
    Path target = folder.resolve("clients");
    guides.write(target);
    Map<String, String> files = Trees.read(target);
    assertThat(guides.name()).isEqualTo("pet-shop");
    assertThat(files.keySet())
        .contains(
            "clients.md",
            "claude-code/api-key/.mcp.json",
            "claude-code/api-key/command.sh",
            "claude-code/stdio/.mcp.json",
            "claude-desktop/stdio/claude_desktop_config.json",
            "codex/api-key/config.toml",
            "cursor/api-key/mcp.json",
            "vs-code/api-key/mcp.json",
            "windsurf/api-key/mcp_config.json",
            "gemini-cli/api-key/settings.json",
            "programs/api-key/curl.sh",
            "programs/api-key/list_tools.py",
            "programs/api-key/list-tools.mjs")
        .noneMatch(name -> name.startsWith("chatgpt/"));
    assertThat(files.get("codex/api-key/config.toml"))
        .startsWith("[mcp_servers.pet-shop]\nurl = \"http://127.0.0.1:8080/mcp\"\n")
        .contains("bearer_token_env_var = \"PET_SHOP_API_KEY\"");
    assertThat(files.get("clients.md")).contains("# Pet Shop MCP server", "`search`", "`execute`");
  }

  /**
   * Without credentials in the document, nothing asks for a key; other files in the folder stay.
   */
  @Test
  void anApiWithoutCredentials() throws IOException {
    Path lamps = Files.writeString(folder.resolve("lamps.yaml"), LAMPS);
    Path target = Files.createDirectory(folder.resolve("clients"));
    Files.writeString(target.resolve("mine.md"), "mine");
    ClientGuides.of(request(lamps, "Lamps"), local(Optional.empty())).write(target);
    Map<String, String> files = Trees.read(target);
    assertThat(files).containsEntry("mine.md", "mine").containsKey("cursor/open/mcp.json");
    assertThat(files.values()).noneMatch(text -> text.contains("API_KEY"));
    assertThat(files.get("clients.md")).contains("listLamps", "GET /lamps");
  }

  /**
   * A server without search names its tools; an API with basic authentication says what a key is.
   */
  @Test
  void toolsAndKeysFollowTheDocument() throws IOException {
    Path lamps =
        Files.writeString(
            folder.resolve("lamps.yaml"),
            LAMPS
                + "security: [{basic: []}]\n"
                + "components: {securitySchemes: {basic: {type: http, scheme: basic}}}\n");
    Path config = Files.writeString(folder.resolve("config.yaml"), "toolMode: operations\n");
    GenerationRequest request =
        new GenerationRequest(
            SpecInput.of(lamps),
            options("Lamps").withOperator(Configuration.read(config).choices()),
            OutputFolders.below(folder.resolve("out")),
            "test");
    String guide = files(request, local(Optional.empty())).get("clients.md");
    assertThat(guide)
        .contains("user:password")
        .contains("| `listLamps` |")
        .doesNotContain("| `search` |", "calls `search`");
  }

  /** A title turns no text around, ends no line and is not markup. */
  @Test
  void aTitleIsText() throws IOException {
    Path lamps =
        Files.writeString(
            folder.resolve("lamps.yaml"),
            LAMPS.replace(
                "title: Lamps",
                "title: \"\\u202ELamps\\n# <b>`x`</b> \\u200B " + "l".repeat(500) + "\""));
    String guide = files(request(lamps, "Lamps"), local(Optional.empty())).get("clients.md");
    assertThat(guide)
        .contains("\\<b\\>\\`x\\`")
        .doesNotContain("\u202E", "\u200B", "<b>", "\n# <", "l".repeat(301));
    assertThat(guide.lines()).contains("# Lamps MCP server");
  }

  private static final String LAMPS =
      """
      openapi: 3.0.3
      info: {title: Lamps, version: "1"}
      servers: [{url: "https://lamps.example"}]
      paths:
        /lamps:
          get: {operationId: listLamps, summary: Lists lamps., responses: {"200": {description: OK}}}
      """;

  private static Map<String, String> files(GenerationRequest request, ClientOptions options) {
    return ClientGuides.of(request, options).files();
  }

  private static ClientOptions local(Optional<String> jar) {
    return new ClientOptions(
        Optional.of(LOCAL),
        jar,
        Optional.empty(),
        Set.of(AuthenticationMethod.ANONYMOUS, AuthenticationMethod.API_KEY),
        Optional.empty());
  }

  private GenerationRequest petShop() {
    return request(Path.of("../sample-specs/petshop.yaml"), "Pet Shop");
  }

  private GenerationRequest request(Path document, String name) {
    return new GenerationRequest(
        SpecInput.of(document), options(name), OutputFolders.below(folder.resolve("out")), "test");
  }

  private static GenerationOptions options(String name) {
    return new GenerationOptions(Optional.of(name), "com.example", Optional.empty());
  }
}
