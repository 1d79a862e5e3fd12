package dev.dragoman.runtime.execute.uri;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostAndPortTest {
  @ParameterizedTest
  @CsvSource({
    "http://my_api:28100/x, my_api, 28100",
    "http://my_api, my_api, 80",
    "https://my_api/v1?x=1, my_api, 443",
    "https://_stack.web_1.internal:8443, _stack.web_1.internal, 8443",
    "http://my_api:/x, my_api, 80",
    "http://api.example:65535, api.example, 65535",
    "http://[::1]:81/, ::1, 81",
    "http://127.0.0.1/, 127.0.0.1, 80",
    "http://a-.example, a-.example, 80"
  })
  void hosts(String url, String host, int port) {
    assertThat(HostAndPort.of(URI.create(url))).contains(new HostAndPort(host, port));
  }

  /** Other spellings of 127.0.0.1 and 169.254.169.254 among them. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.1",
        "http://0x7f.1",
        "http://a_b.0x7f000001/",
        "http://0177.0.0.1.",
        "http://a_b.2852039166:80",
        "http://my_api:65536",
        "http://my_api:99999/",
        "http://api.example:65536",
        "http://127.0.0.1:99999/",
        "http://[::1]:65536/x",
        "http://user@my_api/",
        "http://my%5Fapi/",
        "http:///x",
        "/x",
        "mailto:a@b"
      })
  void noHosts(String url) {
    assertThat(HostAndPort.of(URI.create(url))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "http://bücher.example:28100/v1, http://xn--bcher-kva.example:28100/v1",
    "https://日本.example/ü, https://xn--wgv71a.example/ü",
    "https://api.example/ü, https://api.example/ü",
    "http://my_api, http://my_api",
    "/servers/bücher, /servers/bücher"
  })
  void asciiForms(String url, String expected) {
    assertThat(HostAndPort.ascii(URI.create(url))).isEqualTo(URI.create(expected));
  }
}
