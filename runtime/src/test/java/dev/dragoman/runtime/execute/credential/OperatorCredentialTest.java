package dev.dragoman.runtime.execute.credential;

import static dev.dragoman.runtime.execute.Calls.anonymous;
import static dev.dragoman.runtime.execute.Calls.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.AccessMode;
import dev.dragoman.runtime.AuthMode;
import dev.dragoman.runtime.Caller;
import dev.dragoman.runtime.Grant;
import dev.dragoman.runtime.Secret;
import dev.dragoman.runtime.credential.CredentialSource;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Who is lent the operator's credential: callers with an access token and nothing of their own. */
class OperatorCredentialTest {
  private static final CredentialSource OPERATOR = CredentialSource.fixed(Secret.of("operator"));
  private static final Duration SECOND = Duration.ofSeconds(1);

  private static Caller granted(Optional<Secret> own, Map<String, Secret> byScheme) {
    return new Caller(
        AccessMode.READ_ONLY,
        AuthMode.USER,
        Optional.empty(),
        own,
        Optional.of(new Grant("me", Set.of("read"))),
        Optional.empty(),
        byScheme);
  }

  private static Optional<String> credential(Caller caller, CredentialSource source) {
    return OperatorCredential.to(caller, source, () -> SECOND).credential().map(Secret::reveal);
  }

  @Test
  @DisplayName("S5 only a caller with an access token and no credential is lent the operator's")
  void whoIsLentTheCredential() {
    Caller token = granted(Optional.empty(), Map.of());
    assertThat(credential(token, OPERATOR)).contains("operator");
    assertThat(credential(token, CredentialSource.NONE)).isEmpty();
    assertThat(credential(token, (grant, patience) -> Optional.empty())).isEmpty();
    assertThat(credential(anonymous(), OPERATOR)).isEmpty();
    assertThat(credential(with("own"), OPERATOR)).contains("own");
    assertThat(credential(granted(Optional.of(Secret.of("own")), Map.of()), OPERATOR))
        .contains("own");
    Map<String, Secret> byScheme = Map.of("key", Secret.of("own"));
    assertThat(credential(granted(Optional.empty(), byScheme), OPERATOR)).isEmpty();
    assertThat(credential(anonymous().withCredentials(byScheme), OPERATOR)).isEmpty();
  }

  @Test
  void theCallerStaysTheSameOtherwise() {
    Caller token = granted(Optional.empty(), Map.of());
    assertThat(OperatorCredential.to(token, OPERATOR, () -> SECOND))
        .isEqualTo(token.withCredential(Secret.of("operator")));
  }

  @Test
  void theSourceGetsTheGrantAndTheTimeThatIsLeft() {
    Caller token = granted(Optional.empty(), Map.of());
    CredentialSource echo =
        (grant, patience) -> Optional.of(Secret.of(grant.subject() + " " + patience));
    assertThat(credential(token, echo)).contains("me PT1S");
  }

  @Test
  void aPreviewAsksForNoCredential() {
    AtomicInteger asked = new AtomicInteger();
    CredentialSource counting =
        (grant, patience) -> {
          asked.incrementAndGet();
          return Optional.of(Secret.of("operator"));
        };
    Caller shown =
        OperatorCredential.to(
            granted(Optional.empty(), Map.of()), counting, OperatorCredential.SHOWN);
    assertThat(shown.credential().map(Secret::reveal)).contains("credential-of-the-operator");
    assertThat(asked).hasValue(0);
  }
}
