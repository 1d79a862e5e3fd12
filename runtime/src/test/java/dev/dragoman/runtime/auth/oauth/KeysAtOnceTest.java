package dev.dragoman.runtime.auth.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.auth.TokenVerifier;
import dev.dragoman.runtime.outbound.OutboundClient;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The issuer's keys, needed by many callers at once. */
@DisplayName("S4 Keys: one fetch for many callers")
class KeysAtOnceTest {
  private static final String AUDIENCE = "https://mcp.example/mcp";

  private final AuthorizationServer issuer = new AuthorizationServer(0);
  private final Ticking clock = new Ticking();
  private final OAuthOptions options =
      new OAuthOptions(URI.create(issuer.issuer()), AUDIENCE, null, null, "org");

  @AfterEach
  void stop() {
    issuer.close();
  }

  private String token() {
    return issuer.token(AUDIENCE, "u", "a");
  }

  @Test
  @DisplayName("S4 Callers that come at once wait for one fetch")
  void oneFetchForManyAtOnce() {
    AtomicInteger fetches = new AtomicInteger();
    KeyServer server = new KeyServer(options, new Http(OutboundClient.direct()));
    KeyCache cache =
        new KeyCache(
            () -> {
              fetches.incrementAndGet();
              return server.get();
            },
            clock);
    TokenVerifier many = new JwtVerifier(cache, new Claims(options, clock));
    String token = token();

    IntStream.range(0, 64)
        .parallel()
        .forEach(number -> assertThat(many.verify(token).subject()).isEqualTo("u"));

    assertThat(fetches).hasValue(1);
  }

  @Test
  @DisplayName("S4 While one caller fetches keys that grew old, the others go on with them")
  void oldKeysServeDuringAFetch() throws Exception {
    KeyServer server = new KeyServer(options, new Http(OutboundClient.direct()));
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch answered = new CountDownLatch(1);
    AtomicInteger fetches = new AtomicInteger();
    KeyCache cache =
        new KeyCache(
            () -> {
              if (fetches.incrementAndGet() == 2) {
                asked.countDown();
                waitFor(answered);
              }
              return server.get();
            },
            clock);
    TokenVerifier many = new JwtVerifier(cache, new Claims(options, clock));
    String token = token();
    many.verify(token);
    clock.pass(KeyCache.FRESH);
    CompletableFuture<Void> refresh = CompletableFuture.runAsync(cache::prepare);
    waitFor(asked);
    try {
      assertThat(many.verify(token).subject()).isEqualTo("u");
      assertThat(refresh).isNotDone();
    } finally {
      answered.countDown();
    }
    refresh.get(30, TimeUnit.SECONDS);
    assertThat(fetches).hasValue(2);
  }

  private static void waitFor(CountDownLatch latch) {
    try {
      assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
