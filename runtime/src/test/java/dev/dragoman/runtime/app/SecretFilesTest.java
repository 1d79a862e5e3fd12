package dev.dragoman.runtime.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.AccessNames;
import dev.dragoman.runtime.SecurityScheme;
import dev.dragoman.runtime.ServerDefinition;
import dev.dragoman.runtime.app.flag.Flag;
import dev.dragoman.runtime.app.flag.SecretFiles;
import dev.dragoman.runtime.tool.EchoUpstream;
import dev.dragoman.runtime.tool.TrackerApi;
import dev.dragoman.runtime.tool.TrackerResources;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Credentials in files, as Kubernetes, Docker and systemd hand them over. */
class SecretFilesTest {
  private static final AccessNames NAMES = AccessNames.of("Acme");
  private static final String ME =
      McpClient.initialized(McpClient.call("execute", "{\"operation\": \"users_me\"}") + "\n");

  @TempDir Path folder;
  private final EchoUpstream api = new EchoUpstream();
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @BeforeEach
  void write() throws Exception {
    TrackerResources.write(folder);
  }

  @AfterEach
  void close() {
    api.close();
  }

  /** Every variable with a credential. */
  static Stream<String> secrets() {
    Stream<String> flags =
        Stream.of(Flag.values()).filter(Flag::isSecret).map(flag -> flag.variable(NAMES));
    Stream<String> others =
        Stream.of(
                "api-key",
                "credential-token",
                "state-key",
                "client-key-password",
                "proxy",
                "upstream-credential",
                "token-client-id",
                "token-client-secret")
            .map(NAMES::variable);
    return Stream.concat(flags, others);
  }

  @ParameterizedTest
  @MethodSource("secrets")
  void aFileIsReadForEveryCredential(String variable) throws Exception {
    Path file = Files.writeString(folder.resolve("secret"), "  the-secret=1 \r\n");

    SecretFiles read = SecretFiles.read(Map.of(variable + "_FILE", file.toString()), definition());

    assertThat(read.problems()).isEmpty();
    assertThat(read.environment()).containsEntry(variable, "the-secret=1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"key-in-file", "key-in-file\n", "\tkey-in-file \r\n"})
  void theKeyInAFileGoesToTheApi(String content) throws Exception {
    Path file = Files.writeString(folder.resolve("key"), content);

    assertThat(run(Map.of("ACME_API_KEY_FILE", file.toString(), "ACME_BASE_URL", url())))
        .as(err())
        .isZero();

    assertThat(api.requests()).containsExactly("GET /v1/user Bearer key-in-file ");
  }

  @Test
  void aBlankVariableIsNone() {
    assertThat(run(Map.of("ACME_API_KEY_FILE", " ", "ACME_BASE_URL", url()))).as(err()).isZero();
  }

  @Test
  void bothAreAContradiction() throws Exception {
    Path file = Files.writeString(folder.resolve("key"), "sk-first");

    assertThat(run(Map.of("ACME_API_KEY_FILE", file.toString(), "ACME_API_KEY", "sk-second")))
        .isEqualTo(2);

    assertThat(err())
        .contains("ACME_API_KEY and ACME_API_KEY_FILE are both set")
        .doesNotContain("sk-");
  }

  @Test
  @DisplayName("S10 a key where a path belongs, or in a broken file, is not shown")
  void allProblemsAreReportedWithoutPathsAndContents() throws Exception {
    Path empty = Files.writeString(folder.resolve("empty"), "\n");
    Path large = Files.writeString(folder.resolve("large"), "sk-large".repeat(10_000));
    Path binary = Files.write(folder.resolve("binary"), new byte[] {'s', 'k', (byte) 0xFF});

    assertThat(
            run(
                Map.of(
                    "ACME_API_KEY_FILE", "sk-live-pasted\0",
                    "ACME_STATE_KEY_FILE", folder.toString(),
                    "ACME_TOKEN_CLIENT_ID_FILE", empty.toString(),
                    "ACME_TOKEN_CLIENT_SECRET_FILE", large.toString(),
                    "ACME_OAUTH_CLIENT_SECRET_FILE", binary.toString(),
                    "ACME_UPSTREAM_CREDENTIAL_FILE", "sk-live-other")))
        .isEqualTo(2);

    assertThat(err())
        .contains("ACME_API_KEY_FILE must name a file that the server can read.")
        .contains("ACME_STATE_KEY_FILE must name a file that the server can read.")
        .contains("ACME_TOKEN_CLIENT_ID_FILE must name a file that is not empty.")
        .contains("ACME_TOKEN_CLIENT_SECRET_FILE must name a file of at most 65536 bytes.")
        .contains("ACME_OAUTH_CLIENT_SECRET_FILE must name a text file in UTF-8.")
        .contains("ACME_UPSTREAM_CREDENTIAL_FILE must name a file that the server can read.")
        .doesNotContain("sk-");
  }

  @Test
  void aSchemeMayBeCalledFile() throws Exception {
    Path file = Files.writeString(folder.resolve("key"), "in-file");
    ServerDefinition definition =
        TrackerApi.definition(TrackerResources.anchorIn(folder))
            .securityScheme(new SecurityScheme.HttpBearer("my"))
            .securityScheme(new SecurityScheme.HttpBearer("my-file"))
            .build();

    SecretFiles read =
        SecretFiles.read(
            Map.of(
                "ACME_CREDENTIAL_MY_FILE",
                "the-credential",
                "ACME_CREDENTIAL_MY_FILE_FILE",
                file.toString()),
            definition);

    assertThat(read.problems()).hasSize(1).first().asString().contains("are both set");
    assertThat(read.environment())
        .containsEntry("ACME_CREDENTIAL_MY_FILE", "the-credential")
        .doesNotContainKey("ACME_CREDENTIAL_MY");
  }

  private String url() {
    return api.url().toString();
  }

  private ServerDefinition definition() {
    return TrackerApi.definition(TrackerResources.anchorIn(folder)).build();
  }

  private int run(Map<String, String> environment) {
    return new ServerCommand(
            definition(),
            Extensions.NONE,
            environment,
            new Console(
                new ByteArrayInputStream(ME.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8)))
        .run(List.of("--stdio", "--feedback=off"));
  }

  private String err() {
    return err.toString(StandardCharsets.UTF_8);
  }
}
