package dev.dragoman.generator.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.generator.config.Configuration;
import dev.dragoman.generator.options.OperatorChoices;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * MCPB, MANIFEST.md, version 0.3; the official packer validates one in the build of the example.
 */
class ManifestTest {
  @TempDir Path folder;
  private Packed packed;

  @BeforeEach
  void jars() throws IOException {
    packed = new Packed(folder);
  }

  @Test
  void theCommandStartsTheScriptOfEachPlatform() throws IOException {
    JsonNode config = packed.manifest().path("server").path("mcp_config");

    assertThat(config.path("command").asString()).isEqualTo("/bin/sh");
    assertThat(config.path("args").toString())
        .isEqualTo("[\"${__dirname}/server/launch.sh\",\"--feedback\",\"off\"]");
    JsonNode windows = config.path("platform_overrides").path("win32");
    assertThat(windows.path("command").asString()).isEqualTo("cmd.exe");
    assertThat(windows.path("args").toString())
        .isEqualTo(
            "[\"/d\",\"/c\",\"call\",\"${__dirname}\\\\server\\\\launch.cmd\",\"--feedback\",\"off\"]");
  }

  @Test
  void theKeyIsSensitiveRequiredAndOnlyInAVariable() throws IOException {
    JsonNode manifest = packed.manifest();
    JsonNode key = manifest.path("user_config").path("api_key");

    assertThat(key.path("sensitive").asBoolean()).isTrue();
    assertThat(key.path("required").asBoolean()).isTrue();
    assertThat(key.has("default")).isFalse();
    JsonNode config = manifest.path("server").path("mcp_config");
    assertThat(config.path("env").path("LAMP_API_KEY").asString())
        .isEqualTo("${user_config.api_key}");
    assertThat(config.path("args").toString()).doesNotContain("user_config");
    assertThat(config.path("platform_overrides").toString()).doesNotContain("user_config");
  }

  @Test
  void readOnlyIsACheckboxThatIsTickedAtFirst() throws IOException {
    JsonNode manifest = packed.manifest();
    JsonNode box = manifest.path("user_config").path("read_only");

    assertThat(box.path("type").asString()).isEqualTo("boolean");
    assertThat(box.path("default").asBoolean()).isTrue();
    assertThat(manifest.path("server").path("mcp_config").path("env").path("LAMP_READ_ONLY"))
        .hasToString("\"${user_config.read_only}\"");
  }

  @Test
  void everyVariableHasAField() throws IOException {
    packed.operator = operator("{organizationParameters: [org], authModes: {key: both}}");
    packed.spec =
        Packed.SPEC.replace(
            "servers: [{url: \"https://lamp.example\"}]",
            "servers: [{url: \"https://lamp.example\", description: Production},"
                + " {url: \"https://sandbox.lamp.example\", description: Sandbox}]");
    JsonNode manifest = packed.manifest();
    JsonNode environment = manifest.path("server").path("mcp_config").path("env");

    assertThat(environment.propertyNames())
        .contains("LAMP_BASE_URL", "LAMP_ENVIRONMENT", "LAMP_AUTH_MODE", "LAMP_PARTNER_ORG_ID");
    for (String variable : environment.propertyNames()) {
      String value = environment.path(variable).asString();
      String field = value.replaceAll("^\\$\\{user_config\\.|}$", "");
      assertThat(value).isEqualTo("${user_config." + field + "}");
      assertThat(manifest.path("user_config").path(field).path("title").asString()).isNotEmpty();
    }
    assertThat(manifest.path("user_config").size()).isEqualTo(environment.size());
    for (JsonNode field : manifest.path("user_config")) {
      boolean key = field.path("title").asString().equals("API key");
      assertThat(field.path("required").asBoolean()).as("%s", field).isEqualTo(key);
    }
  }

  @Test
  void fieldsThatDoNotApplyAreLeftOut() throws IOException {
    packed.spec = Packed.SPEC.replace("security: [{key: []}]\n", "");

    assertThat(packed.manifest().path("user_config").propertyNames())
        .containsExactly("read_only", "base_url");
  }

  @Test
  void aKeyThatSomeOperationsNeedIsOptional() throws IOException {
    packed.spec =
        Packed.SPEC.replace("{operationId: listLamps,", "{operationId: listLamps, security: [],");

    JsonNode key = packed.manifest().path("user_config").path("api_key");
    assertThat(key.path("sensitive").asBoolean()).isTrue();
    assertThat(key.path("required").asBoolean()).isFalse();
  }

  @Test
  void aKeyThatMostOperationsNeedIsRequired() throws IOException {
    packed.spec =
        Packed.SPEC
            + "  /rooms:\n    get: {operationId: a, security: [], responses: {\"200\": {description: OK}}}\n";

    assertThat(packed.manifest().path("user_config").path("api_key").path("required").asBoolean())
        .isTrue();
  }

  @Test
  void credentialsThatAreNeededTogetherAreFieldsOfTheirOwn() throws IOException {
    packed.spec =
        Packed.SPEC
            .replace("security: [{key: []}]", "security: [{key: [], app-key: []}]")
            .replace(
                "{key: {type: http, scheme: bearer}}",
                "{key: {type: apiKey, in: header, name: K}, app-key: {type: apiKey, in: header, name: A}}");
    JsonNode manifest = packed.manifest();

    assertThat(manifest.path("user_config").propertyNames())
        .containsExactly("credential_app_key", "credential_key", "read_only", "base_url");
    assertThat(manifest.path("user_config").path("credential_key").path("sensitive").asBoolean())
        .isTrue();
    assertThat(manifest.path("server").path("mcp_config").path("env").propertyNames())
        .contains("LAMP_CREDENTIAL_APP_KEY", "LAMP_CREDENTIAL_KEY");
  }

  @Test
  void basicAuthenticationSaysHowToEnterBoth() throws IOException {
    packed.spec = Packed.SPEC.replace("scheme: bearer", "scheme: basic");

    assertThat(packed.manifest().path("user_config").path("api_key").path("description").asString())
        .contains("user:password");
  }

  @Test
  void toolsAreThoseOfTheServer() throws IOException {
    assertThat(tools()).containsExactly("search", "execute");

    packed.arguments = List.of("--split-execute");
    assertThat(tools()).containsExactly("search", "execute_read", "execute_write");

    packed.arguments = List.of("--feedback", "~/lamp.jsonl");
    assertThat(tools()).containsExactly("search", "execute", "submit_mcp_feedback");

    packed.arguments = List.of("--feedback=off");
    assertThat(tools()).containsExactly("search", "execute");

    packed.arguments = List.of();
    packed.operator = operator("{toolMode: operations}");
    assertThat(tools()).containsExactly("listLamps", "addLamp");
  }

  private List<String> tools() throws IOException {
    return packed
        .manifest()
        .path("tools")
        .valueStream()
        .map(t -> t.path("name").asString())
        .toList();
  }

  @Test
  void theHomeFolderIsReplacedByTheApp() throws IOException {
    packed.arguments = List.of("--feedback=~/lamp.jsonl", "--audit", "~/a/~/b", "x~/c");

    assertThat(packed.manifest().path("server").path("mcp_config").path("args").toString())
        .contains("\"--feedback=${HOME}/lamp.jsonl\",\"--audit\",\"${HOME}/a/~/b\",\"x~/c\"");
  }

  @Test
  void aMainClassOfOnesOwnMayAddTools() throws IOException {
    assertThat(packed.manifest().path("tools_generated").asBoolean()).isFalse();

    packed.mainClass = Optional.of("com.example.Own");
    assertThat(packed.manifest().path("tools_generated").asBoolean()).isTrue();
  }

  @Test
  void whatIsKnownIsSaidAndTheRestIsLeftOut() throws IOException {
    packed.privacyPolicies = List.of("https://lamp.example/privacy");
    packed.author =
        new BundleAbout.Author(
            Optional.of("Lamp Inc."), Optional.empty(), Optional.of("https://lamp.example"));
    JsonNode manifest = packed.manifest();

    assertThat(manifest.path("manifest_version").asString()).isEqualTo("0.3");
    assertThat(manifest.path("name").asString()).isEqualTo("lamp-mcp-server");
    assertThat(manifest.path("display_name").asString()).isEqualTo("Lamp API");
    assertThat(manifest.path("version").asString()).isEqualTo("1.2.3");
    assertThat(manifest.path("author").toString())
        .isEqualTo("{\"name\":\"Lamp Inc.\",\"url\":\"https://lamp.example\"}");
    assertThat(manifest.path("privacy_policies").get(0).asString())
        .isEqualTo("https://lamp.example/privacy");
    assertThat(manifest.path("compatibility").path("platforms").size()).isEqualTo(3);
    assertThat(manifest.propertyNames())
        .doesNotContain("icon", "homepage", "documentation", "support", "repository");
  }

  @Test
  void hostileTextIsVisibleAndShort() throws IOException {
    packed.spec =
        Packed.SPEC.replace(
            "title: Lamp API", "title: \"Lamp \\u200B\\n\\u202E" + "very ".repeat(100) + "API\"");
    String name = packed.manifest().path("display_name").asString();

    assertThat(name.codePointCount(0, name.length())).isLessThanOrEqualTo(60);
    assertThat(name).startsWith("Lamp").doesNotContain("\u200B", "\u202E", "\n");
  }

  private OperatorChoices operator(String yaml) throws IOException {
    return Configuration.read(Files.writeString(folder.resolve("config.yaml"), yaml)).choices();
  }
}
