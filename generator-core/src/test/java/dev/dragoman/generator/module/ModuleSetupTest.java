package dev.dragoman.generator.module;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dragoman.generator.testing.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModuleSetupTest {
  @TempDir Path folder;
  private Path module;

  @BeforeEach
  void write() throws IOException {
    Files.writeString(folder.resolve("lamp.yaml"), NewModule.SPEC);
    module = folder.resolve("module");
  }

  @Test
  void aModuleHasAllItNeeds() throws IOException {
    assertThat(ModuleSetup.create(request()).operations()).isEqualTo(1);
    Map<String, String> files = Trees.read(module);
    assertThat(files)
        .containsOnlyKeys(
            ".gitignore",
            "README.md",
            "deploy/compose/compose.yaml",
            "deploy/compose/realm.json",
            "deploy/kubernetes/deployment.yaml",
            "deploy/kubernetes/ingress.yaml",
            "deploy/kubernetes/kustomization.yaml",
            "deploy/kubernetes/network-policy.yaml",
            "deploy/kubernetes/scaling.yaml",
            "deploy/kubernetes/service.yaml",
            "deploy/kubernetes/settings.env",
            "deploy/systemd/desk-lamp-mcp-server.service",
            "pom.xml",
            "run",
            "src/main/openapi/desk-lamp/SOURCE.txt",
            "src/main/openapi/desk-lamp/openapi.yaml",
            "src/main/openapi/desk-lamp/openapi.yaml.lock");
    assertThat(files.get("pom.xml"))
        .contains("<artifactId>desk-lamp-mcp-server</artifactId>")
        .contains("<mainClass>com.example.desklamp.DeskLampServer</mainClass>")
        .contains("openapi/desk-lamp/openapi.yaml</inputSpec>")
        .contains("<dragoman.version>1.2.3</dragoman.version>")
        .contains("<DESK_LAMP_HOST>0.0.0.0</DESK_LAMP_HOST>")
        .doesNotContain("{{");
    assertThat(files.get("README.md"))
        .contains("\"X-Desk-Lamp-Access-Mode\": \"read-only\"")
        .contains("### Codex CLI", "[mcp_servers.desk-lamp]")
        .contains("/path/to/target/desk-lamp-mcp-server.jar")
        .doesNotContain("{{", "API_KEY");
    assertThat(files.get("src/main/openapi/desk-lamp/openapi.yaml.lock"))
        .contains("operation listLamps GET /lamps read");
  }

  /** An API with credentials: the README refers to the variable and contains no key. */
  @Test
  void theReadmeNamesTheVariableOfTheKey() throws IOException {
    Files.writeString(
        folder.resolve("lamp.yaml"),
        NewModule.SPEC
            + """
            security: [{key: []}]
            components: {securitySchemes: {key: {type: http, scheme: bearer}}}
            """);
    ModuleSetup.create(request());
    assertThat(Trees.read(module).get("README.md"))
        .contains("--header 'Authorization: Bearer ${DESK_LAMP_API_KEY}'")
        .contains("bearer_token_env_var = \"DESK_LAMP_API_KEY\"")
        .contains("${env:DESK_LAMP_API_KEY}")
        .contains("\"DESK_LAMP_API_KEY\": \"YOUR_DESK_LAMP_API_KEY\"");
  }

  /** Names of images and of objects in a cluster: RFC 1035 labels. */
  @ParameterizedTest
  @CsvSource({
    "desk-lamp-mcp-server, desk-lamp-mcp-server",
    "Desk_Lamp.Server, desk-lamp-server",
    "2lamps, mcp-2lamps",
    "lamp._-, lamp",
    "a-very-long-name-of-a-server-for-the-lamps-on-all-desks,"
        + " a-very-long-name-of-a-server-for-the-lamps-on-all"
  })
  void anImageHasAValidName(String artifactId, String name) throws IOException {
    ModuleSetup.create(request(Optional.of(artifactId)));
    assertThat(Trees.read(module).get("pom.xml"))
        .contains("<artifactId>" + artifactId + "</artifactId>")
        .contains("<image>" + name + ":${project.version}</image>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"pom.xml", "README.md", "run", "src/main/openapi/desk-lamp/openapi.yaml.lock"})
  void nothingIsOverwritten(String name) throws IOException {
    Path mine = module.resolve(name);
    Files.createDirectories(mine.getParent());
    Files.writeString(mine, "mine");
    Map<String, String> before = Trees.read(module);
    assertThatThrownBy(() -> ModuleSetup.create(request())).hasMessageContaining(mine.toString());
    assertThat(Trees.read(module)).isEqualTo(before);
  }

  @Test
  void aTitleIsNoMarkup() throws IOException {
    Files.writeString(
        folder.resolve("lamp.yaml"),
        NewModule.SPEC.replace("Desk Lamp API", "\"Desk</name><x>`$(id)` Lamp\""));
    ModuleSetup.create(request());
    assertThat(Trees.read(module).values())
        .filteredOn(text -> !text.startsWith("openapi") && !text.startsWith("source"))
        .noneMatch(text -> text.contains("</name><x>") || text.contains("$(id)"));
  }

  /** Every variable of the server in the files is one of its flags. */
  @Test
  void variablesOfTheServerExist() throws IOException {
    ModuleSetup.create(request());
    String flags = Files.readString(Path.of("../docs/reference/flags.md"));
    Matcher variable =
        Pattern.compile("DESK_LAMP_([A-Z][A-Z_]*[A-Z])")
            .matcher(String.join("\n", Trees.read(module).values()));
    Set<String> found = new TreeSet<>();
    while (variable.find()) {
      found.add(variable.group(1));
    }
    assertThat(found).contains("HOST", "ALLOWED_HOST", "STOP_DELAY", "OAUTH_ISSUER", "FEEDBACK");
    found.removeAll(Set.of("API_KEY", "ACCESS_MODE", "UPSTREAM_CREDENTIAL_FILE"));
    assertThat(found)
        .allSatisfy(
            name ->
                assertThat(flags)
                    .contains("| `--" + name.toLowerCase(Locale.ROOT).replace('_', '-')));
  }

  private ModuleRequest request() {
    return request(Optional.empty());
  }

  private ModuleRequest request(Optional<String> artifactId) {
    return NewModule.request(folder, module, artifactId);
  }
}
