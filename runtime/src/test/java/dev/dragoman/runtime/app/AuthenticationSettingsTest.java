package dev.dragoman.runtime.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.AccessNames;
import dev.dragoman.runtime.app.flag.CommandLine;
import dev.dragoman.runtime.auth.AuthenticationMethod;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the operator says of the ways in, and what is wrong with it. */
class AuthenticationSettingsTest {
  private static final AccessNames NAMES = AccessNames.of("Acme");
  private static final String OAUTH =
      "--http --oauth-issuer https://as.example --public-url https://mcp.example ";

  private static CommandLine line(String arguments, Map<String, String> environment) {
    List<String> words = new ArrayList<>(List.of(arguments.strip().split("\\s+")));
    return CommandLine.of(words, environment, NAMES);
  }

  private static AuthenticationSettings read(String arguments) {
    CommandLine line = line(arguments, Map.of());
    AuthenticationSettings ways = Settings.of(line).waysIn();
    assertThat(line.problems()).isEmpty();
    return ways;
  }

  @Test
  void oauthComesAloneUnlessOtherWaysAreNamed() {
    assertThat(read("--http").ways())
        .containsExactlyInAnyOrder(AuthenticationMethod.ANONYMOUS, AuthenticationMethod.API_KEY);
    assertThat(read(OAUTH).ways()).containsExactly(AuthenticationMethod.OAUTH);
    assertThat(read(OAUTH + "--ways-in oauth,api-key,anonymous").ways())
        .containsExactlyInAnyOrder(AuthenticationMethod.values());
  }

  @ParameterizedTest
  @CsvSource({
    "--public-url https://mcp.example,            '', https://mcp.example/mcp, same",
    "--public-url https://mcp.example/,           '', https://mcp.example/mcp, same",
    "--public-url https://mcp.example/mcp,        '', https://mcp.example/mcp, same",
    "--public-url https://mcp.example/acme,       '', https://mcp.example/acme/mcp, same",
    "--oauth-audience https://mcp.example/mcp,    '', https://mcp.example/mcp, same",
    "--public-url https://mcp.example, --oauth-audience api://1, https://mcp.example/mcp, api://1",
  })
  void theResourceIsWhatTheOperatorSays(
      String url, String audience, String resource, String expected) {
    AuthenticationSettings.OAuth oauth =
        Objects.requireNonNull(
            read("--http --oauth-issuer https://as.example " + url + " " + audience).oauth());

    assertThat(oauth.resource().resource()).hasToString(resource);
    assertThat(oauth.options().audiences())
        .containsExactly(expected.equals("same") ? resource : expected);
  }

  @Test
  void whatDiffersAmongProvidersIsRead() {
    AuthenticationSettings.OAuth oauth =
        Objects.requireNonNull(
            read(OAUTH
                    + "--oauth-audience api://1,2 --oauth-audience 3 --oauth-token-clients c1,c2"
                    + " --oauth-scope-claims scp,roles --oauth-scope-prefix api://1/"
                    + " --oauth-scopes api://1/acme.read,acme.write --oauth-token-limit 20000"
                    + " --oauth-authorization-server https://login.example/v2.0"
                    + " --oauth-organization-claim tid")
                .oauth());

    assertThat(oauth.options().audiences()).containsExactlyInAnyOrder("api://1", "2", "3");
    assertThat(oauth.options().clients()).containsExactlyInAnyOrder("c1", "c2");
    assertThat(oauth.options().issuer()).hasToString("https://as.example");
    assertThat(oauth.options().authorizationServer()).hasToString("https://login.example/v2.0");
    assertThat(oauth.options().claims().scopes()).containsExactly("scp", "roles");
    assertThat(oauth.tokenLimit()).isEqualTo(20_000);
    assertThat(oauth.resource().metadata())
        .contains("\"authorization_servers\":[\"https://login.example/v2.0\"]")
        .contains("\"scopes_supported\":[\"api://1/acme.read\",\"api://1/acme.write\"]");
  }

  @Test
  void theMetadataIsWhereClientsLookForIt() {
    AuthenticationSettings.OAuth oauth =
        Objects.requireNonNull(read(OAUTH.replace(".example ", ".example/x ")).oauth());

    assertThat(oauth.resource().metadataUrl())
        .hasToString("https://mcp.example/.well-known/oauth-protected-resource/x/mcp");
    assertThat(oauth.resource().metadataPaths())
        .containsExactlyInAnyOrder(
            "/.well-known/oauth-protected-resource",
            "/.well-known/oauth-protected-resource/mcp",
            "/.well-known/oauth-protected-resource/x/mcp");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--oauth-issuer https://as.example --oauth-audience https://m.example/mcp"
            + " | --oauth-issuer requires --http.",
        "--http --oauth-issuer https://as.example | --oauth-issuer requires --public-url, the URL",
        "--http --oauth-issuer https://as.example --oauth-audience api://1 | --oauth-issuer requires",
        "--http --oauth-issuer http://as.example --public-url https://m.example"
            + " | --oauth-issuer must be an https URL; http is accepted for loopback hosts only.",
        "--http --oauth-issuer as.example --public-url https://m.example | --oauth-issuer must be",
        "--http --public-url http://m.example | --public-url must be an https URL",
        "--http --public-url https://u:p@m.example | --public-url must not have user information",
        "--http --oauth-scopes a | --oauth-scopes requires --oauth-issuer.",
        "--http --oauth-token-limit 9000 | --oauth-token-limit requires --oauth-issuer.",
        "--http --oauth-scope-claims scp | --oauth-scope-claims requires --oauth-issuer.",
        "--http --ways-in oauth | --ways-in must include oauth if and only if --oauth-issuer is given.",
        "--http --ways-in key | --ways-in must be a list of anonymous, api-key and oauth.",
        "--oauth-client-secret abc | --oauth-client-secret can only be set by the variable"
            + " ACME_OAUTH_CLIENT_SECRET.",
        "--oauth-client-id=abc | --oauth-client-id can only be set by the variable",
      })
  void whatIsWrongIsNamed(String arguments, String message) {
    assertThat(problems(arguments, Map.of())).singleElement().asString().startsWith(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--ways-in api-key | --ways-in must include oauth if and only if",
        "--jwt-keys --ways-in oauth,api-key | --jwt-keys and --oauth-issuer are mutually exclusive",
        "--oauth-introspection https://as.example/i | --oauth-introspection and the variables",
        "--oauth-jwks http://x.example/keys | --oauth-jwks must be an https URL",
        "--oauth-scopes a\"b | --oauth-scopes must be a comma-separated list of scopes",
        "--oauth-scope-prefix a\"b | --oauth-scope-prefix must be the beginning of a scope",
        "--oauth-token-limit 100 | --oauth-token-limit must be a number from 1024 to 65536",
        "--oauth-token-limit 100000 | --oauth-token-limit must be a number from 1024 to 65536",
        "--oauth-authorization-server http://x.example | --oauth-authorization-server must be an",
        "--oauth-level-scopes read | --oauth-level-scopes must be pairs such as",
        "--oauth-level-scopes all=x | --oauth-level-scopes must be pairs such as",
      })
  void whatIsWrongWithOAuthIsNamed(String arguments, String message) {
    assertThat(problems(OAUTH + arguments, Map.of()))
        .singleElement()
        .asString()
        .startsWith(message);
  }

  @Test
  void withIntrospectionKeysAreToldByHowTheyBegin() {
    Map<String, String> client =
        Map.of("ACME_OAUTH_CLIENT_ID", "id", "ACME_OAUTH_CLIENT_SECRET", "hidden");
    String arguments =
        OAUTH + "--oauth-introspection https://as.example/i --ways-in oauth,api-key ";

    assertThat(problems(arguments, client))
        .singleElement()
        .asString()
        .contains("--api-key-prefix is required")
        .doesNotContain("hidden");
    assertThat(problems(arguments + "--api-key-prefix sk_", client)).isEmpty();
  }

  @Test
  void allProblemsComeAtOnce() {
    assertThat(
            problems(
                "--http --oauth-issuer ftp://x --public-url http://x --ways-in all --jwt-keys"
                    + " --oauth-level-scopes x",
                Map.of()))
        .hasSize(6);
  }

  @Test
  void aSandboxIsAnEnvironmentOfTheApi() {
    AuthenticationSettings ways = read("--http --sandbox-key-prefix test_");

    assertThat(ways.problem(Set.of("production")).orElseThrow())
        .contains("--sandbox-environment", "(production)");
    assertThat(ways.problem(Set.of("production", "sandbox"))).isEmpty();
  }

  private static List<String> problems(String arguments, Map<String, String> environment) {
    CommandLine line = line(arguments, environment);
    Settings.of(line);
    return line.problems();
  }
}
