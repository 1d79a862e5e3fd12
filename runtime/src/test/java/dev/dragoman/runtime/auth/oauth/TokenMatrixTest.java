package dev.dragoman.runtime.auth.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import dev.dragoman.runtime.AccessNames;
import dev.dragoman.runtime.AuthMode;
import dev.dragoman.runtime.Caller;
import dev.dragoman.runtime.auth.AccessPolicy;
import dev.dragoman.runtime.auth.AccessRefusedException;
import dev.dragoman.runtime.auth.AuthenticationMethod;
import dev.dragoman.runtime.auth.HeaderCallerResolver;
import dev.dragoman.runtime.auth.KeyRules;
import dev.dragoman.runtime.auth.OAuthGate;
import dev.dragoman.runtime.auth.ProtectedResource;
import dev.dragoman.runtime.outbound.OutboundClient;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("S3 Access tokens: RS, PS and ES only, exact audience, expiry required, bounded")
class TokenMatrixTest {
  private static final String AUDIENCE = "https://mcp.example/mcp";

  private static AuthorizationServer issuer;
  private static Map<String, JWK> keys;
  private static HeaderCallerResolver resolver;

  @BeforeAll
  static void start() throws Exception {
    issuer = new AuthorizationServer(0);
    keys = new LinkedHashMap<>();
    keys.put("rsa", AuthorizationServer.newKey("rsa"));
    keys.put("rsa2", AuthorizationServer.newKey("rsa2"));
    keys.put("ec256", new ECKeyGenerator(Curve.P_256).keyID("ec256").generate());
    keys.put("ec384", new ECKeyGenerator(Curve.P_384).keyID("ec384").generate());
    keys.put("ec521", new ECKeyGenerator(Curve.P_521).keyID("ec521").generate());
    RSAKey encrypting = AuthorizationServer.newKey("enc");
    keys.put("enc", new RSAKey.Builder(encrypting).keyUse(KeyUse.ENCRYPTION).build());
    keys.values().forEach(issuer::publish);
    keys.put("stranger", AuthorizationServer.newKey("stranger"));
    resolver = resolver(URI.create(issuer.issuer()));
  }

  private static HeaderCallerResolver resolver(URI url) {
    OAuthOptions options = new OAuthOptions(url, AUDIENCE, null, null, "org");
    return new HeaderCallerResolver(
        AccessNames.of("Acme"),
        new AccessPolicy(
            AccessPolicy.OPEN.ceiling(),
            Set.of(AuthenticationMethod.values()),
            KeyRules.UNKNOWN,
            Set.of()),
        new OAuthGate(
            new ProtectedResource(URI.create(AUDIENCE), url, List.of("a")),
            options.verifier(Clock.systemUTC(), OutboundClient.direct()),
            false));
  }

  @AfterAll
  static void stop() {
    issuer.close();
  }

  record Row(String name, String header, String claims, String signedWith, boolean accepted) {
    @Override
    public String toString() {
      return "S3 " + name + ": " + (accepted ? "accepted" : "refused");
    }
  }

  static Stream<Row> rows() throws Exception {
    try (InputStream text = TokenMatrixTest.class.getResourceAsStream("token-matrix.txt")) {
      return new String(text.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split(" *\\| *"))
          .map(
              cells ->
                  new Row(cells[0], cells[1], cells[2], cells[3], cells[4].equals("accepted")));
    }
  }

  @ParameterizedTest
  @MethodSource("rows")
  void everyRowOfTheMatrix(Row row) throws Exception {
    String token = crafted().of(row.header(), row.claims(), row.signedWith());

    if (row.accepted()) {
      Caller caller = resolve(token);
      assertThat(caller.grant()).isPresent();
      assertThat(caller.credential()).isEmpty();
      assertThat(caller.authMode()).isEqualTo(AuthMode.USER);
      assertThat(caller.toString()).doesNotContain(token, "user-1");
    } else {
      // Its keys are those of the start: an unknown one is fetched, not put off.
      assertRefused(token, resolver(URI.create(issuer.issuer())));
    }
  }

  private static CraftedToken crafted() {
    return new CraftedToken(keys, issuer.issuer(), AUDIENCE);
  }

  private static Caller resolve(String token) {
    return resolve(token, resolver);
  }

  private static Caller resolve(String token, HeaderCallerResolver by) {
    return by.resolve(
        name -> name.equals("Authorization") ? List.of("Bearer " + token) : List.of());
  }

  private static void assertRefused(String token) {
    assertRefused(token, resolver);
  }

  private static void assertRefused(String token, HeaderCallerResolver by) {
    AccessRefusedException refusal =
        catchThrowableOfType(AccessRefusedException.class, () -> resolve(token, by));

    assertThat(refusal.status()).isEqualTo(401);
    assertThat(refusal.challenge().orElseThrow())
        .startsWith("Bearer error=\"invalid_token\", error_description=\"")
        .contains(
            "resource_metadata=\"https://mcp.example/.well-known/oauth-protected-resource/mcp\"")
        .endsWith(", scope=\"a\"")
        .doesNotContain(token);
    assertThat(refusal.getMessage()).doesNotContain(token);
  }

  @Test
  @DisplayName("S3 The matrix has at least forty rows of each outcome together")
  void theMatrixIsLarge() throws Exception {
    assertThat(rows().filter(Row::accepted)).hasSizeGreaterThan(20);
    assertThat(rows().filter(row -> !row.accepted())).hasSizeGreaterThan(40);
  }

  @ParameterizedTest(name = "S3 What looks like a JWT is never taken for a key: {0}")
  @ValueSource(
      strings = {
        "eyJhbGciOiJub25lIn0..",
        "eyJhbGciOiJub25lIn0.e30.",
        "eyJhbGciOiJSUzI1NiJ9.e30.AAAA",
        "eyJhbGciOiJSUzI1NiJ9.e30.AA=A",
        "ewogImFsZyI6ICJub25lIgp9.e30.",
        "ICB7ImFsZyI6Im5vbmUifQ.e30.",
        "eyJhbGciOiJkaXIifQ..AAAA.AAAA.AAAA",
      })
  void aJwtIsNeverAKey(String token) {
    assertRefused(token);
  }

  @ParameterizedTest(name = "S3 A key is not taken for a JWT: {0}")
  @ValueSource(strings = {"sk_live_1", "SG.abc.def", "a.b.c", "x.y", "...", "1.2.3", "eyJ"})
  void aKeyIsAKey(String key) {
    assertThat(resolve(key).credential().orElseThrow().reveal()).isEqualTo(key);
  }

  @Test
  @DisplayName("S3 A token that cannot be checked is refused, and not as a bad one")
  void withoutKeysNobodyIsLetIn() throws Exception {
    HeaderCallerResolver cut = resolver(URI.create(issuer.issuer() + "/nowhere"));
    String token = crafted().of("{}", "{\"iss\":\"@issuer/nowhere\"}", "rsa");

    AccessRefusedException refusal =
        catchThrowableOfType(
            AccessRefusedException.class,
            () ->
                cut.resolve(
                    name -> name.equals("Authorization") ? List.of("Bearer " + token) : List.of()));

    assertThat(refusal.status()).isEqualTo(503);
    assertThat(refusal.retryAfter()).isPresent();
    assertThat(refusal.challenge()).isEmpty();
    assertThat(refusal.getMessage()).doesNotContain(token, issuer.issuer());
  }

  @Test
  @DisplayName("S3 Scopes that could end a quoted string or a header are not kept")
  void scopesAreScopes() throws Exception {
    String claims = "{\"scope\":\"a b\\\" c\\r\\nX: y \\u00e9 \\\\\",\"scp\":\"d  e\"}";

    assertThat(resolve(crafted().of("{}", claims, "rsa")).grant().orElseThrow().scopes())
        .containsExactlyInAnyOrder("a", "y", "d", "e");
  }
}
