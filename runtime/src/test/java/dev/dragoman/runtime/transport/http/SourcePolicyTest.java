package dev.dragoman.runtime.transport.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which host names and origins reach the server; everything else may be DNS rebinding. */
class SourcePolicyTest {
  private static final SourcePolicy LOOPBACK = new SourcePolicy(Set.of(), Set.of());

  private static RecordedExchange request(String host) {
    return new RecordedExchange("POST", "/mcp").with("Host", host);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost",
        "LocalHost",
        "localhost.",
        "localhost:1",
        "localhost:65535",
        "127.0.0.1",
        "127.0.0.1:8080",
        "[::1]",
        "[::1]:8080"
      })
  void loopbackNamesAreAllowedOnEveryPort(String host) {
    assertThat(LOOPBACK.allows(request(host))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        ".",
        "localhost..",
        "localhost:",
        "localhost:port",
        "localhost:123456",
        "localhost:-1",
        "localhost.example.com",
        "example.localhost.com",
        "notlocalhost",
        "127.0.0.2",
        "127.0.0.1.example.com",
        "127.1",
        "2130706433",
        "0.0.0.0",
        "::1",
        "[::1",
        "[::2]",
        "[::1]x",
        "localhost/",
        "localhost/x",
        "user@localhost",
        "localhost@evil.example",
        "localhost,evil.example",
        "localhost evil.example",
        "localhost\nevil.example",
        "ľocalhost"
      })
  void everyOtherNameIsRefused(String host) {
    assertThat(LOOPBACK.allows(request(host))).isFalse();
  }

  /** An entry without a port stands for every port; one with a default port, for a bare name. */
  @ParameterizedTest
  @CsvSource({
    "api.example.com,     api.example.com,      true",
    "api.example.com,     API.Example.COM,      true",
    "API.EXAMPLE.com,     api.example.com,      true",
    "api.example.com,     api.example.com.,     true",
    "api.example.com,     api.example.com:1,    true",
    "api.example.com,     api.example.com.:444, true",
    "api.example.com/,    api.example.com,      true",
    "api.example.com:444, api.example.com:444,  true",
    "api.example.com:444, api.example.com:443,  false",
    "api.example.com:444, api.example.com:4444, false",
    "api.example.com:444, api.example.com,      false",
    "api.example.com:443, api.example.com,      true",
    "api.example.com:80,  api.example.com,      true",
    "api.example.com:80,  api.example.com:443,  false",
    "api.example.com,     example.com,          false",
    "api.example.com,     x.api.example.com,    false",
    "api.example.com,     api-example.com,      false",
    "api.example.com,     apiXexample.com,      false",
    "[2001:db8::1],       [2001:db8::1]:8080,   true",
    "[2001:DB8::1],       [2001:db8::1],        true",
    "[2001:db8::1],       [2001:db8::2],        false",
    "my_host,             my_host:80,           true"
  })
  void configuredHosts(String configured, String host, boolean allowed) {
    SourcePolicy policy = new SourcePolicy(Set.of(configured), Set.of());
    assertThat(policy.allows(request(host))).isEqualTo(allowed);
  }

  @Test
  void theHostMustBeNamedOnce() {
    assertThat(LOOPBACK.allows(new RecordedExchange("POST", "/mcp"))).as("none").isFalse();
    assertThat(LOOPBACK.allows(request("localhost").with("Host", "localhost"))).isFalse();
    assertThat(LOOPBACK.allows(request("localhost").with("Host", "evil.example"))).isFalse();
  }

  /** The host of a target in absolute form overrides Host (RFC 9112, section 3.2.2). */
  @ParameterizedTest
  @CsvSource({
    "localhost,    true",
    "127.0.0.1:80, true",
    "evil.example, false",
    "'',           false"
  })
  void theTargetsOwnHostIsCheckedToo(String authority, boolean allowed) {
    assertThat(LOOPBACK.allows(request("localhost").authority(authority))).isEqualTo(allowed);
  }

  @ParameterizedTest
  @CsvSource({
    "http://localhost,              true",
    "https://localhost,             true",
    "http://localhost:6274,         true",
    "HTTP://LOCALHOST:6274,         true",
    "http://127.0.0.1:1,            true",
    "http://[::1]:8080,             true",
    "null,                          false",
    "localhost,                     false",
    "http://,                       false",
    "file://localhost,              false",
    "ftp://localhost,               false",
    "chrome-extension://localhost,  false",
    "xhttp://localhost,             false",
    "http://localhost/,             false",
    "http://localhost.evil.example, false",
    "http://evil.example,           false",
    "http://localhost@evil.example, false",
    "http://evil.example/localhost, false",
    "http://evil.example#localhost, false",
    "http://http://localhost,       false",
    "'http://localhost http://x',   false",
    "'',                            false"
  })
  void pagesOfThisMachineAreAllowed(String origin, boolean allowed) {
    assertThat(LOOPBACK.allows(request("localhost").with("Origin", origin))).isEqualTo(allowed);
  }

  /** An origin is scheme, host and port; the default port goes without saying. */
  @ParameterizedTest
  @CsvSource({
    "https://app.example.com,      https://app.example.com,       true",
    "https://app.example.com,      https://APP.example.com,       true",
    "https://App.Example.com/,     https://app.example.com,       true",
    "https://app.example.com:443,  https://app.example.com,       true",
    "https://app.example.com,      https://app.example.com:443,   true",
    "http://app.example.com:80,    http://app.example.com,        true",
    "https://app.example.com,      http://app.example.com,        false",
    "http://app.example.com,       https://app.example.com,       false",
    "https://app.example.com:80,   https://app.example.com,       false",
    "https://app.example.com,      https://app.example.com:8443,  false",
    "https://app.example.com:8443, https://app.example.com,       false",
    "https://app.example.com:8443, https://app.example.com:8443,  true",
    "https://app.example.com,      https://x.app.example.com,     false",
    "https://app.example.com,      https://app.example.com.evil,  false",
    "https://app.example.com,      https://evil/app.example.com,  false",
    "vscode-webview://x,           vscode-webview://x,            true",
    "vscode-webview://x,           vscode-webview://y,            false"
  })
  void configuredOrigins(String configured, String origin, boolean allowed) {
    SourcePolicy policy = new SourcePolicy(Set.of(), Set.of(configured));
    assertThat(policy.allows(request("localhost").with("Origin", origin))).isEqualTo(allowed);
  }

  @Test
  void anAllowedOriginDoesNotMakeAHostAllowed() {
    SourcePolicy policy = new SourcePolicy(Set.of(), Set.of("https://app.example.com"));
    assertThat(policy.allows(request("app.example.com").with("Origin", "https://app.example.com")))
        .isFalse();
  }

  @Test
  void anAllowedHostDoesNotMakeAnOriginAllowed() {
    SourcePolicy policy = new SourcePolicy(Set.of("api.example.com"), Set.of());
    assertThat(policy.allows(request("api.example.com").with("Origin", "https://api.example.com")))
        .isFalse();
  }

  /** The browser says that the page is the server's own. */
  @Test
  void itsOwnPageMayCall() {
    SourcePolicy policy = new SourcePolicy(Set.of("api.example.com"), Set.of());
    RecordedExchange own =
        request("api.example.com")
            .with("Origin", "https://api.example.com")
            .with("Sec-Fetch-Site", "same-origin");
    assertThat(policy.allows(own)).isTrue();
    assertThat(policy.allows(own.with("Sec-Fetch-Site", "same-origin"))).isFalse();
    assertThat(
            policy.allows(
                request("api.example.com:8080").with("Origin", "http://api.example.com:8080")))
        .isTrue();
  }

  @Test
  void severalOriginsAreRefusedEvenIfEachIsAllowed() {
    RecordedExchange request =
        request("localhost").with("Origin", "http://localhost").with("Origin", "http://localhost");
    assertThat(LOOPBACK.allows(request)).isFalse();
  }
}
