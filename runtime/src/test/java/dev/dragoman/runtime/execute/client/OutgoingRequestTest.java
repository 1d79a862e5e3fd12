package dev.dragoman.runtime.execute.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.dragoman.runtime.request.ApiRequest.Pair;
import dev.dragoman.runtime.request.RequestBody;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a request looks like on the wire, and what must never get there. */
class OutgoingRequestTest {
  private static final URI URL = URI.create("https://api.test/a");

  private static OutgoingRequest request(String method, String url, Pair... headers) {
    return new OutgoingRequest(method, URI.create(url), List.of(headers), Optional.empty());
  }

  private static OutgoingRequest withBody(String method, String body) {
    return new OutgoingRequest(
        method,
        URL,
        List.of(new Pair("A", "1")),
        Optional.of(RequestBody.of("text/plain", body.getBytes(StandardCharsets.UTF_8))));
  }

  @ParameterizedTest
  @CsvSource({
    "https://api.test,              /,           api.test",
    "https://api.test/,             /,           api.test",
    "https://api.test/a/b,          /a/b,        api.test",
    "https://api.test/a?b=c,        /a?b=c,      api.test",
    "https://api.test?b=c,          /?b=c,       api.test",
    "https://api.test/a?,           /a?,         api.test",
    "https://api.test/a%2Fb?c=%26,  /a%2Fb?c=%26,api.test",
    "https://api.test//a//b,        //a//b,      api.test",
    "https://API.test/a,            /a,          API.test",
    "http://api.test:8080/a,        /a,          api.test:8080",
    "https://api.test:443/a,        /a,          api.test:443",
    "http://[::1]:8080/a,           /a,          [::1]:8080"
  })
  void targetAndHost(String url, String target, String host) {
    OutgoingRequest request = request("GET", url);
    assertThat(request.target()).isEqualTo(target);
    assertThat(request.headers()).containsExactly(new Pair("Host", host));
  }

  @Test
  void headersKeepTheirOrderBetweenHostAndLength() {
    assertThat(withBody("POST", "abc").headers())
        .containsExactly(
            new Pair("Host", "api.test"), new Pair("A", "1"), new Pair("Content-Length", "3"));
  }

  /** RFC 9110, section 8.6: a method that anticipates content says that there is none. */
  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "GET,     -, -",
        "HEAD,    -, -",
        "DELETE,  -, -",
        "OPTIONS, -, -",
        "QUERY,   -, -",
        "POST,    -, 0",
        "PUT,     -, 0",
        "PATCH,   -, 0",
        "POST,    '', 0",
        "GET,     '', 0",
        "DELETE,  ä, 2",
        "PATCH,   abc, 3"
      })
  void theLengthOfTheContent(String method, String body, String length) {
    OutgoingRequest request =
        body == null ? request(method, "https://api.test/a") : withBody(method, body);
    assertThat(
            request.headers().stream()
                .filter(header -> header.name().equals("Content-Length"))
                .map(Pair::value)
                .findFirst()
                .orElse(null))
        .isEqualTo(length);
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "M-SEARCH", "x", "A.B_C~1", "!#$%&'*+^`|"})
  void methodsAreTokens(String method) {
    assertThat(request(method, "https://api.test").method()).isEqualTo(method);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "GET ", "GE T", "GET\r\nX: y", "GÉT", "G/T", "G:T", "\"GET\""})
  void otherMethodsCannotBeSent(String method) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> request(method, "https://api.test"))
        .withMessage("the method is not a token");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "a:", "a\r\nb", "ä", "a(b)", "[a]", "a\u0000"})
  void otherHeaderNamesCannotBeSent(String name) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> request("GET", "https://api.test", new Pair(name, "1")))
        .withMessage("the name of a header is not a token");
  }

  /** Boundaries of RFC 9110, section 5.5. */
  @ParameterizedTest
  @CsvSource({
    "09, true",
    "20, true",
    "21, true",
    "7E, true",
    "A0, true",
    "FF, true",
    "00, false",
    "08, false",
    "0A, false",
    "0D, false",
    "1F, false",
    "7F, false",
    "80, false",
    "85, false",
    "9F, false",
    "100, false",
    "10A, false",
    "200B, false",
    "20AC, false",
    "D83D, false"
  })
  void charactersOfHeaderValues(String hexadecimal, boolean sendable) {
    String value = "a" + (char) Integer.parseInt(hexadecimal, 16) + "b";
    if (sendable) {
      assertThat(request("GET", "https://api.test", new Pair("X", value)).headers())
          .contains(new Pair("X", value));
    } else {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> request("GET", "https://api.test", new Pair("X", value)))
          .withMessage("the value of the header X contains a character that HTTP forbids")
          .withMessageNotContaining(value);
    }
  }

  @Test
  void everyHeaderIsChecked() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> request("GET", "https://api.test", new Pair("A", "1"), new Pair("B", "\n")))
        .withMessageContaining("header B");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "accept-encoding",
        "connection",
        "content-length",
        "expect",
        "host",
        "http2-settings",
        "keep-alive",
        "proxy-authorization",
        "proxy-connection",
        "te",
        "trailer",
        "transfer-encoding",
        "upgrade"
      })
  void headersOfTheConnectionInAnyCase(String name) {
    assertThat(ConnectionHeaders.contains(name)).isTrue();
    assertThat(ConnectionHeaders.contains(name.toUpperCase(Locale.ROOT))).isTrue();
    assertThat(ConnectionHeaders.contains("x-" + name)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"accept", "authorization", "cookie", "content-type", "etag", "via", ""})
  void otherHeadersAreTheOperations(String name) {
    assertThat(ConnectionHeaders.contains(name)).isFalse();
  }

  @Test
  void theHeadersOfAResponse() {
    ResponseHead head =
        new ResponseHead(
            200, List.of(new Pair("link", "a"), new Pair("etag", "e"), new Pair("link", "b")));
    assertThat(head.header("link")).hasValue("a");
    assertThat(head.values("link")).containsExactly("a", "b");
    assertThat(head.header("Link")).as("names are in lower case").isEmpty();
    assertThat(head.values("none")).isEmpty();
  }
}
