package dev.dragoman.runtime.auth.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.dragoman.runtime.auth.InvalidTokenException;
import dev.dragoman.runtime.auth.TokenVerifier;
import dev.dragoman.runtime.outbound.OutboundClient;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens as anyone can make them up, and keys as an issuer may publish them. */
class JwtVerifierTest {
  private static RSAKey key;
  private static RSAKey other;

  @BeforeAll
  static void makeKeys() {
    key = AuthorizationServer.newKey("first");
    other = AuthorizationServer.newKey("first");
  }

  private static final DocumentsOfAnIssuer ISSUER = new DocumentsOfAnIssuer();

  @AfterAll
  static void stop() {
    ISSUER.close();
  }

  private static TokenVerifier verifier(String keys) {
    ISSUER.with("/k", "{\"keys\": [" + keys + "]}");
    return new OAuthOptions(ISSUER.url(""), "us", ISSUER.url("/k"), null, "")
        .verifier(Clock.systemUTC(), OutboundClient.direct());
  }

  private static String token(JWSAlgorithm algorithm, @Nullable String kid) throws Exception {
    SignedJWT jwt =
        new SignedJWT(
            new JWSHeader.Builder(algorithm).keyID(kid).build(),
            new JWTClaimsSet.Builder()
                .issuer(ISSUER.origin())
                .audience("us")
                .subject("u")
                .expirationTime(Date.from(Instant.now().plusSeconds(300)))
                .build());
    jwt.sign(new RSASSASigner(key));
    return jwt.serialize();
  }

  private static String published(RSAKey one, String members) {
    String json = one.toPublicJWK().toJSONString();
    return members.isEmpty() ? json : json.substring(0, json.length() - 1) + ", " + members + "}";
  }

  /** RFC 7517, sections 4.2 to 4.4: what a key is for. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                                         | accepted
          "use": "sig"                               | accepted
          "use": "enc"                               | refused
          "alg": "RS256"                             | accepted
          "alg": "RS512"                             | refused
          "alg": "RSA-OAEP-256"                      | refused
          "key_ops": ["verify"]                      | accepted
          "use": "sig", "key_ops": ["verify"], "alg": "RS256", "unknown": {"a": 1} | accepted
          """)
  void aKeyIsUsedForWhatItIsFor(String members, String outcome) throws Exception {
    TokenVerifier verifier = verifier(published(key, members));
    String token = token(JWSAlgorithm.RS256, "first");
    if (outcome.equals("accepted")) {
      assertThat(verifier.verify(token).subject()).isEqualTo("u");
    } else {
      assertThatThrownBy(() -> verifier.verify(token)).isInstanceOf(InvalidTokenException.class);
    }
  }

  /** Each of them is tried, and none of them keeps the next from being tried. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"kty": "RSA", "n": "AQAB", "e": "AQAB"},
          {"kty": "RSA", "n": "", "e": ""},
          {"kty": "RSA", "n": "AA", "e": "AA"},
          {"kty": "RSA", "kid": null, "n": "AQAB", "e": "AQAB", "use": "sig"},
          {"kty": "EC", "crv": "P-256", "x": "AA", "y": "AA"},
          {"kty": "oct", "k": "AAAA"},
          OTHER,
          OTHER, OTHER,
          """)
  void ofSeveralKeysTheRightOneIsFound(String before) throws Exception {
    String keys = before.replace("OTHER", published(other, "")) + published(key, "");
    TokenVerifier verifier = verifier(keys);
    assertThat(verifier.verify(token(JWSAlgorithm.RS256, null)).subject()).isEqualTo("u");
    assertThat(verifier.verify(token(JWSAlgorithm.PS384, "first")).subject()).isEqualTo("u");
  }

  /** What anyone can send is refused, whatever the library makes of it. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "",
        " ",
        "1",
        "[]",
        "\"text\"",
        "{}",
        "{\"alg\":null}",
        "{\"alg\":1}",
        "{\"alg\":[]}",
        "{\"alg\":\"\"}",
        "{\"alg\":\"RS256\",\"alg\":\"none\"}",
        "{\"alg\":\"RS256\",\"typ\":1}",
        "{\"alg\":\"RS256\",\"kid\":{}}",
        "{\"alg\":\"RS256\",\"crit\":[]}",
        "{\"alg\":\"RS256\",\"crit\":1}",
        "{\"alg\":\"RS256\",\"jwk\":{\"kty\":\"EC\",\"crv\":\"x\"}}",
        "{\"alg\":\"RS256\",\"x5c\":[null]}",
        "{\"alg\":\"RS256\",\"jku\":\"::\"}",
        "{\"alg\":\"RS256\",\"b64\":false}",
        "{\"alg\":\"RS256\"} {}",
        "{alg:RS256}"
      })
  void aHeaderOfAnyKindIsRefused(String header) {
    TokenVerifier verifier = verifier("");
    for (String payload :
        new String[] {"", "null", "{}", "{\"iss\":\"" + ISSUER.origin() + "/\"}"}) {
      for (String signature : new String[] {"", "AA", "!"}) {
        String token = base64(header) + "." + base64(payload) + "." + signature;
        assertThatThrownBy(() -> verifier.verify(token))
            .as(header + " " + payload)
            .isInstanceOf(InvalidTokenException.class);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "{\"a\":"})
  void aDeepHeaderIsRefused(String level) {
    String deep = "{\"alg\":\"RS256\",\"x\":" + level.repeat(6_000 / level.length());
    TokenVerifier verifier = verifier("");
    assertThatThrownBy(() -> verifier.verify(base64(deep) + ".e30.AA"))
        .isInstanceOf(InvalidTokenException.class);
  }

  private static String base64(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
