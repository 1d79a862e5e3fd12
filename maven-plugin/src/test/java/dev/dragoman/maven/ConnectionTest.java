package dev.dragoman.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.dragoman.generator.module.VendorRequest;
import dev.dragoman.generator.module.Vendoring;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.settings.Proxy;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.crypto.DefaultSettingsDecrypter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sonatype.plexus.components.cipher.DefaultPlexusCipher;
import org.sonatype.plexus.components.sec.dispatcher.DefaultSecDispatcher;

/**
 * A server on loopback that serves a document, or stands for a proxy to a host that there is not.
 */
class ConnectionTest {
  private static final String SPEC =
      """
      openapi: 3.0.3
      info: {title: Lamp API, version: "1"}
      servers: [{url: "https://lamp.example"}]
      paths: {/lamps: {get: {operationId: listLamps, responses: {"200": {description: OK}}}}}
      """;
  private static final String BEHIND = "http://lamp.invalid/lamp.yaml";

  @TempDir Path folder;
  private HttpServer server;
  private final List<String> requests = new ArrayList<>();
  private final Settings settings = new Settings();

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          String user = exchange.getRequestHeaders().getFirst("Proxy-Authorization");
          String own = exchange.getRequestHeaders().getFirst("Authorization");
          requests.add(exchange.getRequestURI() + " " + user + " " + own);
          boolean closed = exchange.getRequestURI().isAbsolute() && user == null;
          exchange.getResponseHeaders().set("Proxy-Authenticate", "Basic realm=\"proxy\"");
          byte[] bytes = SPEC.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(closed ? 407 : 200, closed ? -1 : bytes.length);
          if (!closed) {
            exchange.getResponseBody().write(bytes);
          }
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void aProxyIsUsedAndToldWhoAsksWhenItWantsToKnow() throws Exception {
    settings.addProxy(proxy("http", server.getAddress().getPort()));
    vendor(Optional.of(BEHIND), null);
    assertThat(requests)
        .containsExactly(BEHIND + " null null", BEHIND + " Basic " + base64("me:secret") + " null");
  }

  @Test
  void aRefreshGoesTheSameWay() throws Exception {
    settings.addProxy(proxy("http", server.getAddress().getPort()));
    vendor(Optional.of(BEHIND), null);
    requests.clear();
    vendor(Optional.empty(), null);
    assertThat(requests).isNotEmpty().allMatch(request -> request.startsWith(BEHIND));
  }

  @Test
  void theProxyOfTheSchemeComesFirstAndOneThatIsOffNever() throws Exception {
    Proxy off = proxy("http", 9);
    off.setActive(false);
    settings.addProxy(off);
    settings.addProxy(proxy("https", 9));
    settings.addProxy(proxy("http", server.getAddress().getPort()));
    vendor(Optional.of(BEHIND), null);
    assertThat(requests).hasSize(2);
  }

  @Test
  void aHostThatIsExcludedIsAskedDirectly() throws Exception {
    Proxy other = proxy("http", 9);
    other.setNonProxyHosts("127.*");
    settings.addProxy(other);
    vendor(Optional.of(here()), null);
    assertThat(requests).containsExactly("/lamp.yaml null null");
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {"me, Basic bWU6c2VjcmV0", "-, Bearer secret"})
  void theCredentialsOfAServerAreSent(String user, String sent) throws Exception {
    Server known = new Server();
    known.setId("lamps");
    known.setUsername(user);
    known.setPassword("secret");
    settings.addServer(known);
    vendor(Optional.of(here()), "lamps");
    assertThat(requests).containsExactly("/lamp.yaml null " + sent);
  }

  @Test
  void aServerThatThereIsNotIsNamed() {
    assertThatThrownBy(() -> vendor(Optional.of(here()), "bulbs"))
        .isInstanceOf(MojoFailureException.class)
        .hasMessage("settings.xml does not contain a server with the id bulbs.");
    assertThat(requests).isEmpty();
  }

  private String here() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/lamp.yaml";
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static Proxy proxy(String protocol, int port) {
    Proxy proxy = new Proxy();
    proxy.setProtocol(protocol);
    proxy.setHost("127.0.0.1");
    proxy.setPort(port);
    proxy.setUsername("me");
    proxy.setPassword("secret");
    return proxy;
  }

  private void vendor(Optional<String> source, String serverId) throws Exception {
    Connection connection =
        new Connection(
            settings,
            new DefaultSettingsDecrypter(new DefaultSecDispatcher(new DefaultPlexusCipher())));
    Vendoring.vendor(
        new VendorRequest(
            source,
            Optional.of("lamp"),
            folder,
            folder,
            Optional.empty(),
            connection.options(serverId),
            false,
            false,
            LocalDate.EPOCH),
        changes -> {});
  }

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
    assertThat(SettingsProxies.isDirect(host, proxy)).isEqualTo(direct);
  }
}
