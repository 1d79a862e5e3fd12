package dev.dragoman.runtime.execute.http;

import static dev.dragoman.runtime.execute.Calls.PLAIN;
import static dev.dragoman.runtime.execute.Calls.READ;
import static dev.dragoman.runtime.execute.Calls.anonymous;
import static dev.dragoman.runtime.execute.Calls.get;
import static dev.dragoman.runtime.execute.Calls.permit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dragoman.runtime.Environment;
import dev.dragoman.runtime.execute.RawUpstream;
import dev.dragoman.runtime.execute.UpstreamException;
import dev.dragoman.runtime.execute.client.AddressResolver;
import dev.dragoman.runtime.execute.client.ConnectionOptions;
import dev.dragoman.runtime.execute.origin.Upstream;
import dev.dragoman.runtime.request.ApiRequest;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A name is resolved once for a connection, and the addresses it has then are the ones that count.
 */
class RebindingTest {
  private static final String OK = "HTTP/1.1 200 OK\nContent-Length: 0\n\n";

  private final List<String> asked = new CopyOnWriteArrayList<>();

  /** A name that has another address at each look-up; the last one stays. */
  private AddressResolver resolving(String... addresses) {
    return new AddressResolver(
        host -> {
          asked.add(host);
          String address = addresses[Math.min(asked.size(), addresses.length) - 1];
          if (address.isEmpty()) {
            throw new UnknownHostException(host);
          }
          return addresses(address);
        });
  }

  private static InetAddress[] addresses(String spaced) throws UnknownHostException {
    String[] all = spaced.split(" ", -1);
    InetAddress[] found = new InetAddress[all.length];
    for (int index = 0; index < all.length; index++) {
      found[index] = InetAddress.getByName(all[index]);
    }
    return found;
  }

  private static HttpExecutor executor(Upstream upstream, AddressResolver resolver) {
    return new HttpExecutor(
        PLAIN,
        upstream.withDeadline(Duration.ofSeconds(2)),
        ResilienceSettings.defaults(),
        ConnectionOptions.DEFAULT,
        resolver);
  }

  private static URI named(String host, RawUpstream api) {
    return URI.create("http://" + host + ":" + api.url().getPort());
  }

  private static Upstream declared(URI url) {
    return Upstream.declared(new Environment("production", url));
  }

  @Test
  @DisplayName("S8 a name of the document that is public when checked does not lead inside later")
  void aNameThatIsBoundAgain() {
    try (RawUpstream inside = RawUpstream.answering(OK)) {
      // TEST-NET-1 (RFC 5737) is public and nobody's: the connection does not come about.
      HttpExecutor executor =
          executor(declared(named("rebound.example", inside)), resolving("192.0.2.1", "127.0.0.1"));
      ApiRequest write = ApiRequest.builder("POST", "/x").build();
      assertThatThrownBy(() -> executor.execute(permit(READ, anonymous()), write))
          .isInstanceOf(UpstreamException.class)
          .hasMessageContaining("Nothing was sent");
      assertThat(asked).as("one look-up for a connection").containsExactly("rebound.example");
      assertThatThrownBy(() -> executor.execute(permit(READ, anonymous()), write))
          .hasMessageContaining("which is a private address; nothing was sent")
          .hasMessageNotContaining("took effect");
      assertThat(inside.requests()).isEmpty();
    }
  }

  @ParameterizedTest
  @DisplayName("S8 one private address among public ones is enough to refuse a name")
  @ValueSource(
      strings = {
        "127.0.0.1",
        "192.0.2.1 127.0.0.1",
        "10.0.0.1 192.0.2.1",
        "::1",
        "fd00::1 8.8.8.8"
      })
  void oneIsEnough(String addresses) {
    try (RawUpstream inside = RawUpstream.answering(OK)) {
      HttpExecutor executor =
          executor(declared(named("mixed.example", inside)), resolving(addresses));
      assertThatThrownBy(() -> executor.execute(permit(READ, anonymous()), get("/x")))
          .hasMessageContaining("mixed.example, which is a private address; nothing was sent");
      assertThat(asked).containsExactly("mixed.example");
      assertThat(inside.requests()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"my_api", "wine_cellar.internal", "db-1_replica", "api.example", "_"})
  void hostsAsDockerAndKubernetesNameThem(String host) {
    try (RawUpstream api = RawUpstream.answering(OK)) {
      URI url = named(host, api);
      HttpExecutor executor = executor(Upstream.named(url), resolving("127.0.0.1"));
      assertThat(executor.execute(permit(READ, anonymous()), get("/x")).status()).isEqualTo(200);
      assertThat(asked).containsExactly(host);
      assertThat(api.requests().get(0)).contains("\r\nHost: " + url.getRawAuthority() + "\r\n");
    }
  }

  @Test
  void anInternationalHostIsCalledByItsAsciiForm() {
    try (RawUpstream api = RawUpstream.answering(OK)) {
      HttpExecutor executor =
          executor(Upstream.named(named("bücher.example", api)), resolving("127.0.0.1"));
      assertThat(executor.execute(permit(READ, anonymous()), get("/x")).status()).isEqualTo(200);
      assertThat(asked).containsExactly("xn--bcher-kva.example");
      assertThat(api.requests().get(0)).contains("\r\nHost: xn--bcher-kva.example:");
    }
  }

  @Test
  void anAddressThatDoesNotAnswerIsNotTheLast() {
    try (RawUpstream api = RawUpstream.answering(OK)) {
      HttpExecutor executor =
          executor(Upstream.named(named("two.example", api)), resolving("127.0.0.2 127.0.0.1"));
      assertThat(executor.execute(permit(READ, anonymous()), get("/x")).status()).isEqualTo(200);
    }
  }

  @Test
  @DisplayName("S13 a resolver that hangs does not hold a call beyond its deadline")
  void aResolverThatHangs() {
    CountDownLatch never = new CountDownLatch(1);
    AddressResolver hanging =
        new AddressResolver(
            host -> {
              asked.add(host);
              try {
                never.await();
              } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
              }
              throw new UnknownHostException(host);
            });
    HttpExecutor executor = executor(Upstream.named(URI.create("http://slow.example")), hanging);
    long start = System.nanoTime();
    assertThatThrownBy(() -> executor.execute(permit(READ, anonymous()), get("/x")))
        .isInstanceOf(UpstreamException.class)
        .hasMessageContaining("Nothing was sent");
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(6));
    never.countDown();
  }

  @Test
  void aNameWithoutAddress() {
    HttpExecutor executor =
        executor(Upstream.named(URI.create("http://nobody.example")), resolving(""));
    assertThatThrownBy(() -> executor.execute(permit(READ, anonymous()), get("/x")))
        .hasMessageContaining("its host is unknown, or nothing listens there. Nothing was sent.");
  }
}
