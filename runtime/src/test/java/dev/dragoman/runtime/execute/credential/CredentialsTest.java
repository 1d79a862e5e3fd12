package dev.dragoman.runtime.execute.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dragoman.runtime.SecurityScheme;
import dev.dragoman.runtime.SecurityScheme.ApiKey;
import dev.dragoman.runtime.SecurityScheme.HttpBasic;
import dev.dragoman.runtime.SecurityScheme.HttpBearer;
import dev.dragoman.runtime.SecurityScheme.HttpOther;
import dev.dragoman.runtime.SecurityScheme.Location;
import dev.dragoman.runtime.SecurityScheme.Unserved;
import dev.dragoman.runtime.execute.MissingCredentialException;
import dev.dragoman.runtime.request.ApiRequest.Pair;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CredentialsTest {
  private static final Map<String, SecurityScheme> SCHEMES =
      Map.ofEntries(
          Map.entry("bearer", new HttpBearer("s")),
          Map.entry("basic", new HttpBasic("s")),
          Map.entry("GenieKey", new HttpOther("s", "GenieKey")),
          Map.entry("Token token=", new HttpOther("s", "Token token=")),
          Map.entry("header", new ApiKey("s", Location.HEADER, "X-Key")),
          Map.entry("header Key", new ApiKey("s", Location.HEADER, "X-Key", "Key")),
          Map.entry("header id:", new ApiKey("s", Location.HEADER, "X-Key", "id:")),
          Map.entry("authorization", new ApiKey("s", Location.HEADER, "authorization")),
          Map.entry("authorization Key", new ApiKey("s", Location.HEADER, "Authorization", "Key")),
          Map.entry("query", new ApiKey("s", Location.QUERY, "key")),
          Map.entry("cookie", new ApiKey("s", Location.COOKIE, "session")),
          Map.entry("digest", new Unserved("s", "http digest", false)));

  private static Credentials of(String scheme, String secret) {
    Credentials credentials = Credentials.none();
    credentials.add(SCHEMES.get(scheme), secret);
    return credentials;
  }

  /** A prefix is added once, and never to a credential that has a scheme of its own. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          bearer            | abc                | Bearer abc
          bearer            | Bearer abc         | Bearer abc
          bearer            | BEARER abc         | BEARER abc
          bearer            | Token abc          | Token abc
          bearer            | Bearerabc          | Bearer Bearerabc
          bearer            | user=me key        | Bearer user=me key
          bearer            | 'abc '             | 'Bearer abc '
          GenieKey          | abc                | GenieKey abc
          GenieKey          | geniekey abc       | geniekey abc
          GenieKey          | Bearer abc         | Bearer abc
          Token token=      | abc                | Token token=abc
          Token token=      | Token token=abc    | Token token=abc
          Token token=      | token TOKEN=abc    | token TOKEN=abc
          header            | abc                | abc
          header            | Token abc          | Token abc
          header Key        | abc                | Key abc
          header Key        | Key abc            | Key abc
          header Key        | key abc            | key abc
          header Key        | Keyabc             | Key Keyabc
          header Key        | Key                | Key Key
          header Key        | Token abc          | Key Token abc
          header id:        | abc                | id:abc
          header id:        | ID:abc             | ID:abc
          header id:        | idabc              | id:idabc
          authorization     | abc                | abc
          authorization     | Token abc          | Token abc
          authorization Key | abc                | Key abc
          authorization Key | Token abc          | Token abc
          """)
  void headersWithAPrefix(String scheme, String secret, String value) {
    assertThat(of(scheme, secret).headers(List.of()))
        .extracting(Pair::value)
        .containsExactly(value);
  }

  /**
   * RFC 7617: Base64 of {@code user:password}. What is Base64 of such a pair already is sent as it
   * is; anything else without a colon is a user name.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          me:pw              | bWU6cHc=
          me:p:w             | bWU6cDp3
          :                  | Og==
          me                 | bWU6
          bWU6cHc=           | bWU6cHc=
          Og==               | Og==
          Basic bWU6cHc=     | bWU6cHc=
          basic   bWU6cHc=   | bWU6cHc=
          Basic me           | bWU6
          YWI=               | WVdJPTo=
          YQo6Yg==           | WVFvNllnPT06
          YX86Yg==           | WVg4NllnPT06
          """)
  void basicAuthentication(String secret, String encoded) {
    assertThat(of("basic", secret).headers(List.of()))
        .containsExactly(new Pair("Authorization", "Basic " + encoded));
  }

  @Test
  void aSchemeThatThisServerCannotSendAddsNothing() {
    Credentials credentials = of("digest", "secret-key");
    assertThat(credentials.headers(List.of())).isEmpty();
    assertThat(credentials.query("")).isEmpty();
    assertThat(credentials.cookies(List.of())).isEmpty();
  }

  @Test
  void aCookieCannotContainASemicolonAndOtherPlacesCan() {
    assertThatThrownBy(() -> of("cookie", "abc;admin=1"))
        .isInstanceOf(MissingCredentialException.class)
        .hasMessageContaining("The security scheme \"s\"")
        .hasMessageContaining("the cookie \"session\"")
        .hasMessageContaining("nothing was sent")
        .hasMessageNotContaining("admin");
    assertThatThrownBy(() -> of("cookie", ";")).isInstanceOf(MissingCredentialException.class);
    assertThat(of("cookie", "abc").cookies(List.of())).isEqualTo("session=abc");
    assertThat(of("header", "abc;d").headers(List.of())).extracting(Pair::value).contains("abc;d");
    assertThat(of("query", "abc;d").query("")).isEqualTo("key=abc%3Bd");
  }

  /** Names of parameters are compared as the API decodes them. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''               | key=s-1
          a=1              | a=1&key=s-1
          key=evil         | key=s-1
          key              | key=s-1
          key=             | key=s-1
          %6Bey=evil&a=1   | a=1&key=s-1
          key=1&a=1&key=2  | a=1&key=s-1
          KEY=1            | KEY=1&key=s-1
          keys=1&ke=2      | keys=1&ke=2&key=s-1
          =key             | =key&key=s-1
          a=key=1          | a=key=1&key=s-1
          a=1&&b=2&        | a=1&b=2&key=s-1
          %zz=1&%          | %zz=1&%&key=s-1
          """)
  void aQueryParameterReplacesThoseOfItsName(String given, String expected) {
    assertThat(of("query", "s-1").query(given)).isEqualTo(expected);
  }

  @Test
  void aQueryWithoutACredentialIsLeftAsItIs() {
    assertThat(of("header", "s-1").query("b&&key=1&")).isEqualTo("b&&key=1&");
  }

  @ParameterizedTest
  @CsvSource({"a b, a%20b", "a+b, a%2Bb", "a*b, a%2Ab", "a~b, a~b", "a&b=c, a%26b%3Dc", "%, %25"})
  void aQueryParameterIsPercentEncoded(String secret, String encoded) {
    assertThat(of("query", secret).query("")).isEqualTo("key=" + encoded);
  }

  /** Field names are case-insensitive (RFC 9110, section 5.1), the others are not. */
  @Test
  void placesOfTheSameNameAreTakenOnce() {
    Credentials credentials = Credentials.none();
    for (Location location : Location.values()) {
      for (String name : List.of("key", "KEY", "key")) {
        credentials.add(new ApiKey(name, location, name), "s-" + name);
      }
    }
    assertThat(credentials.headers(List.of())).containsExactly(new Pair("key", "s-key"));
    assertThat(credentials.query("")).isEqualTo("key=s-key&KEY=s-KEY");
    assertThat(credentials.cookies(List.of())).isEqualTo("key=s-key; KEY=s-KEY");
  }

  @Test
  void headersOfTheRequestThatTheCredentialReplaces() {
    assertThat(
            of("header", "s-1")
                .headers(
                    List.of(
                        new Pair("X-KEY", "evil"),
                        new Pair("X-Keys", "kept"),
                        new Pair("x-key", "evil too"))))
        .containsExactly(new Pair("X-Keys", "kept"), new Pair("X-Key", "s-1"));
  }

  /**
   * A response may repeat any of these. Words after the first are secrets if they have at least
   * eight characters: shorter ones would hide half of a response.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          bearer     | abc                       | abc
          bearer     | Token abcdefgh            | Token abcdefgh, Token%20abcdefgh, abcdefgh
          bearer     | Token abcdefg             | Token abcdefg, Token%20abcdefg
          bearer     | Key id=abcdefgh           | Key id=abcdefgh, Key%20id%3Dabcdefgh, id=abcdefgh, id%3Dabcdefgh, abcdefgh
          header     | 'A "abcdefgh";"12345678"' | 'A "abcdefgh";"12345678", A%20%22abcdefgh%22%3B%2212345678%22, abcdefgh, 12345678'
          header Key | abc                       | abc, Key abc, Key%20abc
          basic      | me:pw                     | me:pw, me%3Apw, bWU6cHc=, bWU6cHc%3D
          basic      | Basic bWU6cHc=            | Basic bWU6cHc=, Basic%20bWU6cHc%3D, bWU6cHc=, bWU6cHc%3D
          query      | a/b                       | a/b, a%2Fb
          """)
  void spellings(String scheme, String secret, String spellings) {
    assertThat(of(scheme, secret).spellings()).containsExactlyInAnyOrder(spellings.split(", "));
  }
}
