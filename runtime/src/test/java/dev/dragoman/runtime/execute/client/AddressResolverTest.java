package dev.dragoman.runtime.execute.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dragoman.runtime.Await;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Looking up a name, which may take for ever, within the time of a call. */
class AddressResolverTest {
  private static final long LONG = TimeUnit.SECONDS.toNanos(30);

  private static InetAddress[] addresses(String... texts) throws UnknownHostException {
    List<InetAddress> addresses = new ArrayList<>();
    for (String text : texts) {
      addresses.add(InetAddress.getByName(text));
    }
    return addresses.toArray(InetAddress[]::new);
  }

  @Test
  void theAddressesKeepTheirOrder() throws Exception {
    AddressResolver resolver =
        new AddressResolver(host -> addresses("10.0.0.2", "::1", "10.0.0.1"));
    assertThat(resolver.resolve("api.test", LONG))
        .containsExactly(addresses("10.0.0.2", "::1", "10.0.0.1"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "10.1.2.3", "::1", "2001:db8::1"})
  void anAddressIsNotLookedUp(String address) throws Exception {
    AddressResolver resolver =
        new AddressResolver(
            host -> {
              throw new AssertionError("looked up " + host);
            });
    assertThat(resolver.resolve(address, LONG)).containsExactly(addresses(address));
  }

  @ParameterizedTest
  @CsvSource({"true", "false"})
  void aFailedLookupIsAnUnknownHost(boolean checked) {
    AddressResolver resolver =
        new AddressResolver(
            host -> {
              if (checked) {
                throw new UnknownHostException("no such name");
              }
              throw new IllegalArgumentException("no name at all");
            });
    assertThatThrownBy(() -> resolver.resolve("api.test", LONG))
        .isInstanceOf(UnknownHostException.class)
        .hasMessage("api.test")
        .hasRootCauseMessage(checked ? "no such name" : "no name at all");
  }

  @Test
  void aLookupThatHangsDoesNotHoldItsCaller() throws Exception {
    CountDownLatch release = new CountDownLatch(1);
    AddressResolver resolver =
        new AddressResolver(
            host -> {
              awaitQuietly(release);
              return addresses("10.0.0.1");
            });
    assertThatThrownBy(() -> resolver.resolve("api.test", 1))
        .isInstanceOf(UnknownHostException.class)
        .hasMessage("api.test was not resolved in time");
    release.countDown();
    assertThat(resolver.resolve("api.test", LONG)).hasSize(1);
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** A thousand calls for a name that hangs must not become a thousand threads. */
  @Test
  void callersOfOneNameShareALookup() throws Exception {
    CountDownLatch release = new CountDownLatch(1);
    AtomicInteger lookups = new AtomicInteger();
    AddressResolver resolver =
        new AddressResolver(
            host -> {
              lookups.incrementAndGet();
              awaitQuietly(release);
              return addresses("10.0.0.1");
            });
    List<CompletableFuture<List<InetAddress>>> callers = new ArrayList<>();
    AtomicInteger waiting = new AtomicInteger();
    for (int i = 0; i < 5; i++) {
      callers.add(
          CompletableFuture.supplyAsync(
              () -> {
                waiting.incrementAndGet();
                return resolved(resolver, "api.test");
              },
              command -> new Thread(command).start()));
    }
    Await.until("all callers wait", () -> waiting.get() == 5 && lookups.get() > 0);
    CompletableFuture<List<InetAddress>> other =
        CompletableFuture.supplyAsync(
            () -> resolved(resolver, "other.test"), command -> new Thread(command).start());
    Await.until("another name is looked up", () -> lookups.get() == 2);
    release.countDown();
    for (CompletableFuture<List<InetAddress>> caller : callers) {
      assertThat(caller.get(30, TimeUnit.SECONDS)).hasSize(1);
    }
    assertThat(other.get(30, TimeUnit.SECONDS)).hasSize(1);
    assertThat(lookups.get()).isLessThanOrEqualTo(3);
  }

  private static List<InetAddress> resolved(AddressResolver resolver, String host) {
    try {
      return resolver.resolve(host, LONG);
    } catch (UnknownHostException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Names move: what was resolved, or not, is asked again. */
  @Test
  void nothingIsRemembered() throws Exception {
    AtomicInteger lookups = new AtomicInteger();
    AddressResolver resolver =
        new AddressResolver(
            host -> {
              if (lookups.incrementAndGet() == 1) {
                throw new UnknownHostException("not yet");
              }
              return addresses("10.0.0." + lookups.get());
            });
    assertThatThrownBy(() -> resolver.resolve("api.test", LONG))
        .isInstanceOf(UnknownHostException.class);
    Await.until(
        "the name is looked up again",
        () -> {
          try {
            return resolver.resolve("api.test", LONG).size() == 1;
          } catch (UnknownHostException | InterruptedException still) {
            return false;
          }
        });
    int before = lookups.get();
    Await.until(
        "and again", () -> !resolved(resolver, "api.test").isEmpty() && lookups.get() > before);
  }

  @Test
  void anInterruptEndsTheWait() {
    CountDownLatch never = new CountDownLatch(1);
    AddressResolver resolver =
        new AddressResolver(
            host -> {
              awaitQuietly(never);
              return addresses("10.0.0.1");
            });
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> resolver.resolve("api.test", LONG))
        .isInstanceOf(InterruptedException.class);
    never.countDown();
  }

  @ParameterizedTest
  @CsvSource({
    "api.test,   api.test",
    "API.test,   API.test",
    "10.0.0.1,   10.0.0.1",
    "bücher.test, xn--bcher-kva.test",
    "例え.test,   xn--r8jz45g.test"
  })
  void namesAreSentInAscii(String host, String ascii) throws Exception {
    assertThat(Connector.ascii(host)).isEqualTo(ascii);
  }

  @Test
  void aNameWithoutAnAsciiFormIsUnknown() {
    assertThatThrownBy(() -> Connector.ascii("ä".repeat(100) + ".test"))
        .isInstanceOf(UnknownHostException.class)
        .hasCauseInstanceOf(IllegalArgumentException.class);
  }
}
