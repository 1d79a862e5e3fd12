package dev.dragoman.maven;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.maven.settings.Proxy;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConnectionTest {
  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "api.example.com, -, false",
        "api.example.com, localhost|*.example.com, true",
        "API.Example.com, *.example.com, true",
        "example.com, *.example.com, false",
        "127.0.0.1, 'localhost, 127.*', true",
        "apiXexample.com, api.example.com, false",
        "api.example.com, '', false",
      })
  void hostsWithoutAProxy(String host, String hosts, boolean direct) {
    Proxy proxy = new Proxy();
    proxy.setNonProxyHosts(hosts);
    assertThat(Connection.isDirect(host, proxy)).isEqualTo(direct);
  }
}
