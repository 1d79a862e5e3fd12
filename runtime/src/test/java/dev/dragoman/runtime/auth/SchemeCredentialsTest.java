package dev.dragoman.runtime.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dragoman.runtime.AccessNames;
import dev.dragoman.runtime.Caller;
import dev.dragoman.runtime.Secret;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SchemeCredentialsTest {
  private static final AccessNames NAMES = AccessNames.of("Acme Works");
  private static final SchemeCredentials CREDENTIALS =
      new SchemeCredentials(NAMES, List.of("apiKey", "app_key v2"));

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
}
