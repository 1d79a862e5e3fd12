package dev.dragoman.runtime.execute.http;

import static dev.dragoman.runtime.execute.Calls.PLAIN;
import static dev.dragoman.runtime.execute.Calls.READ;
import static dev.dragoman.runtime.execute.Calls.anonymous;
import static dev.dragoman.runtime.execute.Calls.permit;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dragoman.runtime.execute.ApiResponse;
import dev.dragoman.runtime.execute.UpstreamException;
import dev.dragoman.runtime.execute.origin.Upstream;
import dev.dragoman.runtime.request.ApiRequest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Connections to APIs with good and bad certificates; the trust store is the JVM's default one. */
class TlsUpstreamTest {
  private static final char[] PASSWORD = "changeit".toCharArray();
  private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}";

  @TempDir Path folder;

  private final SSLContext before = defaultContext();
  private final List<Socket> sockets = new CopyOnWriteArrayList<>();
  private final AtomicInteger requests = new AtomicInteger();

  private static SSLContext defaultContext() {
    try {
      return SSLContext.getDefault();
    } catch (java.security.NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @BeforeEach
  @AfterEach
  void reset() {
    SSLContext.setDefault(before);
  }

  /** A certificate of an authority of its own, whose certificate has the alias {@code ca}. */
  private KeyStore certificate(String name, String... more) throws Exception {
    Path file = folder.resolve("keys.p12");
    keytool(file, "ca", "-ext", "bc:critical");
    String[] signed = {"-signer", "ca", "-ext", "san=" + name};
    keytool(file, "api", Stream.of(signed, more).flatMap(Stream::of).toArray(String[]::new));
    try (InputStream in = Files.newInputStream(file)) {
      KeyStore keys = KeyStore.getInstance("PKCS12");
      keys.load(in, PASSWORD);
      return keys;
    }
  }

  private static void keytool(Path file, String alias, String... more) throws Exception {
    Stream<String> command =
        Stream.of(
            Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
            "-genkeypair",
            "-alias",
            alias,
            "-keyalg",
            "EC",
            "-dname",
            "CN=" + alias,
            "-storetype",
            "PKCS12",
            "-keystore",
            file.toString(),
            "-storepass",
            new String(PASSWORD));
    List<String> whole = Stream.concat(command, Stream.of(more)).toList();
    assertThat(new ProcessBuilder(whole).start().waitFor()).isZero();
  }

  private static SSLContext serving(KeyStore keys) throws Exception {
    KeyManagerFactory managers = KeyManagerFactory.getInstance("PKIX");
    KeyStore own = KeyStore.getInstance("PKCS12");
    own.load(null, null);
    own.setKeyEntry("api", keys.getKey("api", PASSWORD), PASSWORD, keys.getCertificateChain("api"));
    managers.init(own, PASSWORD);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return context;
  }

  private static void trust(KeyStore keys) throws Exception {
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("ca", keys.getCertificate("ca"));
    TrustManagerFactory managers = TrustManagerFactory.getInstance("PKIX");
    managers.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, managers.getTrustManagers(), null);
    SSLContext.setDefault(context);
  }

  private ServerSocket listen(SSLContext context) throws IOException {
    ServerSocket listener =
        context
            .getServerSocketFactory()
            .createServerSocket(0, 50, InetAddress.getLoopbackAddress());
    start(
        () -> {
          while (true) {
            Socket socket = listener.accept();
            sockets.add(socket);
            start(() -> serve(socket));
          }
        });
    return listener;
  }

  private interface Work {
    void run() throws Exception;
  }

  private static void start(Work work) {
    Thread thread =
        new Thread(
            () -> {
              try {
                work.run();
              } catch (Exception gone) {
                // Clients that do not like the certificate go away.
              }
            },
            "tls-api");
    thread.setDaemon(true);
    thread.start();
  }

  private void serve(Socket socket) throws IOException {
    try (socket;
        BufferedReader in =
            new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII))) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        if (line.isEmpty()) {
          requests.incrementAndGet();
          socket.getOutputStream().write(OK.getBytes(US_ASCII));
        }
      }
    }
  }

  private static ApiResponse post(HttpExecutor executor) {
    return executor.execute(permit(READ, anonymous()), ApiRequest.builder("POST", "/x").build());
  }

  private static HttpExecutor executor(ServerSocket listener) {
    return executor(listener.getLocalPort());
  }

  private static HttpExecutor executor(int port) {
    return new HttpExecutor(PLAIN, Upstream.named(URI.create("https://127.0.0.1:" + port)));
  }

  @Test
  void secureConnectionsAreKeptAndTheirEndIsNoticed() throws Exception {
    KeyStore keys = certificate("ip:127.0.0.1");
    trust(keys);
    try (ServerSocket listener = listen(serving(keys))) {
      HttpExecutor executor = executor(listener);
      for (int count = 1; count < 5; count++) {
        assertThat(post(executor).status()).isEqualTo(200);
        assertThat(post(executor).status()).isEqualTo(200);
        assertThat(requests).hasValue(2 * count);
        assertThat(sockets).hasSize(count);
        sockets.get(count - 1).close();
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "nobody's, false, ip:127.0.0.1, 1",
    "another's, true, dns:other.example, 1",
    "expired, true, ip:127.0.0.1, -10"
  })
  void badCertificates(String kind, boolean trusted, String name, int days) throws Exception {
    String start = days < 0 ? days + "d" : "-1d";
    KeyStore keys = certificate(name, "-startdate", start, "-validity", "5");
    if (trusted) {
      trust(keys);
    }
    try (ServerSocket listener = listen(serving(keys))) {
      assertThatThrownBy(() -> post(executor(listener)))
          .as(kind)
          .isInstanceOf(UpstreamException.class)
          .hasMessageStartingWith("Cannot connect securely to the API")
          .hasMessageEndingWith("Nothing was sent.");
      assertThat(requests).hasValue(0);
    }
  }

  @Test
  void aServerWithoutTls() throws IOException {
    try (ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      start(
          () -> {
            try (Socket socket = listener.accept()) {
              socket.getOutputStream().write("HTTP/1.1 400 Plain\r\n\r\n".getBytes(US_ASCII));
              socket.getInputStream().readAllBytes();
            }
          });
      assertThatThrownBy(() -> post(executor(listener)))
          .isInstanceOf(UpstreamException.class)
          .hasMessageContaining("Nothing was sent.");
    }
  }
}
