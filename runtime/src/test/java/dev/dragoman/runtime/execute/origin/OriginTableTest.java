package dev.dragoman.runtime.execute.origin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dragoman.runtime.execute.UpstreamException;
import dev.dragoman.runtime.request.ApiRequest;
import java.net.InetAddress;
import java.net.URI;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which URLs belong to an origin (RFC 6454), and which requests stay below its base path. */
class OriginTableTest {

  @DisplayName("S7 a request is sent below the base URL")
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          https://api.example           | /x            |           | https://api.example/x
          https://api.example/          | /x            |           | https://api.example/x
          https://api.example/v1        | /x            |           | https://api.example/v1/x
          https://api.example/v1/       | /x            | a=1&b=%20 | https://api.example/v1/x?a=1&b=%20
          https://api.example:8443/v1   | /x            |           | https://api.example:8443/v1/x
          https://API.example/V1        | /x            |           | https://API.example/V1/x
          http://[::1]:80/v1            | /x            |           | http://[::1]:80/v1/x
          http://my_api:8080            | /x            |           | http://my_api:8080/x
          https://bücher.example/a      | /x            |           | https://xn--bcher-kva.example/a/x
          https://api.example/v1        | /a%2Fb        |           | https://api.example/v1/a%2Fb
          https://api.example/v1        | /...          |           | https://api.example/v1/...
          https://api.example/v1        | /.well-known  |           | https://api.example/v1/.well-known
          https://api.example/v1        | /a..b/c.      |           | https://api.example/v1/a..b/c.
          https://api.example/v1        | /x//y         |           | https://api.example/v1/x//y
          https://api.example           | //other/x     |           | https://api.example//other/x
          https://api.example           | /@other/x     |           | https://api.example/@other/x
          """)
  void below(String base, String path, String query, String url) {
    Origin origin = new Origin(URI.create(base));
    ApiRequest request = ApiRequest.builder("GET", path).build();
    assertThat(origin.resolve(request, query == null ? "" : query)).hasToString(url);
  }

  @DisplayName("S7 a base URL has no dot segments, however they are spelled")
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/..",
        "/../x",
        "/a/../x",
        "/a/..",
        "/.",
        "/./x",
        "/%2e%2e/x",
        "/%2E./x",
        "/.%2e",
        "/a/%2E/x",
        "/..;a=1/x",
        "/%2e%2e;/x",
        "/a/.;"
      })
  void dotSegments(String path) {
    assertThatThrownBy(() -> new Origin(URI.create("https://api.example" + path)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the base URL may have no path segments . and ..");
  }

  @DisplayName("S7 a query that is not one is not sent")
  @ParameterizedTest
  @CsvSource({
    "'a b', not valid in a URL",
    "%, not valid in a URL",
    "a#b, would leave",
    "#, would leave"
  })
  void queries(String query, String message) {
    Origin origin = new Origin(URI.create("https://api.example/v1"));
    ApiRequest request = ApiRequest.builder("GET", "/x").build();
    assertThatThrownBy(() -> origin.resolve(request, query))
        .isInstanceOf(UpstreamException.class)
        .hasMessageContaining(message)
        .hasMessageContaining("nothing was sent");
  }

  @DisplayName("S8 scheme, host and port make an origin")
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          https://api.example     | https://api.example/x          | true
          https://api.example     | HTTPS://API.EXAMPLE            | true
          HTTPS://API.example     | https://api.example            | true
          https://api.example     | https://api.example:443        | true
          https://api.example:443 | https://api.example            | true
          http://api.example      | http://api.example:80          | true
          https://api.example     | http://api.example             | false
          https://api.example     | http://api.example:443         | false
          https://api.example     | https://api.example:80         | false
          https://api.example     | https://api.example:8443       | false
          https://api.example     | https://api.example.           | false
          https://api.example     | https://xapi.example           | false
          https://api.example     | https://api.example.other      | false
          https://api.example     | https://me@api.example         | false
          https://api.example     | https://@api.example           | false
          https://api.example     | //api.example                  | false
          https://api.example     | /x                             | false
          https://api.example     | https:///x                     | false
          https://api.example     | mailto:me@api.example          | false
          http://my_api:8080      | http://MY_API:8080             | true
          http://my_api:8080      | http://my_api                  | false
          http://[::1]:80         | http://[::1]                   | true
          http://127.0.0.1        | http://localhost               | false
          """)
  void origins(String base, String url, boolean same) {
    assertThat(new Origin(URI.create(base)).isOriginOf(URI.create(url))).isEqualTo(same);
  }

  @DisplayName("S8 the first and the last address of each network that is not public")
  @ParameterizedTest
  @CsvSource({
    "0.0.0.0, 0.255.255.255, 1.0.0.0",
    "10.0.0.0, 10.255.255.255, 11.0.0.0",
    "100.64.0.0, 100.127.255.255, 100.128.0.0",
    "127.0.0.0, 127.255.255.255, 128.0.0.0",
    "169.254.0.0, 169.254.255.255, 169.255.0.0",
    "172.16.0.0, 172.31.255.255, 172.32.0.0",
    "192.0.0.0, 192.0.0.255, 192.0.1.0",
    "192.168.0.0, 192.168.255.255, 192.169.0.0",
    "198.18.0.0, 198.19.255.255, 198.20.0.0",
    "fc00::, fdff:ffff:ffff:ffff:ffff:ffff:ffff:ffff, fe00::",
    "fe80::, febf:ffff:ffff:ffff:ffff:ffff:ffff:ffff, ff00::",
    "64:ff9b::10.0.0.0, 64:ff9b::10.255.255.255, 64:ff9b::11.0.0.0",
    "2002:a00::, 2002:aff:ffff::, 2002:b00::"
  })
  void networks(String first, String last, String beyond) throws Exception {
    assertThat(PrivateAddresses.isPrivate(InetAddress.getByName(first))).isTrue();
    assertThat(PrivateAddresses.isPrivate(InetAddress.getByName(last))).isTrue();
    boolean multicast = beyond.equals("ff00::");
    assertThat(PrivateAddresses.isPrivate(InetAddress.getByName(beyond))).isEqualTo(multicast);
  }

  @DisplayName("S8 the last address before each network that is not public")
  @ParameterizedTest
  @ValueSource(
      strings = {
        "9.255.255.255",
        "100.63.255.255",
        "126.255.255.255",
        "169.253.255.255",
        "172.15.255.255",
        "191.255.255.255",
        "192.167.255.255",
        "198.17.255.255",
        "223.255.255.255",
        "192.1.0.0",
        "fbff::1",
        "64:ff9a::10.0.0.1",
        "64:ff9b:0:1::10.0.0.1",
        "2001:a00::1",
        "2102:a00::1",
        "::8.8.8.8"
      })
  void publicNeighbors(String address) throws Exception {
    assertThat(PrivateAddresses.isPrivate(InetAddress.getByName(address))).isFalse();
  }
}
