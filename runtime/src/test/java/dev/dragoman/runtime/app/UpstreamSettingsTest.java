package dev.dragoman.runtime.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.AccessNames;
import dev.dragoman.runtime.Grant;
import dev.dragoman.runtime.app.flag.CommandLine;
import dev.dragoman.runtime.credential.ClientCredentials;
import dev.dragoman.runtime.credential.CredentialSource;
import dev.dragoman.runtime.credential.TokenExchange;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UpstreamSettingsTest {
  private static final AccessNames NAMES = AccessNames.of("Acme");
  private static final Map<String, String> CLIENT =
      Map.of("ACME_TOKEN_CLIENT_ID", "me", "ACME_TOKEN_CLIENT_SECRET", "secret-of-mine");

  private static CommandLine line(String flags) {
    List<String> arguments = flags.isEmpty() ? List.of() : Arrays.asList(flags.split(" "));
    return CommandLine.of(arguments, Map.of(), NAMES);
  }

  @Test
  void environmentsByName() {
    CommandLine line = line("--environment-url sandbox=https://s.example/v1,eu=https://eu.example");
    assertThat(UpstreamSettings.of(line, Map.of(), NAMES).environments())
        .containsExactly(
            Map.entry("sandbox", URI.create("https://s.example/v1")),
            Map.entry("eu", URI.create("https://eu.example")));
    assertThat(line.problems()).isEmpty();
  }

  @Test
  void theOperatorsCredentialIsLentWhenItIsThere() {
    Map<String, String> environment = Map.of("ACME_UPSTREAM_CREDENTIAL", "operator-key");
    CredentialSource source = UpstreamSettings.of(line(""), environment, NAMES).credentials();
    assertThat(source.forGrant(new Grant("a", Set.of()), Duration.ZERO))
        .hasValueSatisfying(key -> assertThat(key.reveal()).isEqualTo("operator-key"));
    assertThat(UpstreamSettings.of(line(""), Map.of(), NAMES).credentials())
        .isSameAs(CredentialSource.NONE);
  }

  @Test
  void tokensAreAskedForAsSet() {
    String endpoint = " --token-endpoint https://as.example/token";
    CommandLine exchange = line("--upstream-auth token-exchange" + endpoint);
    assertThat(UpstreamSettings.of(exchange, CLIENT, NAMES).credentials())
        .isInstanceOf(TokenExchange.class);
    CommandLine client = line("--upstream-auth client-credentials" + endpoint);
    assertThat(UpstreamSettings.of(client, CLIENT, NAMES).credentials())
        .isInstanceOf(ClientCredentials.class);
    assertThat(exchange.problems()).isEmpty();
    assertThat(client.problems()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--upstream-auth all|--upstream-auth must be static, token-exchange or client-credentials.",
        "--upstream-auth static|--upstream-auth static needs ACME_UPSTREAM_CREDENTIAL.",
        "--upstream-auth token-exchange|--token-endpoint must be an https URL.",
        "--upstream-auth client-credentials --token-endpoint http://as.example"
            + "|--token-endpoint must be an https URL.",
        "--environment-url sandbox|--environment-url must be NAME=URL, with a name of lower-case"
            + " letters and dashes.",
        "--environment-url sandbox=/v1|--environment-url sandbox: the base URL must be an absolute"
            + " http or https URL",
      })
  void faultsAreNamed(String flags, String problem) {
    CommandLine line = line(flags);
    Map<String, String> environment = new HashMap<>(CLIENT);
    var unused = UpstreamSettings.of(line, environment, NAMES);
    assertThat(line.problems()).singleElement().asString().startsWith(problem);
  }

  @Test
  void missingClientSettingsAreNamed() {
    CommandLine line =
        line("--upstream-auth token-exchange --token-endpoint http://127.0.0.1:9/token");
    var unused = UpstreamSettings.of(line, Map.of(), NAMES);
    assertThat(line.problems())
        .containsExactly(
            "--upstream-auth token-exchange needs ACME_TOKEN_CLIENT_ID.",
            "--upstream-auth token-exchange needs ACME_TOKEN_CLIENT_SECRET.");
  }
}
