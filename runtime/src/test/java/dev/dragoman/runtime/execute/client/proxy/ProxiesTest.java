package dev.dragoman.runtime.execute.client.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the variables mean: which server is called through which proxy. */
class ProxiesTest {
  private final List<String> problems = new ArrayList<>();

  private Proxies read(Map<String, String> environment) {
    return new ProxyVariables(environment, problems::add).read();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          api.example.com  | 443  | example.com             | direct
          example.com      | 443  | example.com             | direct
          api.example.com  | 443  | .example.com            | direct
          api.example.com  | 443  | *.example.com           | direct
          API.example.com  | 443  | api.EXAMPLE.com         | direct
          api.example.com. | 443  | example.com             | direct
          badexample.com   | 443  | example.com             | proxy
          example.com.evil | 443  | example.com             | proxy
          api.example.com  | 443  | other.org, example.com  | direct
          api.example.com  | 443  | other.org example.com   | direct
          api.example.com  | 443  | *                       | direct
          api.example.com  | 443  | ,,                      | proxy
          api.example.com  | 8443 | example.com:8443        | direct
          api.example.com  | 443  | example.com:8443        | proxy
          10.1.2.3         | 443  | 10.1.2.3                | direct
          10.1.2.3         | 8080 | 10.1.2.3:8080           | direct
          10.1.2.3         | 443  | 10.1.2.3:8080           | proxy
          10.1.2.3         | 443  | 10.0.0.0/8              | direct
          11.1.2.3         | 443  | 10.0.0.0/8              | proxy
          192.168.1.130    | 443  | 192.168.1.128/25        | direct
          192.168.1.127    | 443  | 192.168.1.128/25        | proxy
          10.1.2.3         | 443  | 0.0.0.0/0               | direct
          10.1.2.3         | 443  | 10.0.0.0/33             | proxy
          10.1.2.3         | 443  | 10.0.0.0/x              | proxy
          10.1.2.3         | 443  | 2.3                     | proxy
          fd00::1          | 443  | fd00::/8                | direct
          fe00::1          | 443  | fd00::/8                | proxy
          fd00::1          | 443  | fd00:0:0::1             | direct
          fd00::1          | 443  | [fd00::1]               | direct
          fd00::1          | 8080 | [fd00::1]:8080          | direct
          fd00::1          | 443  | [fd00::1]:8080          | proxy
          fd00::1          | 443  | 10.0.0.0/8              | proxy
          localhost        | 443  | other.org               | direct
          api.localhost    | 443  | other.org               | direct
          127.0.0.1        | 443  | other.org               | direct
          127.8.8.8        | 443  | other.org               | direct
          ::1              | 443  | other.org               | direct
          localhost.evil   | 443  | other.org               | proxy
          """)
  void exceptions(String host, int port, String list, String way) {
    Proxies proxies = read(Map.of("HTTPS_PROXY", "http://proxy:3128", "NO_PROXY", list));
    assertThat(proxies.forServer(true, host.toLowerCase(Locale.ROOT), port).isPresent())
        .isEqualTo(way.equals("proxy"));
    assertThat(problems).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          http://proxy.example.com:3128        | proxy.example.com | 3128 |
          proxy.example.com:3128               | proxy.example.com | 3128 |
          HTTP://proxy.example.com/            | proxy.example.com | 80   |
          http://[fd00::1]:3128                | fd00::1           | 3128 |
          http://me:secret@proxy:1             | proxy             | 1    | me:secret
          me:secret@proxy:1                    | proxy             | 1    | me:secret
          http://me:p%40ss%3A%2Fword@proxy:1   | proxy             | 1    | me:p@ss:/word
          http://me:p@ss+1@proxy:1             | proxy             | 1    | me:p@ss+1
          http://me:100%@proxy:1               | proxy             | 1    | me:100%
          http://me@proxy:1                    | proxy             | 1    | me:
          """)
  void urls(String url, String host, int port, String user) {
    Proxy proxy = read(Map.of("HTTP_PROXY", url)).http().orElseThrow();
    assertThat(proxy.host()).isEqualTo(host);
    assertThat(proxy.port()).isEqualTo(port);
    assertThat(proxy.user().map(pair -> pair.reveal()).orElse(null)).isEqualTo(user);
    assertThat(proxy).hasToString("Proxy[HTTP_PROXY]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "socks5://me:secret@proxy:1080",
        "https://me:secret@proxy:443",
        "http://me:secret@",
        "http://me:secret@proxy:99999",
        "http://me:secret@proxy:0",
        "http://me:secret@proxy:port",
        "http://me:secret@proxy/path",
        "http://me:sec%0Aret@proxy:1",
      })
  void aUrlThatCannotBeUsedIsNotShown(String url) {
    assertThat(read(Map.of("https_proxy", url)).https()).isEmpty();
    assertThat(problems)
        .singleElement()
        .asString()
        .startsWith("https_proxy ")
        .doesNotContain("ret");
  }

  @Test
  void lowerCaseTakesPrecedenceAndBlankIsNothing() {
    Proxies both =
        read(Map.of("http_proxy", "lower:1", "HTTP_PROXY", "upper:1", "HTTPS_PROXY", " "));
    assertThat(both.http()).hasValueSatisfying(one -> assertThat(one.host()).isEqualTo("lower"));
    assertThat(both.https()).isEmpty();
    assertThat(read(Map.of("http_proxy", "", "HTTP_PROXY", "upper:1")).http())
        .hasValueSatisfying(one -> assertThat(one.host()).isEqualTo("upper"));
    assertThat(read(Map.of("ALL_PROXY", "socks5://all:1"))).isEqualTo(read(Map.of()));
    assertThat(problems).isEmpty();
  }

  @Test
  void eachSchemeHasItsProxy() {
    Proxies proxies = read(Map.of("HTTP_PROXY", "plain:1", "HTTPS_PROXY", "secure:1"));
    assertThat(proxies.forServer(false, "api.example", 80).orElseThrow().host()).isEqualTo("plain");
    assertThat(proxies.forServer(true, "api.example", 443).orElseThrow().host())
        .isEqualTo("secure");
    assertThat(read(Map.of("HTTPS_PROXY", "secure:1")).forServer(false, "api.example", 80))
        .isEmpty();
  }
}
