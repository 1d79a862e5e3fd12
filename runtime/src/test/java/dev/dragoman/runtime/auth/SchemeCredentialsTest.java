package dev.dragoman.runtime.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dragoman.runtime.AccessMode;
import dev.dragoman.runtime.AccessNames;
import dev.dragoman.runtime.AuthMode;
import dev.dragoman.runtime.Caller;
import dev.dragoman.runtime.Grant;
import dev.dragoman.runtime.Secret;
import java.net.URI;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchemeCredentialsTest {
  private static final AccessNames NAMES = AccessNames.of("Acme Works");
  private static final SchemeCredentials CREDENTIALS =
      new SchemeCredentials(NAMES, List.of("apiKey", "app_key v2"), AccessPolicy.OPEN);

  private static Caller resolve(Map<String, List<String>> headers) {
    CallerResolver keys = new HeaderCallerResolver(NAMES, AccessPolicy.OPEN);
    return CREDENTIALS.over(keys).resolve(name -> headers.getOrDefault(name, List.of()));
  }

  @Test
  void headersAreNamedForTheirSchemes() {
    Caller caller =
        resolve(
            Map.of(
                "Authorization", List.of("Bearer single"),
                "X-Acme-Works-Credential-apiKey", List.of(" key-1 "),
                "X-Acme-Works-Credential-app-key-v2", List.of("user:pass")));
    assertThat(caller.credential()).contains(Secret.of("single"));
    assertThat(caller.credentials())
        .isEqualTo(Map.of("apiKey", Secret.of("key-1"), "app_key v2", Secret.of("user:pass")));
  }

  @Test
  void withoutAnyTheCallerStaysAsItIs() {
    assertThat(resolve(Map.of())).isEqualTo(Caller.anonymous());
  }

  @Test
  void aHeaderThatIsUnclearIsRefusedWithoutItsValue() {
    assertThatThrownBy(
            () -> resolve(Map.of("X-Acme-Works-Credential-apiKey", List.of("key-1", "key-2"))))
        .isInstanceOf(AccessRefusedException.class)
        .hasMessage("X-Acme-Works-Credential-apiKey is given 2 times; specify it once.");
    assertThatThrownBy(() -> resolve(Map.of("X-Acme-Works-Credential-apiKey", List.of("key\t1"))))
        .isInstanceOf(AccessRefusedException.class)
        .hasMessageContaining("X-Acme-Works-Credential-apiKey must be a single line")
        .hasMessageNotContaining("key\t1");
  }

  @Test
  void variablesAreNamedForTheirSchemes() {
    Map<String, String> environment =
        Map.of(
            "ACME_WORKS_API_KEY", "single",
            "ACME_WORKS_CREDENTIAL_APIKEY", "key-1",
            "ACME_WORKS_CREDENTIAL_APP_KEY_V2", " ");
    EnvironmentCaller caller =
        CREDENTIALS.over(
            EnvironmentCaller.read(NAMES, environment, AccessPolicy.OPEN), environment);
    assertThat(caller.problems()).isEmpty();
    assertThat(caller.caller().credentials()).isEqualTo(Map.of("apiKey", Secret.of("key-1")));
    EnvironmentCaller bad =
        CREDENTIALS.over(
            EnvironmentCaller.read(NAMES, Map.of(), AccessPolicy.OPEN),
            Map.of("ACME_WORKS_CREDENTIAL_APIKEY", "a\nb"));
    assertThat(bad.problems())
        .singleElement()
        .asString()
        .startsWith("ACME_WORKS_CREDENTIAL_APIKEY must be a single line");
  }

  private static final AccessPolicy SANDBOXED =
      new AccessPolicy(
          AccessMode.FULL_ACCESS,
          Set.of(AuthenticationMethod.ANONYMOUS, AuthenticationMethod.API_KEY),
          new KeyRules(List.of(), List.of("test_"), "sandbox", false),
          Set.of("production", "sandbox"));

  /** As in {@code Authorization}: what is for the sandbox is sent nowhere else. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          test_1       | sandbox    | sandbox
          test_1       | -          | refused
          test_1       | production | refused
          Token test_1 | production | refused
          live_1       | production | production
          live_1       | -          | default
          app-id       | sandbox    | sandbox
          """)
  void aSandboxKeyForASchemeGoesToTheSandbox(
      String key, @Nullable String environment, String outcome) {
    List<String> lines = new ArrayList<>(List.of("X-Acme-Works-Credential-apiKey: " + key));
    Map<String, String> variables = new HashMap<>(Map.of("ACME_WORKS_CREDENTIAL_APIKEY", key));
    if (environment != null) {
      lines.add("X-Acme-Works-Environment: " + environment);
      variables.put("ACME_WORKS_ENVIRONMENT", environment);
    }
    SchemeCredentials credentials =
        new SchemeCredentials(NAMES, List.of("apiKey", "other", "apiKey"), SANDBOXED);
    CallerResolver http = credentials.over(new HeaderCallerResolver(NAMES, SANDBOXED));
    RequestHeaders headers = HeaderLines.of(lines.toArray(String[]::new));
    EnvironmentCaller stdio =
        credentials.over(EnvironmentCaller.read(NAMES, variables, SANDBOXED), variables);
    if (outcome.equals("refused")) {
      assertThatThrownBy(() -> http.resolve(headers))
          .isInstanceOf(AccessRefusedException.class)
          .hasMessage(
              "X-Acme-Works-Credential-apiKey contains a sandbox key: set X-Acme-Works-Environment"
                  + " to sandbox.");
      assertThat(stdio.problems())
          .containsExactly(
              "ACME_WORKS_CREDENTIAL_APIKEY contains a sandbox key: set ACME_WORKS_ENVIRONMENT to"
                  + " sandbox.");
      assertThat(stdio.caller()).isEqualTo(Caller.anonymous());
    } else {
      assertThat(http.resolve(headers).environment().orElse("default")).isEqualTo(outcome);
      assertThat(stdio.caller().environment().orElse("default")).isEqualTo(outcome);
      assertThat(stdio.caller().credentials()).containsEntry("apiKey", Secret.of(key));
    }
  }

  /** A server without credentials would send them on without anybody expecting it. */
  @Test
  void whereNoKeysAreAcceptedNoneIsTakenForASchemeEither() {
    AccessPolicy open =
        new AccessPolicy(
            AccessMode.FULL_ACCESS,
            Set.of(AuthenticationMethod.ANONYMOUS),
            KeyRules.UNKNOWN,
            Set.of());
    CallerResolver resolver =
        new SchemeCredentials(NAMES, List.of("apiKey"), open)
            .over(new HeaderCallerResolver(NAMES, open));

    assertThatThrownBy(
            () -> resolver.resolve(HeaderLines.of("X-Acme-Works-Credential-apiKey: secret-1")))
        .isInstanceOfSatisfying(
            AccessRefusedException.class, refused -> assertThat(refused.status()).isEqualTo(400))
        .hasMessage(
            "This server does not accept credentials; omit X-Acme-Works-Credential headers.");
    assertThat(resolver.resolve(HeaderLines.of("X-Acme-Works-Credential-other: x")))
        .isEqualTo(Caller.anonymous());
  }

  /** A server that requires a key gets one, in whichever header. */
  @ParameterizedTest
  @CsvSource({"true, false", "false, true", "true, true"})
  void aKeyForASchemeIsAKey(boolean keys, boolean anonymous) {
    Set<AuthenticationMethod> ways = EnumSet.noneOf(AuthenticationMethod.class);
    if (keys) {
      ways.add(AuthenticationMethod.API_KEY);
    }
    if (anonymous) {
      ways.add(AuthenticationMethod.ANONYMOUS);
    }
    AccessPolicy policy =
        new AccessPolicy(AccessMode.FULL_ACCESS, ways, KeyRules.UNKNOWN, Set.of());
    CallerResolver resolver =
        new SchemeCredentials(NAMES, List.of("apiKey"), policy)
            .over(new HeaderCallerResolver(NAMES, policy));
    RequestHeaders own = HeaderLines.of("X-Acme-Works-Credential-apiKey: key-1");

    if (keys) {
      assertThat(resolver.resolve(own).credentials()).containsOnlyKeys("apiKey");
      assertThat(resolver.resolve(own).credential()).isEmpty();
    } else {
      assertThatThrownBy(() -> resolver.resolve(own)).isInstanceOf(AccessRefusedException.class);
    }
    RequestHeaders none = HeaderLines.of("X-Acme-Works-Credential-other: key-1");
    if (anonymous) {
      assertThat(resolver.resolve(none)).isEqualTo(Caller.anonymous());
    } else {
      assertThatThrownBy(() -> resolver.resolve(none))
          .isInstanceOfSatisfying(
              AccessRefusedException.class, missing -> assertThat(missing.status()).isEqualTo(401));
    }
  }

  /** A server for tokens alone asks for a token, whatever else is sent. */
  @Test
  void aKeyForASchemeIsNoToken() {
    AccessPolicy tokens =
        new AccessPolicy(
            AccessMode.FULL_ACCESS, Set.of(AuthenticationMethod.OAUTH), KeyRules.UNKNOWN, Set.of());
    TokenVerifier never =
        token -> {
          throw new InvalidTokenException("never");
        };
    ProtectedResource resource =
        new ProtectedResource(
            URI.create("https://mcp.test/mcp"), URI.create("https://id.test"), List.of());
    CallerResolver resolver =
        new SchemeCredentials(NAMES, List.of("apiKey"), tokens)
            .over(new HeaderCallerResolver(NAMES, tokens, new OAuthGate(resource, never, false)));

    assertThatThrownBy(
            () -> resolver.resolve(HeaderLines.of("X-Acme-Works-Credential-apiKey: key-1")))
        .isInstanceOfSatisfying(
            AccessRefusedException.class,
            missing -> assertThat(missing.challenge().orElseThrow()).contains("resource_metadata"));
  }

  /** A token stands for its caller; a key beside it would reach the API in its name. */
  @Test
  void aTokenAndCredentialsExcludeEachOther() {
    Caller granted =
        new Caller(
            AccessMode.READ_ONLY,
            AuthMode.USER,
            Optional.empty(),
            Optional.empty(),
            Optional.of(new Grant("ann", Set.of("read"))),
            Optional.empty());
    CallerResolver tokens =
        new CallerResolver() {
          @Override
          public Caller resolve(RequestHeaders headers) {
            return granted;
          }

          @Override
          public Optional<String> insufficientScope(Caller caller, List<String> scopes) {
            return Optional.of("needs " + scopes);
          }
        };
    CallerResolver resolver = CREDENTIALS.over(tokens);

    assertThat(resolver.resolve(HeaderLines.of())).isEqualTo(granted);
    assertThat(resolver.insufficientScope(granted, List.of("w"))).contains("needs [w]");
    assertThatThrownBy(
            () -> resolver.resolve(HeaderLines.of("X-Acme-Works-Credential-apiKey: secret-1")))
        .isInstanceOf(AccessRefusedException.class)
        .hasMessage(
            "X-Acme-Works-Credential headers cannot be combined with an access token; omit them.");
  }

  /** The problems of the environment itself come first and are not lost. */
  @Test
  void allProblemsOfTheVariablesAreNamed() {
    Map<String, String> environment =
        Map.of(
            "ACME_WORKS_ACCESS_MODE", "all",
            "ACME_WORKS_CREDENTIAL_APIKEY", "a\nb",
            "ACME_WORKS_CREDENTIAL_APP_KEY_V2", "k".repeat(8_193));
    assertThat(
            CREDENTIALS
                .over(EnvironmentCaller.read(NAMES, environment, AccessPolicy.OPEN), environment)
                .problems())
        .hasSize(3)
        .satisfiesExactly(
            first -> assertThat(first).startsWith("ACME_WORKS_ACCESS_MODE must be exactly"),
            second ->
                assertThat(second).startsWith("ACME_WORKS_CREDENTIAL_APIKEY must be a single"),
            third -> assertThat(third).startsWith("ACME_WORKS_CREDENTIAL_APP_KEY_V2 is longer"));
  }
}
