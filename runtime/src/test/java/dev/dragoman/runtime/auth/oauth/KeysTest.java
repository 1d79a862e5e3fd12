package dev.dragoman.runtime.auth.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dragoman.runtime.auth.InvalidTokenException;
import dev.dragoman.runtime.auth.TokenVerifier;
import dev.dragoman.runtime.auth.VerifierUnavailableException;
import dev.dragoman.runtime.outbound.OutboundClient;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The issuer's keys over time: a real issuer on loopback, and a clock of our own. */
@DisplayName("S4 Keys: rotation at first use, an hour's outage, a flood of unknown keys")
class KeysTest {
  private static final String AUDIENCE = "https://mcp.example/mcp";

  private final AuthorizationServer issuer = new AuthorizationServer(0);
  private final Ticking clock = new Ticking();
  private final TokenVerifier verifier = options(null).verifier(clock, OutboundClient.direct());

  private OAuthOptions options(URI jwks) {
    return new OAuthOptions(URI.create(issuer.issuer()), AUDIENCE, jwks, null, "org");
  }

  @AfterEach
  void stop() {
    issuer.close();
  }

  /** A token that outlives every test. */
  private String token() {
    Date end = Date.from(clock.instant().plus(Duration.ofDays(1)));
    return issuer.token(claims -> claims.audience(AUDIENCE).subject("u").expirationTime(end));
  }

  private boolean isAccepted(String token) {
    try {
      return verifier.verify(token).subject().equals("u");
    } catch (InvalidTokenException | VerifierUnavailableException e) {
      return false;
    }
  }

  @Test
  @DisplayName("S4 Many tokens cost one fetch of the keys in five minutes")
  void keysAreKept() {
    for (int minute = 0; minute < 5; minute++) {
      assertThat(isAccepted(token())).isTrue();
      clock.pass(Duration.ofSeconds(59));
    }
    assertThat(issuer.keyFetches()).isEqualTo(1);

    clock.pass(Duration.ofSeconds(6));
    assertThat(isAccepted(token())).isTrue();
    assertThat(issuer.keyFetches()).isEqualTo(2);
  }

  @Test
  @DisplayName("S4 A new key is accepted at its first use and the old one no longer")
  void rotation() {
    String old = token();
    assertThat(isAccepted(old)).isTrue();

    issuer.rotate("second");

    assertThat(isAccepted(token())).isTrue();
    assertThat(issuer.keyFetches()).isEqualTo(2);
    assertThat(isAccepted(old)).isFalse();
  }

  @Test
  @DisplayName(
      "S4 An outage of an hour after the keys have grown old is survived, a longer one not")
  void outage() {
    String token = token();
    assertThat(isAccepted(token)).isTrue();
    issuer.down(true);

    for (int minute = 0; minute < 64; minute++) {
      clock.pass(Duration.ofMinutes(1));
      assertThat(isAccepted(token)).as("minute " + minute).isTrue();
    }
    clock.pass(Duration.ofMinutes(2));
    assertThatThrownBy(() -> verifier.verify(token))
        .isInstanceOf(VerifierUnavailableException.class);

    issuer.down(false);
    clock.pass(Duration.ofMinutes(1));
    assertThat(isAccepted(token)).isTrue();
  }

  @Test
  @DisplayName("S4 While nothing is known of the keys nobody is let in, and the issuer is spared")
  void downFromTheStart() {
    issuer.down(true);
    String token = token();
    for (int time = 0; time < 20; time++) {
      assertThatThrownBy(() -> verifier.verify(token))
          .isInstanceOf(VerifierUnavailableException.class);
    }

    issuer.down(false);
    clock.pass(Duration.ofSeconds(31));
    assertThat(isAccepted(token)).isTrue();
    assertThat(issuer.keyFetches()).isEqualTo(1);
  }

  @Test
  @DisplayName("S4 A flood of unknown keys costs at most two fetches and keeps nobody out")
  void flood() {
    String good = token();
    IntStream.range(0, 500)
        .parallel()
        .forEach(
            number -> {
              assertThat(isAccepted(unknownKey(good, number))).isFalse();
              assertThat(isAccepted(good)).isTrue();
            });

    assertThat(issuer.keyFetches()).isLessThanOrEqualTo(2);
  }

  /** The same token under another key's name. */
  private static String unknownKey(String token, int number) {
    String header = "{\"alg\":\"RS256\",\"kid\":\"made-up-" + number + "\"}";
    String encoded =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(header.getBytes(StandardCharsets.US_ASCII));
    return encoded + token.substring(token.indexOf('.'));
  }

  @Test
  @DisplayName("S4 A token of another issuer has nothing fetched, and keeps no new key out")
  void tokensOfOthers() {
    assertThat(isAccepted(token())).isTrue();
    for (String iss : List.of("https://elsewhere.example", issuer.issuer() + "/", "")) {
      String foreign = issuer.token(claims -> claims.audience(AUDIENCE).subject("u").issuer(iss));
      assertThatThrownBy(() -> verifier.verify(unknownKey(foreign, 1)))
          .isInstanceOf(InvalidTokenException.class)
          .hasMessageContaining("another issuer");
    }
    assertThat(issuer.keyFetches()).isEqualTo(1);

    issuer.rotate("second");
    assertThat(isAccepted(token())).isTrue();
  }

  @Test
  @DisplayName("S4 While no fetch is allowed a new key is not known yet, which is not a bad token")
  void aNewKeyDuringAFlood() {
    assertThat(isAccepted(token())).isTrue();
    // The first made-up name has the keys fetched, and they do not have it.
    assertThatThrownBy(() -> verifier.verify(unknownKey(token(), 1)))
        .isInstanceOf(InvalidTokenException.class);
    issuer.rotate("second");
    String good = token();

    for (int second = 0; second < 29; second++) {
      clock.pass(Duration.ofSeconds(1));
      Duration left = Duration.ofSeconds(29 - second);
      assertThatThrownBy(() -> verifier.verify(good))
          .isInstanceOfSatisfying(
              VerifierUnavailableException.class,
              later -> assertThat(later.retryAfter()).isEqualTo(left));
      assertThatThrownBy(() -> verifier.verify(unknownKey(good, 2)))
          .isInstanceOf(VerifierUnavailableException.class);
    }
    clock.pass(Duration.ofSeconds(1));

    assertThat(isAccepted(good)).isTrue();
    assertThat(issuer.keyFetches()).isEqualTo(3);
  }

  @Test
  @DisplayName("S4 When a new key cannot be fetched its token is not a bad one")
  void aNewKeyDuringAnOutage() {
    assertThat(isAccepted(token())).isTrue();
    issuer.rotate("second");
    String good = token();
    issuer.down(true);
    assertThatThrownBy(() -> verifier.verify(good))
        .isInstanceOfSatisfying(
            VerifierUnavailableException.class,
            later -> assertThat(later.retryAfter()).isEqualTo(KeyCache.PAUSE))
        .hasMessageContaining("returned status 503");

    issuer.down(false);
    clock.pass(KeyCache.PAUSE);
    assertThat(isAccepted(good)).isTrue();
  }

  @Test
  @DisplayName("S4 A new key is found for tokens that do not name theirs, too")
  void aNewKeyWithoutAName() {
    assertThat(isAccepted(token())).isTrue();
    issuer.rotate(null);

    assertThat(isAccepted(token())).isTrue();
    assertThat(issuer.keyFetches()).isEqualTo(2);
  }

  /** No key of this issuer could have signed it, which a fetch has just shown. */
  @Test
  @DisplayName("S4 A token that names no key and fits none is refused, not put off")
  void noKeyFits() {
    assertThat(isAccepted(token())).isTrue();
    String header = "{\"alg\":\"ES256\"}";
    String good = token();
    String other =
        Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(header.getBytes(StandardCharsets.US_ASCII))
            + good.substring(good.indexOf('.'));

    assertThatThrownBy(() -> verifier.verify(other)).isInstanceOf(InvalidTokenException.class);
    assertThat(issuer.keyFetches()).isEqualTo(2);
    assertThatThrownBy(() -> verifier.verify(other))
        .as("a new key may have come since")
        .isInstanceOf(VerifierUnavailableException.class);
  }

  @Test
  @DisplayName("S4 A known key that is for something else has nothing fetched")
  void aKnownKeyForSomethingElse() {
    String good = token();
    assertThat(isAccepted(good)).isTrue();
    String header = "{\"alg\":\"ES256\",\"kid\":\"first\"}";
    String other =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(header.getBytes(StandardCharsets.US_ASCII));

    assertThatThrownBy(() -> verifier.verify(other + good.substring(good.indexOf('.'))))
        .isInstanceOf(InvalidTokenException.class);
    assertThat(issuer.keyFetches()).isEqualTo(1);
  }

  @Test
  @DisplayName("S4 Ready is who knows keys or has known them")
  void readiness() {
    issuer.down(true);
    assertThat(verifier.isReady()).isFalse();
    assertThatThrownBy(verifier::prepare).isInstanceOf(VerifierUnavailableException.class);
    assertThat(verifier.isReady()).isFalse();

    issuer.down(false);
    clock.pass(KeyCache.FIRST_PAUSE);
    verifier.prepare();
    issuer.down(true);
    clock.pass(Duration.ofDays(1));
    assertThat(verifier.isReady()).isTrue();
  }

  @Test
  @DisplayName("S4 Keys that grow old during a flood are fetched all the same")
  void floodAtTheEndOfFiveMinutes() {
    String good = token();
    assertThat(isAccepted(good)).isTrue();
    clock.pass(Duration.ofSeconds(295));
    assertThat(isAccepted(unknownKey(good, 1))).isFalse();
    clock.pass(Duration.ofSeconds(301));
    assertThat(isAccepted(unknownKey(good, 2))).isFalse();

    assertThat(isAccepted(good)).isTrue();
  }

  @Test
  @DisplayName("S4 The operator can name the keys' URL, and the issuer's metadata is not asked")
  void configuredKeys() {
    TokenVerifier configured =
        options(URI.create(issuer.issuer() + "/jwks")).verifier(clock, OutboundClient.direct());

    assertThat(configured.verify(token()).subject()).isEqualTo("u");
  }

  @Test
  @DisplayName("S4 Metadata of another issuer is not believed")
  void metadataOfAnother() {
    URI url = URI.create(issuer.issuer().replace("127.0.0.1", "localhost"));
    TokenVerifier other =
        new OAuthOptions(url, AUDIENCE, null, null, "").verifier(clock, OutboundClient.direct());

    assertThatThrownBy(other::prepare)
        .isInstanceOf(VerifierUnavailableException.class)
        .hasMessageContaining("they must be identical")
        .hasMessageContaining(issuer.issuer());
  }
}
