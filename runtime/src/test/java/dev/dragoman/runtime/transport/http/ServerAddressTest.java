package dev.dragoman.runtime.transport.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The address that a page or a card shows: that of the client, never one that it made up. */
class ServerAddressTest {
  private static final SourcePolicy SOURCES =
      new SourcePolicy(Set.of("gw.test", "my_host:8080"), Set.of());

  private static String address(String headers) {
    RecordedExchange exchange = new RecordedExchange("GET", "/");
    for (String line : headers.split(" ; ", -1)) {
      exchange.with(line.substring(0, line.indexOf(": ")), line.substring(line.indexOf(": ") + 2));
    }
    return ServerAddress.of(exchange, SOURCES::allowsHost).toString();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Host: localhost                                                  | http://localhost
          Host: LocalHost:8080                                             | http://localhost:8080
          Host: [::1]:8080                                                 | http://[::1]:8080
          Host: my_host:8080                                               | http://my_host:8080
          Host: a ; X-Forwarded-Host: gw.test                              | http://gw.test
          Host: a ; X-Forwarded-Host: GW.test:8443                         | http://gw.test:8443
          Host: a ; X-Forwarded-Host: evil.test                            | http://a
          Host: a ; X-Forwarded-Host: gw.test, evil.test                   | http://a
          Host: a ; X-Forwarded-Host: gw.test/x                            | http://a
          Host: a ; X-Forwarded-Host: user@gw.test                         | http://a
          Host: a ; X-Forwarded-Host: gw.test ; X-Forwarded-Host: gw.test  | http://a
          Host: a ; X-Forwarded-Host: my_host:9999                         | http://a
          Host: a ; X-Forwarded-Proto: https                               | https://a
          Host: a ; X-Forwarded-Proto: HTTPS                               | https://a
          Host: a ; X-Forwarded-Proto: javascript                          | http://a
          Host: a ; X-Forwarded-Proto: http ; X-Forwarded-Proto: https     | http://a
          Host: a ; X-Forwarded-Host: gw.test ; X-Forwarded-Proto: https   | https://gw.test
          Host: a ; X-Forwarded-Prefix: /evil                              | http://a
          """)
  void hostAndSchemeAreThoseOfTheClient(String headers, String address) {
    assertThat(address(headers)).isEqualTo(address);
  }

  /** RFC 7239, section 4: parameters in any order, names in any case, values quoted or not. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          proto=https                                | https
          for=192.0.2.1;proto=https;by=x             | https
          For="[2001:db8::1]:47011"; Proto="https"   | https
          proto=HTTPS, proto=http                    | https
          proto=http, proto=https                    | http
          for=a, for=b;proto=https                   | https
          host="proto=https"                         | http
          for=xproto=https                           | http
          proto=httpsx                               | http
          proto                                      | http
          """)
  void theStandardHeaderSaysTheScheme(String forwarded, String scheme) {
    assertThat(address("Host: a ; Forwarded: " + forwarded)).isEqualTo(scheme + "://a");
  }

  @Test
  void withoutAHostItIsThisMachine() {
    RecordedExchange exchange = new RecordedExchange("GET", "/");
    assertThat(ServerAddress.of(exchange, SOURCES::allowsHost)).hasToString("http://localhost");
  }
}
