package dev.dragoman.runtime.execute.http;

import static dev.dragoman.runtime.execute.Calls.PLAIN;
import static dev.dragoman.runtime.execute.Calls.READ;
import static dev.dragoman.runtime.execute.Calls.anonymous;
import static dev.dragoman.runtime.execute.Calls.permit;
import static dev.dragoman.runtime.execute.Calls.text;
import static dev.dragoman.runtime.execute.Calls.with;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dragoman.runtime.AccessLevel;
import dev.dragoman.runtime.Environment;
import dev.dragoman.runtime.Operation;
import dev.dragoman.runtime.execute.RawUpstream;
import dev.dragoman.runtime.execute.TestKeys;
import dev.dragoman.runtime.execute.TestProxy;
import dev.dragoman.runtime.execute.TlsApi;
import dev.dragoman.runtime.execute.UpstreamException;
import dev.dragoman.runtime.execute.client.AddressResolver;
import dev.dragoman.runtime.execute.client.ConnectionOptions;
import dev.dragoman.runtime.execute.client.proxy.Proxies;
import dev.dragoman.runtime.execute.client.proxy.ProxyVariables;
import dev.dragoman.runtime.execute.client.tls.TlsOptions;
import dev.dragoman.runtime.execute.origin.Upstream;
import dev.dragoman.runtime.request.ApiRequest;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests through a real proxy. Names end in {@code .test}, which only the proxy can resolve. */
class ProxyTest {
  private static final String OK = RawUpstream.EMPTY_OK;
  private static final Operation WRITE = Operation.of("createX", "POST", "/x", AccessLevel.WRITE);
  private static final ApiRequest GET = ApiRequest.builder("GET", "/x").query("q", "a b").build();
  private static final ApiRequest POST = ApiRequest.builder("POST", "/x").build();

  private final List<String> resolved = new CopyOnWriteArrayList<>();

  private static ConnectionOptions through(String http, String https) {
    return new ConnectionOptions(TlsOptions.JVM, proxies(http, https));
  }

  private static Proxies proxies(String http, String https) {
    return new ProxyVariables(
            Map.of("HTTP_PROXY", http, "HTTPS_PROXY", https),
            problem -> {
              throw new AssertionError(problem);
            })
        .read();
  }

  private HttpExecutor executor(Upstream upstream, ConnectionOptions options) {
    AddressResolver resolver =
        new AddressResolver(
            host -> {
              resolved.add(host);
              if (host.endsWith(".test")) {
                throw new UnknownHostException(host);
              }
              return InetAddress.getAllByName(host);
            });
    return new HttpExecutor(PLAIN, upstream, ResilienceSettings.defaults(), options, resolver);
  }

  private static URI named(String host, int port) {
    return URI.create("http://" + host + ":" + port);
  }

  @Test
  void httpIsForwardedInAbsoluteForm() throws Exception {
    try (RawUpstream api = RawUpstream.answering(OK);
        TestProxy proxy = new TestProxy("")) {
      URI url = named("api.test", api.url().getPort());
      HttpExecutor executor = executor(Upstream.named(url), through(proxy.address(), "unused:1"));
      assertThat(executor.execute(permit(READ, anonymous()), GET).status()).isEqualTo(200);
      assertThat(proxy.heads().get(0))
          .startsWith(
              "GET " + url + "/x?q=a%20b HTTP/1.1\r\nHost: " + url.getRawAuthority() + "\r\n")
          .doesNotContain("Proxy-Authorization");
      assertThat(api.onlyRequest()).startsWith("GET /x?q=a%20b HTTP/1.1\r\n");
      assertThat(resolved).as("the proxy resolves names").isEmpty();
    }
  }

  @Test
  void httpsTakesATunnelInWhichTheProxySeesNothing(@TempDir Path folder) throws Exception {
    TestKeys keys = new TestKeys(folder).signed("api", "-ext", "san=dns:api.test");
    TlsOptions tls = new TlsOptions(List.of(keys.certificate("ca")), Optional.empty());
    try (TlsApi api = new TlsApi(keys.serving("api"));
        TestProxy proxy = new TestProxy("me:pass-word")) {
      ConnectionOptions options =
          new ConnectionOptions(tls, proxies("unused:1", "me:pass-word@" + proxy.address()));
      HttpExecutor executor =
          executor(Upstream.named(URI.create("https://api.test:" + api.port())), options);
      for (int count = 0; count < 3; count++) {
        assertThat(executor.execute(permit(WRITE, with("api-key-1")), POST).status())
            .isEqualTo(200);
      }
      assertThat(api.requests()).hasSize(3).containsOnly("TLSv1.3 - POST /x HTTP/1.1");
      assertThat(proxy.heads())
          .as("one tunnel for all")
          .singleElement()
          .asString()
          .startsWith(
              "CONNECT api.test:" + api.port() + " HTTP/1.1\r\nHost: api.test:" + api.port())
          .contains("\r\nProxy-Authorization: Basic " + base64("me:pass-word") + "\r\n")
          .doesNotContain("api-key-1");

      HttpExecutor wrong =
          executor(Upstream.named(URI.create("https://other.test:" + api.port())), options);
      assertThatThrownBy(() -> wrong.execute(permit(WRITE, anonymous()), POST))
          .hasMessageContaining("its certificate is for another host");
    }
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(ISO_8859_1));
  }

  @ParameterizedTest
  @CsvSource({
    "http, '', requires a user and password (status 407)",
    "https, '', requires a user and password (status 407)",
    "http, me:wrong-one@, does not accept the user and password in HTTP_PROXY (status 407)",
    "https, me:wrong-one@, does not accept the user and password in HTTPS_PROXY (status 407)"
  })
  void aProxyThatAsksForAPassword(String scheme, String user, String sentence) throws Exception {
    try (RawUpstream api = RawUpstream.answering(OK);
        TestProxy proxy = new TestProxy("me:pass-word")) {
      String address = user + proxy.address();
      URI url = URI.create(scheme + "://api.test:" + api.url().getPort());
      HttpExecutor executor = executor(Upstream.named(url), through(address, address));
      for (Operation operation : List.of(READ, WRITE)) {
        assertThatThrownBy(() -> executor.execute(permit(operation, with("api-key-1")), GET))
            .isInstanceOf(UpstreamException.class)
            .hasMessageStartingWith("The proxy of " + scheme.toUpperCase(Locale.ROOT) + "_PROXY ")
            .hasMessageContaining(sentence)
            .hasMessageEndingWith("Nothing was sent to the API.")
            .hasMessageNotContainingAny("wrong-one", "took effect", "Retrying");
      }
      assertThat(proxy.heads()).as("never tried again: accounts are locked").hasSize(2);
      assertThat(api.requests()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"me:pass-word", "me:p@ss:w/rd", "domain\\me:x", "me:"})
  void theRightPassword(String user) throws Exception {
    try (RawUpstream api = RawUpstream.answering(OK);
        TestProxy proxy = new TestProxy(user)) {
      String escaped = URLEncoder.encode(user, ISO_8859_1).replace("%3A", ":");
      HttpExecutor executor =
          executor(
              Upstream.named(named("api.test", api.url().getPort())),
              through("http://" + escaped + "@" + proxy.address(), ""));
      assertThat(executor.execute(permit(READ, anonymous()), GET).status()).isEqualTo(200);
    }
  }

  @Test
  @DisplayName("S10 the password of a proxy is in no preview, and masked in responses")
  void thePasswordIsNotShown() throws Exception {
    RawUpstream.Script echo =
        (request, out) ->
            out.write(
                RawUpstream.withBody(
                    "HTTP/1.1 200 OK\nContent-Type: text/plain", request.getBytes(ISO_8859_1)));
    try (RawUpstream api = RawUpstream.scripted(echo);
        TestProxy proxy = new TestProxy("me:pass-word")) {
      HttpExecutor executor =
          executor(
              Upstream.named(named("api.test", api.url().getPort())),
              through("me:pass-word@" + proxy.address(), ""));
      assertThat(executor.preview(permit(READ, anonymous()), GET))
          .doesNotContain("pass-word", base64("me:pass-word"), "Proxy-Authorization");
      assertThat(text(executor.execute(permit(READ, anonymous()), GET)))
          .contains("Proxy-Authorization: Basic ***")
          .doesNotContain("pass-word", base64("me:pass-word"));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {403, 405, 500})
  void aProxyThatRefusesTheHost(int status) throws Exception {
    try (TestProxy proxy = new TestProxy("").refusing(status)) {
      HttpExecutor executor =
          executor(Upstream.named(URI.create("https://api.test")), through("", proxy.address()));
      assertThatThrownBy(() -> executor.execute(permit(READ, anonymous()), GET))
          .hasMessageStartingWith(
              "The proxy of HTTPS_PROXY does not connect to the API (status " + status + ").")
          .hasMessageEndingWith("Nothing was sent to the API.");
      assertThat(proxy.heads()).hasSize(1);
    }
  }

  /** The proxy could not reach the API; nothing was sent, so even a read is safe to repeat. */
  @Test
  void aProxyThatCannotReachTheApi() throws Exception {
    try (TestProxy proxy = new TestProxy("").refusing(502)) {
      HttpExecutor executor =
          executor(Upstream.named(URI.create("https://api.test")), through("", proxy.address()));
      assertThatThrownBy(() -> executor.execute(permit(READ, anonymous()), GET))
          .hasMessageContaining("(status 502)")
          .hasMessageEndingWith("Nothing was sent.");
      assertThat(proxy.heads()).hasSize(2);
      assertThatThrownBy(() -> executor.execute(permit(WRITE, anonymous()), POST))
          .hasMessageContaining("(status 502)");
      assertThat(proxy.heads()).as("a write is not repeated").hasSize(3);
    }
  }

  @Test
  void aProxyThatIsNotThere() throws Exception {
    TestProxy proxy = new TestProxy("");
    proxy.close();
    HttpExecutor executor =
        executor(Upstream.named(URI.create("https://api.test")), through("", proxy.address()));
    assertThatThrownBy(() -> executor.execute(permit(READ, anonymous()), GET))
        .hasMessageStartingWith("Cannot connect to the API: The proxy of HTTPS_PROXY cannot be");
  }

  /** An API may respond with 407 itself, where there is no proxy. */
  @Test
  void withoutAProxyThe407IsTheApis() {
    try (RawUpstream api = RawUpstream.answering("HTTP/1.1 407 No\nContent-Length: 0\n\n")) {
      HttpExecutor executor = executor(Upstream.named(api.url()), through("unused:1", "unused:1"));
      assertThat(executor.execute(permit(READ, anonymous()), GET).status()).isEqualTo(407);
    }
  }

  @ParameterizedTest
  @DisplayName(
      "S8 a server of the document that is a private address is refused behind a proxy, too")
  @ValueSource(
      strings = {
        "10.0.0.1",
        "169.254.169.254",
        "[fd00::1]",
        "192.168.0.1",
        "2130706433",
        "[::ffff:10.0.0.1]"
      })
  void privateAddressesAreRefused(String host) throws Exception {
    try (TestProxy proxy = new TestProxy("")) {
      for (String scheme : List.of("http", "https")) {
        URI url = URI.create(scheme + "://" + host + ":8080");
        HttpExecutor executor =
            executor(
                Upstream.declared(new Environment("p", url)),
                through(proxy.address(), proxy.address()));
        assertThatThrownBy(() -> executor.execute(permit(READ, anonymous()), GET))
            .isInstanceOf(UpstreamException.class)
            .hasMessageContaining("othing was sent");
      }
      assertThat(proxy.heads()).isEmpty();
    }
  }

  @Test
  void aPublicNameOfTheDocumentIsResolvedByTheProxy() throws Exception {
    try (RawUpstream api = RawUpstream.answering(OK);
        TestProxy proxy = new TestProxy("")) {
      URI url = named("api.test", api.url().getPort());
      HttpExecutor executor =
          executor(Upstream.declared(new Environment("p", url)), through(proxy.address(), ""));
      assertThat(executor.execute(permit(READ, anonymous()), GET).status()).isEqualTo(200);
      assertThat(resolved).isEmpty();
    }
  }

  @Test
  void loopbackTakesNoProxy() throws Exception {
    try (RawUpstream api = RawUpstream.answering(OK);
        TestProxy proxy = new TestProxy("")) {
      ConnectionOptions options = through(proxy.address(), proxy.address());
      for (String host : List.of("127.0.0.1", "localhost")) {
        HttpExecutor executor = executor(Upstream.named(named(host, api.url().getPort())), options);
        assertThat(executor.execute(permit(READ, anonymous()), GET).status()).isEqualTo(200);
      }
      assertThat(proxy.heads()).isEmpty();
    }
  }
}
