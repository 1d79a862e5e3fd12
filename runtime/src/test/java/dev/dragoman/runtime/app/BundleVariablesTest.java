package dev.dragoman.runtime.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.AccessNames;
import dev.dragoman.runtime.ServerDefinition;
import dev.dragoman.runtime.app.flag.Flag;
import dev.dragoman.runtime.tool.EchoUpstream;
import dev.dragoman.runtime.tool.TrackerApi;
import dev.dragoman.runtime.tool.TrackerResources;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Variables as a desktop app sets them for a bundle (MCPB manifest 0.3, "User Configuration"). */
class BundleVariablesTest {
  private static final AccessNames NAMES = AccessNames.of("Acme");
  private static final String CREATE =
      McpClient.call(
          "execute",
          "{\"operation\": \"issues_create\", \"arguments\": {\"owner\": \"o\", \"repo\": \"r\"},"
              + " \"body\": {\"title\": \"t\"}}");
  private static final String ME = McpClient.call("execute", "{\"operation\": \"users_me\"}");

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

  /** Every variable that a server reads. */
  static Stream<String> variables() {
    Stream<String> flags =
        Arrays.stream(Flag.values()).filter(Flag::hasVariable).map(flag -> flag.variable(NAMES));
    Stream<String> callers =
        Stream.of(
            NAMES.apiKeyVariable(),
            NAMES.accessModeVariable(),
            NAMES.readOnlyVariable(),
            NAMES.authModeVariable(),
            NAMES.organizationVariable(),
            NAMES.environmentVariable(),
            NAMES.credentialVariable("token"));
    Stream<String> secrets =
        Stream.of("state-key", "upstream-credential", "token-client-id", "token-client-secret")
            .map(NAMES::variable);
    return Stream.of(flags, callers, secrets).flatMap(one -> one);
  }

  @ParameterizedTest
  @MethodSource("variables")
  void aFieldLeftBlankIsAbsent(String variable) {
    Map<String, String> blank = Map.of(variable, "${user_config.the-field_1.x}");

    assertThat(run(blank, "", "--mock", "--stdio", "--feedback=off")).as(err()).isZero();
    assertThat(err()).isEmpty();
  }

  @Test
  void allFieldsLeftBlankAtOnceAreAbsent() {
    Map<String, String> blank = new HashMap<>();
    variables().forEach(variable -> blank.put(variable, " ${user_config.field} "));

    assertThat(run(blank, CREATE, "--mock", "--stdio", "--feedback=off")).as(err()).isZero();
    assertThat(out()).contains("Refused by this server");
    assertThat(err()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "${user_config.key}x",
        "x${user_config.key}",
        "${user_config.}",
        "${user_config}",
        "$user_config.key",
        "${HOME}",
        "${user_config.a b}",
        "${user_config.a}${user_config.b}"
      })
  void aValueThatOnlyContainsSuchTextIsKept(String key) {
    Map<String, String> environment =
        Map.of("ACME_API_KEY", key, "ACME_BASE_URL", api.url().toString());

    assertThat(run(environment, ME, "--stdio", "--feedback=off")).as(err()).isZero();

    assertThat(api.requests()).containsExactly("GET /v1/user Bearer " + key + " ");
  }

  @ParameterizedTest
  @CsvSource({"true,false", "false,true", "' true ',false", "'',false"})
  void theCheckboxIsTheAccessMode(String value, boolean writes) {
    assertThat(run(Map.of("ACME_READ_ONLY", value), CREATE, "--mock", "--stdio", "--feedback=off"))
        .as(err())
        .isZero();

    assertThat(out().contains("\\\"number\\\":")).as(out()).isEqualTo(writes);
    assertThat(out().contains("Refused by this server")).as(out()).isNotEqualTo(writes);
  }

  @ParameterizedTest
  @ValueSource(strings = {"yes", "0", "False", "read-only", "${user_config.x}y"})
  void anUnclearCheckboxIsNotTakenForMore(String value) {
    assertThat(run(Map.of("ACME_READ_ONLY", value), CREATE, "--mock", "--stdio")).isEqualTo(2);

    assertThat(err()).contains("ACME_READ_ONLY must be true or false.");
  }

  @ParameterizedTest
  @CsvSource({"true,full-access", "false,read-only"})
  void theCheckboxMustAgreeWithTheAccessMode(String readOnly, String mode) {
    Map<String, String> environment = Map.of("ACME_READ_ONLY", readOnly, "ACME_ACCESS_MODE", mode);

    assertThat(run(environment, CREATE, "--mock", "--stdio")).isEqualTo(2);

    assertThat(err()).contains("ACME_READ_ONLY", "ACME_ACCESS_MODE", "contradict");
  }

  @ParameterizedTest
  @CsvSource({"true,read-only", "false,full-access"})
  void theCheckboxMayRepeatTheAccessMode(String readOnly, String mode) {
    Map<String, String> environment = Map.of("ACME_READ_ONLY", readOnly, "ACME_ACCESS_MODE", mode);

    assertThat(run(environment, CREATE, "--mock", "--stdio", "--feedback=off")).as(err()).isZero();
  }

  @Test
  void theCheckboxDoesNotExceedTheCeiling() {
    Map<String, String> environment =
        Map.of("ACME_READ_ONLY", "false", "ACME_ACCESS_CEILING", "read-only");

    assertThat(run(environment, CREATE, "--mock", "--stdio", "--feedback=off")).as(err()).isZero();
    assertThat(out()).contains("Refused by this server");
  }

  @Test
  void overHttpTheCheckboxDoesNotApply() throws Exception {
    try (RunningApp server =
        new RunningApp(
            definition(),
            Map.of("ACME_READ_ONLY", "false"),
            List.of("--http", "--port=0", "--mock", "--feedback=off"))) {
      assertThat(server.client().tool("execute", "{\"operation\": \"issues_create\"}"))
          .contains("Refused");
      assertThat(server.err()).contains("ACME_READ_ONLY is ignored: it applies to stdio");
    }
  }

  private ServerDefinition definition() {
    return TrackerApi.definition(TrackerResources.anchorIn(folder)).build();
  }

  private int run(Map<String, String> environment, String messages, String... arguments) {
    String input = messages.isEmpty() ? "" : McpClient.initialized(messages + "\n");
    return new ServerCommand(
            definition(),
            Extensions.NONE,
            environment,
            new Console(
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8)))
        .run(List.of(arguments));
  }

  private String err() {
    return err.toString(StandardCharsets.UTF_8);
  }

  private String out() {
    return out.toString(StandardCharsets.UTF_8);
  }
}
