package dev.dragoman.runtime.execute.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dragoman.runtime.execute.RawUpstream;
import dev.dragoman.runtime.execute.TestProxy;
import dev.dragoman.runtime.execute.client.ExchangeException.Kind;
import dev.dragoman.runtime.execute.client.proxy.ProxyVariables;
import dev.dragoman.runtime.execute.client.tls.TlsOptions;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which address a connection is made to, and which addresses are checked before. */
class ConnectorTest {
  private static final long SECONDS = 1_000_000_000L;

  private final List<String> checked = new ArrayList<>();

  private AddressRule rule(boolean allows) {
    return (host, addresses) -> {
      checked.add(host + " " + addresses.stream().map(InetAddress::getHostAddress).toList());
      if (!allows) {
        throw new IllegalStateException("not this one");
      }
    };
  }

  private static AddressResolver resolving(String... addresses) {
    return new AddressResolver(
        host -> {
          InetAddress[] found = new InetAddress[addresses.length];
          for (int index = 0; index < found.length; index++) {
            found[index] = InetAddress.getByName(addresses[index]);
          }
          return found;
        });
  }

  private static int get(UpstreamClient client, URI url) throws ExchangeException {
    OutgoingRequest request = new OutgoingRequest("GET", url, List.of(), Optional.empty());
    return client.exchange(request, System.nanoTime() + 10 * SECONDS, new StatusOnly());
  }

  private static URI named(RawUpstream api, String host) {
    return URI.create("http://" + host + ":" + api.url().getPort() + "/x");
  }

  /** Nothing listens at the other addresses of loopback. */
  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "127.0.0.2 127.0.0.1", "127.0.0.2 127.0.0.3 127.0.0.1"})
  void theFirstAddressThatCanBeReachedIsUsed(String addresses) throws Exception {
    try (RawUpstream api = RawUpstream.answering(RawUpstream.EMPTY_OK)) {
      UpstreamClient client = new UpstreamClient(1, resolving(addresses.split(" ")), rule(true));
      assertThat(get(client, named(api, "api.test"))).isEqualTo(200);
      assertThat(api.onlyRequest()).contains("Host: api.test:");
      assertThat(checked).containsExactly("api.test [" + addresses.replace(" ", ", ") + "]");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.2", "127.0.0.2 127.0.0.3", ""})
  void withoutAnAddressThatCanBeReachedNothingIsSent(String addresses) {
    try (RawUpstream api = RawUpstream.answering(RawUpstream.EMPTY_OK)) {
      String[] all = addresses.isEmpty() ? new String[0] : addresses.split(" ");
      UpstreamClient client = new UpstreamClient(1, resolving(all), rule(true));
      ExchangeException failure =
          catchThrowableOfType(ExchangeException.class, () -> get(client, named(api, "api.test")));
      assertThat(failure.kind()).isEqualTo(Kind.UNREACHABLE);
      assertThat(failure.isSent()).isFalse();
      assertThat(api.requests()).isEmpty();
    }
  }

  /** One address that is not allowed is enough: the next lookup may return it first. */
  @Test
  void aRefusedAddressIsNotConnectedTo() {
    try (RawUpstream api = RawUpstream.answering(RawUpstream.EMPTY_OK)) {
      UpstreamClient client =
          new UpstreamClient(1, resolving("127.0.0.1", "127.0.0.2"), rule(false));
      assertThatThrownBy(() -> get(client, named(api, "api.test"))).hasMessage("not this one");
      assertThat(checked).containsExactly("api.test [127.0.0.1, 127.0.0.2]");
      assertThat(api.connections()).isZero();
    }
  }

  @Test
  void aConnectionThatIsKeptIsNotCheckedAgain() throws Exception {
    byte[] ok = RawUpstream.bytes(RawUpstream.EMPTY_OK);
    try (RawUpstream api = RawUpstream.keeping((request, out) -> out.write(ok))) {
      UpstreamClient client = new UpstreamClient(1, resolving("127.0.0.1"), rule(true));
      assertThat(get(client, named(api, "api.test"))).isEqualTo(200);
      assertThat(get(client, named(api, "api.test"))).isEqualTo(200);
      assertThat(checked).hasSize(1);
      assertThat(api.connections()).isEqualTo(1);
    }
  }

  private static ConnectionOptions through(TestProxy proxy) {
    return new ConnectionOptions(
        TlsOptions.JVM,
        new ProxyVariables(
                Map.of("HTTP_PROXY", proxy.address(), "HTTPS_PROXY", proxy.address()),
                problem -> {
                  throw new AssertionError(problem);
                })
            .read());
  }

  private UpstreamClient proxied(TestProxy proxy, boolean allows) {
    return new UpstreamClient(1, new AddressResolver(), rule(allows), through(proxy), url -> false);
  }

  /** The proxy resolves names, but an address in any notation is checked here. */
  @ParameterizedTest
  @CsvSource({
    "10.1.2.3, 10.1.2.3",
    "169.254.169.254, 169.254.169.254",
    "[::1], 0:0:0:0:0:0:0:1",
    "[::ffff:10.1.2.3], 10.1.2.3"
  })
  void anAddressIsCheckedBeforeTheProxyGetsIt(String host, String address) throws Exception {
    try (TestProxy proxy = new TestProxy("")) {
      for (String scheme : List.of("http", "https")) {
        checked.clear();
        assertThatThrownBy(
                () -> get(proxied(proxy, false), URI.create(scheme + "://" + host + ":81/x")))
            .hasMessage("not this one");
        assertThat(checked).singleElement().asString().endsWith(" [" + address + "]");
      }
      assertThat(proxy.heads()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"api.test", "10.test", "1e100.test", "x--y"})
  void aNameIsLeftToTheProxy(String host) throws Exception {
    try (RawUpstream api = RawUpstream.answering(RawUpstream.EMPTY_OK);
        TestProxy proxy = new TestProxy("")) {
      assertThat(get(proxied(proxy, false), named(api, host))).isEqualTo(200);
      assertThat(checked).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({"api.test, api.test", "bücher.example, xn--bcher-kva.example", "'', ''"})
  void namesAreLookedUpInAscii(String name, String ascii) throws Exception {
    assertThat(Connector.ascii(name)).isEqualTo(ascii);
  }

  @Test
  void aNameThatIsNoneIsUnknown() {
    assertThatThrownBy(() -> Connector.ascii("ü" + "a".repeat(70)))
        .isInstanceOf(UnknownHostException.class);
  }
}
