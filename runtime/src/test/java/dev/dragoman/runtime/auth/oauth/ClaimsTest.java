package dev.dragoman.runtime.auth.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dragoman.runtime.Json;
import dev.dragoman.runtime.auth.InvalidTokenException;
import dev.dragoman.runtime.auth.VerifiedToken;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

/** Which claims make a token acceptable; the clock stands at 1,000 seconds. */
class ClaimsTest {
  private static final Clock CLOCK = Clock.fixed(Instant.ofEpochSecond(1_000), ZoneOffset.UTC);
  private static final String GOOD =
      "{\"iss\": \"https://id.test\", \"aud\": \"us\", \"exp\": 2000, \"sub\": \"u\"}";

  private static Claims claims(Set<String> clients) {
    URI issuer = URI.create("https://id.test");
    return new Claims(
        new OAuthOptions(
            issuer,
            issuer,
            Set.of("us", "us too"),
            clients,
            null,
            null,
            TokenClaims.USUAL.withOrganization("org")),
        CLOCK);
  }

  private static final BiFunction<Claims, ObjectNode, VerifiedToken> SIGNED = Claims::ofJwt;
  private static final BiFunction<Claims, ObjectNode, VerifiedToken> INTROSPECTED =
      Claims::ofIntrospection;

  private static ObjectNode with(String changes) {
    ObjectNode claims = (ObjectNode) Json.of(GOOD);
    Json.of("{" + changes + "}")
        .properties()
        .forEach(change -> claims.set(change.getKey(), change.getValue()));
    return claims;
  }

  private static void check(
      BiFunction<Claims, ObjectNode, VerifiedToken> way, String changes, String outcome) {
    if (outcome.equals("accepted")) {
      assertThat(way.apply(claims(Set.of()), with(changes)).subject()).isNotBlank();
    } else {
      assertThatThrownBy(() -> way.apply(claims(Set.of()), with(changes)))
          .isInstanceOf(InvalidTokenException.class)
          .hasMessageContaining(outcome);
    }
  }

  /** RFC 7519, sections 4.1.4 and 4.1.5, with 30 seconds for clocks that differ. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "exp": 971                    | accepted
          "exp": 970.5                  | accepted
          "exp": 970                    | has expired
          "exp": 969                    | has expired
          "exp": 0                      | has expired
          "exp": -9223372036854775808   | has expired
          "exp": 1e18                   | accepted
          "exp": 1e400                  | not a number
          "exp": -1e400                 | not a number
          "exp": "2000"                 | not a number
          "exp": true                   | not a number
          "exp": [2000]                 | not a number
          "exp": null                   | no expiration time
          "nbf": 1030                   | accepted
          "nbf": 1030.5                 | not valid yet
          "nbf": 1031                   | not valid yet
          "nbf": 0                      | accepted
          "nbf": null                   | accepted
          "nbf": "0"                    | not a number
          "nbf": 1e30                   | not valid yet
          "nbf": 1e400                  | not a number
          """)
  void timesOfAJwt(String changes, String outcome) {
    check(SIGNED, changes, outcome);
  }

  /** Who issued a token and for whom; a null claim is an absent one. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "aud": "us"                   | accepted
          "aud": "us too"               | accepted
          "aud": ["them", "us"]         | accepted
          "aud": "them"                 | another audience
          "aud": ["them"]               | another audience
          "aud": "us us too"            | another audience
          "aud": "Us"                   | another audience
          "aud": ""                     | another audience
          "aud": []                     | another audience
          "aud": null                   | another audience
          "aud": {"us": 1}              | another audience
          "aud": [1, null, ["us"]]      | another audience
          "iss": "https://id.test/"     | another issuer
          "iss": "HTTPS://id.test"      | another issuer
          "iss": null                   | another issuer
          "sub": " ", "client_id": "c"  | accepted
          "sub": 1, "azp": "a"          | accepted
          "sub": "", "cid": "c"         | no subject
          "cnf": {"jkt": "x"}           | bound to a key
          "cnf": {}                     | bound to a key
          "cnf": "x"                    | bound to a key
          "cnf": null                   | accepted
          "typ": "JWT"                  | accepted
          "typ": "refresh"              | not an access token
          "token_use": "access"         | accepted
          "typ": "Logout"               | not an access token
          "typ": "Serialized-ID"        | not an access token
          "events": null                | accepted
          "events": {}                  | not an access token
          """)
  void issuerAudienceAndKindOfAJwt(String changes, String outcome) {
    check(SIGNED, changes, outcome);
  }

  /** The issuer may leave out what it has checked (RFC 7662, section 2.2), or say null. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "iss": null                   | accepted
          "exp": null                   | accepted
          "nbf": null                   | accepted
          "cnf": null                   | accepted
          "token_type": null            | accepted
          "token_type": "bearer"        | accepted
          "token_type": "BEARER"        | accepted
          "token_type": "DPoP"          | not a bearer access token
          "token_type": "refresh_token" | not a bearer access token
          "token_type": ""              | not a bearer access token
          "iss": "https://other.test"   | another issuer
          "iss": 1                      | another issuer
          "aud": null                   | another audience
          "exp": 970                    | has expired
          "exp": "never"                | not a number
          """)
  void claimsOfAnIntrospection(String changes, String outcome) {
    check(INTROSPECTED, changes, outcome);
  }

  /** In place of an audience, never beside one. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "aud": null, "client_id": "app"                | accepted
          "aud": [],   "azp": "app"                      | accepted
          "aud": null, "cid": "app"                      | accepted
          "aud": null, "appid": "app"                    | accepted
          "aud": null, "client_id": "x", "azp": "app"    | another client
          "aud": null, "client_id": ["app"]              | another client
          "aud": null                                    | another client
          "aud": "them", "client_id": "app"              | another audience
          "aud": "", "client_id": "app"                  | another audience
          "aud": "us", "client_id": "x"                  | accepted
          """)
  void aKnownClientNeedsNoAudience(String changes, String outcome) {
    Claims claims = claims(Set.of("app"));
    if (outcome.equals("accepted")) {
      assertThat(claims.ofJwt(with(changes)).subject()).isEqualTo("u");
    } else {
      assertThatThrownBy(() -> claims.ofJwt(with(changes))).hasMessageContaining(outcome);
    }
  }

  /** What a message says goes into a header (RFC 6750, section 3): nothing of the token. */
  @ParameterizedTest
  @ValueSource(strings = {"iss", "aud", "exp", "nbf", "cnf", "org", "nonce"})
  void noMessageRepeatsAClaim(String name) {
    String changes = "\"" + name + "\": \"x\\\"\\r\\nSet-Cookie: a=b\"";
    assertThatThrownBy(() -> claims(Set.of()).ofJwt(with(changes)))
        .isInstanceOf(InvalidTokenException.class)
        .message()
        .matches("[A-Za-z' ,;]+");
  }

  private static TokenClaims configured(String scopes, String prefix, String organization) {
    return new TokenClaims(List.of(scopes.split(",")), prefix, organization);
  }

  /** RFC 6749, section 3.3, for the words; roles are what no client can ask for. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          scope,scp       | ''     | {}                                               | []        | []
          scope,scp       | ''     | {"scope": "a b  a"}                              | [a, b]    | []
          scope,scp       | ''     | {"scope": "", "scp": ["b", "a"]}                 | [a, b]    | []
          scope,scp       | ''     | {"scope": 1, "scp": [1, null, ["a"], "b c"]}     | [b, c]    | []
          scope           | ''     | {"scope": "a\\tb é \\"q\\""}                     | []        | []
          scope           | x/     | {"scope": "x/a b x/ x/x/c"}                      | [a, b, x/c] | []
          scope,roles     | ''     | {"scope": "a", "roles": ["a", "boss"]}           | [a, boss] | [boss]
          realm.roles     | ''     | {"realm": {"roles": ["r"]}}                      | [r]       | [r]
          realm.roles     | ''     | {"realm.roles": "n", "realm": {"roles": ["r"]}}  | [n]       | [n]
          realm.roles     | ''     | {"realm": ["roles"]}                             | []        | []
          https://x/roles | ''     | {"https://x/roles": ["r"]}                       | [r]       | [r]
          """)
  void scopesAndRoles(String names, String prefix, String claims, String scopes, String roles) {
    TokenClaims configured = configured(names, prefix, "");
    ObjectNode token = (ObjectNode) Json.of(claims);
    assertThat(new TreeSet<>(configured.scopes(token))).hasToString(scopes);
    assertThat(new TreeSet<>(configured.roles(token))).hasToString(roles);
  }

  /** An id is a text or a number; whatever cannot be one is left out. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"org": "acme"}                                    | {acme=acme}
          {"org": 17}                                        | {17=17}
          {"org": 90071992547409930}                         | {90071992547409930=90071992547409930}
          {"org": 1.5}                                       | {}
          {"org": true}                                      | {}
          {"org": null}                                      | {}
          {}                                                 | {}
          {"org": []}                                        | {}
          {"org": {}}                                        | {}
          {"org": ["b", "a", 3, null, "a", "../x", {}]}      | {3=3, a=a, b=b}
          {"org": [{"id": "o-1"}, {"id": 2}, {"name": "x"}]} | {2=2, o-1=o-1}
          {"org": {"id": "o-1"}}                             | {o-1=o-1}
          {"org": {"id": null}}                              | {}
          {"org": {"acme": {"id": "o-1"}, "b": {}, "c": 1}}  | {acme=o-1, b=b, c=1}
          {"org": {"acme": {"id": "../x"}, "b c": {"id": "o-2"}, "b d": {}}} | {o-2=o-2}
          """)
  void organizations(String claims, String expected) {
    assertThat(configured("scope", "", "org").organizations((ObjectNode) Json.of(claims)))
        .map(Object::toString)
        .contains(expected);
  }

  @Test
  void withoutAClaimForThemTokensDoNotLimitOrganizations() {
    ObjectNode token = (ObjectNode) Json.of("{\"\": \"a\", \"org\": \"b\"}");
    assertThat(TokenClaims.USUAL.organizations(token)).isEqualTo(Optional.empty());
  }
}
