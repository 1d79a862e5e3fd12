package dev.dragoman.runtime.auth.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import dev.dragoman.runtime.auth.VerifierUnavailableException;
import dev.dragoman.runtime.outbound.OutboundClient;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where the keys of an issuer are, and which of them are of use. */
class KeyServerTest {
  private static final String OAUTH = "/.well-known/oauth-authorization-server";
  private static final String OPENID = "/.well-known/openid-configuration";

  /** Making one takes a while. */
  private static final RSAKey KEY = AuthorizationServer.newKey("first");

  private final DocumentsOfAnIssuer issuer = new DocumentsOfAnIssuer();

  @AfterEach
  void stop() {
    issuer.close();
  }

  private JWKSet keys(String path) {
    return server(path, null).get();
  }

  private KeyServer server(String path, URI jwks) {
    OAuthOptions options =
        new OAuthOptions(issuer.url(path), "https://mcp.example/mcp", jwks, null, "");
    return new KeyServer(options, new Http(OutboundClient.direct()));
  }

  private static String metadata(String path, String jwksUri) {
    return "{\"issuer\": \"@origin" + path + "\"" + (jwksUri.isEmpty() ? "" : ", ") + jwksUri + "}";
  }

  private static String keySet(String others) {
    return "{\"keys\": [" + others + KEY.toPublicJWK().toJSONString() + "]}";
  }

  /** RFC 8414, section 3.1, OpenID Connect Discovery, section 4, and MCP, which combines them. */
  @ParameterizedTest
  @CsvSource({
    "'',     /.well-known/oauth-authorization-server",
    "'',     /.well-known/openid-configuration",
    "/t,     /.well-known/oauth-authorization-server/t",
    "/t,     /t/.well-known/openid-configuration",
    "/t,     /.well-known/openid-configuration/t",
    "/t/,    /.well-known/oauth-authorization-server/t",
    "/t/,    /t/.well-known/openid-configuration",
    "/a/b%20c, '/.well-known/oauth-authorization-server/a/b c'"
  })
  void metadataIsFoundAtEachOfItsPlaces(String path, String place) {
    issuer.with(place, metadata(path, "\"jwks_uri\": \"@origin/k\"")).with("/k", keySet(""));

    assertThat(keys(path).getKeyByKeyId("first")).isNotNull();
  }

  /** RFC 8414 makes {@code jwks_uri} optional; OpenID Connect requires it. */
  @Test
  void metadataWithoutKeysIsFollowedByTheNext() {
    issuer
        .with(OAUTH, metadata("", ""))
        .with(OPENID, metadata("", "\"jwks_uri\": \"@origin/k\""))
        .with("/k", keySet(""));

    assertThat(keys("").getKeyByKeyId("first")).isNotNull();
    assertThat(issuer.asked()).containsExactly(OAUTH, OPENID, "/k");
  }

  /** Keys that come without TLS could be anybody's. */
  @ParameterizedTest
  @CsvSource({
    "http://keys.example/k",
    "'/k'",
    "'not a url'",
    "ftp://127.0.0.1/k",
    "https://u@keys.example/k",
    "https://keys.example/k#first",
    "''"
  })
  void keysAreFetchedFromUsableUrlsOnly(String url) {
    issuer.with(OAUTH, metadata("", "\"jwks_uri\": \"" + url + "\"")).with("/k", keySet(""));

    assertThatThrownBy(() -> keys(""))
        .isInstanceOf(VerifierUnavailableException.class)
        .hasMessageContaining("has no usable jwks_uri");
    assertThat(issuer.asked()).containsExactly(OAUTH, OPENID);
  }

  @Test
  void withoutMetadataEveryPlaceIsNamed() {
    assertThatThrownBy(() -> keys("/t"))
        .isInstanceOf(VerifierUnavailableException.class)
        .hasMessage(
            "@/.well-known/oauth-authorization-server/t returned status 404;"
                    .replace("@", issuer.origin())
                + " @/t/.well-known/openid-configuration returned status 404;"
                    .replace("@", issuer.origin())
                + " @/.well-known/openid-configuration/t returned status 404"
                    .replace("@", issuer.origin()));
  }

  /** RFC 8414, section 3.3: metadata of another issuer must not be used. */
  @ParameterizedTest
  @CsvSource({"/", "/t", "/%74", "'?a=1'"})
  void theIssuerInTheMetadataIsTheSameToTheLetter(String path) {
    issuer
        .with(OAUTH, metadata(path, "\"jwks_uri\": \"@origin/k\""))
        .with(OPENID, metadata("", "\"jwks_uri\": \"@origin/k\""))
        .with("/k", keySet(""));

    assertThatThrownBy(() -> keys(""))
        .isInstanceOf(VerifierUnavailableException.class)
        .hasMessageContaining("they must be identical");
    assertThat(issuer.asked()).doesNotContain("/k");
  }

  /** RFC 7517, section 5: keys that are not understood are ignored. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''
          {"kty": "AKP", "kid": "pq", "alg": "ML-DSA-65", "pub": "AA"},
          {"kty": "OKP", "crv": "Ed448", "x": "AA", "kid": "ed"},
          {"kty": "EC", "crv": "brainpoolP256r1", "x": "AA", "y": "AA", "kid": "bp"},
          {"kty": "EC", "crv": "P-256", "x": "AA", "y": "AA", "kid": "off the curve"},
          {"kty": "EC", "kid": "no curve"},
          {"kty": "RSA", "kid": "no modulus", "e": "AQAB"},
          {"kty": "RSA", "kid": "empty", "n": "", "e": ""},
          {"kty": "RSA", "kid": "contradictory", "n": "AQAB", "e": "AQAB", "use": "sig", "key_ops": ["encrypt"]},
          {"kty": "RSA", "kid": "certificate", "n": "AQAB", "e": "AQAB", "x5c": ["MIIB"]},
          {"kid": "no type"},
          {"kty": 1},
          {},
          "text",
          null, 1, [],
          """)
  void keysOfNoUseDoNotSpoilTheOthers(String others) {
    issuer.with("/k", keySet(others));

    assertThat(server("", issuer.url("/k")).get().getKeyByKeyId("first")).isNotNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"{}", "{\"keys\": {}}", "{\"keys\": null}", "{\"error\": \"gone\"}"})
  void anObjectWithoutKeysIsNoKeySet(String document) {
    issuer.with("/k", document);

    assertThatThrownBy(() -> server("", issuer.url("/k")).get())
        .isInstanceOf(VerifierUnavailableException.class)
        .hasMessage(issuer.origin() + "/k returned a response that is not a JWK set");
  }

  @Test
  void aKeySetMayBeEmpty() {
    issuer.with("/k", "{\"keys\": []}");

    assertThat(server("", issuer.url("/k")).get().isEmpty()).isTrue();
  }

  /** The old URL is gone, or has become something else. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "gone",
      value = {"gone", "{\"error\": \"moved\"}", "<html>"})
  void keysThatHaveMovedAreFoundAgain(String left) {
    issuer.with(OAUTH, metadata("", "\"jwks_uri\": \"@origin/k\"")).with("/k", keySet(""));
    KeyServer server = server("", null);
    server.get();

    issuer.with(OAUTH, metadata("", "\"jwks_uri\": \"@origin/k2\"")).with("/k2", keySet(""));
    issuer.remove("/k");
    if (left != null) {
      issuer.with("/k", left);
    }
    assertThatThrownBy(server::get).isInstanceOf(VerifierUnavailableException.class);

    assertThat(server.get().getKeyByKeyId("first")).isNotNull();
    assertThat(issuer.asked()).containsExactly(OAUTH, "/k", "/k", OAUTH, "/k2");
  }
}
