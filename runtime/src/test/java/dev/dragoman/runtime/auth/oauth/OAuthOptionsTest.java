package dev.dragoman.runtime.auth.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dragoman.runtime.auth.InvalidTokenException;
import dev.dragoman.runtime.auth.TokenVerifier;
import dev.dragoman.runtime.outbound.OutboundClient;
import java.net.URI;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which URLs of an authorization server can be trusted, and what no request is made for. */
class OAuthOptionsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://id.test",
        "https://id.test:8443/realms/a",
        "https://127.0.0.1/",
        "http://127.0.0.1:9000",
        "http://localhost/a",
        "http://[::1]:9000",
        "https://id.test/?tenant=a"
      })
  void tlsOrLoopback(String url) {
    assertThat(OAuthOptions.problem(URI.create(url))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "http://id.test,              must be an https URL",
    "http://localhost.id.test,    must be an https URL",
    "http://127.0.0.1.id.test,    must be an https URL",
    "http://127.0.0.2,            must be an https URL",
    "http://id.test#localhost,    must be an https URL",
    "ftp://id.test,               must be an https URL",
    "id.test,                     must be an https URL",
    "//id.test,                   must be an https URL",
    "https:id.test,               must be an https URL",
    "https:///realms,             must be an https URL",
    "https://user@id.test,        must not have user information",
    "https://user:p@id.test,      must not have user information",
    "http://id.test@localhost,    must not have user information",
    "https://id.test#a,           must not have user information or a fragment",
    "https://id.test/#,           must not have user information or a fragment"
  })
  void whatElseIsRefused(String url, String why) {
    assertThat(OAuthOptions.problem(URI.create(url)).orElseThrow()).startsWith(why);
  }

  /** Nothing listens on port 1: whoever asked there would not answer "invalid". */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".",
        "..",
        "a.b",
        "a.b.c",
        "a.b.c.d.e",
        "eyJhbGciOiJub25lIn0..",
        "eyJhbGciOiJIUzI1NiJ9.e30.AA",
        "eyJhbGciOiJSUzI1NiJ9.e30.AA",
        "eyJhbGciOiJSUzI1NiJ9.W10.AA",
        "eyJhbGciOiJSUzI1NiJ9..AA",
        "eyJhbGciOiJSUzI1NiJ9.e30",
        " eyJhbGciOiJSUzI1NiJ9.e30.AA ",
        "eyJhbGciOiJSU0EtT0FFUCIsImVuYyI6IkExMjhHQ00ifQ.AA.AA.AA.AA"
      })
  void aTokenThatCannotBeValidCausesNoRequest(String token) {
    TokenVerifier verifier =
        new OAuthOptions(URI.create("http://127.0.0.1:1"), "us", null, null, "")
            .verifier(Clock.systemUTC(), OutboundClient.direct());

    assertThatThrownBy(() -> verifier.verify(token)).isInstanceOf(InvalidTokenException.class);
  }

  @Test
  void theFirstAudienceStaysTheFirst() {
    URI issuer = URI.create("https://id.test");
    Set<String> audiences = new LinkedHashSet<>(List.of("z", "a", "m"));
    OAuthOptions options =
        new OAuthOptions(issuer, issuer, audiences, Set.of(), null, null, TokenClaims.USUAL);
    audiences.add("added later");

    assertThat(options.audiences()).containsExactly("z", "a", "m");
  }
}
