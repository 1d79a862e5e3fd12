package dev.dragoman.runtime.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.AccessMode;
import dev.dragoman.runtime.Json;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an OAuth client is told about this server, and how keys and tokens are told apart. */
class ProtectedResourceTest {
  private static final URI ISSUER = URI.create("https://auth.test");

  private static ProtectedResource resource(String uri, String prefix, String... scopes) {
    return new ProtectedResource(URI.create(uri), ISSUER, List.of(scopes), prefix);
  }

  /** RFC 9728, section 3: the well-known part stands before the path. */
  @ParameterizedTest
  @CsvSource({
    "https://mcp.test/mcp,        https://mcp.test/.well-known/oauth-protected-resource/mcp",
    "https://mcp.test,            https://mcp.test/.well-known/oauth-protected-resource",
    "https://mcp.test/,           https://mcp.test/.well-known/oauth-protected-resource",
    "https://mcp.test:8443/a/mcp, https://mcp.test:8443/.well-known/oauth-protected-resource/a/mcp",
    "http://localhost:1/mcp,      http://localhost:1/.well-known/oauth-protected-resource/mcp",
    "https://mcp.test/a%20b,      https://mcp.test/.well-known/oauth-protected-resource/a%20b"
  })
  void whereTheMetadataIs(String resource, String metadata) {
    ProtectedResource server = resource(resource, "");
    assertThat(server.metadataUrl()).hasToString(metadata);
    assertThat(server.metadataPaths())
        .contains(
            "/.well-known/oauth-protected-resource",
            "/.well-known/oauth-protected-resource/mcp",
            URI.create(metadata).getRawPath());
  }

  @Test
  void metadata() {
    assertThat(Json.of(resource("https://mcp.test/mcp", "", "a", "b").metadata()))
        .isEqualTo(
            Json.of(
                """
                {"resource": "https://mcp.test/mcp", "authorization_servers": ["https://auth.test"],
                 "scopes_supported": ["a", "b"], "bearer_methods_supported": ["header"]}
                """));
    assertThat(resource("https://mcp.test/mcp", "").metadata()).doesNotContain("scopes");
  }

  private static final String METADATA =
      "resource_metadata=\"https://mcp.test/.well-known/oauth-protected-resource/mcp\"";

  @Test
  void challenges() {
    ProtectedResource plain = resource("https://mcp.test/mcp", "");
    assertThat(plain.challenge()).isEqualTo("Bearer " + METADATA);
    ProtectedResource scoped = resource("https://mcp.test/mcp", "", "a", "b", "a");
    assertThat(scoped.challenge()).isEqualTo("Bearer " + METADATA + ", scope=\"a b\"");
    assertThat(scoped.invalidToken("The token has expired."))
        .isEqualTo(
            "Bearer error=\"invalid_token\", error_description=\"The token has expired.\", "
                + METADATA
                + ", scope=\"a b\"");
  }

  /** A client asks for what the challenge names and loses everything else. */
  @Test
  void aChallengeForMoreIncludesWhatWasGranted() {
    ProtectedResource server = resource("https://mcp.test/mcp", "");
    assertThat(
            server.insufficientScope(
                List.of("w", "a"), Set.of("z", "a", "offline_access", "with space", "q\"")))
        .startsWith("Bearer error=\"insufficient_scope\", scope=\"w a z\", " + METADATA)
        .doesNotContain("offline_access", "with space", "q\"\"");
  }

  /** Beyond two thousand characters, headers get refused on the way. */
  @ParameterizedTest
  @CsvSource({"1999, true", "2000, false"})
  void aLongChallengeNamesWhatIsNeededOnly(int length, boolean complete) {
    String granted = "g".repeat(250);
    ProtectedResource server = resource("https://mcp.test/mcp", "");
    Set<String> many = new TreeSet<>();
    int left = length;
    for (int i = 0; left > 0; i++) {
      String scope = i + granted.substring(0, Math.min(249, left - 1) - 1);
      many.add(scope);
      left -= scope.length() + 1;
    }
    String challenge = server.insufficientScope(List.of("w"), many);
    assertThat(challenge.contains("scope=\"w\"")).isNotEqualTo(complete);
  }

  @ParameterizedTest
  @CsvSource({
    "a,               api://acme/a",
    "api://acme/a,    api://acme/a",
    "openid,          openid",
    "profile,         profile",
    "email,           email",
    "offline_access,  offline_access",
    "emails,          api://acme/emails"
  })
  void scopesAreRequestedWithThePrefix(String scope, String requested) {
    ProtectedResource server = resource("https://mcp.test/mcp", "api://acme/", scope);
    assertThat(server.challenge()).endsWith("scope=\"" + requested + "\"");
    assertThat(server.metadata()).contains("\"" + requested + "\"");
    assertThat(server.insufficientScope(List.of(scope), Set.of(scope)).split(requested, -1))
        .as("named once")
        .hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({
    "a, true",
    "read:user, true",
    "https://x.test/a.b, true",
    "!#[]~, true",
    "a b, false",
    "'a\"b', false",
    "'a\\b', false",
    "ä, false",
    "'', false"
  })
  void scopesAreTokens(String word, boolean scope) {
    assertThat(ProtectedResource.isScope(word)).isEqualTo(scope);
    assertThat(ProtectedResource.isScope("a".repeat(256))).isTrue();
    assertThat(ProtectedResource.isScope("a".repeat(257))).isFalse();
  }

  private static String base64(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  /** H is a header, X something else. */
  @ParameterizedTest
  @CsvSource({
    "H.e.s,                true",
    "H..,                  true",
    "H.e.,                 true",
    "H.a.b.c.d,            true",
    "Token H.e.s,          true",
    "'Token token=\"H.e.s\"', true",
    "'id=1,H.e.s',         true",
    "H,                    false",
    "H.e,                  false",
    "H.e.s.x,              false",
    "H.a.b.c.d.e,          false",
    "X.e.s,                false",
    ".e.s,                 false",
    "sk_live_1.2.3,        false",
    "1.2.3,                false",
    "api.key.test,         false",
    "'',                   false"
  })
  void whatLooksLikeAJwt(String token, boolean jwt) {
    String given =
        token.replace("H", base64("{\"alg\":\"none\"}")).replace("X", base64("[\"alg\"]"));
    assertThat(JwtShape.of(given)).isEqualTo(jwt);
  }

  @Test
  void aHeaderMayBeIndentedOrPadded() {
    assertThat(JwtShape.of(base64(" \n{}") + ".e.s")).isTrue();
    assertThat(JwtShape.of(base64("{}") + "=.e.s")).isTrue();
  }

  private static final KeyRules RULES =
      new KeyRules(List.of("live_", "sk-"), List.of("test_"), "sandbox", false);

  @ParameterizedTest
  @CsvSource({
    "live_1,              true,  false",
    "sk-1,                true,  false",
    "test_1,              true,  true",
    "Token test_1,        true,  true",
    "'Token token=\"live_1\"', true, false",
    "Live_1,              false, false",
    "xlive_1,             false, false",
    "x_test_1,            false, false",
    "'',                  false, false"
  })
  void keysAreKnownByTheirPrefix(String value, boolean key, boolean sandbox) {
    assertThat(RULES.isKey(value)).isEqualTo(key);
    assertThat(RULES.isSandboxKey(value)).isEqualTo(sandbox);
    assertThat(KeyRules.UNKNOWN.isKey(value)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "READ_ONLY,   READ_ONLY,   READ_ONLY",
    "READ_ONLY,   FULL_ACCESS, READ_ONLY",
    "FULL_ACCESS, READ_ONLY,   READ_ONLY",
    "FULL_ACCESS, FULL_ACCESS, FULL_ACCESS"
  })
  void theCeilingLimitsWhatIsRequested(AccessMode ceiling, AccessMode asked, AccessMode given) {
    assertThat(new AccessPolicy(ceiling).limit(asked)).isEqualTo(given);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ANONYMOUS", "API_KEY"})
  void byDefaultCallersNeedNoToken(AuthenticationMethod way) {
    assertThat(AccessPolicy.OPEN.admits(way)).isTrue();
    assertThat(new AccessPolicy(AccessMode.READ_ONLY, Set.of(), RULES, Set.of()).admits(way))
        .isFalse();
  }
}
