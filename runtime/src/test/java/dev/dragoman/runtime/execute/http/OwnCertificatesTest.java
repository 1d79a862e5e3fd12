package dev.dragoman.runtime.execute.http;

import static dev.dragoman.runtime.execute.Calls.PLAIN;
import static dev.dragoman.runtime.execute.Calls.READ;
import static dev.dragoman.runtime.execute.Calls.anonymous;
import static dev.dragoman.runtime.execute.Calls.permit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dragoman.runtime.AccessLevel;
import dev.dragoman.runtime.Environment;
import dev.dragoman.runtime.Operation;
import dev.dragoman.runtime.SecurityScheme.Unserved;
import dev.dragoman.runtime.ServerDefinition;
import dev.dragoman.runtime.execute.ApiResponse;
import dev.dragoman.runtime.execute.MissingCredentialException;
import dev.dragoman.runtime.execute.RawUpstream;
import dev.dragoman.runtime.execute.TestKeys;
import dev.dragoman.runtime.execute.TlsApi;
import dev.dragoman.runtime.execute.UpstreamException;
import dev.dragoman.runtime.execute.client.AddressResolver;
import dev.dragoman.runtime.execute.client.AddressRule;
import dev.dragoman.runtime.execute.client.ConnectionOptions;
import dev.dragoman.runtime.execute.client.ExchangeException;
import dev.dragoman.runtime.execute.client.OutgoingRequest;
import dev.dragoman.runtime.execute.client.StatusOnly;
import dev.dragoman.runtime.execute.client.UpstreamClient;
import dev.dragoman.runtime.execute.client.proxy.Proxies;
import dev.dragoman.runtime.execute.client.tls.ClientCertificate;
import dev.dragoman.runtime.execute.client.tls.TlsOptions;
import dev.dragoman.runtime.execute.origin.Origin;
import dev.dragoman.runtime.execute.origin.Upstream;
import dev.dragoman.runtime.request.ApiRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Authorities and client certificates that the operator configures, against real TLS servers. */
class OwnCertificatesTest {
  private static final String HOST = "san=ip:127.0.0.1";

  /** A write without a key is never sent twice, whatever happens. */
  private static final Operation WRITE = Operation.of("createX", "POST", "/x", AccessLevel.WRITE);

  @TempDir static Path folder;
  private static TestKeys keys;

  @BeforeAll
  static void create() throws Exception {
    String[] past = {"-startdate", "-10d", "-validity", "5"};
    keys =
        new TestKeys(folder)
            .signed("api", "-ext", HOST)
            .signed("other", "-ext", "san=dns:other.example")
            .signed("unnamed")
            .signed("expired", "-ext", HOST, past[0], past[1], past[2], past[3])
            .signed("early", "-ext", HOST, "-startdate", "+2d", "-validity", "5")
            .pair("self", "-ext", HOST)
            .signed("client");
  }

  private static ConnectionOptions trusting() throws Exception {
    return options(Optional.empty());
  }

  private static ConnectionOptions identified(String alias) throws Exception {
    return options(
        Optional.of(new ClientCertificate(keys.key(alias), List.of(keys.certificate(alias)))));
  }

  private static ConnectionOptions options(Optional<ClientCertificate> certificate)
      throws Exception {
    return new ConnectionOptions(
        new TlsOptions(List.of(keys.certificate("ca")), certificate), Proxies.NONE);
  }

  private static ApiResponse write(URI url, ConnectionOptions options) {
    HttpExecutor executor =
        new HttpExecutor(PLAIN, Upstream.named(url), ResilienceSettings.defaults(), options);
    return executor.execute(permit(WRITE, anonymous()), ApiRequest.builder("POST", "/x").build());
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
  void anAuthorityOfTheOperatorIsTrusted(String version) throws Exception {
    try (TlsApi api =
        new TlsApi(
            keys.serving("api"), socket -> socket.setEnabledProtocols(new String[] {version}))) {
      assertThat(write(api.url(), trusting()).status()).isEqualTo(200);
      assertThat(api.requests()).containsExactly(version + " - POST /x HTTP/1.1");
    }
  }

  /** A self-signed certificate is its own authority. */
  @Test
  void aCertificateCanBeTrustedItself() throws Exception {
    TlsOptions trusting = new TlsOptions(List.of(keys.certificate("self")), Optional.empty());
    try (TlsApi api = new TlsApi(keys.serving("self"))) {
      assertThat(write(api.url(), new ConnectionOptions(trusting, Proxies.NONE)).status())
          .isEqualTo(200);
    }
  }

  @Test
  void theAuthoritiesOfTheJvmAreStillTrusted() throws Exception {
    assertThat(trusting().tls().context(false).getSocketFactory()).isNotNull();
    TlsOptions other = new TlsOptions(List.of(keys.certificate("self")), Optional.empty());
    try (TlsApi api = new TlsApi(keys.serving("api"))) {
      assertThatThrownBy(() -> write(api.url(), new ConnectionOptions(other, Proxies.NONE)))
          .hasMessageContaining("that this server does not trust");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "expired, its certificate has expired. The operator of the API has to replace it.",
    "early, its certificate is not valid yet. The clock of this machine may be wrong.",
    "other, its certificate is for another host. The operator of this server can check",
    "unnamed, its certificate is for another host. The operator of this server can check",
    "self, 'its certificate is self-signed, or signed by an authority that this server does not"
  })
  void aCertificateThatIsNotAcceptedIsExplained(String alias, String reason) throws Exception {
    try (TlsApi api = new TlsApi(keys.serving(alias))) {
      assertThatThrownBy(() -> write(api.url(), trusting()))
          .isInstanceOf(UpstreamException.class)
          .hasMessageStartingWith("Cannot connect securely to the API: " + reason)
          .hasMessageEndingWith(" Nothing was sent.");
      assertThat(api.requests()).isEmpty();
    }
  }

  @Test
  void anAuthorityThatIsNotConfiguredIsNamedWithItsFlag() throws Exception {
    try (TlsApi api = new TlsApi(keys.serving("api"))) {
      assertThatThrownBy(() -> write(api.url(), ConnectionOptions.DEFAULT))
          .hasMessageContaining("--ca-file FILE.");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
  void aClientCertificateIsPresentedToTheApi(String version) throws Exception {
    try (TlsApi api = requiring(version)) {
      assertThat(write(api.url(), identified("client")).status()).isEqualTo(200);
      assertThat(api.requests()).containsExactly(version + " CN=client POST /x HTTP/1.1");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
  void withoutAClientCertificateTheFlagIsNamed(String version) throws Exception {
    try (TlsApi api = requiring(version)) {
      assertThatThrownBy(() -> write(api.url(), trusting()))
          .isInstanceOf(UpstreamException.class)
          .hasMessageMatching(
              "Cannot connect .*: (the API requires|.*It may require) a client certificate.*")
          .hasMessageContaining("--client-certificate and --client-key");
      assertThat(api.requests()).isEmpty();
    }
  }

  /**
   * The API announces which authorities it accepts, and this certificate is of another. Which alert
   * is read, or whether the connection is closed before, depends on timing and on the JVM.
   */
  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
  void aClientCertificateThatIsNotAcceptedIsExplained(String version) throws Exception {
    try (TlsApi api = requiring(version)) {
      assertThatThrownBy(() -> write(api.url(), identified("self")))
          .hasMessageMatching("Cannot connect .*not accept this server's client certificate[ ,].*")
          .hasMessageContaining("--client-certificate");
      assertThat(api.requests()).isEmpty();
    }
  }

  private static TlsApi requiring(String version) throws Exception {
    return new TlsApi(
        keys.serving("api"),
        socket -> {
          socket.setNeedClientAuth(true);
          socket.setEnabledProtocols(new String[] {version});
        });
  }

  @Test
  @DisplayName("S8 the client certificate is for the API's origin only")
  void anotherOriginDoesNotGetTheClientCertificate() throws Exception {
    try (TlsApi api = wanting();
        TlsApi other = wanting()) {
      UpstreamClient client =
          new UpstreamClient(
              1,
              new AddressResolver(),
              AddressRule.ANY,
              identified("client"),
              new Origin(api.url())::isOriginOf);
      assertThat(get(client, api.url())).isEqualTo(200);
      assertThat(get(client, other.url())).isEqualTo(200);
      assertThat(api.requests()).containsExactly("TLSv1.3 CN=client GET /x HTTP/1.1");
      assertThat(other.requests()).containsExactly("TLSv1.3 - GET /x HTTP/1.1");
    }
  }

  private static int get(UpstreamClient client, URI url) throws ExchangeException {
    OutgoingRequest request =
        new OutgoingRequest("GET", url.resolve("/x"), List.of(), Optional.empty());
    return client.exchange(request, System.nanoTime() + 5_000_000_000L, new StatusOnly());
  }

  private static TlsApi wanting() throws Exception {
    return new TlsApi(keys.serving("api"), socket -> socket.setWantClientAuth(true));
  }

  /** Servers that know TLS 1.1 only: one refuses the version, the other selects its own. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "15 0302 0002 02 46",
        "16 0302 002a 02 000026 0302"
            + " 000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f 00 c013 00"
      })
  void olderVersionsOfTlsAreRefused(String response) throws Exception {
    byte[] bytes = HexFormat.of().parseHex(response.replace(" ", ""));
    try (ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      Thread thread = new Thread(() -> answer(listener, bytes));
      thread.setDaemon(true);
      thread.start();
      URI url = URI.create("https://127.0.0.1:" + listener.getLocalPort());
      assertThatThrownBy(() -> write(url, trusting()))
          .hasMessageStartingWith(
              "Cannot connect securely to the API: the API supports only TLS versions before 1.2")
          .hasMessageEndingWith("Nothing was sent.");
    }
  }

  private static void answer(ServerSocket listener, byte[] bytes) {
    try (Socket socket = listener.accept()) {
      socket.getInputStream().read();
      socket.getOutputStream().write(bytes);
      socket.getInputStream().readAllBytes();
    } catch (IOException gone) {
      // The client has seen enough.
    }
  }

  @Test
  void aPortWithoutTlsIsExplained() throws Exception {
    byte[] plain = RawUpstream.bytes("HTTP/1.1 400 Bad Request\n\n");
    try (ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      Thread thread = new Thread(() -> answer(listener, plain));
      thread.setDaemon(true);
      thread.start();
      URI url = URI.create("https://127.0.0.1:" + listener.getLocalPort());
      assertThatThrownBy(() -> write(url, trusting()))
          .hasMessageStartingWith("Cannot connect securely to the API: its port does not use TLS.");
    }
  }

  private static final ServerDefinition MUTUAL =
      ServerDefinition.builder("Acme")
          .securityScheme(new Unserved("mtls", "mutualTLS", true))
          .build();

  @Test
  void anOperationWithMutualTlsNeedsAClientCertificate() throws Exception {
    try (TlsApi api = requiring("TLSv1.3")) {
      ApiRequest request = ApiRequest.builder("GET", "/x").build();
      var permit = permit(READ.securedBy("mtls"), anonymous());
      HttpExecutor without =
          new HttpExecutor(
              MUTUAL, Upstream.named(api.url()), ResilienceSettings.defaults(), trusting());
      assertThatThrownBy(() -> without.execute(permit, request))
          .isInstanceOf(MissingCredentialException.class)
          .hasMessage(
              "This operation requires a client certificate: \"mtls\" (mutualTLS). The operator of"
                  + " this server has to set one with --client-certificate and --client-key."
                  + " Nothing was sent.");
      assertThat(without.preview(permit, request)).contains("requires a client certificate");
      assertThat(api.requests()).isEmpty();
      HttpExecutor with =
          new HttpExecutor(
              MUTUAL,
              Upstream.named(api.url()),
              ResilienceSettings.defaults(),
              identified("client"));
      assertThat(with.execute(permit, request).status()).isEqualTo(200);
    }
  }

  /** A proxy beside the server adds TLS, and the certificate with it. */
  @Test
  void overPlainHttpTheCertificateIsLeftToWhateverAddsTls() {
    try (RawUpstream api = RawUpstream.answering(RawUpstream.EMPTY_OK)) {
      HttpExecutor executor =
          new HttpExecutor(MUTUAL, Upstream.declared(new Environment("p", api.url())));
      HttpExecutor named = new HttpExecutor(MUTUAL, Upstream.named(api.url()));
      var permit = permit(READ.securedBy("mtls"), anonymous());
      ApiRequest request = ApiRequest.builder("GET", "/x").build();
      assertThat(named.execute(permit, request).status()).isEqualTo(200);
      assertThatThrownBy(() -> executor.execute(permit, request))
          .hasMessageContaining("private address");
    }
  }
}
