package dev.dragoman.generator.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.dragoman.generator.problem.GenerationException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/**
 * Entries are valid by the registry's schema, revision 2025-12-11, and by its publisher's rules.
 */
class RegistryEntryTest {
  private static final String URL =
      "https://github.com/acme/lamp/releases/download/v1.2.3/lamp.mcpb";

  @TempDir Path folder;
  private Packed packed;

  @BeforeEach
  void jars() throws IOException {
    packed = new Packed(folder);
  }

  private RegistryRequest request(String name, String bundle, String image, String remote) {
    return new RegistryRequest(
        folder.resolve("server.json"),
        name,
        Optional.ofNullable(bundle),
        Optional.ofNullable(image),
        Optional.ofNullable(remote),
        false);
  }

  private JsonNode entry(String bundle, String image, String remote) throws IOException {
    packed.registry = Optional.of(request("io.github.acme/lamp-mcp", bundle, image, remote));
    JsonNode entry = packed.entry();
    assertThat(schema().validate(entry.toString(), InputFormat.JSON)).isEmpty();
    return entry;
  }

  private static Schema schema() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(
            RegistryEntryTest.class.getResourceAsStream("/registry/server.schema.json"))) {
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7).getSchema(in);
    }
  }

  @Test
  void theSchemaRefusesWhatIsNotAnEntry() throws IOException {
    assertThat(schema().validate("{\"name\":\"no slash\"}", InputFormat.JSON)).isNotEmpty();
  }

  @Test
  void aBundleIsAPackageWithItsChecksum() throws Exception {
    JsonNode entry = entry(URL, null, null);
    JsonNode one = entry.path("packages").path(0);

    assertThat(entry.path("name").asString()).isEqualTo("io.github.acme/lamp-mcp");
    assertThat(entry.path("version").asString()).isEqualTo("1.2.3");
    assertThat(one.path("registryType").asString()).isEqualTo("mcpb");
    assertThat(one.path("identifier").asString()).isEqualTo(URL);
    assertThat(one.path("transport").toString()).isEqualTo("{\"type\":\"stdio\"}");
    byte[] sum = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(packed.target()));
    assertThat(one.path("fileSha256").asString()).isEqualTo(HexFormat.of().formatHex(sum));
    assertThat(entry.has("remotes")).isFalse();
  }

  @Test
  void anImageIsAPackageWithItsVariables() throws IOException {
    JsonNode one = entry(null, "ghcr.io/acme/lamp-mcp:1.2.3", null).path("packages").path(0);

    assertThat(one.path("registryType").asString()).isEqualTo("oci");
    assertThat(one.has("version")).isFalse();
    assertThat(one.path("packageArguments").toString())
        .isEqualTo("[{\"type\":\"named\",\"name\":\"--stdio\"}]");
    JsonNode key = one.path("environmentVariables").path(0);
    assertThat(key.path("name").asString()).isEqualTo("LAMP_API_KEY");
    assertThat(key.path("isSecret").asBoolean()).isTrue();
    assertThat(key.path("isRequired").asBoolean()).isTrue();
    assertThat(one.path("environmentVariables").path(1).toString())
        .contains("LAMP_READ_ONLY", "\"boolean\"", "\"default\":\"true\"");
  }

  @Test
  void aHostedServerIsARemoteWithItsHeaders() throws IOException {
    JsonNode remote = entry(null, null, "https://mcp.lamp.example/mcp").path("remotes").path(0);

    assertThat(remote.path("type").asString()).isEqualTo("streamable-http");
    JsonNode key = remote.path("headers").path(0);
    assertThat(key.path("name").asString()).isEqualTo("Authorization");
    assertThat(key.path("value").asString()).isEqualTo("Bearer {api_key}");
    assertThat(key.path("variables").path("api_key").path("isSecret").asBoolean()).isTrue();
    JsonNode mode = remote.path("headers").path(1);
    assertThat(mode.path("name").asString()).isEqualTo("X-Lamp-Access-Mode");
    assertThat(mode.path("default").asString()).isEqualTo("read-only");
    assertThat(mode.path("choices").toString()).isEqualTo("[\"read-only\",\"full-access\"]");
  }

  @Test
  void aHostedServerWithOauthAsksForNoKey() throws IOException {
    packed.registry =
        Optional.of(
            new RegistryRequest(
                folder.resolve("server.json"),
                "com.example/lamp",
                Optional.empty(),
                Optional.empty(),
                Optional.of("https://mcp.lamp.example/mcp"),
                true));

    assertThat(packed.entry().path("remotes").path(0).path("headers").toString())
        .contains("X-Lamp-Access-Mode")
        .doesNotContain("Authorization", "isSecret");
  }

  @Test
  void everythingTogetherIsOneEntry() throws IOException {
    packed.homepage = Optional.of("https://lamp.example/mcp");
    packed.repository = Optional.of("https://github.com/acme/lamp");
    JsonNode entry = entry(URL, "ghcr.io/acme/lamp-mcp:1.2.3", "https://mcp.lamp.example/mcp");

    assertThat(entry.path("packages").size()).isEqualTo(2);
    assertThat(entry.path("remotes").size()).isEqualTo(1);
    assertThat(entry.path("repository").toString())
        .isEqualTo("{\"url\":\"https://github.com/acme/lamp\",\"source\":\"github\"}");
    assertThat(entry.path("websiteUrl").asString()).isEqualTo("https://lamp.example/mcp");
  }

  /** The registry would refuse another host as a source. */
  @Test
  void anUnknownHostIsNotARepository() throws IOException {
    packed.repository = Optional.of("https://code.acme.example/lamp");

    assertThat(entry(URL, null, null).has("repository")).isFalse();
  }

  @Test
  void longAndHostileTextFits() throws IOException {
    packed.spec =
        Packed.SPEC.replace("title: Lamp API", "title: \"\\u202E" + "lamp ".repeat(80) + "\"");
    packed.displayName = Optional.of("L".repeat(300));
    JsonNode entry = entry(URL, null, null);

    assertThat(entry.path("description").asString().length()).isLessThanOrEqualTo(100);
    assertThat(entry.path("title").asString()).hasSize(100);
    assertThat(entry.toString()).doesNotContain("\u202E");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "lamp",
        "io.github.acme/lamp/two",
        "io github/lamp",
        "io.github.acme/l",
        "-a.b/lamp-",
        "io.github.acme/",
        "https://acme.example/lamp"
      })
  void namesThatTheRegistryRefusesAreRefused(String name) {
    packed.registry = Optional.of(request(name, URL, null, null));

    assertThatThrownBy(() -> packed.prepare())
        .isInstanceOf(GenerationException.class)
        .hasMessageContaining("reverse-DNS");
  }

  @ParameterizedTest
  @ValueSource(strings = {"latest", "^1.2.3", ">=1.0.0", "1.x", "1.2.*", "1.0.0 - 2.0.0"})
  void versionsAreNotRanges(String version) {
    packed.version = version;

    assertThatThrownBy(() -> packed.prepare()).hasMessageContaining("semantic version");
  }

  @Test
  void everythingThatIsWrongIsSaidAtOnce() {
    packed.registry =
        Optional.of(
            request("lamp", "http://files.example/lamp.zip", "lamp:latest", "ftp://lamp.example"));

    assertThatThrownBy(() -> packed.prepare())
        .message()
        .contains("reverse-DNS", "URL of the bundle is not an https URL", "does not contain mcp")
        .contains("image lamp:latest", "URL of the hosted server");
  }

  @Test
  void anEntryWithoutAnyWayIsRefused() {
    packed.registry = Optional.of(request("com.example/lamp", null, null, null));

    assertThatThrownBy(() -> packed.prepare())
        .message()
        .contains("bundleUrl", "imageName", "remoteUrl");
  }

  @Test
  void imagesHaveAVersion() throws IOException {
    for (String image : List.of("ghcr.io/acme/lamp", "acme/lamp:latest", "ghcr.io/acme/Lamp:1")) {
      packed.registry = Optional.of(request("com.example/lamp", null, image, null));
      assertThatThrownBy(() -> packed.prepare()).hasMessageContaining(image);
    }
    entry(null, "localhost:5000/acme/lamp@sha256:" + "a".repeat(64), null);
  }
}
