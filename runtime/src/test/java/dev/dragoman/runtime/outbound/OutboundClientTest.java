package dev.dragoman.runtime.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.dragoman.runtime.execute.TestKeys;
import dev.dragoman.runtime.execute.TestProxy;
import dev.dragoman.runtime.execute.TlsApi;
import dev.dragoman.runtime.execute.client.ConnectionOptions;
import dev.dragoman.runtime.execute.client.ExchangeException;
import dev.dragoman.runtime.execute.client.ExchangeException.Kind;
import dev.dragoman.runtime.execute.client.OutgoingRequest;
import dev.dragoman.runtime.execute.client.proxy.Proxies;
import dev.dragoman.runtime.execute.client.proxy.ProxyVariables;
import dev.dragoman.runtime.execute.client.tls.ClientCertificate;
import dev.dragoman.runtime.execute.client.tls.TlsOptions;
import dev.dragoman.runtime.request.ApiRequest.Pair;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Requests to servers other than the API: limits, and what the operator sets about connections. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class OutboundClientTest {
  private static final int MOST = 1_000;
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @TempDir static Path folder;
  private static TestKeys keys;

  private final AtomicInteger elsewhere = new AtomicInteger();
  private final CountDownLatch done = new CountDownLatch(1);
  private HttpServer server;

  @BeforeAll
  static void create() throws Exception {
    keys = new TestKeys(folder).signed("server", "-ext", "san=ip:127.0.0.1").signed("client");
  }

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    respond("/fits", 200, "x".repeat(MOST), true);
    respond("/long", 200, "x".repeat(MOST + 1), true);
    respond("/long-in-chunks", 200, "x".repeat(MOST + 1), false);
    respond("/error", 500, "sorry", true);
    respond("/redirect", 302, "", true);
    server.createContext("/elsewhere", exchange -> elsewhere.incrementAndGet());
    server.createContext(
        "/half",
        exchange -> {
          exchange.sendResponseHeaders(200, 2);
          exchange.getResponseBody().write('o');
          exchange.getResponseBody().flush();
          await();
        });
    server.start();
  }

  private void respond(String path, int status, String body, boolean declared) {
    byte[] bytes = body.getBytes(StandardCharsets.US_ASCII);
    server.createContext(
        path,
        exchange -> {
          exchange.getResponseHeaders().add("Location", "/elsewhere");
          exchange.sendResponseHeaders(
              status, bytes.length == 0 ? -1 : declared ? bytes.length : 0);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
  }

  private void await() {
    try {
      done.await(60, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @AfterEach
  void stop() {
    done.countDown();
    server.stop(0);
  }

  private URI url(String path) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
  }

  private static OutgoingRequest get(URI url) {
    return new OutgoingRequest("GET", url, List.of(new Pair("Accept", "*/*")), Optional.empty());
  }

  private OutboundClient.Response response(String path) throws ExchangeException {
    return OutboundClient.direct().send(get(url(path)), MOST, PATIENCE);
  }

  private static void assertKind(Kind kind, OutboundClient client, URI url, Duration patience) {
    assertThatThrownBy(() -> client.send(get(url), MOST, patience))
        .isInstanceOfSatisfying(
            ExchangeException.class, failed -> assertThat(failed.kind()).isEqualTo(kind));
  }

  @ParameterizedTest
  @CsvSource({"/fits, 200, 1000", "/error, 500, 5", "/redirect, 302, 0"})
  void everyStatusIsAResponse(String path, int status, int length) throws Exception {
    OutboundClient.Response response = response(path);
    assertThat(response.status()).isEqualTo(status);
    assertThat(response.text()).hasSize(length);
    assertThat(elsewhere).as("redirects followed").hasValue(0);
  }

  @ParameterizedTest
  @CsvSource({"/long", "/long-in-chunks"})
  void aLongBodyIsNotRead(String path) {
    assertKind(Kind.BROKEN, OutboundClient.direct(), url(path), PATIENCE);
  }

  @Test
  void aResponseThatDoesNotEndIsGivenUp() {
    assertKind(Kind.LATE, OutboundClient.direct(), url("/half"), Duration.ofMillis(300));
  }

  @Test
  void aServerThatIsNotThere() {
    server.stop(0);
    assertKind(Kind.UNREACHABLE, OutboundClient.direct(), url("/fits"), PATIENCE);
  }

  @Test
  void anInterruptEndsTheWait() {
    Thread.currentThread().interrupt();
    assertKind(Kind.CANCELLED, OutboundClient.direct(), url("/half"), PATIENCE);
    assertThat(Thread.interrupted()).isTrue();
  }

  private static ConnectionOptions trusting() throws Exception {
    ClientCertificate client =
        new ClientCertificate(keys.key("client"), List.of(keys.certificate("client")));
    return new ConnectionOptions(
        new TlsOptions(List.of(keys.certificate("ca")), Optional.of(client)), Proxies.NONE);
  }

  /** The client certificate is for the API. */
  @Test
  void anAuthorityOfTheOperatorIsTrustedAndTheClientCertificateIsNotShown() throws Exception {
    try (TlsApi other =
        new TlsApi(keys.serving("server"), socket -> socket.setWantClientAuth(true))) {
      OutboundClient client = new OutboundClient(trusting());
      assertThat(client.send(get(other.url().resolve("/x")), MOST, PATIENCE).status())
          .isEqualTo(200);
      assertThat(other.requests()).containsExactly("TLSv1.3 - GET /x HTTP/1.1");
      assertKind(Kind.INSECURE, OutboundClient.direct(), other.url(), PATIENCE);
    }
  }

  @Test
  void theProxiesOfTheOperatorAreUsed() throws Exception {
    try (TestProxy proxy = new TestProxy("user:secret")) {
      URI url = URI.create("http://login.test:" + server.getAddress().getPort() + "/fits");
      OutboundClient client = through("http://user:secret@" + proxy.address());
      assertThat(client.send(get(url), MOST, PATIENCE).status()).isEqualTo(200);
      assertThat(proxy.heads().get(0)).startsWith("GET " + url + " HTTP/1.1\r\n");
      assertKind(Kind.PROXY, through(proxy.address()), url, PATIENCE);
    }
  }

  private static OutboundClient through(String proxy) {
    Proxies proxies =
        new ProxyVariables(
                Map.of("HTTP_PROXY", proxy),
                problem -> {
                  throw new AssertionError(problem);
                })
            .read();
    return new OutboundClient(new ConnectionOptions(TlsOptions.JVM, proxies));
  }
}
